"""Documents: what is cited must be in the register, and numbers must be well formed."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.documents.citing import CELLS, citing_date
from congkhai.records.agency import Actor
from congkhai.records.announcement import Announcement
from congkhai.records.document import Document
from congkhai.records.plan import Plan
from congkhai.records.window_list import WindowList
from congkhai.vietnamese.citation import parse_number


def check_citations(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A document that a row cites must be in the register."""
    date = citing_date(plan)
    for row in subject.assignments.of_plan(plan.id):
        for cell in CELLS:
            words = getattr(row.task, cell) or ""
            for citation, document_id in subject.citations.cited(words, plan.territory, date):
                if not document_id:
                    place = row.task.place_of(cell).inside(words, citation.start)
                    yield problem("unknown-document", place, number=citation.number)


def check_numbers(_subject: Subject, record: Document | Plan) -> Iterator[Problem]:
    """The number of a document or plan must have the form its kind has: an ordinal, a slash, a symbol."""
    suggestion = parse_number(record.number).suggestion
    if suggestion or (record.number and "/" not in record.number):
        suggestions = (suggestion,) if suggestion else ()
        yield problem("malformed-number", record.place_of("number"), suggestions=suggestions, number=record.number)


def check_verified(_subject: Subject, record: Document | Actor | Announcement | WindowList) -> Iterator[Problem]:
    """What an editor marked as still to be verified is told at every check, and to no reader of the portal."""
    if record.verify:
        yield problem("to-verify", record.place_of("verify"), words=" ".join(record.verify.split()))
