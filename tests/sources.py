"""Source folders for tests: a small sound one, and what is laid over it to break it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from click.testing import CliRunner, Result

from congkhai.build.builder import Build, Settings, build_site
from congkhai.commands.cli import commands
from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Problem
from congkhai.foundation.report import word

ROOT = Path(__file__).resolve().parents[1]
SOUND = ROOT / "tests" / "golden" / "source"
TODAY = datetime.date(2024, 6, 1)
PLAN = "content/plans/an-binh-2024.yaml"
AGENCIES = "content/agencies/an-binh.yaml"
DOCUMENTS = "content/documents/an-binh.yaml"
PAGE = "content/pages/gioi-thieu.md"
PROGRESS = "content/progress/an-binh-2024.yaml"

# What becomes of one file of the sound source: new content, or something done with its path.
Change = str | bytes | Callable[[Path], object]


# What a source of plans alone does without; the fewer pages, the faster the test.
OF_PROCEDURES = shutil.ignore_patterns(
    ".cache", "procedures", "processes", "announcements", "feedback", "indicators", "window_lists", "sectors.yaml"
)
# What other tests keep in the sound source while this one copies it.
_KEPT = shutil.ignore_patterns(".cache")


def lay(folder: Path, changes: Mapping[str, Change] | None = None, *, procedures: bool = True) -> Path:
    """Copy the sound source to a new folder and lay changes (path → content or deed) over it."""
    shutil.copytree(SOUND, folder, ignore=_KEPT if procedures else OF_PROCEDURES)
    for name, change in (changes or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(change, str):
            path.write_bytes(change.encode("utf-8"))
        elif isinstance(change, bytes):
            path.write_bytes(change)
        else:
            change(path)
    return folder


def edited(name: str, old: str, new: str) -> dict[str, Change]:
    """The sound source's file with one passage, which must stand there once, put differently."""
    text = (SOUND / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    return {name: text.replace(old, new)}


def added(name: str, more: str) -> dict[str, Change]:
    """The sound source's file with more text at its end."""
    return {name: (SOUND / name).read_text(encoding="utf-8") + more}


def run(*arguments: object) -> Result:
    """Run a command of build.py as a person would."""
    return CliRunner().invoke(commands, [str(argument) for argument in arguments], prog_name="build.py")


def built(source: Path, day: datetime.date = TODAY, **options: str) -> Build:
    """Build a source; one of the repository, which no test changes, once a run, so that nobody may change the files.

    Who changes the program (monkeypatch) builds anew.
    """
    return (_built_once if source.is_relative_to(ROOT) else built_anew)(source, day, **options)


def built_anew(source: Path, day: datetime.date = TODAY, **options: str) -> Build:
    """Build a source, whether it was built before or not."""
    return build_site(Settings(source, day, **options))


_built_once = cache(built_anew)


def told(problem: Problem, labels: Labels) -> str:
    """A problem as expected reports hold it: code, place, message, hint."""
    path, line, column = problem.place[:3]
    worded = word(problem, labels)
    hint = f"\n  → {worded.hint}" if worded.hint else ""
    return f"{problem.code} {path}:{line}:{column}\n  {worded.message}{hint}\n"


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
