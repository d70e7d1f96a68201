"""Tasks of several plans by the kind of work they are, plan by plan, so that each matter is compared by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.kinds import row_kind
from congkhai.site.pages.page import Context
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.vietnamese.task_kind import TaskKind

# Some tasks of each plan, by its short name.
Columns = Sequence[tuple[str, Sequence[Row]]]


class KindOfWork(Struct, frozen=True):
    """The tasks of one kind of work: a side for each plan, with its tasks; `counts` are their numbers in that order."""

    title: str
    counts: str
    sides: tuple[tuple[str, tuple[LinkView, ...]], ...]


def by_work(context: Context, columns: Columns, link: Callable[[Row], LinkView]) -> Iterator[KindOfWork]:
    """The kinds of work that some of these tasks are, those first that a plan lacks, then those of most tasks."""
    found = {kind: [[row for row in rows if row_kind(row) is kind] for _, rows in columns] for kind in TaskKind}
    told = [kind for kind in TaskKind if any(found[kind])]
    for kind in sorted(told, key=lambda kind: (all(found[kind]), -sum(map(len, found[kind])))):
        sides = tuple((name, tuple(map(link, rows))) for (name, _), rows in zip(columns, found[kind], strict=True))
        counts = context.labels("compare.work.and").join(str(len(rows)) for rows in found[kind])
        yield KindOfWork(context.labels(f"choice.TaskKind.{kind}"), counts, sides)


def lacking_elsewhere(context: Context, columns: Columns) -> Iterator[str]:
    """For each plan the kinds of work that no other of them has, in words; "" for none."""
    kinds = [{row_kind(row) for row in rows} for _, rows in columns]
    for index, mine in enumerate(kinds):
        others = set().union(*(theirs for number, theirs in enumerate(kinds) if number != index))
        names = (context.labels(f"choice.TaskKind.{kind}") for kind in TaskKind if kind in mine - others)
        yield "; ".join(names)
