"""One environment, written down once: pyproject.toml, the locks, environment.yml and the npm locks say the same."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections import defaultdict
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from deploy.local.settings import ROOT
from deploy.setup_environment import claimed_pythons

PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT: dict[str, Any] = PYPROJECT["project"]
GROUPS: dict[str, list[str]] = PYPROJECT["dependency-groups"]
CLAIMED = ["3.11", "3.12", "3.13"]
PIN = re.compile(r"^([a-z0-9-]+)(?:\[([a-z0-9,-]+)\])?==(\S+)(?: ; (.+?))? \\$")
NPM_LOCKS = sorted(ROOT.glob("package-lock.json")) + sorted((ROOT / "deploy").glob("*/package-lock.json"))


class Lock:
    """The pins of a lock: for each package its versions, each with the marker that says where it counts."""

    def __init__(self, name: str) -> None:
        self.text = (ROOT / name).read_text()
        self.pins: dict[str, dict[str, str]] = defaultdict(dict)
        self.extras: dict[str, set[str]] = defaultdict(set)
        self.unhashed: list[str] = []
        lines = self.text.splitlines()
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if line.startswith(("#", " ")):
                continue
            found = PIN.match(line)
            assert found, f"{name}: {line!r} is no pin"
            self.pins[found[1]][found[3]] = found[4] or ""
            self.extras[found[1]].update((found[2] or "").split(","))
            if not re.match(r"    --hash=sha256:[0-9a-f]{64}", after):
                self.unhashed.append(line)

    def version(self, package: str, python: str) -> str:
        """The one version that is installed on Linux with this Python."""
        here = {"python_version": python, "python_full_version": f"{python}.9", "sys_platform": "linux"}
        here |= {"os_name": "posix", "implementation_name": "cpython", "platform_python_implementation": "CPython"}
        fitting = [v for v, marker in self.pins[package].items() if not marker or Marker(marker).evaluate(dict(here))]
        assert len(fitting) == 1, f"{package} on {python}: {fitting or 'no pin'}"
        return fitting[0]


LOCK, DEV_LOCK = Lock("requirements.lock"), Lock("requirements-dev.lock")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_claimed_pythons_are_those_of_the_tests() -> None:
    claimed = SpecifierSet(PROJECT["requires-python"])
    assert [f"3.{minor}" for minor in range(8, 20) if f"3.{minor}.0" in claimed] == CLAIMED


def test_set_up_reads_the_same_range_of_pythons() -> None:
    assert claimed_pythons(ROOT / "pyproject.toml") == ((3, 11), (3, 14))


def test_the_lock_names_the_extras_that_packages_ask_of_each_other() -> None:
    # pip before 24 looks for a package with extras apart from the pin without them, and takes its newest version.
    for package in distributions():
        for requirement in map(Requirement, package.requires or []):
            name = canonical(requirement.name)
            if canonical(package.name) in LOCK.pins and name in LOCK.pins and not requirement.marker:
                assert {canonical(extra) for extra in requirement.extras} <= LOCK.extras[name], (
                    f"{package.name}: {name}"
                )


@pytest.mark.parametrize("python", CLAIMED)
def test_the_lock_holds_all_that_the_course_and_its_hub_need(python: str) -> None:
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["hub"] + GROUPS["build"]
    for requirement in map(Requirement, wanted):
        assert LOCK.version(canonical(requirement.name), python) in requirement.specifier


@pytest.mark.parametrize("python", CLAIMED)
def test_the_dev_lock_holds_all_that_the_tests_need(python: str) -> None:
    for requirement in map(Requirement, GROUPS["dev"]):
        assert DEV_LOCK.version(canonical(requirement.name), python) in requirement.specifier


def test_the_tests_run_on_the_very_versions_that_learners_use() -> None:
    for package, versions in LOCK.pins.items():
        assert set(versions) <= set(DEV_LOCK.pins[package]), package


@pytest.mark.parametrize("lock", [LOCK, DEV_LOCK], ids=["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_its_hash(lock: Lock) -> None:
    assert lock.unhashed == []


@pytest.mark.parametrize("lock", [LOCK, DEV_LOCK], ids=["requirements.lock", "requirements-dev.lock"])
def test_no_lock_names_an_address(lock: Lock) -> None:
    assert "://" not in lock.text
    assert "index-url" not in lock.text


@pytest.mark.parametrize("file", NPM_LOCKS, ids=lambda file: str(file.relative_to(ROOT)))
def test_npm_locks_hold_hashes_and_no_addresses(file: Path) -> None:
    packages = json.loads(file.read_text())["packages"]
    fetched = {name: package for name, package in packages.items() if name and not package.get("link")}
    assert fetched
    assert [name for name, package in fetched.items() if "resolved" in package] == []
    assert [name for name, package in fetched.items() if not package.get("integrity", "").startswith("sha512-")] == []


def test_the_image_has_a_claimed_python_and_the_same_lock() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    python, pip_itself, pip = environment["dependencies"]
    assert python.removeprefix("python=") in CLAIMED
    assert pip_itself == "pip"
    # Nothing beside the lock: pip would then ask for a hash of that too.
    assert pip == {"pip": ["-r requirements.lock"]}
    assert environment["name"] == PROJECT["name"]


def test_the_image_is_completed_with_the_course_and_nothing_unpinned() -> None:
    script = ROOT / "postBuild"
    assert script.stat().st_mode & 0o111
    assert "pip install --no-deps --no-build-isolation --no-index ." in script.read_text()
    backend = PYPROJECT["build-system"]["requires"]
    assert {Requirement(one).name for one in backend} <= set(LOCK.pins)


def test_no_key_gets_into_a_learners_image() -> None:
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if not line.startswith("#")]
    assert lines[0] == "*"
    let_in = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert let_in == {
        "environment.yml", "postBuild", "requirements.lock", "pyproject.toml", "README.md", "LICENSE",
        "course", "notebooks",
    }  # fmt: skip


def test_set_up_needs_nothing_but_python() -> None:
    tree = ast.parse((ROOT / "deploy" / "setup_environment.py").read_text())
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names
