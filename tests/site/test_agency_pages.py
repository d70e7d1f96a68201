"""Pages of agencies: three lists that share no row, who ended and who follows, names that tell places apart."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sources import AGENCIES, PLAN, Change, built, edited, lay


def page(files: dict[str, bytes], agency: str) -> str:
    return files[f"co-quan/{agency}/index.html"].decode("utf-8")


def test_a_member_has_the_tasks_of_its_group_on_its_page_and_in_its_calendar(tmp_path: Path) -> None:
    files = built(lay(tmp_path / "source")).files
    assert re.search(r"Phối hợp \(1 nhiệm vụ\)", page(files, "so-thong-tin-an-binh"))
    assert "co-quan/so-thong-tin-an-binh/lich.ics" in files


def test_a_row_stands_in_one_list_of_an_agency_only(tmp_path: Path) -> None:
    html = page(built(lay(tmp_path / "source")).files, "so-tu-phap-an-binh")
    rows = re.findall(r'href="([^"]*/ke-hoach/an-binh-2024/[^"]+)"', html)
    tasks = [row for row in rows if not row.endswith(("/an-binh-2024/", "#"))]
    assert len(tasks) == len(set(tasks)) > 0


def test_an_agency_that_ended_says_so_first_and_leads_to_who_follows(tmp_path: Path) -> None:
    ended = "aliases: [Sở Tư pháp]\n    valid: {until: 2023-12-31}\n    successors: [ubnd-an-binh]"
    changes = edited(AGENCIES, "aliases: [Sở Tư pháp]", ended)
    files = built(lay(tmp_path / "source", changes)).files
    html = page(files, "so-tu-phap-an-binh")
    assert html.index("Hoạt động đến hết ngày 31/12/2023.") < html.index("<h2")
    assert 'href="../../co-quan/ubnd-an-binh/"' in html
    assert "Tiếp nhận nhiệm vụ của (1)" in page(files, "ubnd-an-binh")


def test_actors_of_one_name_are_told_apart_by_their_place(tmp_path: Path) -> None:
    other = "territory: khac\nname: Tỉnh Khác\nagencies:\n  - {id: k, name: UBND tỉnh An Bình}\n"
    changes: dict[str, Change] = {"content/agencies/khac.yaml": other}
    files = built(lay(tmp_path / "source", changes)).files
    assert "<title>UBND tỉnh An Bình (Tỉnh Khác) – " in page(files, "k")


def test_actors_of_one_name_lead_to_each_other(tmp_path: Path) -> None:
    other = "territory: khac\nname: Tỉnh Khác\nagencies:\n  - {id: k, name: UBND tỉnh An Bình}\n"
    files = built(lay(tmp_path / "source", {"content/agencies/khac.yaml": other})).files
    assert "Cùng tên, ở địa bàn khác" in page(files, "k")
    assert 'href="../../co-quan/ubnd-an-binh/"' in page(files, "k")
    assert "Cùng tên, ở địa bàn khác" not in page(files, "so-tu-phap-an-binh")


def test_the_numbers_of_an_agency_count_what_it_leads_in_a_group(tmp_path: Path) -> None:
    files = built(lay(tmp_path / "source", edited(PLAN, "lead: UBND tỉnh", "lead: Các sở, ban, ngành tỉnh"))).files
    html = page(files, "so-thong-tin-an-binh")
    assert "Chủ trì cùng nhóm (1 nhiệm vụ)" in html
    assert "trong 2 nhiệm vụ chủ trì" in html


def test_an_agency_that_issued_a_plan_or_whose_parts_lead_tasks_says_so_and_leads_there(tmp_path: Path) -> None:
    html = page(built(lay(tmp_path / "source")).files, "ubnd-an-binh")
    assert "Ban hành 1 kế hoạch trên cổng này. 2 cơ quan, đơn vị trực thuộc chủ trì" in html
    assert 'href="../../ke-hoach/an-binh-2024/"' in html
    assert 'href="../../co-quan/so-tu-phap-an-binh/"' in html


def test_an_agency_without_tasks_is_never_said_to_be_named_by_no_plan(tmp_path: Path) -> None:
    changes = edited(AGENCIES, "agencies:\n", "agencies:\n  - {id: vp, name: Văn phòng thử}\n")
    html = page(built(lay(tmp_path / "source", changes)).files, "vp")
    assert "Không nhiệm vụ nào trên cổng này giao cơ quan chủ trì hoặc phối hợp." in html
    assert "không kế hoạch nào" not in html


def test_of_an_ended_district_no_page_claims_that_all_its_work_went_to_its_successor(tmp_path: Path) -> None:
    ended = "aliases: [Sở Tư pháp]\n    level: district\n    valid: {until: 2023-12-31}\n    successors: [ubnd-an-binh]"
    changes = edited(AGENCIES, "aliases: [Sở Tư pháp]\n    level: province", ended)
    files = built(lay(tmp_path / "source", changes)).files
    top = page(files, "so-tu-phap-an-binh").split("<h2")[0]
    assert "Việc nào về cấp nào: theo văn bản phân định thẩm quyền." in top
    assert "Nhiệm vụ nay thuộc" not in top
    assert "Việc nào về cấp nào" in files["ke-thua/index.html"].decode("utf-8")


def test_a_counter_that_only_steps_name_lists_what_is_handed_in_there(tmp_path: Path) -> None:
    centre = "  - {id: trung-tam, name: Trung tâm Phục vụ hành chính công, general: true}\n  - id: ubnd-an-binh\n"
    steps = "1. Nộp hồ sơ tại Trung tâm Phục vụ hành chính công.\n"
    changes = edited(AGENCIES, "  - id: ubnd-an-binh\n", centre)
    changes |= edited("content/procedures/ho-tich/9.000001.yaml", "1. Nộp hồ sơ.\n", steps)
    html = page(built(lay(tmp_path / "source", changes)).files, "trung-tam")
    assert "1 thủ tục trên cổng này nộp hồ sơ tại đây. Đây là tên gọi chung" in html
    assert re.search(r'id="nop-o-day">Thủ tục nộp hồ sơ tại đây \(1\)', html)
    assert "thu-tuc/9.000001/" in html
    assert "empty-state" not in html
