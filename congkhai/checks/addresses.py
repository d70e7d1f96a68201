"""Addresses: no two records share a page or an anchor, and none takes a page of the portal itself."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Place, Problem
from congkhai.knowledge import urls
from congkhai.records.plan import Item, Plan, Section, Task
from congkhai.records.procedure import Procedure


def check_addresses(subject: Subject) -> Iterator[Problem]:
    """Every page, every row on the page of its plan, and every abbreviation has an address of its own."""
    first: dict[str, Place] = {}
    reserved = urls.RESERVED.union(*(urls.parts_of_plan(plan_id) for plan_id in subject.library.plans))
    for address, place in _addresses(subject):
        if address in reserved:
            yield problem("address-reserved", place, address=f"/{address}")
        elif address in first:
            earlier = first[address]
            yield problem("address-taken", place, address=f"/{address}", first=f"{earlier.path}:{earlier.line}")
        first.setdefault(address, place)


def check_procedure_address(subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """Every procedure has a page of its own, on systems too that take capital and small letters for the same."""
    first = next(iter(subject.derived.procedures_at.get(urls.procedure_url(procedure.code).casefold(), ())), "")
    if first and first != procedure.code:
        other = subject.library.procedures[first].place_of("code")
        address = f"/{urls.procedure_url(procedure.code)}"
        yield problem("address-taken", procedure.place_of("code"), address=address, first=f"{other.path}:{other.line}")


def _addresses(subject: Subject) -> Iterator[tuple[str, Place]]:
    library = subject.library
    for plan in library.plans.values():
        yield from _row_addresses(plan, plan.sections)
    for abbreviation in library.abbreviations.values():
        yield urls.abbreviation_url(abbreviation.short), abbreviation.place_of("short")
    for page in library.prose.values():
        yield urls.prose_url(page.id), page.place_of("id")


def _row_addresses(plan: Plan, parts: tuple[Section, ...] | tuple[Item, ...]) -> Iterator[tuple[str, Place]]:
    for part in parts:
        yield urls.task_url(plan.id, part.id), part.place_of("number")
        if not isinstance(part, Task):
            yield from _row_addresses(plan, part.items)
