"""Which records cite which documents: the other direction of every citation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.library import Library
from congkhai.records.plan import Plan, Task

# Places that cite a document on one page of it: a law that thousands of procedures stand on fills several.
PLACES_PER_PAGE = 200
# The parts of a task in which a document may be cited.
CELLS = ("title", "lead", "coordination", "time", "deliverable", "remark")


class Place(NamedTuple):
    """A page that cites a document: its title, and the part of the record that does ("legal_basis", "task" …)."""

    url: str
    title: str
    part: str
    plan: str


def citations_of_library(library: Library, citations: Citations) -> Mapping[str, tuple[Place, ...]]:
    """The places that cite each document, in the order of the plans, each page once."""
    found: dict[str, dict[str, Place]] = {}
    for plan in library.plans.values():
        for document_id, place in _cited_by_plan(plan, library, citations):
            found.setdefault(document_id, {}).setdefault(place.url, place)
    for document_id, place in chain(_cited_by_procedures(library, citations), _cited_by_decisions(library, citations)):
        found.setdefault(document_id, {}).setdefault(place.url, place)
    return {document_id: tuple(places.values()) for document_id, places in found.items()}


def _cited_by_plan(plan: Plan, library: Library, citations: Citations) -> Iterator[tuple[str, Place]]:
    date = citing_date(plan)
    for part, numbers in (("implements", plan.implements), ("legal_basis", plan.legal_basis)):
        for number in numbers:
            known = number if number in library.documents else citations.numbered(number, plan.territory, date)
            if known:
                yield known, Place(urls.plan_url(plan.id), plan.title, part, plan.title)
    for text in _plan_texts(plan):
        for _, document_id in citations.cited(text, plan.territory, date):
            if document_id:
                yield document_id, Place(urls.plan_url(plan.id), plan.title, "plan", plan.title)
    for task in plan.tasks():
        for document_id in _cited_by_task(task, plan, citations):
            yield document_id, Place(urls.task_url(plan.id, task.id), task.title, "task", plan.title)


def _cited_by_procedures(library: Library, citations: Citations) -> Iterator[tuple[str, Place]]:
    meant: dict[str, str] = {}  # many procedures stand on the same documents
    for card in library.cards.values():
        place = Place(urls.procedure_url(card.code), card.name, "procedure", card.code)
        for number in card.legal_basis:
            if number not in meant:
                meant[number] = number if number in library.documents else citations.numbered(number)
            if meant[number]:
                yield meant[number], place


def _cited_by_decisions(library: Library, citations: Citations) -> Iterator[tuple[str, Place]]:
    for announcement in library.announcements.values():
        for number in dict.fromkeys(number for entry in announcement.entries for number in entry.documents):
            known = number if number in library.documents else citations.numbered(number)
            if known:
                title = announcement.title or announcement.number
                yield known, Place(urls.decision_url(announcement.id), title, "announcement", announcement.number)


def _plan_texts(plan: Plan) -> Iterator[str]:
    yield plan.summary
    for section in plan.sections:
        yield section.title
        yield section.text
    for duty in plan.responsibilities:
        yield duty.summary


def _cited_by_task(task: Task, plan: Plan, citations: Citations) -> Iterator[str]:
    for cell in CELLS:
        for _, document_id in citations.cited(getattr(task, cell) or "", plan.territory, citing_date(plan)):
            if document_id:
                yield document_id


def citing_date(plan: Plan) -> str:
    """The day after which nothing that a plan cites can have been issued."""
    return plan.signed or f"{plan.year}-12-31"


def in_pages(places: tuple[Place, ...]) -> tuple[tuple[Place, ...], ...]:
    """The places that cite a document page by page; one page at least."""
    starts = range(0, max(1, len(places)), PLACES_PER_PAGE)
    return tuple(places[start : start + PLACES_PER_PAGE] for start in starts)
