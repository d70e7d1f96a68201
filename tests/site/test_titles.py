"""A row is called by its title, and where that is blank by the row it goes on from."""

from __future__ import annotations

from congkhai.knowledge.plans.assignments import Row
from congkhai.records.plan import Plan, Section, Task
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.documents.documents import title_beside_kind

TASKS = tuple(
    Task(id=f"I.{n}", title=title, deliverable="Báo cáo") for n, title in enumerate(("", "Niêm yết", "", "", "Họp"), 1)
)
SECTION = Section(id="I", title="Phần", items=TASKS)
PLAN = Plan(id="p", sections=(SECTION,))


def titles() -> list[str]:
    return [title_of(Row(PLAN, SECTION, task, 0)) for task in TASKS]


def test_a_blank_title_counts_on_from_the_row_above() -> None:
    assert titles()[1:] == ["Niêm yết", "Niêm yết (2)", "Niêm yết (3)", "Họp"]


def test_a_blank_title_with_no_row_above_is_called_by_its_deliverable() -> None:
    assert titles()[0] == "Báo cáo"


def test_a_title_does_not_repeat_the_type_that_stands_before_it() -> None:
    assert title_beside_kind("Nghị định", "Nghị định quy định về hộ tịch") == "Quy định về hộ tịch"
    assert title_beside_kind("Nghị định", "Về hộ tịch") == "Về hộ tịch"
    assert title_beside_kind("Luật", "Luật") == "Luật"
