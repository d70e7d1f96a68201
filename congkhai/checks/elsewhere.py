"""What content/elsewhere tells: that it can be found, by which law, and that the site has no such procedure itself."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.elsewhere import Elsewhere


def check_matters_are_founded(_subject: Subject, matter: Elsewhere) -> Iterator[Problem]:
    """A matter that others handle names a law and a phrase by which people ask for it."""
    for name in ("legal_basis", "phrases"):
        if not getattr(matter, name):
            yield problem("elsewhere-incomplete", matter.place_of(name), id=matter.id, key=name)


def check_matters_are_elsewhere(subject: Subject, matter: Elsewhere) -> Iterator[Problem]:
    """No matter that is told to be elsewhere has the code of a procedure of the site."""
    if matter.code and matter.code in subject.library.cards:
        yield problem("elsewhere-here", matter.place_of("code"), number=matter.code)
