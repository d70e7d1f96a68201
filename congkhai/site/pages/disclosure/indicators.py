"""The indicators of serving people and businesses: those computed here, and those agencies have reported."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.disclosure.indicators import POINTS, Computed, computed_indicators, total_of
from congkhai.records.indicator import INDICATORS, IndicatorGroup, IndicatorReport, Rank, rank_of
from congkhai.records.model.plain_data import as_data
from congkhai.site.data_sets.of_records import INDICATOR_SCORES
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.disclosure.clock_words import records_of
from congkhai.site.pages.page import Context, MakePage, Page
from congkhai.site.pages.procedures.amount_words import number_words

Row = tuple[str, ...]


class Bar(Struct, frozen=True):
    """A bar of a small picture: the indicator's number and its share of the most points, 0 to 100, None unknown."""

    number: str
    share: int | None


class ReportView(Struct, frozen=True):
    """What one agency reached in one period: a picture, the same as a table, and its rank in a word."""

    id: str
    title: str
    total: str
    rank: str
    bars: tuple[Bar, ...]
    rows: tuple[Row, ...]
    note: str


class IndicatorsView(Struct, frozen=True):
    """All that the page on indicators shows."""

    intro: str
    computed: tuple[Row, ...]
    reports: tuple[ReportView, ...]


def make_indicator_page(context: Context) -> Iterator[MakePage]:
    """The page on indicators."""
    yield partial(_page, context)


def _page(context: Context) -> Page:
    href, labels = context.href(urls.INDICATORS), context.labels
    computed = computed_indicators(records_of(context), context.derived.shown)
    reports = sorted(context.library.indicators.values(), key=lambda report: (report.agency, report.period))
    view = IndicatorsView(
        intro=labels("indicators.intro"),
        computed=tuple(_computed_row(context, indicator) for indicator in computed),
        reports=tuple(_report(context, report) for report in reports),
    )
    trail = ((labels("home.title"), href(urls.HOME)),)
    title = labels("indicators.title")
    twin = {"kind": "indicators", "url": urls.INDICATORS, "computed": [_data(one) for one in computed]}
    twin["reports"] = [as_data(report) for report in reports]
    tables = table_files(href, INDICATOR_SCORES)
    return Page(
        urls.INDICATORS, "pages/indicators.html", title, view, view.intro, trail, twin, urls.PROCEDURES, tables=tables
    )


def _data(computed: Computed) -> dict[str, object]:
    points = str(computed.points) if computed.points is not None else None
    return {
        "indicator": computed.number,
        "points": points,
        "met": computed.met,
        "known": computed.known,
        "total": computed.total,
    }


def _computed_row(context: Context, computed: Computed) -> Row:
    labels, most = context.labels, POINTS[computed.number]
    points = number_words(computed.points) if computed.points is not None else labels("indicators.no_figure")
    formula = labels("indicators.formula", met=computed.met, known=computed.known, most=most)
    unknown = labels("indicators.unknown", n=computed.total - computed.known, total=computed.total)
    name = f"{computed.number}. {labels(f'indicator.{computed.number}')}"
    return name, points, str(most), formula if computed.known else "–", unknown


def _report(context: Context, report: IndicatorReport) -> ReportView:
    labels = context.labels
    scores = {score.indicator: score for score in report.scores}
    agency = context.library.actors.get(report.agency)
    total = total_of(report)
    rank = rank_of(total if len(scores) == len(INDICATORS) else None)
    return ReportView(
        id=f"chi-so-{report.id}",
        title=labels(
            "indicators.report",
            agency=agency.name if agency else report.agency,
            period=period_words(context, report.period),
        ),
        total=labels("indicators.total", points=number_words(total), n=len(scores))
        if total is not None
        else labels("indicators.no_figure"),
        rank=labels(f"indicators.rank.{rank}") if rank is not Rank.NONE else labels("indicators.rank.none"),
        bars=tuple(
            Bar(one.number, _share(scores[one.number].points, one.points) if one.number in scores else None)
            for one in INDICATORS
        ),
        rows=tuple(_rows(context, report)),
        note=report.note,
    )


def _share(points: Decimal | None, most: int) -> int | None:
    return None if points is None else round(100 * points / most)


def _rows(context: Context, report: IndicatorReport) -> Iterator[Row]:
    labels = context.labels
    scores = {score.indicator: score for score in report.scores}
    for group in IndicatorGroup:
        for one in INDICATORS:
            if one.group is group:
                score = scores.get(one.number)
                known = score is not None and score.points is not None
                points = (
                    number_words(score.points)
                    if known and score and score.points is not None
                    else labels("indicators.no_figure")
                )
                yield (
                    f"{one.number}. {labels(f'indicator.{one.number}')}",
                    labels(f"indicators.group.{group}"),
                    points,
                    str(one.points),
                )


def period_words(context: Context, period: str) -> str:
    """A period in words: "2026-q1" → "quý I/2026", "2026-03" → "tháng 3/2026", "2026" → "năm 2026"."""
    year, _, part = period.partition("-")
    if part.startswith("q") and part[1:] in ("1", "2", "3", "4"):
        return context.labels("disclosure.quarter", number=("I", "II", "III", "IV")[int(part[1:]) - 1], year=year)
    if part.isdigit():
        return context.labels("indicators.month", month=int(part), year=year)
    return context.labels("indicators.year", year=year)
