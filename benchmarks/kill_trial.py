"""One source that is edited back and forth, the site it is built into, and what lies there that should not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

MARK = ".congkhai"
Site = dict[str, bytes]


class Trial:
    """A source in one of two states, each with the site that a whole build makes of it."""

    def __init__(self, example: Path, folder: Path, build: Callable[[Trial], int]) -> None:
        self.source, self.output = folder / "source", folder / "public"
        shutil.copytree(example, self.source, ignore=shutil.ignore_patterns(".cache"))
        self._file = min((self.source / "content" / "procedures").rglob("*.yaml"))
        self._texts = [self._file.read_text(encoding="utf-8")]
        self._texts.append(self._texts[0].replace("steps: |\n", "steps: |\n  Trước hết xem lại giấy tờ.\n\n"))
        assert self._texts[0] != self._texts[1], self._file
        self.states: list[Site] = []
        for number in (0, 1):
            self.edit(number)
            assert build(self) == 0
            self.states.append(site_of(self.output))
            shutil.rmtree(self.output)
            shutil.rmtree(self.source / ".cache")

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
        of_source = [path.name for path in self.source.iterdir() if path.name not in ("content", "site.yaml", ".cache")]
        cache = self.source / ".cache" / "congkhai"
        stores = [path.name for path in cache.iterdir() if path.suffix in (".new", ".tmp")]
        return beside + of_source + stores + [path.name for path in cache.glob("site-*") if ".before" not in path.name]


def site_of(folder: Path) -> Site:
    """Return the files of a site by path, without its mark."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
