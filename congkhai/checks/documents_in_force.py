"""Documents in force: nothing may stand on a document that has expired without its page saying so."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge import urls
from congkhai.knowledge.documents.citing import citing_date
from congkhai.knowledge.documents.validity import expired_bases, expired_on, period_over
from congkhai.records.model.record import Record
from congkhai.records.plan import Plan
from congkhai.records.procedure import Procedure, ProcedureStatus


def check_documents_in_force(subject: Subject, record: Procedure | Plan) -> Iterator[Problem]:
    """A procedure or plan must not stand on a document that has expired; the page concerned is named."""
    if isinstance(record, Plan):
        page, territory, date = urls.plan_url(record.id), record.territory, citing_date(record)
        yield from _expired(subject, record, record.legal_basis, page, territory=territory, date=date)
    elif record.status is not ProcedureStatus.ABOLISHED:
        yield from _expired(subject, record, record.legal_basis, urls.procedure_url(record.code))
        yield from _periods(subject, record)


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


def _periods(subject: Subject, record: Procedure) -> Iterator[Problem]:
    """A procedure must not stand unseen on a document that is, by its title, for years that are over."""
    for index, number in enumerate(record.legal_basis):
        known = number if number in subject.library.documents else subject.citations.numbered(number, "", "")
        document = subject.library.documents.get(known)
        period = period_over(document.title, subject.today) if document else None
        if document and period and not expired_on(document, subject.today):
            yield problem(
                "document-period-over",
                record.place_of(f"legal_basis/{index}"),
                number=number,
                first=period[0],
                last=period[1],
                page=f"/{urls.procedure_url(record.code)}",
            )
