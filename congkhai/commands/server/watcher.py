"""Watches files and folders, and calls for one build however many of them changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import PeriodicCallback

_PAUSE_IN_MS = 400


class OneBuildWatcher(Watcher):  # type: ignore[misc]
    """Looks at all watched files at once: one build for many changes, where the library's own makes one for each."""

    def __init__(self, rebuild: Callable[[], None]) -> None:
        super().__init__()
        self._rebuild = rebuild
        self._before: dict[str, tuple[int, int]] | None = None

    def start(self, callback: Callable[[], None]) -> bool:
        """Look every half second or so: the library's own pause would be most of what an editor waits."""
        PeriodicCallback(callback, _PAUSE_IN_MS).start()
        return True

    def watch(self, path: str, func: object = None, delay: object = None, ignore: object = None) -> None:
        """Watch a file or folder from now on."""
        super().watch(path, func, delay, ignore)
        self._before = _state(self._tasks)

    def examine(self) -> tuple[str | None, float | None]:
        """Rebuild and reload all open pages where anything changed; the library itself has nothing left to do."""
        self._changes.clear()
        now = _state(self._tasks)
        if now != self._before:
            self._before = now
            self._rebuild()
            LiveReloadHandler.reload_waiters("*")
        return None, None


def _state(paths: Iterable[str]) -> dict[str, tuple[int, int]]:
    """When each file below the paths was last changed (ns) and its size (bytes)."""
    found: dict[str, tuple[int, int]] = {}
    for name in _files_below(paths):
        try:
            stat = os.stat(name)
        except OSError:
            continue
        found[name] = (stat.st_mtime_ns, stat.st_size)
    return found


def _files_below(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, folders, files in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (os.path.join(folder, name) for name in files if not name.startswith(".") and name[-1] != "~")
