"""Which tasks of the plan above each task may carry out, by likeness of their words: for an editor to decide."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.foundation.labels import Labels
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Row, assign
from congkhai.knowledge.plans.hierarchy import Hierarchy
from congkhai.knowledge.plans.wording import ALIKE, Wording

_MOST = 3


def carrying_lines(library: Library, plan_id: str, labels: Labels) -> Iterator[str]:
    """Remarks with a line of YAML for each task that states nothing and has its like above; none where there is none.

    No line is active until an editor takes its mark away.
    """
    assignments = assign(library)
    parents = Hierarchy.of(library, assignments).parents.get(plan_id, ())
    above = [row for parent in parents for row in assignments.of_plan(parent)]
    wording = Wording(assignments.rows)
    found = ((row, _nearest(wording, row, above)) for row in assignments.of_plan(plan_id) if not row.task.carries_out)
    told = [(row, likely) for row, likely in found if likely]
    if told:
        yield f"# {labels('suggest.head')}"
    for row, likely in told:
        yield f"# {row.task.id} {_short(row)}"
        for likeness, other in likely:
            name = other.task.id if len(parents) == 1 else " ".join(other.key)
            words = labels("suggest.like", percent=round(likeness * 100), title=_short(other))
            yield f"#   carries_out: [{name}]  # {words}"


def _nearest(wording: Wording, row: Row, above: list[Row]) -> list[tuple[float, Row]]:
    pairs = ((wording.likeness(row, other), other) for other in above)
    return sorted((pair for pair in pairs if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1].order))[:_MOST]


def _short(row: Row) -> str:
    words = " ".join((row.task.title or "").split())
    return words if len(words) <= 90 else f"{words[:90].rsplit(' ', 1)[0]}…"
