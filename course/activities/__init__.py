"""The activities of a notebook as widgets, and their way to the learner's data; a module each, loaded when used."""
