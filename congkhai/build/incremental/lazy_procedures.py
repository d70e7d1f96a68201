"""Mappings of procedures and their cards that read each from the store or the source when it is looked up."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from pathlib import Path

import orjson

from congkhai.build.incremental.store.sources import Sources
from congkhai.build.loader import load_part
from congkhai.foundation.problem import Problems
from congkhai.knowledge.procedures.card import ProcedureCard, from_row
from congkhai.records.procedure import Procedure


class LazyCards(Mapping[str, ProcedureCard]):
    """Cards by code, from the store; iterating over the cards reads all of them."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._is_read = False

    @cached_property
    def _all(self) -> dict[str, ProcedureCard]:
        self._is_read = True
        return {code: from_row(orjson.loads(row)) for code, row in self._sources.rows()}

    def read_all(self) -> None:
        """Read all cards; after this the store is not used."""
        len(self._all)

    def __getitem__(self, code: str) -> ProcedureCard:
        if self._is_read:
            return self._all[code]
        card = self._sources.card(code)
        if card is None:
            raise KeyError(code)
        return from_row(orjson.loads(card.row))

    def __contains__(self, code: object) -> bool:
        return code in self._all if self._is_read else self._sources.card(str(code)) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._all if self._is_read else self._sources.codes())

    def __len__(self) -> int:
        return len(self._all) if self._is_read else self._sources.count()

    def values(self) -> ValuesView[ProcedureCard]:
        """Return all cards, in the order of the files."""
        return self._all.values()

    def items(self) -> ItemsView[str, ProcedureCard]:
        """Return all cards with their codes, in the order of the files."""
        return self._all.items()


class LazyProcedures(Mapping[str, Procedure]):
    """Procedures by code, from the files of the source; `known` are those that were read already."""

    def __init__(self, source: Path, sources: Sources, known: dict[str, Procedure]) -> None:
        self._source, self._sources, self._known = source, sources, known
        self._paths: dict[str, str] | None = None

    def read_paths(self) -> None:
        """Read the paths of all files; after this the store is not used."""
        self._paths = self._sources.paths()

    def _path(self, code: str) -> str | None:
        if self._paths is not None:
            return self._paths.get(code)
        card = self._sources.card(code)
        return card.path if card else None

    def __getitem__(self, code: str) -> Procedure:
        if code not in self._known:
            path = self._path(code)
            if path is None:
                raise KeyError(code)
            self._known[code] = load_part(self._source, path, Problems())["procedures"][code]
        return self._known[code]

    def __contains__(self, code: object) -> bool:
        return code in self._known or self._path(str(code)) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources.codes() if self._paths is None else self._paths)

    def __len__(self) -> int:
        return self._sources.count() if self._paths is None else len(self._paths)
