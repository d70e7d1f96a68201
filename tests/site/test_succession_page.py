"""Who became whom: the provinces of July 2025, agencies of the records, and those whose successor nobody recorded."""

from __future__ import annotations

import json
import re
from pathlib import Path

from congkhai.foundation.text import fold
from congkhai.knowledge.units import provinces_formed
from tests.sources import AGENCIES, SOUND, built, edited, lay

PAGE, TWIN = "ke-thua/index.html", "ke-thua/index.json"


def test_63_provinces_went_into_34_each_into_one() -> None:
    formed = provinces_formed()
    before = [name for one in formed for name in one.of]
    assert (len(formed), len(before), len(set(before))) == (34, 63, 63)
    assert (sum(one.communes for one in formed), sum(len(one.of) > 1 for one in formed)) == (3321, 23)
    assert next(one.of for one in formed if one.unit.name == "Tỉnh Vĩnh Long") == (
        *("Tỉnh Bến Tre", "Tỉnh Trà Vinh", "Tỉnh Vĩnh Long"),
    )


def test_a_province_that_became_a_city_on_a_day_not_recorded_says_so() -> None:
    html = built(SOUND).files[PAGE].decode("utf-8")
    assert html.count("cổng chưa ghi ngày đổi từ “Tỉnh Đồng Nai”") == html.count("là tên nay") == 1


def test_an_agency_that_ended_stands_before_the_one_that_follows(tmp_path: Path) -> None:
    ended = "aliases: [Sở Tư pháp]\n    valid: {until: 2023-12-31}\n    successors: [ubnd-an-binh]"
    files = built(lay(tmp_path / "source", edited(AGENCIES, "aliases: [Sở Tư pháp]", ended))).files
    html = files[PAGE].decode("utf-8")
    pair = html[html.index('id="dia-ban-an-binh"') :]
    assert pair.index("co-quan/so-tu-phap-an-binh/") < pair.index('class="merger-after"')
    assert re.search(r'class="merger-after"><a href="../co-quan/ubnd-an-binh/"', pair)
    assert "đến hết 31/12/2023" in pair
    assert json.loads(files[TWIN])["agencies"][0]["successors"] == ["ubnd-an-binh"]


def test_an_agency_whose_successor_is_not_recorded_is_listed_and_none_is_guessed(tmp_path: Path) -> None:
    ended = "aliases: [Sở Tư pháp]\n    valid: {until: 2023-12-31}"
    html = built(lay(tmp_path / "source", edited(AGENCIES, "aliases: [Sở Tư pháp]", ended))).files[PAGE].decode()
    assert "Chưa có dữ liệu về cơ quan kế thừa (1)" in html
    assert 'id="dia-ban-an-binh"' not in html


def test_an_agency_that_was_followed_on_a_day_not_known_says_so_first_and_owes_no_reports(tmp_path: Path) -> None:
    ended = "aliases: [Sở Tư pháp]\n    successors: [ubnd-an-binh]"
    files = built(lay(tmp_path / "source", edited(AGENCIES, "aliases: [Sở Tư pháp]", ended))).files
    page = files["co-quan/so-tu-phap-an-binh/index.html"].decode()
    main = page[page.index("<main") :]
    assert main.index("cổng chưa có ngày kết thúc") < main.index("nhiệm vụ")
    assert "gửi chậm nhất" not in main
    assert "chưa có ngày kết thúc" in files[PAGE].decode()
    assert "đã sáp nhập" in files["co-quan/index.html"].decode()


def test_an_agency_whose_successor_ended_too_stands_before_who_does_the_work_now(tmp_path: Path) -> None:
    ended = "aliases: [Sở Tư pháp]\n    valid: {until: 2023-12-31}\n    successors: [so-thong-tin-an-binh]"
    text = edited(AGENCIES, "aliases: [Sở Tư pháp]", ended)[AGENCIES].replace("until: 2025-02-28", "until: 2023-12-31")
    files = built(lay(tmp_path / "source", {AGENCIES: text})).files
    assert "Cơ quan này cũng đã kết thúc" in files["co-quan/so-tu-phap-an-binh/index.html"].decode()
    assert "Cơ quan này cũng đã kết thúc" not in files["co-quan/so-thong-tin-an-binh/index.html"].decode()
    html = files[PAGE].decode()
    mergers = html[html.index('id="dia-ban-an-binh"') :]
    assert [line.split('"')[1] for line in mergers.split('class="merger-after"><a href=')[1:]] == [
        "../co-quan/so-khoa-hoc-an-binh/"
    ]


def test_a_province_is_spelt_in_one_way_on_the_page() -> None:
    names = {name for one in provinces_formed() for name in (*one.of, one.unit.name)}
    assert len({fold(name) for name in names}) == len(names)
