"""What the course page asks of the learner's own Jupyter server; the only room that imports jupyter_server."""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    from course.server.extension import CourseServer

    return [{"module": "course.server", "app": CourseServer}]
