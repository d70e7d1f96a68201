"""How far a plan carries out the plan above it, on pages: a picture with its table, and facts on both tasks."""

from __future__ import annotations

from congkhai.site.pages.plans.hierarchy import carrying_facts, carrying_page, plans_below
from tests.knowledge.test_hierarchy import ABOVE, BELOW, example
from tests.site.test_target_pages import words


def test_the_picture_has_a_cell_for_each_row_of_the_table() -> None:
    page = carrying_page(example(), BELOW)
    (parent,) = page.view.parents
    assert page.url == "ke-hoach/xa-minh-hoa-2026/thuc-hien/"
    assert parent.looks == ("done", "silent", "done", "done", "overdue", "done")
    assert len(parent.rows) == len(parent.looks)
    assert words(parent.rows[4][4]) == "được giao, chưa thấy trong kế hoạch này"
    assert "nhiệm vụ 2 có hạn 31/07/2026" in words(parent.rows[2][4])


def test_each_task_names_the_other_and_the_plan_above_names_the_plan_below() -> None:
    context = example()
    rows = {row.key: row for row in context.assignments.rows}
    (above,) = carrying_facts(context, rows[BELOW, "I.2"], str)
    (below,) = carrying_facts(context, rows[ABOVE, "I.3"], str)
    assert words(above.value) == "3. Tự kiểm tra việc niêm yết thủ tục hành chính"
    assert words(below.value) == "2. Tự kiểm tra niêm yết tại bộ phận một cửa"
    (link,) = plans_below(context, context.library.plans[ABOVE], str)
    assert "4/6 nhiệm vụ" in str(link.meta)
