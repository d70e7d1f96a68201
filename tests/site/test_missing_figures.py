"""Pages of figures say once what is missing, and what they work out agrees with the pages it is worked out from."""

from __future__ import annotations

import datetime
from functools import cache

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.knowledge.disclosure.indicators import computed_indicators
from congkhai.site.pages.disclosure.clock_words import records_of
from congkhai.site.pages.disclosure.disclosure import make_disclosure_page
from congkhai.site.pages.page import Context
from congkhai.site.pages.plans.kinds import make_kind_pages
from tests.sources import ROOT


@cache
def context() -> Context:
    settings = Settings(ROOT, datetime.date(2026, 11, 30))
    return make_context(check_source(settings), settings)


def test_a_procedure_that_its_page_files_online_has_an_online_service_in_the_indicator() -> None:
    online = sum(card.takes_online for card in context().derived.shown)
    found = {one.number: one for one in computed_indicators(records_of(context()), context().derived.shown)}
    assert found["06"].met >= online > 50
    assert found["06"].known == found["06"].total


def test_clocks_of_which_nothing_is_known_are_named_in_one_sentence_and_in_no_row() -> None:
    view = next(make_disclosure_page(context()))().view
    assert "Chưa tính được mốc nào về" in view.unknown
    assert all("chưa có số liệu" not in stat.value for stat in view.stats)
    assert all(row[6] != row[7] for row in view.table)


def test_where_no_plan_is_reported_on_no_kind_of_work_is_said_to_have_nothing_done() -> None:
    view = next(make_kind_pages(context()))().view
    assert "Đã báo hoàn thành" not in view.columns
    assert "Cổng không có số liệu về kết quả thực hiện" in view.explain
    assert {len(row) for row in view.rows} == {3}
