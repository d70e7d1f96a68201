"""Targets in words: short beside a line of a picture, whole in a table or on the page of a task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.targets import PlanTarget, targets_of
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pictures.multiples import Goal, Result
from congkhai.vietnamese.target import Direction, Scope, Target, Unit

# How a number binds, as a sign and as the field of a picture in which values may lie.
_SIGNS = {Direction.AT_LEAST: "≥ ", Direction.AT_MOST: "≤ ", Direction.EXACTLY: "", Direction.BETWEEN: ""}
_SIDES = {
    Direction.AT_LEAST: "above",
    Direction.AT_MOST: "below",
    Direction.EXACTLY: "on",
    Direction.BETWEEN: "between",
}


def number_words(value: float) -> str:
    """A number as it is written in Vietnamese: 1.600, 99,5."""
    return f"{value:,.10g}".replace(",", " ").replace(".", ",").replace(" ", ".")


def unit_words(labels: Labels, unit: Unit) -> str:
    """A unit in words ("%", "phút")."""
    return labels(f"target.unit.{unit.name.lower()}")


def target_words(labels: Labels, target: Target) -> str:
    """A target in words: "tối thiểu 30 %", "tăng thêm 20 %", "từ 2 đến 3 cuộc"; one of an average says so."""
    amount = f"{number_words(target.value)} {unit_words(labels, target.unit)}"
    if target.upto is not None:
        amount = f"{number_words(target.upto)} {unit_words(labels, target.unit)}"
    said = labels(f"target.direction.{target.direction}", amount=amount, low=number_words(target.value))
    said = labels("target.average", said=said) if "trung bình" in target.words.lower() else said
    return labels("target.growth", said=said) if target.growth else said


def scope_words(labels: Labels, scopes: Iterable[Scope]) -> str:
    """Levels and kinds of areas in words ("cấp tỉnh, cấp xã")."""
    return labels("schedule.comma").join(labels(f"target.scope.{scope}") for scope in scopes)


def years_words(labels: Labels, one: PlanTarget) -> str:
    """The years of a target: "2022", "2023–2025", "từ 2022 trở đi"; with the levels where these begin apart."""
    if one.starts:
        apart = len(one.starts) > 1
        told = (
            labels("targets.years.from.level" if apart and actor else "targets.years.from", year=f"{year}", level=actor)
            for actor, year in one.starts
        )
        return labels("schedule.semicolon").join(told)
    return str(one.since) if one.since == one.until else f"{one.since}–{one.until}"


def words_url(one: PlanTarget) -> str:
    """Where the signed words of a target stand: on the page of its task, or of its plan."""
    return urls.task_url(*one.key) if one.row else f"{urls.plan_url(one.plan.id)}#{urls.OBJECTIVES}"


def linked_targets(labels: Labels, found: Iterable[PlanTarget], href: Href) -> tuple[Segment, ...]:
    """Targets as understood, each leading to the same target of other plans."""
    told: list[Segment] = []
    for one in found:
        told += [Segment("text", labels("schedule.semicolon"))] if told else []
        scope = scope_words(labels, one.target.scope)
        said = " ".join(filter(None, (target_words(labels, one.target), f"({scope})" if scope else "")))
        measure = labels(f"target.measure.{one.target.measure.name.lower()}")
        told.append(Segment("link", f"{measure}: {said}", href(urls.target_url(one.target.measure))))
    return tuple(told)


def target_facts(context: Context, row: Row, href: Href) -> Iterator[Fact]:
    """The targets of a row for the top of its page, each leading to the same target of other plans."""
    if found := linked_targets(context.labels, targets_of((row,), context.times), href):
        yield Fact(context.labels("targets.title"), found, context.labels("targets.understood"))


def goal_of(labels: Labels, one: PlanTarget, among: Iterable[PlanTarget]) -> Goal:
    """A level as a picture draws it, no growth; what others of its row only grow towards is claimed for no year."""
    target = one.target
    towards = any(other.target.growth and other.key == one.key for other in among)
    upto = f"–{number_words(target.upto)}" if target.upto is not None else ""
    words = f"{_SIGNS[target.direction]}{number_words(target.value)}{upto}"
    if target.unit is Unit.PERCENT:
        words += " %"
    if towards:
        words = labels("targets.towards", amount=words)
    return Goal(one.since, one.until, target.value, words, _SIDES[target.direction], target.upto, towards)


def growth_words(labels: Labels, found: Iterable[PlanTarget]) -> str:
    """By how much targets are to grow, each once, "" where none says so."""
    grown = dict.fromkeys(
        labels("targets.grows", said=target_words(labels, one.target), years=years_words(labels, one))
        for one in found
        if one.target.growth
    )
    return labels("schedule.semicolon").join(grown)


def results_of(one: PlanTarget) -> Iterator[Result]:
    """What was measured of a target, as a picture draws it."""
    for found in one.measured:
        at = found.on.year + (found.on.month - 0.5) / 12
        yield Result(at, found.value, amount_words(found.value, one.target.unit))


def amount_words(value: float, unit: Unit) -> str:
    """A number as it stands in a picture: shares with their sign, others without their unit, which is said once."""
    return f"{number_words(value)} %" if unit is Unit.PERCENT else number_words(value)
