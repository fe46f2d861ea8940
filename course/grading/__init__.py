"""nbgrader's steps as the course needs them; the only room that imports nbgrader."""

from course.grading.autograde import MasterExporter
from course.grading.collect import Collect
from course.grading.export import BetterResults
from course.grading.generate_feedback import FeedbackExporter
from course.grading.release_assignment import ReleaseAssignment
from course.grading.release_feedback import ReleaseFeedback
from course.grading.settings import configure
from course.grading.show_cards import ShowCards

__all__ = [
    "BetterResults",
    "Collect",
    "FeedbackExporter",
    "MasterExporter",
    "ReleaseAssignment",
    "ReleaseFeedback",
    "ShowCards",
    "configure",
]
