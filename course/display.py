"""Showing something in a cell's output in several forms at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def show(bundle: Mapping[str, Any]) -> None:
    """Display a bundle of MIME types; the page picks the richest it can show."""
    from IPython.display import display

    display(bundle, raw=True)  # type: ignore[no-untyped-call]
