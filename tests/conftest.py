"""Settings for every level of test."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every run and no clock: a failure in CI is one that everybody can repeat.
settings.register_profile("course", derandomize=True, deadline=None, database=None)
settings.load_profile("course")
