"""What is printed finds no room: one line and exit 2, no report of a crash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources import ROOT

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_below_the_output_is_told_in_one_line() -> None:
    with FULL.open("w") as full:
        command = [sys.executable, "build.py", "schedule", "Quý III/2024"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("Không còn chỗ để ghi")
    assert done.stderr.count("\n") == 1


def test_a_command_whose_streams_are_closed_does_its_work_and_speaks_to_nobody() -> None:
    command = f"{sys.executable} build.py fmt --check --source tests/golden/source >&- 2>&-"
    assert subprocess.run(command, cwd=ROOT, shell=True, check=False).returncode == 1
