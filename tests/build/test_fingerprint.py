"""What made a page is part of its key: the program, its libraries as they lie on the disk, what Python brings along."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from congkhai.build.incremental import fingerprint
from congkhai.build.incremental.fingerprint import Fingerprint
from congkhai.build.preparation import Settings
from congkhai.foundation.program import LIBRARIES, library_files, library_versions
from tests.sources import ROOT

# Prints the outermost names of all modules that a build has loaded from outside this program and Python itself.
_LOADED = """
import datetime, sys
from pathlib import Path
from congkhai.build.builder import Settings, build_site
build_site(Settings(Path("examples/thu-tuc"), datetime.date(2026, 11, 22)))
files = {name.split(".")[0]: getattr(module, "__file__", "") or "" for name, module in sys.modules.items()}
print(*(name for name, file in files.items() if "site-packages" in file))
"""


def test_no_build_loads_a_library_that_is_not_in_its_key() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "jinja2" in done.stdout
    assert set(done.stdout.split()) <= LIBRARIES.keys() | {"_distutils_hack"}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "drawing").mkdir()
    (tmp_path / "drawing" / "lines.py").write_text("WIDTH = 1\n")
    monkeypatch.setattr(fingerprint, "library_files", lambda: {"libraries/drawing": tmp_path / "drawing"})
    return tmp_path / "drawing" / "lines.py"


def _keys(source: Path) -> tuple[str, str]:
    found = Fingerprint(Settings(source, datetime.date(2026, 11, 22)))
    return found.quick, found.content


def test_a_library_that_was_edited_without_a_new_version_is_another(tmp_path: Path, library: Path) -> None:
    before = _keys(tmp_path)
    library.write_text("WIDTH = 2\n")
    after = _keys(tmp_path)
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_a_library_that_was_installed_anew_is_the_same_by_content(tmp_path: Path, library: Path) -> None:
    before = _keys(tmp_path)
    library.unlink()
    library.write_text("WIDTH = 1\n")
    assert before[1] == _keys(tmp_path)[1]


def test_libraries_are_found_where_they_lie_with_their_versions() -> None:
    files = library_files()
    assert (files["libraries/jinja2"] / "environment.py").is_file()
    assert files["libraries/typing_extensions"].is_file()
    assert any(line.startswith("jinja2 3") for line in library_versions())
