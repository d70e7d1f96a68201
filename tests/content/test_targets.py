"""Every target of the five plans is found, with number, unit, direction, years and scope, and nothing else is."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import cache

from congkhai.build.builder import Settings, check_source
from congkhai.knowledge.plans.targets import PlanTarget
from tests.sources import ROOT

TRUTH = ROOT / "tests" / "content" / "targets.tsv"


@cache
def read() -> tuple[PlanTarget, ...]:
    subject = check_source(Settings(ROOT, datetime.date(2026, 11, 29))).subject
    return subject.derived.targets


def told(found: PlanTarget) -> tuple[str, ...]:
    """A target as a line of the list has it."""
    target = found.target
    years = str(found.since) if found.since == found.until else f"{found.since}-{found.until}"
    return (
        *found.key,
        f"{target.value:g}",
        "" if target.upto is None else f"{target.upto:g}",
        target.unit,
        target.direction,
        "growth" if target.growth else "",
        " ".join(target.scope),
        years,
        target.measure.name.lower(),
    )


def truth() -> list[tuple[str, ...]]:
    lines = (line for line in TRUTH.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [tuple(line.split("\t")) for line in lines][1:]


def test_every_target_is_read_as_a_reader_of_the_plans_wrote_it_down() -> None:
    assert Counter(map(told, read())) == Counter(truth())
