"""An ended agency that nobody is recorded to follow says who may know of its work, and that this is derived."""

from __future__ import annotations

import datetime
from functools import cache

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.pages.agencies.agency import agency_page
from congkhai.site.pages.agencies.took_over import end_of
from congkhai.site.pages.page import Context
from tests.site.test_target_pages import words
from tests.sources import ROOT

DERIVED = "Suy từ danh bạ của cổng, chưa phải văn bản giao việc; có thể hỏi:"


@cache
def context() -> Context:
    settings = Settings(ROOT, datetime.date(2026, 11, 30))
    return make_context(check_source(settings), settings)


def end(actor_id: str) -> str:
    found = end_of(context(), context().library.actors[actor_id], context().href(f"co-quan/{actor_id}/"))
    assert found is not None
    assert not found.links
    return words(found.text)


def test_a_unit_names_the_office_above_it_and_who_does_the_work_of_that_today() -> None:
    for unit in ("phong-nc-kstthc-binh-thuan", "phong-chuyen-mon-binh-thuan"):
        told = end(unit)
        assert DERIVED in told
        assert "cấp trên, Văn phòng UBND tỉnh Bình Thuận: Văn phòng UBND tỉnh Lâm Đồng." in told


def test_a_district_names_who_does_the_work_of_districts_and_the_province_that_stands() -> None:
    told = end("ubnd-yen-chau-son-la")
    assert "Cơ quan nay làm việc của nhóm UBND cấp huyện: UBND cấp xã." in told
    assert "Cơ quan cấp trên: UBND tỉnh Sơn La." in told


def test_what_the_register_ties_to_nobody_leads_to_who_issued_the_plans() -> None:
    told = end("bhxh-ben-tre")
    assert DERIVED not in told
    assert "Hỏi cơ quan nay làm việc của cơ quan ban hành kế hoạch: UBND tỉnh Vĩnh Long." in told


def test_one_that_others_follow_needs_no_guide() -> None:
    actor = context().library.actors["vp-ubnd-binh-thuan"]
    found = end_of(context(), actor, context().href("co-quan/vp-ubnd-binh-thuan/"))
    assert found is not None
    assert [name for name, _ in found.links] == ["Văn phòng UBND tỉnh Lâm Đồng"]
    assert "có thể hỏi" not in words(found.text)


def test_the_numbers_of_an_agency_add_up_in_words() -> None:
    view = agency_page(context(), "phong-nc-kstthc-binh-thuan").view
    assert view.score_notes[0] == "Tính trên 4 nhiệm vụ chủ trì: 3 nhiệm vụ nêu tên cơ quan này, 1 nhiệm vụ cùng nhóm."
    assert sum(int(stat.value) for stat in view.scorecard) == 4
    assert agency_page(context(), "bhxh-ben-tre").view.score_notes[0] == ""
