"""Running text in which citations became links and abbreviations are explained at their first use on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct, field

from congkhai.knowledge.library import CENTRE, Library
from congkhai.knowledge.urls import document_url
from congkhai.vietnamese.abbreviation import find_abbreviations
from congkhai.vietnamese.citation import Candidate, Citation, by_stem, find_citations, match, stem

Link = Callable[[str], str]


class Segment(NamedTuple):
    """A stretch of running text: kind text, link (with url), or abbr (with title)."""

    kind: str
    text: str
    url: str = ""
    title: str = ""


RichText = tuple[Segment, ...]
# A stretch of a text from `start` up to `end`, and what it becomes.
Span = tuple[int, int, Segment]


class Citations(Struct, frozen=True):
    """The register of documents, ready to be asked which of them a citation means."""

    candidates: Mapping[str, tuple[Candidate, ...]]
    chains: Mapping[str, tuple[str, ...]]
    _numbered: dict[tuple[str, str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, library: Library) -> Citations:
        """The register of a library."""
        candidates = (
            Candidate(document.id, document.number, document.type, document.territory or CENTRE, document.issued[:4])
            for document in library.documents.values()
        )
        chains = {territory: library.territory_chain(territory) for territory in library.territories}
        return cls(by_stem(candidates), chains)

    def resolve(self, citation: Citation, territory: str = "", date: str = "") -> str:
        """The id of the document a citation means in a text of a territory and day, "" where none or several fit."""
        candidates = self.candidates.get(stem(citation.number))
        return match(citation, candidates, territories=self._chain(territory), date=date) if candidates else ""

    def numbered(self, number: str, territory: str = "", date: str = "") -> str:
        """The id of the document that a number, perhaps with its day ("… ngày 25/12/2026"), means, as `resolve`."""
        candidates, chain = self.candidates.get(stem(number)), self._chain(territory)
        if not candidates:
            return ""
        found = self._numbered.get((number, territory, date))
        if found is None:
            cited = tuple(find_citations(number)) if " " in number else ()
            citation = cited[0] if len(cited) == 1 else Citation(0, len(number), number, "")
            found = self._numbered[number, territory, date] = match(citation, candidates, territories=chain, date=date)
        return found

    def _chain(self, territory: str) -> tuple[str, ...]:
        """A territory and those above it, nearest first."""
        return self.chains.get(territory, (territory, CENTRE)) if territory else ()

    def cited(self, text: str, territory: str = "", date: str = "") -> Iterable[tuple[Citation, str]]:
        """The citations of a text with the ids of their documents ("" where unknown)."""
        return ((found, self.resolve(found, territory, date)) for found in find_citations(text))


class Annotator:
    """Annotates the texts of one page, in their order; each abbreviation is explained once."""

    def __init__(
        self, library: Library, citations: Citations, link: Link, *, territory: str = "", date: str = ""
    ) -> None:
        self._library, self._citations, self._link = library, citations, link
        self._territory, self._date = territory, date
        self._explained: set[str] = set()
        self._known = {short: abbreviation.long for short, abbreviation in library.abbreviations.items()}

    def __call__(self, text: str, *, links: bool = True, known: Iterable[Span] = ()) -> RichText:
        """The segments of a text; without `links` (inside a link) only abbreviations are marked.

        `known` are stretches that the caller has understood already; nothing else is marked in them.
        """
        spans = list(known)
        if links:
            spans += [span for span in self._links(text) if _free(span, spans)]
        spans += self._abbreviations(text, spans)
        return tuple(_segments(text, sorted(spans)))

    def _links(self, text: str) -> Iterable[Span]:
        for citation, document_id in self._citations.cited(text, self._territory, self._date):
            if document_id:
                document = self._library.documents[document_id]
                url = self._link(document_url(document_id))
                words = text[citation.start : citation.end]
                yield citation.start, citation.end, Segment("link", words, url, document.title)

    def _abbreviations(self, text: str, taken: list[Span]) -> list[Span]:
        found = []
        for start, end, short in find_abbreviations(text, self._known):
            span = (start, end, Segment("abbr", text[start:end], "", self._known[short]))
            if short not in self._explained and _free(span, taken):
                self._explained.add(short)
                found.append(span)
        return found


def _free(span: Span, taken: Iterable[Span]) -> bool:
    """Whether a stretch overlaps none of those taken."""
    return all(span[1] <= start or span[0] >= end for start, end, _ in taken)


def _segments(text: str, spans: list[Span]) -> Iterable[Segment]:
    at = 0
    for start, end, segment in spans:
        if start > at:
            yield Segment("text", text[at:start])
        yield segment
        at = end
    if at < len(text):
        yield Segment("text", text[at:])
