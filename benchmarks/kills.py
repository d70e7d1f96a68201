"""Kills builds at random moments and counts what is left: mixed sites, leftovers, tracebacks, next builds that differ.

    PYTHONPATH=. .venv/bin/python benchmarks/kills.py --rounds 60

Two states of one source are built in turns, in full (`--full`) or incrementally; each build gets a signal at a random
moment of the time that it takes, then the folder is compared with both states, then the next build runs to its end.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MARK = ".congkhai"
DAY = "2026-11-22"
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
Site = dict[str, bytes]


class Trial:
    """One source that is edited back and forth, and the site it is built into."""

    def __init__(self, example: Path, folder: Path) -> None:
        self.source, self.output = folder / "source", folder / "public"
        shutil.copytree(example, self.source, ignore=shutil.ignore_patterns(".cache"))
        self._file = min((self.source / "content" / "procedures").rglob("*.yaml"))
        self._texts = [self._file.read_text(encoding="utf-8")]
        self._texts.append(self._texts[0].replace("steps: |\n", "steps: |\n  Trước hết xem lại giấy tờ.\n\n"))
        assert self._texts[0] != self._texts[1], self._file
        self.states = [self._reference(folder / f"reference-{number}", number) for number in (0, 1)]

    def _reference(self, folder: Path, number: int) -> Site:
        shutil.copytree(self.source, folder / "source")
        name = self._file.relative_to(self.source)
        (folder / "source" / name).write_text(self._texts[number], encoding="utf-8")
        assert run(folder / "source", folder / "site").wait() == 0
        found = site_of(folder / "site")
        shutil.rmtree(folder)
        return found

    def edit(self, number: int) -> None:
        """Bring the source into state 0 or 1."""
        self._file.write_text(self._texts[number], encoding="utf-8")

    def state(self) -> int | None:
        """Return which state the site is in, None where it is a mix."""
        found = site_of(self.output)
        return self.states.index(found) if found in self.states else None

    def leftovers(self) -> list[str]:
        """Return what lies beside the site, or waits in the cache, and belongs to no build that ended."""
        beside = [path.name for path in self.output.parent.iterdir() if path.name not in ("source", "public")]
        cache = self.source / ".cache" / "congkhai"
        stores = [path.name for path in cache.iterdir() if path.suffix in (".new", ".tmp")]
        return beside + stores + [path.name for path in cache.glob("site-*") if ".before" not in path.name]

    def orphans(self) -> list[str]:
        """Return the processes of killed builds that still run (Linux)."""
        name, found = str(self.output).encode(), []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                if name in path.read_bytes():
                    found.append(path.parent.name)
            except OSError:
                continue
        return found


def run(source: Path, output: Path, *options: str) -> subprocess.Popen[str]:
    """Start a build."""
    command = [sys.executable, str(ROOT / "build.py"), "build", "--source", str(source), "--output", str(output)]
    command += ["--today", DAY, *options]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def site_of(folder: Path) -> Site:
    """Return the files of a site by path, without its mark."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def measure(trial: Trial, options: tuple[str, ...], rounds: int, chance: random.Random) -> Counter[str]:
    """Kill `rounds` builds with the options, and count what went wrong."""
    count: Counter[str] = Counter()
    started = time.monotonic()
    trial.edit(0)
    assert run(trial.source, trial.output, *options).wait() == 0
    trial.edit(1)
    assert run(trial.source, trial.output, *options).wait() == 0
    longest = (time.monotonic() - started) * 0.6
    for turn in range(rounds):
        trial.edit(turn % 2)
        process = run(trial.source, trial.output, *options)
        time.sleep(chance.uniform(0, longest))
        sent = SIGNALS[turn % len(SIGNALS)]
        os.killpg(process.pid, sent) if sent is signal.SIGINT else process.send_signal(sent)
        errors = process.communicate()[1]
        count["killed"] += process.returncode != 0
        count["mixes"] += trial.state() is None
        count["tracebacks"] += "Traceback" in errors and sent is not signal.SIGINT
        time.sleep(0.1)
        count["orphans"] += len(trial.orphans())
        following = run(trial.source, trial.output, *options)
        errors = following.communicate()[1]
        count["next builds that failed"] += following.returncode != 0
        count["next builds that differ"] += trial.state() != turn % 2
        count["leftovers"] += len(trial.leftovers())
        count["rounds"] += 1
    return count


def main() -> None:
    """Measure full and incremental builds, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--example", type=Path, default=ROOT / "tests" / "golden" / "source")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    for name, options in (("full", ("--full",)), ("incremental", ())):
        with tempfile.TemporaryDirectory(prefix="congkhai-kills-") as folder:
            count = measure(Trial(given.example, Path(folder)), options, given.rounds, chance)
        kinds = ("rounds", "killed", "mixes", "leftovers", "orphans", "tracebacks")
        kinds += ("next builds that failed", "next builds that differ")
        print(f"{name}: " + ", ".join(f"{kind} {count[kind]}" for kind in kinds), flush=True)


if __name__ == "__main__":
    main()
