"""Phrases that people type and what records call the same: abbreviations, synonyms, regional words, fillers."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePosixPath

from congkhai.foundation.problem import Problems
from congkhai.foundation.spots import row
from congkhai.records.model.record import Record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.source.yaml_source import Mapping, Node, Scalar, Sequence


class PhraseKind(StrEnum):
    """What a phrase is to its meanings."""

    ABBREVIATIONS = "abbreviations"
    SYNONYMS = "synonyms"
    FILLERS = "fillers"
    GROUPS = "groups"
    REGIONAL = "regional"


class SearchPhrase(Record, frozen=True, kw_only=True):
    """A phrase with its meanings, the likeliest first; a filler has none, a group has the words that it names.

    Parts of a phrase joined by " + " stand anywhere in a query, in any order; "/" parts words of which one is enough,
    and "<name>" stands for the words of a group. A regional word is one syllable; its meanings say the same elsewhere.
    """

    kind: PhraseKind
    phrase: str
    meanings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What no other phrase is called."""
        return f"{self.kind}:{self.phrase}"


def read_search_phrases(node: Node, problems: Problems) -> tuple[SearchPhrase, ...] | None:
    """Read a file of content/search: under each kind, phrases with one meaning or a list; fillers are a list.

    The file abbreviations.yaml holds nothing else, so its phrases stand at the top.
    """
    if not isinstance(node, Mapping):
        problems.add("expected-mapping", node.place)
        return None
    if PurePosixPath(node.path).stem == PhraseKind.ABBREVIATIONS:
        return tuple(_phrases(PhraseKind.ABBREVIATIONS, node, problems))
    found: list[SearchPhrase] = []
    known = tuple(kind.value for kind in PhraseKind)
    for name, value in node.values.items():
        if name in known:
            found += _phrases(PhraseKind(name), value, problems)
        else:
            problems.add("unknown-key", node.place_of_key(name), suggestions=node.suggest(name, known), key=name)
    return tuple(found)


def _phrases(kind: PhraseKind, node: Node, problems: Problems) -> Iterator[SearchPhrase]:
    if isinstance(node, Mapping):
        for phrase, meaning in node.values.items():
            meanings, spots = _meanings(meaning, problems), row((node.keys[phrase],))
            yield SearchPhrase(kind=kind, phrase=phrase, meanings=meanings, file_path=node.path, spots=spots)
    elif isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar):
                yield SearchPhrase(kind=kind, phrase=item.text, file_path=item.path, spots=row((item.spot,)))
    else:
        problems.add("expected-mapping", node.place)


def _meanings(node: Node, problems: Problems) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (node.text,) if node.text else ()
    if isinstance(node, Sequence):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    problems.add("expected-list", node.place)
    return ()


FILES = RecordFile(
    "search", "content/search/*.yaml", SearchPhrase, keeps=(Kept("search_phrases"),), reads=read_search_phrases
)
