"""Administrative units: found by names as people write them; what became of those before July 2025."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.knowledge import units
from congkhai.knowledge.units import (
    communes_of,
    moved,
    near_units,
    province_of,
    provinces,
    provinces_after,
    provinces_formed,
    units_named,
)
from congkhai.knowledge.units.former_provinces import PROVINCE_AFTER, province_after


def titles(name: str) -> list[str]:
    return [unit.title for unit in units_named(name)]


def test_the_table_has_every_province_and_commune_and_is_small() -> None:
    assert len(provinces()) == 34
    assert sum(len(communes_of(province)) for province in provinces()) == 3321
    table = Path(units.__file__).with_name("units.tsv.xz")
    assert table.stat().st_size < 300_000


@pytest.mark.parametrize(
    "name",
    [
        "Xã An Bình, tỉnh Vĩnh Long",
        "xa an binh, vinh long",
        "An Bình, Vĩnh Long",
        "xa-an-binh, vinh-long",
        "X.An Bình, Vĩnh Long",
    ],
)
def test_a_commune_is_found_with_and_without_marks_kind_and_the_kind_of_its_province(name: str) -> None:
    assert titles(name) == ["Xã An Bình, tỉnh Vĩnh Long"]


def test_a_name_that_several_units_have_gives_them_all() -> None:
    assert titles("xã An Bình") == ["Xã An Bình, tỉnh Phú Thọ", "Xã An Bình, tỉnh Vĩnh Long"]


@pytest.mark.parametrize("name", ["TP. Hồ Chí Minh", "thanh pho ho chi minh", "tp.ho chi minh"])
def test_a_city_is_found_by_the_short_form_of_its_kind(name: str) -> None:
    assert titles(name) == ["Thành phố Hồ Chí Minh"]


def test_a_kind_is_a_word_and_not_the_beginning_of_one() -> None:
    assert [unit.name for unit in units_named("Tinh Túc, Cao Bằng")] == ["Xã Tĩnh Túc"]


def test_a_commune_knows_its_province_and_the_id_of_its_territory() -> None:
    (unit,) = units_named("Phường Bến Tre")
    assert (province_of(unit).name, unit.id, province_of(unit).id) == ("Tỉnh Vĩnh Long", "phuong-ben-tre", "vinh-long")


def test_near_misses_stay_in_the_province_that_is_named() -> None:
    found = near_units("xã An Binhh, Vĩnh Long")
    assert found[0].name == "Xã An Bình"
    assert {unit.province for unit in found} == {"Tỉnh Vĩnh Long"}


def test_the_beginning_of_a_long_name_is_a_near_miss() -> None:
    assert near_units("phường Xuân Hương")[0].name == "Phường Xuân Hương - Đà Lạt"


def test_what_became_of_a_commune_of_before_is_known() -> None:
    (row,) = moved("Phường Phúc Xá", "Quận Ba Đình", "Hà Nội")
    assert (row.unit.name, row.whole) == ("Phường Hồng Hà", True)


def test_a_commune_that_was_divided_lists_all_that_took_a_part_of_it() -> None:
    rows = moved("Xã Hải Lạng", "Huyện Tiên Yên", "Quảng Ninh")
    assert len(rows) > 1
    assert not any(row.whole for row in rows)


def test_a_province_of_before_is_known_by_what_holds_it_now() -> None:
    assert [unit.name for unit in provinces_after("tỉnh Bến Tre")] == ["Tỉnh Vĩnh Long"]


def test_the_short_list_of_provinces_that_ended_says_what_the_table_says() -> None:
    formed = provinces_formed()
    asked = {name: province_after(name) for one in formed for name in one.of}
    assert sum(map(bool, asked.values())) == len(PROVINCE_AFTER) == 63 - 34
    assert {name: after for name, after in asked.items() if after} == {
        name: one.unit.name for one in formed for name in one.of if province_after(name)
    }
    assert [province_after(one.unit.name) for one in formed] == [""] * 34
