"""The names of the national register: facts of every procedure that is not of one province."""

from __future__ import annotations

import re

from congkhai.knowledge.register import TABLE, national_procedures
from congkhai.knowledge.units import provinces

PROCEDURES = {one.code: one for one in national_procedures()}


def test_a_procedure_has_its_name_its_sector_and_who_receives() -> None:
    found = PROCEDURES["2.002039"]
    assert found.name == "Nhập quốc tịch Việt Nam ở trong nước"
    assert (found.levels, found.agency) == (("province",), "Sở Tư pháp")


def test_codes_differ_and_no_field_of_a_row_has_blanks_at_its_ends() -> None:
    assert len(PROCEDURES) == len(national_procedures()) > 3000
    assert all(text == text.strip() for one in PROCEDURES.values() for text in (one.name, one.sector, one.agency))


def test_no_procedure_is_received_by_one_province_alone() -> None:
    named = re.compile("|".join(rf"(?:[Tt]ỉnh|[Tt]hành phố) {unit.bare}\b" for unit in provinces()))
    assert [one.code for one in PROCEDURES.values() if named.search(one.agency)] == []


def test_no_name_is_shouted_and_none_is_of_work_between_agencies() -> None:
    assert [one.name for one in PROCEDURES.values() if one.name.isupper()] == []
    assert [code for code in PROCEDURES if code.startswith(("5.", "6."))] == []


def test_the_table_is_small_enough_for_the_package() -> None:
    assert TABLE.stat().st_size <= 150_000
