"""Every id and number that a record names must belong to a record."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from congkhai.checks.subject import Subject, problem
from congkhai.citation import parse_number
from congkhai.problem import Place, Problem
from congkhai.quantity import base_code
from congkhai.record import Record, keys_of
from congkhai.records.agency import Agency
from congkhai.records.plan import Plan
from congkhai.text import near_misses


def check_references(subject: Subject) -> Iterator[Problem]:
    """An agency, group, document, plan or territory that is named must exist."""
    library = subject.library
    known: Mapping[str, Iterable[str]] = {
        "agency": {actor.id for actor in library.actors.values() if isinstance(actor, Agency)},
        "actor": library.actors,
        "plan": library.plans,
        "territory": library.territories,
        "sector": library.sectors,
        "life_event": library.life_events,
        "procedure": library.procedures,
        "announcement": {name for found in library.announcements.values() for name in (found.id, found.number)},
    }
    for record in _top_records(subject):
        territory, date = _where(record)
        for kind, value, place in references(record):
            if kind == "document":
                yield from _check_document(subject, value, place, territory, date)
            elif kind == "citation":
                yield from _check_citation(subject, value, place)
            elif kind == "announcement" and value not in known[kind]:
                yield problem("unknown-announcement", place, number=value)
            elif (base_code(value) if kind == "procedure" else value) not in known[kind]:
                suggestions = near_misses(value, known[kind])
                yield problem("unknown-reference", place, suggestions=suggestions, kind=kind, id=value)


def references(record: Record) -> Iterator[tuple[str, str, Place]]:
    """All references below a record: the kind of record named, its id or number, and the place."""
    for name, declared in keys_of(type(record)).items():
        value = getattr(record, name)
        if declared.refers_to:
            yield from _named(record, declared.name, declared.refers_to, value)
        else:
            for nested in _records_in(value):
                yield from references(nested)


def _named(record: Record, name: str, kind: str, value: Any) -> Iterator[tuple[str, str, Place]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield kind, item, record.place_of(f"{name}/{index}")
    elif value:
        yield kind, value, record.place_of(name)


def _records_in(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _records_in(item)


def _top_records(subject: Subject) -> Iterator[Record]:
    library = subject.library
    for field in dataclasses.fields(library):
        if field.name not in ("territories", "cards"):
            yield from getattr(library, field.name).values()


def _where(record: Record) -> tuple[str, str]:
    """The territory and day in which a record cites documents."""
    if isinstance(record, Plan):
        return record.territory, record.signed or f"{record.year}-12-31"
    return "", ""


def _check_document(subject: Subject, value: str, place: Place, territory: str, date: str) -> Iterator[Problem]:
    documents, plans = subject.library.documents, subject.library.plans
    if value in documents or subject.citations.numbered(value, territory, date):
        return
    if subject.library.announcement_of(value):
        return
    if value in plans or any(value == plan.number for plan in plans.values()):
        return
    same = tuple(document.id for document in documents.values() if document.number == value)
    if len(same) > 1:
        yield problem("ambiguous-reference", place, id=value, candidates=", ".join(same))
        return
    numbers = [document.number for document in documents.values()]
    yield problem("unknown-reference", place, suggestions=near_misses(value, numbers), kind="document", id=value)


def _check_citation(subject: Subject, value: str, place: Place) -> Iterator[Problem]:
    """A legal basis that the national record states may be missing here or misspelt there: a warning."""
    reading = parse_number(value)
    number = reading.number.text if reading.number else value
    if reading.suggestion:
        yield problem("malformed-number", place, suggestions=(reading.suggestion,), number=value)
    elif not (value in subject.library.documents or subject.citations.numbered(number)):
        yield problem("unknown-document", place, number=value)
