"""Which documents that a record stands on have expired by a day, and what took their place."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.library import Library
from congkhai.records.document import Document


class ExpiredBasis(Struct, frozen=True):
    """A number in a list of legal bases (its index there) whose document has expired."""

    index: int
    number: str
    document: Document


def expired_bases(
    numbers: tuple[str, ...],
    library: Library,
    citations: Citations,
    today: datetime.date,
    *,
    territory: str = "",
    date: str = "",
) -> Iterator[ExpiredBasis]:
    """The legal bases among `numbers` that have expired on or before `today`; unknown documents are left out."""
    for index, number in enumerate(numbers):
        known = number if number in library.documents else citations.numbered(number, territory, date)
        document = library.documents.get(known)
        if document and expired_on(document, today):
            yield ExpiredBasis(index, number, document)


def expired_on(document: Document, today: datetime.date) -> datetime.date | None:
    """The day from which a document is no longer in force, None where it still is on `today`."""
    return document.expired if document.expired and document.expired <= today else None
