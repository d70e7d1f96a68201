"""What VS Code shows: the YAML language server finds nothing in sound files, and underlines faults in faulty ones."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.site.test_schema import SETTINGS
from tests.sources import ROOT

NODE = shutil.which("node")
SERVER = ROOT / "node_modules" / "yaml-language-server"
FAULTY = """\
id: x
type: pln
title: A
territory: a
issuer: b
year: 20222
sections:
  - title: B
    items:
      - title: C
        led: D
"""
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    """What the server says of a sound file of each folder and of a faulty plan."""
    if not NODE or not SERVER.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("needs node and yaml-language-server (npm ci)")
        pytest.skip("needs node and yaml-language-server (npm ci)")
    folders = sorted(path for path in (ROOT / "content").iterdir() if path.is_dir())
    firsts = [found[0] for folder in folders if (found := sorted(folder.rglob("*.yaml")))]
    files = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in firsts}
    hover = {"path": "content/plans/x.yaml", "line": 1, "character": 1}
    asked = {"root": str(ROOT), "settings": SETTINGS, "files": {**files, hover["path"]: FAULTY}, "hover": hover}
    command = [NODE, str(HERE / "language_server.mjs")]
    told = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, timeout=120)
    answer: dict[str, Any] = json.loads(told.stdout)
    return answer


def test_sound_files_have_no_faults(shown: dict[str, Any]) -> None:
    sound = {path: faults for path, faults in shown["diagnostics"].items() if not path.endswith("/x.yaml")}
    assert len(sound) > 5
    assert {path: faults for path, faults in sound.items() if faults} == {}


def test_faults_are_underlined_in_their_lines(shown: dict[str, Any]) -> None:
    faults = shown["diagnostics"]["content/plans/x.yaml"]
    assert [fault.split(":")[0] for fault in faults] == ["2", "6", "11"]
    assert '"plan", "programme", "project"' in faults[0]


def test_a_key_is_told_in_vietnamese_under_the_pointer(shown: dict[str, Any]) -> None:
    assert "Loại kế hoạch. Bắt buộc." in shown["hover"]
    assert "`programme`: chương trình" in shown["hover"]
