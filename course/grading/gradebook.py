"""nbgrader's gradebook, wherever its database is."""

from __future__ import annotations

from typing import Any

from nbgrader.api import Gradebook
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

_SETTING = "CourseDirectory.db_url in nbgrader_config.py"


class GradebookError(Exception):
    """The gradebook can't be opened; the text says why and what to do, and no password."""


def open_gradebook(course: Any) -> Gradebook:
    """The gradebook of a course directory of nbgrader's, to be closed by who asked for it. Raises GradebookError."""
    try:
        return Gradebook(course.db_url, course.course_id)
    except NoSuchModuleError as fault:
        raise GradebookError(f"{_SETTING} names no kind of database that is known here: {fault}.") from fault
    except ArgumentError:  # its text would repeat the whole setting
        raise GradebookError(f"{_SETTING} is no address of a database. An address begins like sqlite:///") from None
    except ModuleNotFoundError as fault:
        where = _shown(course.db_url)
        remedy = "Install it into the environment that this command runs in."
        raise GradebookError(f"The gradebook {where} needs the Python package {fault.name}. {remedy}") from fault
    except SQLAlchemyError as fault:
        why = str(fault.orig if isinstance(fault, DBAPIError) else fault).strip().partition("\n")[0].rstrip(".")
        remedy = f"Look whether its database runs and may be read and written, and at {_SETTING}."
        raise GradebookError(f"The gradebook {_shown(course.db_url)} can't be opened: {why}. {remedy}") from fault


def _shown(address: str) -> str:
    return make_url(address).render_as_string(hide_password=True)
