"""Is disclosure on time: every clock by kind, agency and quarter, always with what it is out of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.disclosure.clock import Clock, ClockResult, Verdict
from congkhai.knowledge.disclosure.on_time import all_clocks
from congkhai.site.exports.clocks import clock_twin
from congkhai.site.pages.disclosure.clock_words import clock_words, records_of
from congkhai.site.pages.page import Context, MakePage, Page
from congkhai.site.pages.prose import Stat

_MOST_LATE = 200


class DisclosureView(Struct, frozen=True):
    """The clocks: numbers by kind, a table by agency and quarter, and every one that is late."""

    intro: str
    whose: str
    unknown: str
    first: str
    stats: tuple[Stat, ...]
    rules: tuple[tuple[str, str], ...]
    table: tuple[tuple[str, ...], ...]
    late: tuple[tuple[str, ...], ...]
    late_more: str


def make_disclosure_page(context: Context) -> Iterator[MakePage]:
    """The page on disclosure in time."""
    yield partial(_page, context)


def _page(context: Context) -> Page:
    href, labels = context.href(urls.DISCLOSURE), context.labels
    results = tuple(all_clocks(records_of(context)))
    late = [result for result in results if result.verdict is Verdict.LATE]
    view = DisclosureView(
        intro=labels("disclosure.intro", day=f"{context.today:%d/%m/%Y}"),
        whose=labels(f"disclosure.whose{'' if context.config.contact else '.unofficial'}"),
        unknown=_unknown(context, results),
        first=_first(context),
        stats=tuple(_stat(context, clock, results) for clock in Clock if _is_known(clock, results)),
        rules=tuple(
            (labels(f"clock.{clock}"), labels(f"clock.rule.{clock}", article=labels(f"clock.article.{clock}")))
            for clock in Clock
        ),
        table=tuple(_table(context, results)),
        late=tuple(clock_words(labels, result) for result in late[:_MOST_LATE]),
        late_more=labels("disclosure.more", n=len(late) - _MOST_LATE) if len(late) > _MOST_LATE else "",
    )
    trail = ((labels("home.title"), href(urls.HOME)),)
    title = labels("disclosure.title")
    twin = clock_twin(labels, results)
    return Page(urls.DISCLOSURE, "pages/disclosure.html", title, view, view.intro, trail, twin, urls.PROCEDURES)


def _counts(results: Iterable[ClockResult]) -> tuple[int, int, int, int, int]:
    """Met, late, running, not known, all."""
    verdicts = [result.verdict for result in results]
    return (*(verdicts.count(verdict) for verdict in Verdict), len(verdicts))  # type: ignore[return-value]


def _stat(context: Context, clock: Clock, results: tuple[ClockResult, ...]) -> Stat:
    met, late, _, unknown, total = _counts(result for result in results if result.clock is clock)
    known = met + late
    words = context.labels("disclosure.of", known=known, unknown=unknown, total=total)
    return Stat(f"{met}/{known}", words, context.labels(f"clock.{clock}"), share=round(100 * met / known))


def _is_known(clock: Clock, results: tuple[ClockResult, ...]) -> bool:
    """Whether at least one clock of a kind was met or is late."""
    met, late, *_ = _counts(result for result in results if result.clock is clock)
    return met + late > 0


def _first(context: Context) -> str:
    """Since when this site has had procedures: what took effect before could not be shown in time."""
    days = [card.published for card in context.library.cards.values() if card.published]
    return context.labels("disclosure.first", day=f"{min(days):%d/%m/%Y}") if days else ""


def _unknown(context: Context, results: tuple[ClockResult, ...]) -> str:
    """What can't be worked out and what is missing for it, said once for all kinds of clocks; "" where nothing is."""
    unknown = [clock for clock in Clock if not _is_known(clock, results)]
    if not unknown:
        return ""
    names = context.labels("schedule.semicolon").join(context.labels(f"clock.{clock}") for clock in unknown)
    return context.labels("disclosure.unknown", names=names)


def _table(context: Context, results: tuple[ClockResult, ...]) -> Iterator[tuple[str, ...]]:
    groups: dict[tuple[str, str, str], list[ClockResult]] = {}
    for result in results:
        groups.setdefault((result.agency, result.quarter, result.clock), []).append(result)
    for (agency, quarter, clock), found in sorted(groups.items()):
        met, late, running, unknown, total = _counts(found)
        if unknown == total:  # said once, not line by line
            continue
        counts = (str(number) for number in (met, late, running, unknown, total))
        yield (
            _who_must(context, clock, agency),
            quarter_words(context, quarter),
            context.labels(f"clock.{clock}"),
            *counts,
        )


def _who_must(context: Context, clock: str, agency: str) -> str:
    """Whose duty a clock measures: to show in time is that of who keeps this site."""
    if clock == Clock.SHOWN:
        return context.labels("disclosure.this_site")
    actor = context.library.actors.get(agency)
    return actor.name if actor else context.labels("disclosure.no_agency")


def quarter_words(context: Context, quarter: str) -> str:
    """A quarter in words: "2026-q4" → "quý IV/2026"; "" is a quarter that is not known."""
    if not quarter:
        return context.labels("disclosure.no_quarter")
    year, number = quarter.split("-q")
    return context.labels("disclosure.quarter", number=("I", "II", "III", "IV")[int(number) - 1], year=year)
