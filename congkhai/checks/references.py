"""Every id and number that a record names must belong to a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from congkhai.checks.subject import Subject, problem
from congkhai.citation import parse_number
from congkhai.library import Library
from congkhai.problem import Place, Problem
from congkhai.quantity import base_code
from congkhai.record import Record, keys_of
from congkhai.records.agency import Agency
from congkhai.records.plan import Plan

# The kinds of records that name others; those of a territory stand among the actors.
KINDS = (
    *("plans", "actors", "documents", "abbreviations", "progress", "prose", "procedures", "announcements", "sectors"),
    *("search_phrases", "life_events", "feedback", "indicators", "postings", "files"),
)
# Where what a reference names is looked up by id; numbers of documents and decisions are a matter of their own.
_LOOK_UPS = {
    "agency": "agencies",
    "actor": "actors",
    "plan": "plans",
    "territory": "territories",
    "sector": "sectors",
    "life_event": "life_events",
    "procedure": "cards",
}


def check_references(subject: Subject, record: Record) -> Iterator[Problem]:
    """An agency, group, document, plan or territory that is named must exist."""
    territory, date = _where(record)
    for kind, value, place in references(record):
        if kind == "document":
            yield from _check_document(subject, value, place, territory, date)
        elif kind == "citation":
            yield from _check_citation(subject, value, place)
        elif kind == "announcement":
            if value not in subject.derived.decisions_called:
                yield problem("unknown-announcement", place, number=value)
        elif not _is_known(subject.library, kind, value):
            suggestions = subject.near(_LOOK_UPS[kind], value)
            yield problem("unknown-reference", place, suggestions=suggestions, kind=kind, id=value)


def _is_known(library: Library, kind: str, value: str) -> bool:
    if kind == "agency":
        return isinstance(library.actors.get(value), Agency)
    known: Mapping[str, Any] = getattr(library, _LOOK_UPS[kind])
    return (base_code(value) if kind == "procedure" else value) in known


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


def _where(record: Record) -> tuple[str, str]:
    """The territory and day in which a record cites documents."""
    if isinstance(record, Plan):
        return record.territory, record.signed or f"{record.year}-12-31"
    return "", ""


def _check_document(subject: Subject, value: str, place: Place, territory: str, date: str) -> Iterator[Problem]:
    derived = subject.derived
    if value in subject.library.documents or subject.citations.numbered(value, territory, date):
        return
    if value in derived.decisions_called or value in derived.plans_called:
        return
    same = derived.documents_numbered.get(value, ())
    if len(same) > 1:
        yield problem("ambiguous-reference", place, id=value, candidates=", ".join(same))
        return
    yield problem("unknown-reference", place, suggestions=subject.near("documents", value), kind="document", id=value)


def _check_citation(subject: Subject, value: str, place: Place) -> Iterator[Problem]:
    """A legal basis that the national record states may be missing here or misspelt there: a warning."""
    reading = parse_number(value)
    number = reading.number.text if reading.number else value
    if reading.suggestion:
        yield problem("malformed-number", place, suggestions=(reading.suggestion,), number=value)
    elif not (value in subject.library.documents or subject.citations.numbered(number)):
        yield problem("unknown-document", place, number=value)
