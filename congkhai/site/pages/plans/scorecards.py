"""Scorecards as views: how the tasks that an agency leads stand, always with what the numbers are out of."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.knowledge.plans.scorecard import COUNTED, Scorecard, score
from congkhai.knowledge.plans.states import state_on
from congkhai.site.pages.agencies.actors import RowsByPart
from congkhai.site.pages.page import Context
from congkhai.site.pages.prose import Stat

# The numbers in the order in which they are shown; those that are nought and say nothing are left out.
_NUMBERS = ("on_time", "late", "open", "overdue", "unreported", "without_date")


def scorecard_of(context: Context, actor_id: str) -> Scorecard:
    """The scorecard of the tasks that an actor leads, itself or as one of a group."""
    rows = context.assignments.rows_of(actor_id, Part.LEAD, Part.LEAD_THROUGH_GROUP)
    return scorecard_on(context, rows, context.today)


def scorecard_on(context: Context, rows: Iterable[Row], day: datetime.date) -> Scorecard:
    """The scorecard of some tasks on a day."""
    times = [context.times[row.key] for row in rows]
    return score((state_on(time, day) for time in times), tracked=any(time.tracked for time in times))


def counted_rows(context: Context, actor_id: str) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The tasks behind each number of an actor's scorecard, by the name of the number."""
    rows = context.assignments.rows_of(actor_id, Part.LEAD, Part.LEAD_THROUGH_GROUP)
    states = {row.key: state_on(context.times[row.key], context.today) for row in rows}
    for name in _NUMBERS:
        found = tuple(row for row in rows if states[row.key] in COUNTED[name])
        if found:
            yield name, found


def number_anchor(name: str) -> str:
    """Where the tasks behind a number of a scorecard stand, on the page of what is due by time."""
    return f"ket-qua-{name.replace('_', '-')}"


def scorecard_stats(context: Context, actor_id: str, list_url: str) -> Iterator[Stat]:
    """The numbers of an actor with their denominator, and the two scores of PAR INDEX where reports allow them."""
    card, labels = scorecard_of(context, actor_id), context.labels
    if not card.total:
        return
    of = labels("scorecard.of", total=card.total)
    for name in _NUMBERS:
        number = getattr(card, name)
        if number or (card.tracked and name in ("on_time", "late", "overdue")):
            url = f"{list_url}#{number_anchor(name)}" if number else ""
            yield Stat(str(number), of, labels(f"scorecard.{name}"), url, share=round(100 * number / card.total))
    if card.completion_score is not None and card.timeliness_score is not None:
        yield Stat(_points(card.completion_score), "/ 1,50", labels("scorecard.par_1_1"))
        yield Stat(_points(card.timeliness_score), "/ 1,50", labels("scorecard.par_1_7"))


def score_sum(context: Context, parts: RowsByPart) -> str:
    """Of what the scorecard is the sum, where an actor leads tasks both itself and as one of a group."""
    alone, together = len(parts["leads"]), len(parts["leads_in_group"])
    return (
        context.labels("scorecard.sum", n=alone + together, alone=alone, group=together) if alone and together else ""
    )


def score_note(context: Context, actor_id: str) -> str:
    """Why there is no score, "" where there is one or nothing to score."""
    card = scorecard_of(context, actor_id)
    return context.labels("scorecard.no_score") if card.total and not card.tracked else ""


def _points(points: float) -> str:
    return f"{points:.2f}".replace(".", ",")
