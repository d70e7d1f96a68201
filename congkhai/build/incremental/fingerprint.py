"""What every build task depends on without being tracked: the program, its libraries, templates, settings; as one hash.

The `quick` hash is of names, sizes and times of files, and any other is that of another checkout; `content` is of what
the files say, so that the store of a build that another machine left in a cache is of use after a fresh checkout.
"""

from __future__ import annotations

import datetime
import sqlite3
import sys
import zlib
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from congkhai.build.incremental.result_cache import fingerprint_of
from congkhai.build.loader import CONTENT
from congkhai.build.parts import digest_of_files
from congkhai.build.preparation import Settings
from congkhai.foundation.paths import real
from congkhai.foundation.program import CENTRAL, CENTRAL_FILES, PROGRAM, libraries, library_files

_COMMON = ("site.yaml", "templates", "static")
# Of a source and an output folder, only what lies in them counts; of the day, what each task asks of it.
_ANYWHERE, _ANY_DAY = Path(), datetime.date.min

# Python, and what it brings along that writes files of the site.
_INTERPRETER = (sys.version, sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION)


class Fingerprint:
    """The fingerprint of a build; `content` is worked out when it is asked for."""

    def __init__(self, settings: Settings) -> None:
        source, self._settings = settings.source, settings
        self._tops = {**{f"source/{name}": source / name for name in _COMMON}, **PROGRAM, **library_files()}
        if real(source / CONTENT) != real(CENTRAL):  # where they are the site's own, each task knows them
            self._tops |= CENTRAL_FILES
        self._request = repr(replace(settings, jobs=1, source=_ANYWHERE, today=_ANY_DAY))

    @cached_property
    def quick(self) -> str:
        """The hash of names, sizes and times."""
        return fingerprint_of(self._tops.values(), *_INTERPRETER, libraries(), self._request)

    @cached_property
    def content(self) -> str:
        """The hash of what the files say."""
        names = tuple(one.rpartition(" ")[0] for one in libraries())
        return digest_of_files(self._tops, *_INTERPRETER, names, self._request)
