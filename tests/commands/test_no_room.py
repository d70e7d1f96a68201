"""What the system lacks, room or memory, is told in one line and exit 2, with no report of a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from congkhai.commands import cli
from congkhai.foundation.processes import spread
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


def test_a_process_that_the_system_ended_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def killed() -> None:
        list(spread(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(4), jobs=2))

    monkeypatch.setattr(cli, "commands", killed)
    with pytest.raises(SystemExit) as end:
        cli.main()
    said = capsys.readouterr().err
    assert (end.value.code, said.count("\n")) == (2, 1)
    assert "hết bộ nhớ" in said


def test_a_command_whose_streams_are_closed_does_its_work_and_speaks_to_nobody() -> None:
    command = f"{sys.executable} build.py fmt --check --source tests/golden/source >&- 2>&-"
    assert subprocess.run(command, cwd=ROOT, shell=True, check=False).returncode == 1
