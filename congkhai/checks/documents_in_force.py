"""Documents in force: nothing may stand on a document that has expired without its page saying so."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai import urls
from congkhai.checks.subject import Subject, problem
from congkhai.problem import Problem
from congkhai.record import Record
from congkhai.records.procedure import ProcedureStatus
from congkhai.validity import expired_bases


def check_documents_in_force(subject: Subject) -> Iterator[Problem]:
    """A procedure or plan must not stand on a document that has expired; the pages concerned are named."""
    for procedure in subject.library.procedures.values():
        if procedure.status is not ProcedureStatus.ABOLISHED:
            yield from _expired(subject, procedure, procedure.legal_basis, urls.procedure_url(procedure.code))
    for plan in subject.library.plans.values():
        date = plan.signed or f"{plan.year}-12-31"
        page = urls.plan_url(plan.id)
        yield from _expired(subject, plan, plan.legal_basis, page, territory=plan.territory, date=date)


def _expired(
    subject: Subject, record: Record, numbers: tuple[str, ...], page: str, *, territory: str = "", date: str = ""
) -> Iterator[Problem]:
    bases = expired_bases(numbers, subject.library, subject.citations, subject.today, territory=territory, date=date)
    for basis in bases:
        expired = basis.document.expired
        yield problem(
            "document-expired-basis",
            record.place_of(f"legal_basis/{basis.index}"),
            suggestions=basis.document.repealed_by,
            number=basis.number,
            day=f"{expired:%d/%m/%Y}",
            page=f"/{page}",
        )
