"""The Jupyter server extension: progress, sections read, and how far a fetched knowledge check is answered.

Fetching, submitting and feedback are nbgrader's own endpoints; the page calls them itself.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.extension.application import ExtensionApp
from tornado import web
from traitlets import Unicode

from course import mydata, preferences, progress
from course.progress import CourseFileError
from course.question_files import QuestionFileError, course_data
from course.responses import NotSavedError
from course.words import say


class CourseServer(ExtensionApp):
    """Serves the course page."""

    name = "course"
    lessons = Unicode("lessons", help="The folder of lessons, below the server's root folder.").tag(config=True)
    nbgrader_course = Unicode("", help="The course's id in nbgrader; the course's own where it is empty.").tag(
        config=True
    )

    def initialize_settings(self) -> None:
        """What the handlers work with."""
        assert self.serverapp is not None  # noqa: S101  (set before this is called)
        root = Path(self.serverapp.root_dir).expanduser()
        self.settings |= {
            "course_root": root,
            "course_lessons": self.lessons,
            "course_nbgrader": self.nbgrader_course,
        }

    def initialize_handlers(self) -> None:
        """The addresses, below the server's own."""
        self.handlers += [
            (r"/course/progress", ProgressHandler),
            (r"/course/read", ReadHandler),
            (r"/course/answered", AnsweredHandler),
            (r"/course/checks", ChecksHandler),
            (r"/course/settings", SettingsHandler),
            (r"/course/data", DataHandler),
            (r"/course/data/copy", CopyHandler),
        ]


class CourseHandler(APIHandler):
    """Answers in JSON; what is wrong is told in words for a learner."""

    auth_resource = "course"

    @property
    def root(self) -> Path:
        """The server's root folder: the learner's home."""
        return Path(self.settings["course_root"])

    @property
    def lessons(self) -> Path:
        """The folder of lessons."""
        return self.root / str(self.settings["course_lessons"])

    def course(self) -> dict[str, Any]:
        """The course that lies in the folder of lessons."""
        try:
            return progress.read_course(self.lessons)
        except CourseFileError as fault:
            raise web.HTTPError(404, str(fault), reason=str(fault)) from None


class ProgressHandler(CourseHandler):
    """GET: the course, and how far the learner has come."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """`progress.progress`, with the paths and ids that the page needs to open things."""
        course = progress.progress(self.course(), self.lessons)
        course["lessons"] = self.settings["course_lessons"]
        course["nbgrader"] = self.settings["course_nbgrader"] or course["course"]
        self.finish(json.dumps(course))


class ReadHandler(CourseHandler):
    """POST: a section was read to its end."""

    @web.authenticated
    @authorized
    def post(self) -> None:
        """Takes `{"lesson": file name, "cell": cell id}`; answers `{"new": true}` where it is the first time."""
        body = self.get_json_body()
        if not isinstance(body, dict) or not all(isinstance(body.get(name), str) for name in ("lesson", "cell")):
            raise web.HTTPError(400, "lesson and cell are wanted")
        try:
            is_new = progress.note_read(self.course(), body["lesson"], body["cell"])
        except NotSavedError as fault:
            raise web.HTTPError(507, str(fault), reason="not saved") from None
        self.finish(json.dumps({"new": is_new}))


class AnsweredHandler(CourseHandler):
    """GET: how far a fetched knowledge check is answered."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """Takes the folder of the check, below the server's root; answers as `progress.answered`."""
        folder = (self.root / self.get_argument("folder")).resolve()
        if not folder.is_relative_to(self.root.resolve()):
            raise web.HTTPError(404, "there is no such folder below your own")
        try:
            self.finish(json.dumps(progress.answered(folder)))
        except QuestionFileError as fault:
            raise web.HTTPError(404, str(fault)) from None


class ChecksHandler(CourseHandler):
    """GET: what is known of the knowledge checks besides nbgrader's list: due dates, results, open retakes."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """Answers with `Exchange.told` of each check, by its id."""
        from course.server.exchange import Exchange

        course = self.course()
        exchange = Exchange.find(self.root, self.settings["course_nbgrader"] or course["course"])
        checks = [module["check"] for module in course["modules"]]
        self.finish(json.dumps({one["id"]: exchange.told(one["id"], one.get("retake", "")) for one in checks}))


class SettingsHandler(CourseHandler):
    """GET: what the learner has chosen for themselves. POST: changes it."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """Answers with the fields of `preferences.Preferences`."""
        self.finish(json.dumps(preferences.read()._asdict()))

    @web.authenticated
    @authorized
    def post(self) -> None:
        """Takes the fields to change, and answers with all of them as they are now."""
        body = self.get_json_body()
        try:
            if not isinstance(body, dict):
                raise ValueError("an object of settings is wanted")
            found = preferences.keep(body)
        except ValueError as fault:
            raise web.HTTPError(400, str(fault)) from None
        except OSError as fault:
            text = say("preferences-unwritten", fault=fault.strerror)
            raise web.HTTPError(507, text, reason="not kept") from None
        self.finish(json.dumps(found._asdict()))


class DataHandler(CourseHandler):
    """GET: what is kept of the learner. POST: takes it away."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """Answers with what `mydata.kept` tells, and with what remains elsewhere."""
        things = mydata.kept(course_data(self.course()["course"]), self.root)
        kept = [thing._asdict() | {"path": str(thing.path)} for thing in things]
        self.finish(json.dumps({"kept": kept, "remains": say("remains")}))

    @web.authenticated
    @authorized
    def post(self) -> None:
        """Takes `{"erase": [kind, ...]}`; answers with the number of files and folders that are gone."""
        body = self.get_json_body()
        kinds = body.get("erase") if isinstance(body, dict) else None
        if not isinstance(kinds, list) or not set(map(str, kinds)) <= set(mydata.OWN):
            raise web.HTTPError(400, "erase wants a list of kinds")
        try:
            gone = mydata.erase(course_data(self.course()["course"]), kinds)
        except OSError as fault:
            raise web.HTTPError(500, say("not-erased", fault=fault.strerror), reason="not erased") from None
        self.finish(json.dumps({"gone": len(gone)}))


class CopyHandler(CourseHandler):
    """GET: a copy of what is kept, as a file to save."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """Takes `format`, html or json, and `reflections=yes` for those, too."""
        is_page = self.get_argument("format", "html") == "html"
        with_reflections = self.get_argument("reflections", "no") == "yes"
        data = course_data(self.course()["course"])
        values = mydata.values(data, self.root, with_reflections=with_reflections)
        self.set_header("Content-Type", f"{'text/html' if is_page else 'application/json'}; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="my-data.{"html" if is_page else "json"}"')
        self.finish(mydata.as_html(values) if is_page else json.dumps(values, ensure_ascii=False, indent=1))
