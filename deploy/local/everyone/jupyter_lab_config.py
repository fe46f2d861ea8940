"""Where JupyterLab finds the course's extension: in the package that is imported, so that an edit counts at once."""

from pathlib import Path
from typing import Any

import course

c: Any = get_config()  # type: ignore[name-defined]  # noqa: F821 - Jupyter hands it to this file

c.LabServerApp.extra_labextensions_path = [str(Path(course.__file__).parent / "labextensions")]
