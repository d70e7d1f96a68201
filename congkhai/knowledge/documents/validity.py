"""Which documents that a record stands on have expired by a day, and what took their place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.library import Library
from congkhai.records.document import Document

# "… áp dụng cho giai đoạn 2022 - 2025"; a title may look further: "và tầm nhìn đến năm 2030".
_PERIOD = re.compile(r"giai đoạn (?:từ )?(?:năm )?(20\d\d)\s*(?:[-–—]|đến)\s*(?:năm )?(20\d\d)(?!\d)", re.I)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


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


def period_over(title: str, today: datetime.date) -> tuple[str, str] | None:
    """The first and the last year of the period that a document is for by its title; None where that is not over."""
    found = _PERIOD.search(title)
    is_over = found and int(found[2]) < today.year and not any(int(year) >= today.year for year in _YEAR.findall(title))
    return (found[1], found[2]) if found and is_over else None


def expired_on(document: Document, today: datetime.date) -> datetime.date | None:
    """The day from which a document is no longer in force, None where it still is on `today`."""
    return document.expired if document.expired and document.expired <= today else None
