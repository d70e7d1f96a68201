"""Plans below others: what records state, what is given and not planned, what is due too late; nothing is guessed."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.editing.carrying import carrying_lines
from congkhai.foundation.language import words
from congkhai.knowledge.plans.hierarchy import coverage, later_than, stated_key
from congkhai.site.pages.page import Context
from tests.sources import ROOT

EXAMPLE = ROOT / "examples" / "phan-cap"
BELOW, ABOVE = "xa-minh-hoa-2026", "vi-du-2026"


@cache
def example() -> Context:
    settings = Settings(EXAMPLE, datetime.date(2026, 11, 29))
    return make_context(check_source(settings), settings)


def test_a_plan_has_those_above_and_below_it_as_records_state() -> None:
    found = example().derived.hierarchy
    assert found.parents == {BELOW: (ABOVE,)}
    assert found.children == {ABOVE: (BELOW,)}
    assert [row.key for row in found.above[BELOW, "I.2"]] == [(ABOVE, "I.3")]
    assert [row.key for row in found.below[ABOVE, "II.3"]] == [(BELOW, "II.1")]


def test_what_is_given_to_a_place_and_not_planned_there_is_missing_and_nothing_else_is() -> None:
    context = example()
    child = context.library.plans[BELOW]
    found = coverage(context.library, context.assignments, child, ABOVE, lambda row: context.derived.carried(row)[0])
    assert [one.above.task.id for one in found if one.demanded] == ["I.1", "I.3", "II.2", "II.3"]
    assert [one.above.task.id for one in found if one.missing] == ["II.2"]
    assert [one.above.task.id for one in found if one.carried] == ["I.1", "I.3", "II.1", "II.3"]


def test_a_task_below_that_is_due_after_the_one_above_is_late_and_one_without_a_day_is_not() -> None:
    times = example().times
    assert later_than(times[BELOW, "I.2"], times[ABOVE, "I.3"]) == datetime.date(2026, 6, 30)
    assert later_than(times[BELOW, "I.1"], times[ABOVE, "I.1"]) is None
    assert later_than(times[BELOW, "II.1"], times[ABOVE, "II.3"]) is None


@pytest.mark.parametrize(
    ("stated", "parents", "key"),
    [
        ("II.3", ("a",), ("a", "II.3")),
        ("a II.3", ("a", "b"), ("a", "II.3")),
        ("II.3", ("a", "b"), None),
        ("c II.3", ("a", "b"), None),
        ("II.3", (), None),
    ],
)
def test_a_statement_names_a_task_of_a_plan_above_or_nothing(
    stated: str, parents: tuple[str, ...], key: tuple[str, str] | None
) -> None:
    assert stated_key(stated, parents) == key


def test_likeness_is_only_suggested_to_editors_and_no_line_counts(tmp_path: Path) -> None:
    text = (EXAMPLE / "content" / "plans" / f"{BELOW}.yaml").read_text("utf-8")
    bare = "".join(line for line in text.splitlines(keepends=True) if "carries_out" not in line)
    for name in ("content/agencies/vi-du.yaml", "content/agencies/xa-minh-hoa.yaml", f"content/plans/{ABOVE}.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((EXAMPLE / name).read_bytes())
    (tmp_path / f"content/plans/{BELOW}.yaml").write_text(bare, "utf-8")
    (tmp_path / "site.yaml").write_bytes((EXAMPLE / "site.yaml").read_bytes())
    context = check_source(Settings(tmp_path, datetime.date(2026, 11, 29))).subject
    lines = list(carrying_lines(context.library, BELOW, words()))
    assert all(line.startswith("#") for line in lines)
    assert any("carries_out: [I.1]" in line for line in lines)
    assert context.derived.hierarchy.above == {}
