"""What JupyterLab is told of the course's code: by it the extension knows the notebooks that may run by themselves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from course.build.cells import KERNEL, as_json

# A folder of settings for JUPYTER_CONFIG_PATH: Lab hands its page config to every page. It lies with whoever runs
# the server, never beside a notebook, where whoever wrote the notebook could have written it too.
SHIPPED = PurePosixPath("shipped", "labconfig", "page_config.json")


def shipped_file(files: Mapping[PurePosixPath, bytes]) -> bytes:
    """The hash of each code cell of the given notebooks; of the masters, which learners never get, none."""
    code = {hashlib.sha256(source.encode()).hexdigest() for source in _code_of_learners(files)}
    return as_json({"courseCode": sorted(code), "courseKernel": KERNEL})


def _code_of_learners(files: Mapping[PurePosixPath, bytes]) -> Iterator[str]:
    for path, data in files.items():
        if path.suffix == ".ipynb" and path.parts[0] != "source":
            cells = json.loads(data)["cells"]
            yield from ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
