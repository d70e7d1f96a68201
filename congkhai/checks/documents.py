"""Documents: what is cited must be in the register, and numbers must be well formed."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.citation import parse_number
from congkhai.citing import CELLS, citing_date
from congkhai.problem import Problem


def check_citations(subject: Subject) -> Iterator[Problem]:
    """A document that a row cites must be in the register."""
    for row in subject.assignments.rows:
        date = citing_date(row.plan)
        for cell in CELLS:
            words = getattr(row.task, cell) or ""
            for citation, document_id in subject.citations.cited(words, row.plan.territory, date):
                if not document_id:
                    place = row.task.place_of(cell).inside(words, citation.start)
                    yield problem("unknown-document", place, number=citation.number)


def check_numbers(subject: Subject) -> Iterator[Problem]:
    """The number of a document in the register must have the form its kind of document has."""
    for document in subject.library.documents.values():
        reading = parse_number(document.number)
        if reading.suggestion:
            suggestions = (reading.suggestion,)
            yield problem(
                "malformed-number", document.place_of("number"), suggestions=suggestions, number=document.number
            )
