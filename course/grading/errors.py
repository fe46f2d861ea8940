"""What keeps a check from being graded, released or returned."""

from __future__ import annotations


class GradingError(Exception):
    """The text names the place, the fault and the remedy."""
