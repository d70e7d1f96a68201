"""The answers that the questions of jobs have now, as digests: what changed since is found by comparing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from congkhai.foundation.digest import digest_of, parts_of
from congkhai.foundation.trace import ALL, KEYS, PLACED, Question
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.library import Library
from congkhai.records.model.record import Record

# Where citations of documents stand.
_CITING = ("plans", "documents", "agencies", "procedures", "announcements")
# The folders of content/ that the records of each group come from, and those that what is derived of them comes from.
FOLDERS: Mapping[str, tuple[str, ...]] = {
    "plans": ("plans",),
    "territories": ("agencies",),
    "actors": ("agencies",),
    "documents": ("documents",),
    "abbreviations": ("abbreviations",),
    "progress": ("progress",),
    "prose": ("pages",),
    "procedures": ("procedures",),
    "cards": ("procedures",),
    "versions": ("procedures",),
    "announcements": ("announcements",),
    "sectors": ("sectors.yaml",),
    "life_events": ("sectors.yaml",),
    "search_phrases": ("search",),
    "feedback": ("feedback",),
    "indicators": ("indicators",),
    "postings": ("postings",),
    "files": ("files",),
    "candidates": ("documents",),
    "chains": ("agencies",),
    "cited_by": _CITING,
    "cited_on": _CITING,
    "citing_pages": _CITING,
    "decisions": ("announcements",),
    "decisions_called": ("announcements",),
    "plans_called": ("plans",),
    "documents_numbered": ("documents",),
    "handling": ("agencies",),
    "handled": ("agencies", "procedures", "announcements"),
    "rows": ("plans", "agencies", "progress"),
}
# These are so many that nobody asks for the digests of all: what changed among them is told by their files.
OF_PROCEDURES = frozenset(("procedures", "cards", "versions"))
FileDigests = Callable[[str], Iterable[tuple[str, bytes]]]


class Answers:
    """Digests of what a library, and what is derived of it, say; `digests` are those of the files of a folder."""

    def __init__(self, library: Library, derived: Derived, digests: FileDigests) -> None:
        self._library, self._derived, self._digests = library, derived, digests
        self._memory: dict[tuple[int, bool], tuple[Record, str]] = {}

    def __call__(self, question: Question) -> bytes:
        """The digest of the answer to a question."""
        topic, key = question
        placed = topic.endswith(PLACED)
        topic = topic.removesuffix(PLACED)
        if topic in OF_PROCEDURES:
            return b""
        if topic == "rows":
            return digest_of([list(map(list, self._digests(folder))) for folder in FOLDERS[topic]])
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
            value = list(map(tuple, value))  # thousands of named tuples, which JSON knows only by asking back
        return digest_of(value, lambda other: self._plain(other, placed=placed))

    def _plain(self, value: Any, *, placed: bool) -> Any:
        """A value that JSON does not know as one that it does; what many answers hold is worked out once."""
        if not isinstance(value, Record):
            return parts_of(value, placed=placed)
        memory, key = self._memory, (id(value), placed)
        if key not in memory:
            memory[key] = value, self._digest(parts_of(value, placed=placed), placed=placed).hex()
        return memory[key][1]
