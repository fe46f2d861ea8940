"""What several unit tests start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from .content_folder import ContentFolder


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentFolder:
    """A copy of the sample course to change, in `content/` below the working directory."""
    monkeypatch.chdir(tmp_path)
    return ContentFolder.copied(Path("content"))
