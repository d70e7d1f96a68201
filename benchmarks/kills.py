"""Kills builds and previews and counts what is left: mixed sites, leftovers, tracebacks, next builds that differ.

    PYTHONPATH=. .venv/bin/python benchmarks/kills.py --rounds 60

One source is edited back and forth. Each command gets a signal at a random moment of the time that it takes, or dies
before a chosen change of the disk (`steps`); then the folder is compared with both states, then the next build runs
to its end. Commands are forks of this process, which has the program loaded, so that a round takes a second.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import socket
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from benchmarks.kill_trial import Trial
from congkhai.commands.cli import command
from congkhai.commands.cli import main as call_program
from tests.build.killing import _die_at

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-11-22"
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
COUNTED = ("rounds", "killed", "mixes", "leftovers", "orphans", "tracebacks")
COUNTED += ("next builds that failed", "next builds that differ")
# More steps than any build of a small source takes.
_MANY_STEPS = 100_000


class Command:
    """A command of the program in a process of its own, with what it says on standard error."""

    def __init__(self, *arguments: str, before: Callable[[], object] = lambda: None) -> None:
        """Start the command; `before` is called in the new process."""
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed when the command has ended)
        sys.stdout.flush()
        self.process = os.fork()
        if self.process == 0:
            self._become(arguments, before)

    def _become(self, arguments: tuple[str, ...], before: Callable[[], object]) -> None:
        code = 0
        try:
            os.setsid()
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(self._errors.fileno(), 2)
            sys.argv = ["build.py", *arguments]
            before()
            call_program()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(bool(end.code))
        except BaseException:
            traceback.print_exc()
            code = 4
        finally:
            sys.stderr.flush()
            os._exit(code)

    def ended(self) -> tuple[int, str]:
        """Wait for the end; return the exit code (negative: the signal) and what was said."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")
        self._errors.close()
        return code, said

    def orphans(self) -> int:
        """How many processes of its session still run (Linux)."""
        found = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            found += fields[3] == str(self.process) and fields[0] != "Z"
        return found


def build(trial: Trial, *options: str, before: Callable[[], object] = lambda: None) -> Command:
    """Start a build."""
    folders = ("--source", str(trial.source), "--output", str(trial.output))
    return Command("build", *folders, "--today", DAY, *options, before=before)


def serve(trial: Trial, *_: str) -> Command:
    """Start a preview."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return Command("serve", "--source", str(trial.source), "--port", str(port), "--today", DAY)


def time_of(trial: Trial, options: tuple[str, ...]) -> float:
    """How long a build takes now (s)."""
    for state in (0, 1):
        trial.edit(state)
        started = time.monotonic()
        assert build(trial, *options).ended()[0] == 0
    return time.monotonic() - started


def after(trial: Trial, killed: Command, count: Counter[str], state: int) -> None:
    """Count what a killed command left, and run the next build."""
    code, said = killed.ended()
    count["rounds"] += 1
    count["killed"] += code != 0
    count["mixes"] += trial.state() is None
    count["tracebacks"] += "Traceback" in said
    time.sleep(0.1)
    count["orphans"] += killed.orphans()
    code, said = build(trial).ended()
    count["next builds that failed"] += code != 0
    count["tracebacks"] += "Traceback" in said
    count["next builds that differ"] += trial.state() != state
    count["leftovers"] += len(trial.leftovers())


def at_random(trial: Trial, start: Callable[..., Command], rounds: int, chance: random.Random) -> Counter[str]:
    """Kill commands at random moments."""
    count: Counter[str] = Counter()
    longest = time_of(trial, ("--full",) if start is whole else ())
    for turn in range(rounds):
        trial.edit(turn % 2)
        begun = start(trial)
        waited = chance.uniform(0, longest * 1.3)
        time.sleep(waited / 2)
        if start is serve:  # a change while it runs, as an editor makes it
            trial.edit(turn % 2)
        time.sleep(waited / 2)
        sent = SIGNALS[turn % len(SIGNALS)]
        with suppress(ProcessLookupError):
            (os.kill if sent is signal.SIGKILL else os.killpg)(begun.process, sent)
        after(trial, begun, count, turn % 2)
    return count


def whole(trial: Trial, *options: str) -> Command:
    """Start a build of everything."""
    return build(trial, "--full", *options)


def by_steps(trial: Trial, options: tuple[str, ...], rounds: int) -> Counter[str]:
    """Let builds die before evenly chosen changes of the disk, from the first to the last."""
    count: Counter[str] = Counter()
    time_of(trial, options)
    steps = _steps_of(trial, options)
    for turn in range(rounds):
        trial.edit(turn % 2)
        step = 1 + turn * steps // rounds
        after(trial, build(trial, *options, before=lambda step=step: _die_at(step)), count, turn % 2)
    return count


def _steps_of(trial: Trial, options: tuple[str, ...]) -> int:
    """How many changes of the disk a build makes: the first step before which none dies."""
    low, high = 1, _MANY_STEPS
    while low < high:
        middle = (low + high) // 2
        trial.edit(0)
        build(trial).ended()
        trial.edit(1)
        died = build(trial, *options, before=lambda step=middle: _die_at(step)).ended()[0] == 137
        low, high = (middle + 1, high) if died else (low, middle)
    return low


def main() -> None:
    """Measure whole builds, updates and previews, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--example", type=Path, default=ROOT / "tests" / "golden" / "source")
    parser.add_argument("--only", default="", help="the name of one row")
    given = parser.parse_args()
    for name in ("build", "serve"):
        command(name)
    kinds: dict[str, Callable[[Trial, random.Random], Counter[str]]] = {
        "whole": lambda trial, chance: at_random(trial, whole, given.rounds, chance),
        "updates": lambda trial, chance: at_random(trial, build, given.rounds, chance),
        "serve": lambda trial, chance: at_random(trial, serve, given.rounds, chance),
        "updates by steps": lambda trial, _: by_steps(trial, (), given.rounds),
        "whole by steps": lambda trial, _: by_steps(trial, ("--full",), given.rounds),
    }
    for name, measure in kinds.items():
        if given.only not in ("", name):
            continue
        with tempfile.TemporaryDirectory(prefix="congkhai-kills-") as folder:
            trial = Trial(given.example, Path(folder), lambda one: build(one).ended()[0])
            count = measure(trial, random.Random(given.seed))
        print(f"{name}: " + ", ".join(f"{kind} {count[kind]}" for kind in COUNTED), flush=True)


if __name__ == "__main__":
    main()
