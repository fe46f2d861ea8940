"""`content/` into `notebooks/`, `source/`, `release/` and `shipped/`: the same bytes every time, and only what changed.

Everything is made in memory or in a scratch folder first and put in place at the end, so that a fault
leaves the tree as it was.
"""

from course.build.tree import GENERATED, build, drift

__all__ = ["GENERATED", "build", "drift"]
