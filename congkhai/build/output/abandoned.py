"""Removes from the cache of a source what killed processes left there, of whatever output or store: the next process
of another kind (a build after a preview) would pass it by.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from congkhai.build.locks import lock, lock_named, short_hash
from congkhai.build.output.switch import remove

# A generation of a site that was not published; those kept for the next build, or set aside, have names of their own.
_GENERATION = re.compile(r"site-([0-9a-f]{12})\.(?!before$|before\.json$|aside$).*", re.DOTALL)
# A store that was not sealed.
_STORE = re.compile(r"([a-z]+)\.new(?:-journal)?")
# A file that was to be replaced in one step; who still writes it goes on without it.
_FILE = re.compile(r"\..*\.tmp", re.DOTALL)


def remove_abandoned(cache: Path, output: Path) -> None:
    """Remove what nobody works at; for whoever holds the lock of `output` and of no store.

    A process that locks a file twice loses it at the first release: what belongs to `output` is left to its build.
    """
    own = short_hash(output)
    with suppress(OSError):
        for name in os.listdir(cache):
            generation, store = _GENERATION.fullmatch(name), _STORE.fullmatch(name)
            if generation and generation[1] != own:
                _remove_unless_held(cache / name, lock_named(generation[1]))
            elif store:
                _remove_unless_held(cache / name, cache / f"{store[1]}.lock")
            elif _FILE.fullmatch(name):
                remove(cache / name)


def _remove_unless_held(path: Path, lock_file: Path) -> None:
    with lock(lock_file) as held:
        if held:
            remove(path)
