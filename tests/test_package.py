"""The package as it is installed: one version, doors that open, templates and static files that come along."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import congkhai
from congkhai.foundation.program import PROGRAM, STATIC, TEMPLATES, layers
from tests.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HATCH = PROJECT["tool"]["hatch"]


def test_the_version_stands_in_one_place() -> None:
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert "version" not in PROJECT["project"]
    assert f'__version__ = "{congkhai.__version__}"' in (ROOT / HATCH["version"]["path"]).read_text("utf-8")


def test_the_script_and_the_module_open_the_same_door() -> None:
    module, _, name = PROJECT["project"]["scripts"]["congkhai"].partition(":")
    assert getattr(import_module(module), name) is import_module("congkhai.__main__").main


def test_all_that_makes_a_site_is_in_the_wheel() -> None:
    forced = HATCH["build"]["targets"]["wheel"]["force-include"]
    carried = {name: place for name, place in forced.items() if not name.startswith("content/")}
    assert {ROOT / name for name in carried} | {ROOT / "congkhai"} == set(PROGRAM.values())
    assert all(place == f"congkhai/_data/{name}" for name, place in carried.items())
    assert all(folder.is_dir() for folder in PROGRAM.values())


def test_what_a_wheel_needs_to_run_is_pinned_in_both_lists() -> None:
    locked = (ROOT / "requirements.txt").read_text("utf-8").replace(" \\\n", "\n").splitlines()
    needs = [need.partition("==") for need in PROJECT["project"]["dependencies"]]
    assert {f"{name.replace('.', '-')}=={version}" for name, _, version in needs} <= set(locked)


def test_the_folder_of_a_source_lies_over_the_built_in_one(tmp_path: Path) -> None:
    assert layers(TEMPLATES, tmp_path) == (TEMPLATES, tmp_path / "templates")
    assert layers(STATIC, STATIC.parent) == (STATIC,)
