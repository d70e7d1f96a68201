"""The time of a row in plain words, and its state on the day of the build."""

from __future__ import annotations

import re

from congkhai.foundation.text import fold
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.deadlines import RowTime, State, state_on
from congkhai.records.plan import Plan, Task
from congkhai.site.pages.page import Context
from congkhai.vietnamese.schedule import Kind, to_words

# States that change as days pass; a script keeps them right on the day of reading.
MOVING = (State.UPCOMING, State.DUE_SOON, State.DUE_TODAY, State.OVERDUE, State.UNREPORTED)


def words_of(context: Context, time: RowTime) -> str:
    """A row's time in plain words, "" where nothing was understood."""
    if time.schedule.kind is Kind.UNSPECIFIED and not time.schedule.refers_to:
        return ""
    return to_words(time.schedule, context.labels)


def understood_time(context: Context, plan: Plan, task: Task) -> RichText:
    """What a time cell is understood as, empty where that would only repeat it."""
    words = words_of(context, context.times[plan.id, task.id])
    return (Segment("text", words),) if words and _bare(words) != _bare(task.time or "") else ()


def _bare(text: str) -> str:
    """The letters and digits of a text, without words that say nothing of when."""
    return "".join(
        word for word in re.findall(r"[a-z]+|[1-9][0-9]*", fold(text)) if word not in ("trong", "nam", "ngay")
    )


def row_state(context: Context, key: tuple[str, str]) -> tuple[str, str, str]:
    """The state of a row, its deadline (ISO) where the state moves with the days, and what it becomes when late."""
    time = context.times[key]
    state = state_on(time, context.today)
    if state not in MOVING or time.deadline is None:
        return state, "", ""
    return state, time.deadline.isoformat(), late_state(time)


def late_state(time: RowTime) -> str:
    """What a row becomes when its deadline has passed without a word: silence proves nothing."""
    return State.OVERDUE if time.tracked else State.UNREPORTED
