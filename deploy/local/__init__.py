"""The course in a JupyterHub on one computer: what `make start` runs."""
