"""Texts in our own words: their Markdown can be read, and nothing in it has to be taken out."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.markup import forbidden, tangled
from congkhai.problem import Place, Problem


def check_markdown(subject: Subject) -> Iterator[Problem]:
    """Markdown is not tangled, and holds no HTML or address beyond the harmless ones."""
    for place, text in _texts(subject):
        if tangled(text):
            yield problem("tangled-markdown", place.inside(text, 0))
        elif found := forbidden(text):
            yield problem("bad-markdown-html", place.inside(text, _first(text, found)), found=", ".join(found))


def _first(text: str, found: tuple[str, ...]) -> int:
    """Where in a text the first of the things found in its HTML stands, as far as it stands there as it is."""
    words = text.lower()
    return min((at for thing in found if (at := words.find(thing.rstrip(">").lower())) >= 0), default=0)


def _texts(subject: Subject) -> Iterator[tuple[Place, str]]:
    for plan in subject.library.plans.values():
        yield plan.place_of("summary"), plan.summary
        for duty in plan.responsibilities:
            yield duty.place_of("summary"), duty.summary
    for procedure in subject.library.procedures.values():
        yield procedure.place_of("steps"), procedure.steps
        if isinstance(procedure.conditions, str):
            yield procedure.place_of("conditions"), procedure.conditions
    for page in subject.library.prose.values():
        yield page.place_of("body"), page.body
    yield subject.config.place_of("description"), subject.config.description
