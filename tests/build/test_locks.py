"""Builds into one folder wait for each other, and leave no file behind that they locked."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from congkhai.build.locks import lock
from tests.sources import ROOT

# Holds the lock of its argument until its standard input ends.
_HOLDER = """
import sys
from pathlib import Path
from congkhai.build.locks import lock
with lock(Path(sys.argv[1]), lambda: None) as held:
    print(held, flush=True)
    sys.stdin.read()
"""

# Counts three times in a file, each time under the lock.
_ADDER = """
import sys, time
from pathlib import Path
from congkhai.build.locks import lock
for _ in range(3):
    with lock(Path(sys.argv[1]), lambda: None):
        count = int(Path(sys.argv[2]).read_text())
        time.sleep(0.02)
        Path(sys.argv[2]).write_text(str(count + 1))
"""


def _holder(file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _HOLDER, str(file)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_lock_leaves_no_file_behind(tmp_path: Path) -> None:
    with lock(tmp_path / "a" / "x.lock") as held:
        assert held
    assert not list((tmp_path / "a").iterdir())


def test_a_lock_of_another_process_is_told_once_and_waited_for(tmp_path: Path) -> None:
    other, told = _holder(tmp_path / "x.lock"), []
    assert _line(other) == "True"
    with lock(tmp_path / "x.lock") as held:
        assert not held
    threading.Timer(0.7, other.kill).start()
    with lock(tmp_path / "x.lock", lambda: told.append(1)) as held:
        assert (held, told) == (True, [1])
    other.wait()
    assert not list(tmp_path.iterdir())


def test_who_waited_for_a_file_that_was_removed_shares_it_with_nobody(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0")
    command = [sys.executable, "-c", _ADDER, str(tmp_path / "x.lock"), str(tmp_path / "count")]
    for process in [subprocess.Popen(command, cwd=ROOT) for _ in range(3)]:
        assert process.wait(60) == 0
    assert (tmp_path / "count").read_text() == "9"
    assert [path.name for path in tmp_path.iterdir()] == ["count"]
