"""Which plan took the place of which: one that says so, or that of the same issuer, kind and name for the next year.

A plan that neither of these follows has at least the newest of the later ones of its territory beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from enum import StrEnum

from msgspec import Struct

from congkhai.foundation.grouping import grouped
from congkhai.foundation.text import fold
from congkhai.knowledge.documents.numbered import meant, numbered
from congkhai.records.plan import Plan

# Names that share so much of their words are those of one series ("Kế hoạch kiểm soát TTHC năm 2024", "… năm 2025").
_ALIKE = 0.6


class Tie(StrEnum):
    """What ties a later plan to an earlier one: it says that it replaces it, is that of the next year, or later."""

    REPLACES = "replaces"
    FOLLOWS = "follows"
    LATER = "later"


class Following(Struct, frozen=True):
    """The plans after and before each plan, by id, each with what ties the two."""

    after: Mapping[str, tuple[tuple[str, Tie], ...]]
    before: Mapping[str, tuple[tuple[str, Tie], ...]]

    @classmethod
    def of(cls, plans: Iterable[Plan]) -> Following:
        """What the plans of a library say, and what follows from issuer, kind, name and year."""
        every = tuple(plans)
        ties = dict(_following(every)) | dict(_replacing(every))
        ties |= _later(every, {old for old, _ in ties})
        after = grouped((old, (new, tie)) for (old, new), tie in ties.items())
        return cls(after, grouped((new, (old, tie)) for (old, new), tie in ties.items()))


def _replacing(plans: tuple[Plan, ...]) -> Iterator[tuple[tuple[str, str], Tie]]:
    known = numbered((plan.id, plan.number, plan.signed) for plan in plans)
    for plan in plans:
        for number in plan.replaces:
            found = meant(number, known, by=plan.signed)
            if len(found) == 1 and found[0] != plan.id:
                yield (found[0], plan.id), Tie.REPLACES


def _following(plans: tuple[Plan, ...]) -> Iterator[tuple[tuple[str, str], Tie]]:
    series = grouped(((plan.issuer, plan.type, plan.year), plan) for plan in plans)
    for plan in plans:
        for later in series.get((plan.issuer, plan.type, plan.last_year + 1), ()):
            if _are_of_one_series(plan, later):
                yield (plan.id, later.id), Tie.FOLLOWS


def _later(plans: tuple[Plan, ...], followed: Set[str]) -> dict[tuple[str, str], Tie]:
    """The newest plan of the territory of each plan that is not followed by one, where it is of later years."""
    newest = {place: max(found, key=_by_year) for place, found in grouped((p.territory, p) for p in plans).items()}
    pairs = ((plan, newest[plan.territory]) for plan in plans if plan.territory and plan.id not in followed)
    return {(plan.id, last.id): Tie.LATER for plan, last in pairs if last.year > plan.last_year}


def _by_year(plan: Plan) -> tuple[int, str]:
    return plan.year, plan.id


def _are_of_one_series(one: Plan, other: Plan) -> bool:
    words, others = _words(one), _words(other)
    return len(words & others) >= _ALIKE * len(words | others)


def _words(plan: Plan) -> frozenset[str]:
    return frozenset(word for word in fold(plan.title).split() if not any(sign.isdigit() for sign in word))
