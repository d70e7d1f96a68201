"""The contenders: where each keeps its files, how it is made to start from nothing, and the commands that build."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
PEERS = HERE.parent / ".peers"
TODAY = "2025-07-15"
# The same for all: addresses of sitemaps, codes on sheets and calendars are whole ones.
BASE_URL = "https://tthc.example.vn/"


OURS = "content/procedures"


@dataclass(frozen=True, slots=True)
class Stage:
    """One command of a build; `row` is the name of the row that has this stage and all before it."""

    row: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contender:
    """A generator at work in a folder of its own: its stages, its output, what it keeps, and the record to edit."""

    name: str
    folder: Path
    stages: tuple[Stage, ...]
    kept: tuple[str, ...]
    records: str

    @property
    def output(self) -> Path:
        """Where the site is written."""
        return self.folder / "public"

    def forget(self) -> None:
        """Set aside the site and everything kept from earlier builds, so that the next build begins from nothing.

        Nothing is deleted here: on some file systems the kernel does that work later, at the cost of whoever writes
        most files next. `clear` deletes.
        """
        aside = Path(tempfile.mkdtemp(prefix="aside-", dir=self.folder))
        for name in ("public", "home", *self.kept):
            if (self.folder / name).exists():
                (self.folder / name).rename(aside / name)
        (self.folder / "home").mkdir(parents=True, exist_ok=True)

    def clear(self) -> None:
        """Delete what was set aside; nothing may be measured after this for a while."""
        for aside in self.folder.glob("aside-*"):
            shutil.rmtree(aside, ignore_errors=True)

    def lacks(self) -> int:
        """How many pages of procedures the site lacks."""
        records = sum(path.stem[0].isdigit() for path in (self.folder / self.records).rglob("*.*"))
        return records - len(list(self.output.glob("thu-tuc/[0-9]*/index.html")))

    def first_record(self) -> Path:
        """The file of a procedure."""
        return min((self.folder / self.records).rglob("1[.-]*"))


def ours(folder: Path, source: Path) -> Contender:
    """This project, with a copy of the source."""
    _copy(source, folder)
    build = (sys.executable, str(PROJECT / "build.py"), "build", "--source", ".", "--output", "public")
    stage = Stage("Công Khai", (*build, "--today", TODAY, "--base-url", BASE_URL), _home(folder))
    return Contender("congkhai", folder, (stage,), (".cache", ".congkhai"), OURS)


def our_check(folder: Path, source: Path) -> Contender:
    """This project's `check` alone."""
    _copy(source, folder)
    command = (sys.executable, str(PROJECT / "build.py"), "check", "--source", ".", "--today", TODAY)
    stage = Stage("Công Khai `check`", command, _home(folder))
    return Contender("check", folder, (stage,), (".cache", ".congkhai"), OURS)


def hugo(folder: Path, peer_source: Path) -> Contender:
    """Hugo, then Pagefind on what it wrote."""
    _copy(HERE / "peers" / "hugo", folder)
    _copy(peer_source, folder)
    command = (_peer("hugo/binaries/hugo"), "--destination", "public", "--cacheDir", str(folder / "home"))
    stages = (Stage("Hugo", command), _pagefind("Hugo + Pagefind"))
    return Contender("hugo", folder, stages, ("resources",), "content/thu-tuc")


def eleventy(folder: Path, peer_source: Path) -> Contender:
    """Eleventy, then Pagefind on what it wrote."""
    _copy(HERE / "peers" / "eleventy", folder)
    _copy(peer_source, folder)
    for data in folder.glob("*.11tydata.mjs"):
        place = folder / "content" / data.name.removesuffix(".11tydata.mjs")
        place.mkdir(parents=True, exist_ok=True)
        data.replace(place / data.name)
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(PEERS / "node" / "node_modules")
    command = ("node", "--max-old-space-size=16000", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")
    stages = (Stage("Eleventy", command, {"OUTPUT": "public"}), _pagefind("Eleventy + Pagefind"))
    return Contender("eleventy", folder, stages, (".cache",), "content/thu-tuc")


def _home(folder: Path) -> dict[str, str]:
    """Let a program keep its caches where `forget` finds them, and Python its compiled modules beside themselves."""
    home = {"HOME": str(folder / "home"), "XDG_CACHE_HOME": str(folder / "home" / "cache")}
    return {**home, "CI": "", "PYTHONDONTWRITEBYTECODE": ""}


def _pagefind(row: str) -> Stage:
    command = (_peer("pagefind_bin/pagefind"), "--site", "public", "--force-language", "vi", "--quiet")
    return Stage(row, command)


def _peer(name: str) -> str:
    found = next(PEERS.glob(f"venv/lib/python3*/site-packages/{name}"), None)
    if found is None:
        raise SystemExit(f"{name} is missing: run benchmarks/build/install_peers.sh first")
    return str(found)


def _copy(source: Path, folder: Path) -> None:
    shutil.copytree(source, folder, dirs_exist_ok=True)
