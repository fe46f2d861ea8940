"""`course lint`: rules that guard the questions, and the texts around them.

Each rule is a function in the room of its field, registered with its id, severity and source; its docstring gives
the reason. `lint` runs them all over a content folder.
"""

from course.lint.run import Finding, Report, lint

__all__ = ["Finding", "Report", "lint"]
