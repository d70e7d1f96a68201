"""Agencies: the cells that name them, and their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.plan import Plan

if TYPE_CHECKING:
    from congkhai.vietnamese.responsibility import Lexicon

# Whoever reads cells is loaded with them: checks of procedures need none of it.


def check_actor_cells(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """Every word of a lead or coordination cell must be understood, or an editor says how to read it."""
    from congkhai.knowledge.plans.assignments import local_lexicon
    from congkhai.vietnamese.responsibility import nearest

    lexicon: Lexicon | None = None
    for row in subject.assignments.of_plan(plan.id):
        actors = subject.assignments.actors[row.key]
        for name, reading in (("lead", actors.lead), ("coordination", actors.coordination)):
            if reading.unresolved and not actors.corrected:
                lexicon = lexicon or local_lexicon(subject.library, plan.territory)
                words = getattr(row.task, name) or ""
                for span in reading.unresolved:
                    place = row.task.place_of(name).inside(words, span.start)
                    yield problem("unresolved-agency", place, suggestions=nearest(span, lexicon), text=span.text)


def check_ambiguous_names(subject: Subject) -> Iterator[Problem]:
    """Two actors of one territory must not share a spelling."""
    from congkhai.knowledge.plans.assignments import lexicon_of

    for territory_id, registry in subject.library.territories.items():
        for ambiguity in lexicon_of(subject.library, territory_id).ambiguous:
            second = subject.library.actors[ambiguity.keys[1]]
            if second.territory == territory_id:
                candidates = ", ".join(ambiguity.keys)
                yield problem(
                    "ambiguous-agency", second.place or registry.place, text=ambiguity.spelling, candidates=candidates
                )
