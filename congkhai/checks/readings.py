"""Readings of procedures: what an editor understands names its basis and fits the dossier it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.foundation.text import near_misses
from congkhai.knowledge.procedures.papers import read_of
from congkhai.records.procedure import Procedure
from congkhai.records.procedure_reading import NUMBERLESS, ExceptionalTime, Need, ReadTime


def check_reading_basis(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """A reading names the documents it stands on."""
    reading = procedure.reading
    if reading and not reading.legal_basis:
        yield problem("reading-without-basis", reading.place, procedure=procedure.code)


def check_read_times(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """A time that is read has a number, unless its unit says all."""
    time = procedure.reading.processing_time if procedure.reading else None
    found: tuple[ReadTime | ExceptionalTime, ...] = (time, *time.exceptions) if time else ()
    for one in found:
        if one.unit and one.amount is None and one.unit not in NUMBERLESS:
            yield problem("reading-time-without-amount", one.place_of("unit"), unit=one.unit.value)


def check_read_fees(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """A fee that is read has an amount, or words on who sets it."""
    for fee in procedure.reading.fees if procedure.reading else ():
        if fee.amount is None and not fee.text:
            yield problem("reading-fee-without-amount", fee.place, procedure=procedure.code)


def check_read_papers(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """A paper that is read is one of the dossier; one that only some bring says who."""
    names = [name for case in procedure.dossier for name in (case.case, *(one.name for one in case.components)) if name]
    for paper in procedure.reading.papers if procedure.reading else ():
        if not any(read_of(name, (paper,)) for name in names):
            suggestions = near_misses(paper.name, names)
            place = paper.place_of("name")
            yield problem(
                "reading-unknown-paper", place, suggestions=suggestions, procedure=procedure.code, name=paper.name
            )
        if paper.need is Need.ONLY_IF and not paper.case:
            yield problem("reading-paper-without-case", paper.place, name=paper.name)
