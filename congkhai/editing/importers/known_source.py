"""What a source has already of the procedures that come in: the files of their codes, the ids of their sectors."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.knowledge.library import Library

_FOLDER = "content/procedures/"


class KnownSource(Struct, frozen=True):
    """The file of a procedure by its code ("" for none; below content/procedures), sectors by folded name."""

    file: Callable[[str], str]
    sectors: Mapping[str, str]

    @classmethod
    def of(cls, library: Library) -> KnownSource:
        """What a library has."""

        def file(code: str) -> str:
            one = library.procedures.get(code)
            return one.place.path.removeprefix(_FOLDER) if one else ""

        found = library.sectors.values()
        sectors = {fold(name): sector.id for sector in found for name in (*sector.aliases, sector.name)}
        return cls(file, sectors)

    def file_of(self, code: str, otherwise: str) -> str:
        """The file of a code: the one it has, else a new one."""
        return self.file(code) or otherwise

    def sector_of(self, name: str, otherwise: str) -> str:
        """The id of a sector by its name: the one it has, else a new one."""
        return self.sectors.get(fold(name), otherwise)


NOTHING_KNOWN = KnownSource(lambda _code: "", {})
