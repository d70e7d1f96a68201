"""Sources: where the text of a plan stands, and of what it carries out and stands on."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.documents.citing import citing_date
from congkhai.records.document import Document
from congkhai.records.plan import Plan


def check_plan_has_text(_subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A plan says at which address its text can be read."""
    if not (plan.source and plan.source.url):
        yield problem("plan-without-text", plan.place_of("source"))


def check_basis_has_text(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """The documents that a plan carries out or stands on say at which address their texts can be read.

    Told once a plan and file of documents, with their numbers, at the first of them.
    """
    named = (
        subject.citations.numbered(number, plan.territory, citing_date(plan))
        for number in (*plan.implements, *plan.legal_basis)
    )
    by_file: dict[str, list[Document]] = {}
    for key in dict.fromkeys(named):
        document = subject.library.documents.get(key)
        if document and not document.url:
            by_file.setdefault(document.place.path, []).append(document)
    for found in by_file.values():
        numbers = "; ".join(document.number for document in found)
        place = found[0].place_of("number")
        yield problem("basis-without-text", place, count=len(found), plan=plan.id, numbers=numbers)
