"""Regular expressions that are compiled when they are first used: many are large, and most runs need few of them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    """Becomes, in all that is asked of it, what `re.compile` gives."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that takes no time while modules are imported."""
    return cast(re.Pattern[str], _Late(source, flags))
