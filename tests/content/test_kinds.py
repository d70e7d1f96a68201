"""The kind of work of every task of the five plans is the one that a reader of the plans wrote down."""

from __future__ import annotations

import datetime
from functools import cache

from congkhai.build.builder import Settings, check_source
from congkhai.knowledge.plans.kinds import row_kind
from tests.sources import ROOT

TRUTH = ROOT / "tests" / "content" / "kinds.tsv"


@cache
def read() -> dict[tuple[str, str], str]:
    derived = check_source(Settings(ROOT, datetime.date(2026, 11, 29))).subject.derived
    return {row.key: row_kind(row).name.lower() for row in derived.assignments.rows}


def test_every_task_has_the_kind_that_a_reader_wrote_down() -> None:
    lines = [line.split("\t") for line in TRUTH.read_text(encoding="utf-8").splitlines()[2:]]
    truth = {(plan, task): kind for plan, task, kind in lines}
    assert read() == truth


def test_every_kind_that_the_plans_order_is_found_and_hardly_any_task_has_none() -> None:
    kinds = list(read().values())
    assert {"inspection", "training", "communication", "guide_video", "report"} <= set(kinds)
    assert kinds.count("other") <= 1
