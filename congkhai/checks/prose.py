"""Texts in our own words: nothing in their Markdown may have to be taken out."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.markup import forbidden
from congkhai.problem import Place, Problem


def check_markdown(subject: Subject) -> Iterator[Problem]:
    """Markdown holds no HTML or address beyond the harmless ones."""
    for place, text in _texts(subject):
        found = forbidden(text)
        if found:
            yield problem("bad-markdown-html", place, found=", ".join(found))


def _texts(subject: Subject) -> Iterator[tuple[Place, str]]:
    for plan in subject.library.plans.values():
        yield plan.place_of("summary"), plan.summary
        for duty in plan.responsibilities:
            yield duty.place_of("summary"), duty.summary
    for page in subject.library.prose.values():
        yield page.place, page.body
    yield subject.config.place_of("description"), subject.config.description
