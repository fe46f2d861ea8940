"""The engine piece by piece, in plain Python: no kernel, no browser, no nbgrader."""
