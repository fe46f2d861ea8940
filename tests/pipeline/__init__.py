"""The course from content to gradebook, by the very commands that instructors and learners use."""
