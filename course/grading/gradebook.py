"""nbgrader's gradebook, wherever its database is."""

from __future__ import annotations

from typing import Any

from nbgrader.api import Gradebook
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from course.grading.errors import GradingError

_SETTING = "CourseDirectory.db_url in nbgrader_config.py"
_FORM = "An address looks like sqlite:////folder/gradebook.db or postgresql+psycopg2://name:password@host/database"


class GradebookError(GradingError):
    """The gradebook can't be opened; the text says why and what to do, and no password."""


def address_of(course: Any) -> URL:
    """Where the gradebook of a course directory of nbgrader's is. Raises GradebookError."""
    try:
        url = make_url(course.db_url)
    except (ArgumentError, ValueError):  # their texts repeat the setting, password and all
        raise GradebookError(f"{_SETTING} is no address of a database. {_FORM}.") from None
    if "@" in (url.host or ""):
        raise GradebookError(f"{_SETTING} has more than one @. In a name or a password, write %40 for it. {_FORM}.")
    return url


def open_gradebook(course: Any) -> Gradebook:
    """The gradebook of a course directory of nbgrader's, to be closed by who asked for it. Raises GradebookError."""
    url = address_of(course)
    where = f"{url.drivername}, {url.database}"  # of the rest, anything may hold a password
    try:
        return Gradebook(course.db_url, course.course_id)
    except NoSuchModuleError:
        raise GradebookError(f"{_SETTING} names a kind of database that is not known here: {url.drivername}.") from None
    except ImportError as fault:
        remedy = "Install it, with all it needs, into the environment that this command runs in."
        raise GradebookError(f"The gradebook ({where}) needs the Python package {fault.name}. {remedy}") from fault
    except SQLAlchemyError as fault:
        why = str(fault.orig if isinstance(fault, DBAPIError) else fault).strip().partition("\n")[0].rstrip(".")
        remedy = f"Look whether its database runs and may be read and written, and at {_SETTING}."
        raise GradebookError(f"The gradebook ({where}) can't be opened: {why}. {remedy}") from fault
