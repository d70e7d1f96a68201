"""From plans to announcing decisions: which tasks order them, which decisions fit a plan, which prove a task."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from congkhai.foundation.grouping import grouped
from congkhai.foundation.text import fold
from congkhai.knowledge.documents.numbered import meant, numbered
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Row

_PROCEDURES = r"(?:thu tuc hanh chinh|tthc)"
# A row whose work is to announce: "Công bố TTHC", "Tham mưu công bố danh mục TTHC"; not one that inspects announcing.
_ANNOUNCES = re.compile(rf"(?:tham muu |thuc hien |trinh )?(?:ban hanh )?(?:quyet dinh )?cong bo\b.*\b{_PROCEDURES}\b")
# A deliverable that is such a decision: "Quyết định của Chủ tịch UBND tỉnh về công bố TTHC".
_DECISION = re.compile(rf"quyet dinh\b.*\bcong bo\b.*\b{_PROCEDURES}\b")


class Announcing(Struct, frozen=True):
    """What leads from plans to decisions, by ids; `proving` is by "<plan> <task>".

    `under` are the decisions that the authorities of a plan's territory signed in its years, `over` the plans of each
    decision; `proving` those that records of progress name as evidence of a task.
    """

    under: Mapping[str, tuple[str, ...]]
    over: Mapping[str, tuple[str, ...]]
    proving: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, library: Library) -> Announcing:
        """What the records of a library say."""
        pairs = tuple(_fitting(library))
        under, over = grouped(pairs), grouped((decision, plan) for plan, decision in pairs)
        return cls(under, over, grouped(dict.fromkeys(_proving(library))))


def announces(row: Row) -> bool:
    """Whether what a row asks for is to announce procedures, by its title or what it must deliver."""
    title, deliverable = (" ".join(fold(text or "").split()) for text in (row.task.title, row.task.deliverable))
    return bool(_ANNOUNCES.match(title) or _DECISION.match(deliverable))


def announcing_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Those rows that order procedures to be announced."""
    return tuple(row for row in rows if announces(row))


def _fitting(library: Library) -> Iterator[tuple[str, str]]:
    plans = grouped((plan.territory, plan) for plan in library.plans.values())
    for decision in library.announcements.values():
        issuer = library.actors.get(decision.issuer)
        for plan in plans.get(issuer.territory, ()) if issuer and decision.signed else ():
            if decision.signed and plan.year <= decision.signed.year <= plan.last_year:
                yield plan.id, decision.id


def _proving(library: Library) -> Iterator[tuple[str, str]]:
    decisions = library.announcements.values()
    known = numbered((one.id, one.number, str(one.signed or "")) for one in decisions)
    for progress in library.progress.values():
        for entry in progress.entries:
            for proof in (proof for proof in entry.evidence if proof.document):
                named = meant(proof.document, known, by=str(entry.on or ""))
                yield from ((f"{progress.plan} {entry.task}", one) for one in named if len(named) == 1)
