"""Every id and number that a record names must belong to a record."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, cast

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Place, Problem
from congkhai.knowledge.documents.numbered import meant
from congkhai.knowledge.elsewhere import meant_by
from congkhai.records.agency import Agency
from congkhai.records.model.record import Reader, Record, keys_of, shape_of
from congkhai.records.plan import Plan
from congkhai.records.record_files import FOLDERS
from congkhai.vietnamese.citation import parse_number
from congkhai.vietnamese.quantity import base_code

# The kinds of records that may name others; those of a territory stand among the actors.
KINDS = (*(mapping for mapping in FOLDERS if mapping != "territories"), "files")
# Where what a reference names is looked up by id; numbers of documents and decisions are a matter of their own.
_LOOK_UPS = {
    "agency": "agencies",
    "actor": "actors",
    "plan": "plans",
    "territory": "territories",
    "sector": "sectors",
    "life_event": "life_events",
    "procedure": "cards",
    "matter": "cards",
    "criteria": "criteria",
}


class Reference(NamedTuple):
    """What a record names: the kind and the id or number of what is named, who names it, and by which of its keys."""

    kind: str
    name: str
    holder: Record
    key: str

    @property
    def place(self) -> Place:
        """Where it is named."""
        return self.holder.place_of(self.key)


def check_references(subject: Subject, record: Record) -> Iterator[Problem]:
    """An agency, group, document, plan or territory that is named must exist."""
    for found in references(record):
        if found.kind == "citation":
            yield from _check_citation(subject, found)
        elif found.kind == "document":
            yield from _check_document(subject, found, *_where(record))
        elif found.kind == "announcement":
            if not meant(found.name, subject.derived.decisions_called):
                yield problem("unknown-announcement", found.place, number=found.name)
        elif not _is_known(subject, found.kind, found.name):
            suggestions = subject.near(_LOOK_UPS[found.kind], found.name)
            yield problem("unknown-reference", found.place, suggestions=suggestions, kind=found.kind, id=found.name)


def _is_known(subject: Subject, kind: str, value: str) -> bool:
    library = subject.library
    if kind == "matter":
        return meant_by(library, value, register=subject.config.national_register) is not None
    if kind == "agency":
        return isinstance(library.actors.get(value), Agency)
    known: Mapping[str, Any] = getattr(library, _LOOK_UPS[kind])
    return (base_code(value) if kind == "procedure" else value) in known


def references(record: Record) -> Iterator[Reference]:
    """All references below a record."""
    naming, holding = _referring(cast(Hashable, type(record)))
    for field, key, kind in naming:
        value = getattr(record, field)
        if isinstance(value, tuple):
            yield from (Reference(kind, name, record, f"{key}/{index}") for index, name in enumerate(value))
        elif value:
            yield Reference(kind, value, record, key)
    for field in holding:
        for below in _records_in(getattr(record, field)):
            yield from references(below)


def _records_in(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _records_in(item)


@cache
def _referring(cls: Any) -> tuple[tuple[tuple[str, str, str], ...], tuple[str, ...]]:
    """The fields of a kind of record that name others (field, key, kind), and those that hold records that do."""
    keys = keys_of(cls)
    naming = tuple((field, found.name, found.refers_to) for field, found in keys.items() if found.refers_to)
    others = (field for field, found in keys.items() if not found.refers_to)
    return naming, tuple(field for field in others if any(map(_names_others, _held(keys[field].reader, set()))))


def _names_others(cls: type[Record]) -> bool:
    return any(found.refers_to for found in keys_of(cls).values())


def _held(reader: Reader[Any], seen: set[type[Record]]) -> set[type[Record]]:
    """The kinds of records that a value may hold, those below them included."""
    shape = shape_of(reader)
    for inside in shape.inside:
        _held(inside, seen)
    if shape.record and shape.record not in seen:
        seen.add(shape.record)
        for found in keys_of(shape.record).values():
            _held(found.reader, seen)
    return seen


def _where(record: Record) -> tuple[str, str]:
    """The territory and day in which a record cites documents."""
    if isinstance(record, Plan):
        return record.territory, record.signed or f"{record.year}-12-31"
    return "", ""


def _check_document(subject: Subject, found: Reference, territory: str, date: str) -> Iterator[Problem]:
    number, derived = found.name, subject.derived
    if number in subject.library.documents or subject.citations.numbered(number, territory, date):
        return
    others = {*meant(number, derived.decisions_called, by=date), *meant(number, derived.plans_called, by=date)}
    if len(others) == 1:
        return
    same = (*derived.documents_numbered.get(number, ()), *sorted(others))
    if len(same) > 1:
        yield problem("ambiguous-reference", found.place, id=number, candidates=", ".join(same))
        return
    # One of this number that is not in force here, or not yet, can be named by its id.
    suggestions = same or subject.near("documents", number)
    yield problem("unknown-reference", found.place, suggestions=suggestions, kind="document", id=number)


def _check_citation(subject: Subject, found: Reference) -> Iterator[Problem]:
    """A legal basis that the national record states may be missing here or misspelt there: a warning."""
    reading = parse_number(found.name)
    number = reading.number.text if reading.number else found.name
    if reading.suggestion:
        yield problem("malformed-number", found.place, suggestions=(reading.suggestion,), number=found.name)
    elif not (found.name in subject.library.documents or subject.citations.numbered(number)):
        yield problem("unknown-document", found.place, number=found.name)
