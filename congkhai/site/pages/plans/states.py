"""The time of a row in plain words, and its state on the day of the build."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from congkhai.foundation.text import fold
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.deadlines import RowTime
from congkhai.knowledge.plans.states import State, state_on
from congkhai.records.plan import Plan, Task
from congkhai.site.pages.page import Context
from congkhai.vietnamese.holiday_names import holiday_name
from congkhai.vietnamese.schedule import Kind, to_words
from congkhai.vietnamese.workdays import LastDay

# States that change as days pass; a script keeps them right on the day of reading.
MOVING = (State.UPCOMING, State.DUE_SOON, State.DUE_TODAY, State.OVERDUE, State.UNREPORTED)


def words_of(context: Context, time: RowTime) -> str:
    """A row's time in plain words, "" where nothing was understood."""
    if time.schedule.kind is Kind.UNSPECIFIED and not time.schedule.refers_to:
        return ""
    return to_words(time.schedule, context.labels)


def understood_time(context: Context, plan: Plan, task: Task) -> RichText:
    """What a time cell is understood as, empty where that would only repeat it."""
    time = context.times[plan.id, task.id]
    words = words_of(context, time)
    shown = ("" if says_the_same(words, task.time or "") else words, moved_words(context, time))
    found = context.labels("schedule.semicolon").join(filter(None, shown))
    return (Segment("text", found),) if found else ()


def says_the_same(words: str, signed: str) -> bool:
    """Whether the words in which a time is understood only repeat those of the cell."""
    return _bare(words) == _bare(signed)


def moved_words(context: Context, time: RowTime) -> str:
    """What is said of a deadline that was extended or falls on a day off, as we read it."""
    return context.labels("schedule.semicolon").join(_moves(context, time))


def extended_words(context: Context, time: RowTime) -> str:
    """That a deadline was extended and until when, "" where it stands as signed."""
    if time.deadline is None or time.deadline == time.first_deadline:
        return ""
    return context.labels("deadlines.extended", day=f"{time.deadline:%d/%m/%Y}")


def noted_words(context: Context, task: Task) -> str:
    """That an editor has a note on a row, for places that show the row without it; "" of a row without."""
    return context.labels("row.noted") if task.note else ""


def _moves(context: Context, time: RowTime) -> Iterator[str]:
    extended = extended_words(context, time)
    if extended:
        yield extended
    if time.counted is None or time.deadline is None or not time.counted.skipped:
        return
    if not extended:
        yield context.labels("deadlines.understood", day=f"{time.deadline:%d/%m/%Y}")
    yield counted_words(context, time.counted)


def counted_words(context: Context, counted: LastDay) -> str:
    """Why a day moves and where to ("rơi vào thứ Bảy, tính đến 02/02/2026"), "" for a working day."""
    if not counted.skipped:
        return ""
    day, reason = counted.skipped[0]
    why = (
        holiday_name(context.labels, reason.detail) if reason.code == "holiday" else context.labels("deadlines.day_off")
    )
    if reason.code == "weekend":
        why = context.labels(f"deadlines.weekday.{day.isoweekday()}")
    kind = "deadlines.moved.expected" if counted.expected else "deadlines.moved"
    return context.labels(kind, why=why, day=f"{counted.day:%d/%m/%Y}")


def day_words(context: Context, day: datetime.date, counted: LastDay | None) -> str:
    """A day as its document names it, and beside it where it moves to ("19/12/2026 (rơi vào thứ Bảy, …)")."""
    told, moved = f"{day:%d/%m/%Y}", counted_words(context, counted) if counted else ""
    return context.labels("deadlines.day.moved", day=told, moved=moved) if moved else told


def _bare(text: str) -> str:
    """The letters and digits of a text, without words that say nothing of when."""
    return "".join(
        word for word in re.findall(r"[a-z]+|[1-9][0-9]*", fold(text)) if word not in ("trong", "nam", "ngay")
    )


def row_state(context: Context, key: tuple[str, str]) -> tuple[str, str, str]:
    """The state of a row, its days (ISO) where the state moves with them, what it becomes after the last one."""
    time = context.times[key]
    state = state_on(time, context.today)
    if state not in MOVING:
        return state, "", ""
    days = (time.due,) if time.due else time.rounds
    return state, " ".join(day.isoformat() for day in days), late_state(time)


def late_state(time: RowTime) -> str:
    """What a row becomes when its deadline has passed without a word: silence proves nothing."""
    return State.OVERDUE if time.tracked else State.UNREPORTED
