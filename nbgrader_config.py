"""The course's nbgrader settings; this folder is nbgrader's course directory."""

from course.grading import configure

c = get_config()  # noqa: F821  (nbgrader provides it when it reads this file)

c.CourseDirectory.course_id = "peer-support"
configure(c)

# Where a card shows the right answer: "nowhere", "formgrader" (the instructor's screen) or "feedback" (learners too).
c.ShowCards.right_answers = "formgrader"

# Where learners open lessons, for links from feedback to what to read again; "" names the sections without links.
c.FeedbackExporter.lessons = "/hub/user-redirect/lab/tree/lessons"
