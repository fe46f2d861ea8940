"""nbgrader's steps as the course needs them; the only room that knows nbgrader."""
