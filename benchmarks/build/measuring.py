"""Runs one command and says what it cost: wall and processor seconds, and the peak memory of all its processes.

Processor time is what the system charged the command and all children it waited for (wait4). Memory is sampled from
/proc twenty times a second: resident sizes of all processes summed, in which pages shared by fork count once for each
process, and proportional sizes (five times a second), in which they count once.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_EVERY = 0.05  # seconds
_PROPORTIONAL_EVERY = 4  # samples


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost: seconds, bytes, and its exit code."""

    wall: float
    cpu: float
    resident: int
    proportional: int
    exit_code: int

    def __add__(self, other: Cost) -> Cost:
        """The cost of doing one after the other."""
        return Cost(
            self.wall + other.wall,
            self.cpu + other.cpu,
            max(self.resident, other.resident),
            max(self.proportional, other.proportional),
            self.exit_code or other.exit_code,
        )


def measure(command: Sequence[str], *, folder: Path, log: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end; what it prints goes into `log`."""
    env = {**os.environ, **(environment or {})}
    with log.open("wb") as output:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        memory = _Memory(process.pid)
        memory.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
    memory.ended.set()
    memory.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    largest = usage.ru_maxrss * 1024  # of any one process, also of those that lived between two samples
    resident, proportional = max(memory.resident, largest), memory.proportional or memory.resident or largest
    return Cost(wall, usage.ru_utime + usage.ru_stime, resident, proportional, process.returncode)


class _Memory(threading.Thread):
    """Watches the memory of a process and all below it."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.ended = pid, threading.Event()
        self.resident = self.proportional = 0

    def run(self) -> None:
        sample = 0
        while not self.ended.wait(_EVERY):
            pids = list(_tree(self.pid))
            self.resident = max(self.resident, sum(map(_resident, pids)))
            if sample % _PROPORTIONAL_EVERY == 0:
                self.proportional = max(self.proportional, sum(map(_proportional, pids)))
            sample += 1


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            for child in Path(f"/proc/{pid}/task/{task}/children").read_text().split():
                yield from _tree(int(child))


def _resident(pid: int) -> int:
    with suppress(OSError, IndexError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    return 0


def _proportional(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
