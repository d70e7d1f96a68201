"""Changes a few files of a site that stands: laid beside it first, then moved to their places, one by one.

A fault before the moving leaves the site as it was; what is interrupted while it moves is finished by the next build.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from congkhai.build.output.marks import MARK, UNFINISHED, folder_of, mark_text, writing

_LIST = ".congkhai-patch.json"


class Patch:
    """The new and other files of a site on their way (path relative to the site), and those that go.

    A context: what is not published by its end is gone, and the site stands as it was.
    """

    def __init__(self, output: Path) -> None:
        """Take the folder of a site of ours."""
        self._output = output.resolve()
        self._files: list[str] = []
        self._gone: list[str] = []

    def __enter__(self) -> Patch:
        with writing():
            folder = tempfile.mkdtemp(prefix=f".{self._output.name}.new-", dir=self._output.parent)
        self._folder = Path(folder)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def write(self, name: str, data: bytes) -> None:
        """Write a file into the staging folder."""
        with writing():
            (self._folder / folder_of(name)).mkdir(parents=True, exist_ok=True)
            (self._folder / name).write_bytes(data)
        self._files.append(name)

    def remove(self, name: str) -> None:
        """Let a file go."""
        folder_of(name)
        self._gone.append(name)

    def old_file(self, name: str) -> bytes | None:
        """A file of the site that stands there; None where there is none."""
        try:
            return (self._output / name).read_bytes()
        except OSError:
            return None

    def publish(self, total: int) -> None:
        """Put all files in their places; the site comes to `total` then (see `sum_of`)."""
        self.write(MARK, mark_text(total))
        ready = waiting_patch(self._output)
        with writing():
            (self._folder / _LIST).write_text(json.dumps({"files": self._files, "gone": self._gone}), encoding="utf-8")
            shutil.rmtree(ready, ignore_errors=True)
            os.rename(self._folder, ready)
            finish_patch(self._output)


def waiting_patch(output: Path) -> Path:
    """Where the patch of a site lies until all of it is in place."""
    return output.parent / f".{output.name}.patch"


def finish_patch(output: Path) -> None:
    """Put what is left of a patch in its place; nothing where there is none. Raises UnwritableError."""
    ready = waiting_patch(output)
    try:
        listed = json.loads((ready / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    with writing():
        # The mark comes last: until then the site does not pass for whole.
        (output / MARK).write_bytes(UNFINISHED)
        for name in listed["gone"]:
            (output / name).unlink(missing_ok=True)
        _remove_empty({(output / name).parent for name in listed["gone"]}, output)
        for name in listed["files"]:
            if (ready / name).exists():
                (output / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(ready / name, output / name)
    shutil.rmtree(ready, ignore_errors=True)


def _remove_empty(folders: Iterable[Path], output: Path) -> None:
    """Remove folders that hold nothing any more, and those above them."""
    for folder in folders:
        found = folder
        while found != output and output in found.parents:
            with suppress(OSError):
                found.rmdir()
                found = found.parent
                continue
            break
