"""The days of the data, kept apart from the day of the build: when sources were collected and procedures posted."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.site.pages.page import Context, shown_date


def data_days(context: Context) -> str:
    """From when the data are, in one sentence; that no source states it, where none does; "" without procedures."""
    cards = context.library.cards.values()
    if not cards:
        return ""
    told = [*_days(context, "collected", [card.collected for card in cards])]
    told += _days(context, "posted", [card.published.isoformat() for card in cards if card.published])
    days = context.labels("schedule.semicolon").join(told) or context.labels("data_days.unknown")
    return context.labels("data_days.procedures", days=days)


def _days(context: Context, what: str, days: list[str]) -> Iterator[str]:
    """The first and the last of some days (ISO, perhaps only the month) as words."""
    known = sorted(filter(None, days))
    if known:
        first, last = (_shown(context, day) for day in (known[0], known[-1]))
        yield context.labels(f"data_days.{what}.{'one' if first == last else 'span'}", first=first, last=last)


def _shown(context: Context, day: str) -> str:
    return context.labels(f"data_days.{'month' if len(day) == 7 else 'day'}", day=shown_date(day))
