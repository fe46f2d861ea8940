"""What several unit tests start from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.activities import widget
from course.activities.widget import Saving

from .cell_page import Page
from .content_folder import ContentFolder


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentFolder:
    """A copy of the sample course to change, in `content/` below the working directory."""
    monkeypatch.chdir(tmp_path)
    return ContentFolder.copied(Path("content"))


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    """What cells show from now on, and what their widgets send."""
    page = Page()
    make = Saving.__init__

    def remember(one: Saving, **traits: Any) -> None:
        page.widgets.append(one)
        make(one, **traits)

    monkeypatch.setattr(widget, "show", lambda bundle: page.shown.append(dict(bundle)))
    monkeypatch.setattr(Saving, "__init__", remember)
    monkeypatch.setattr(Saving, "send", lambda _widget, message: page.events.append(message))
    return page


@pytest.fixture(autouse=True)
def no_preferences(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner who has chosen nothing, whatever the account has that runs the tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
