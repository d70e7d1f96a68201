"""The digest of every dependency: a build task is out of date when a digest differs from the one in its trace."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Set
from typing import Any

from congkhai.build.incremental.row_digests import ROW_TOPICS, RowDigests
from congkhai.foundation.dependencies import ALL, KEYS, PLACED, Dependency
from congkhai.foundation.digest import digest_of, parts_of
from congkhai.foundation.tracked_day import DAY, day_since
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import PublicService
from congkhai.records.model.record import Record
from congkhai.records.record_files import FOLDERS as RECORD_FOLDERS

# Where citations of documents stand.
_CITING = ("plans", "documents", "agencies", "procedures", "announcements")
# For each mapping of the library and each derived table: the folders of content/ that its values come from, and whether
# the day has a say.
FOLDERS: Mapping[str, tuple[str, ...]] = {
    **{mapping: (folder,) for mapping, folder in RECORD_FOLDERS.items()},
    "cards": ("procedures",),
    "versions": ("procedures",),
    "files": ("files",),
    "candidates": ("documents",),
    "chains": ("agencies",),
    "cited_by": _CITING,
    "cited_on": _CITING,
    "citing_pages": _CITING,
    "decisions": ("announcements",),
    "decisions_called": ("announcements",),
    "plans_called": ("plans",),
    **dict.fromkeys(("issued_by", "plans_after", "plans_before"), ("plans",)),
    **dict.fromkeys(("decisions_under", "plans_over"), ("plans", "announcements", "agencies")),
    "decisions_proving": ("announcements", "progress"),
    "documents_numbered": ("documents",),
    "procedures_at": ("procedures",),
    "processes_of": ("processes",),
    "window_lists_with": ("window_lists",),
    "handling": ("agencies", DAY),
    **dict.fromkeys(("handled", "handed_in"), ("agencies", "procedures", "announcements", DAY)),
    "shown": ("procedures", "announcements", DAY),
    "services": ("procedures", "announcements", DAY),
    "services_from": ("procedures", "announcements", DAY),
    "kit_pages": ("procedures", "announcements", DAY),
    "succession": ("agencies", DAY),
    DAY: (DAY,),
    "changes_of": ("agencies", "procedures", "announcements", "plans", DAY),
    **dict.fromkeys(ROW_TOPICS, ("plans", "agencies", "progress")),
    "called_so": ("agencies", "abbreviations"),
    **dict.fromkeys(("actors_called", "groups_of", "predecessors", "parts_of_agency"), ("agencies",)),
}
_SHOWN = frozenset(("code", "status"))
# Which fields of the cards each of these is made of: where all others have changed, it is what it was.
OF_CARDS: Mapping[str, Set[str]] = {
    **dict.fromkeys(("cited_by", "cited_on", "citing_pages"), frozenset(("code", "name", "legal_basis"))),
    "procedures_at": frozenset(("code",)),
    "shown": _SHOWN,
    "kit_pages": _SHOWN | {"levels", "sector", "applicants"},
    "handled": _SHOWN | {"name", "agency", "competent_agency", "authorised_agency"},
    "handed_in": _SHOWN | {"name", "counter"},
    "changes_of": _SHOWN | {"name", "agency", "competent_agency", "authorised_agency", "published", "applicants"},
    **dict.fromkeys(("services", "services_from"), _SHOWN | set(PublicService._fields) | {"competent_agency"}),
}
# There are too many of these to digest them all: `SourceChanges` finds the changed ones by their files.
OF_PROCEDURES = frozenset(("procedures", "cards", "versions"))


class DependencyDigests:
    """Digests of dependencies on a library and on the tables derived from it."""

    def __init__(self, library: Library, derived: Derived, today: datetime.date) -> None:
        self._library, self._derived, self._today = library, derived, today
        self._rows = RowDigests(library, derived, self._digest)
        self._known: dict[tuple[int, bool], tuple[Record, str]] = {}

    def __call__(self, dependency: Dependency) -> bytes:
        """Return the digest of a dependency; b"" where it does not exist, and for mappings of procedures."""
        topic, key = dependency
        placed = topic.endswith(PLACED)
        topic = topic.removesuffix(PLACED)
        if topic in OF_PROCEDURES:
            return b""
        if topic == DAY:
            return day_since(self._today, key).encode()
        if topic == "shown":
            return digest_of([card.code for card in self._derived.shown])
        if topic == "services":
            return self._digest(self._derived.services, placed=False)
        if topic == "succession":
            return self._digest(self._derived.succession, placed=False)
        if topic in ROW_TOPICS:
            return self._rows(topic, key, placed)
        mapping = self._mapping(topic)
        if key == KEYS:
            return digest_of(list(mapping))
        if key == ALL:
            return self._digest(list(mapping.items()), placed=placed)
        return self._digest(mapping[key], placed=placed) if key in mapping else b""

    def _mapping(self, topic: str) -> Mapping[str, Any]:
        derived = self._derived
        if topic in ("candidates", "chains"):
            return getattr(derived.citations, topic)  # type: ignore[no-any-return]
        if topic == "handling":
            return derived.handling.by_name
        owner = self._library if hasattr(self._library, topic) else derived
        return getattr(owner, topic)  # type: ignore[no-any-return]

    def _digest(self, value: Any, *, placed: bool) -> bytes:
        if type(value) is tuple and value and isinstance(value[0], tuple):
            value = list(map(tuple, value))  # orjson would call `default` for each of thousands of named tuples
        return digest_of(value, lambda other: self._as_json(other, placed=placed))

    def _as_json(self, value: Any, *, placed: bool) -> Any:
        """Return JSON data for a value that orjson can't write; a record, which many values hold, as its digest."""
        if not isinstance(value, Record):
            return parts_of(value, placed=placed)
        known, key = self._known, (id(value), placed)
        if key not in known:
            known[key] = value, self._digest(parts_of(value, placed=placed), placed=placed).hex()
        return known[key][1]
