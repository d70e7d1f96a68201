"""Which agencies a field of a procedure names: records where the registry knows them, words where it does not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from congkhai.knowledge.procedures.handling import Handling
from tests.knowledge.test_reading import library

TODAY = datetime.date(2026, 11, 29)
EVERYWHERE = """
territory: toan-quoc
agencies:
  - {id: uy-ban-xa, name: Ủy ban nhân dân cấp xã, aliases: ["Ủy ban nhân dân xã, phường, thị trấn"], general: true}
  - {id: cong-an-tinh, name: Công an cấp tỉnh, general: true}
  - {id: chua-chay, name: "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ"}
"""
PLACE = """
territory: son-la
agencies:
  - {id: cong-an-son-la, name: Công an tỉnh Sơn La, aliases: [Công an tỉnh]}
"""


@pytest.fixture
def handling(tmp_path: Path) -> Handling:
    """A registry of general agencies and of one place."""
    return Handling.of(library(tmp_path, agencies__toan_quoc=EVERYWHERE, agencies__son_la=PLACE), TODAY)


@pytest.mark.parametrize("name", ["Ủy ban Nhân dân xã, phường, thị trấn", "UBND cấp Xã", "Ủy ban nhân dân cấp xã"])
def test_all_spellings_mean_one_record(handling: Handling, name: str) -> None:
    assert handling.named(name) == "uy-ban-xa"


def test_the_general_agency_is_meant_where_places_have_one_of_that_name(handling: Handling) -> None:
    assert handling.named("Công an cấp Tỉnh") == "cong-an-tinh"
    assert handling.named("Công an tỉnh Sơn La") == "cong-an-son-la"


def test_a_field_is_taken_apart_without_breaking_names(handling: Handling) -> None:
    text = "Công an cấp Tỉnh, Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ, Sở Văn hóa, Thể thao và Du lịch"
    assert handling.parts(text) == (
        ("cong-an-tinh", "Công an cấp Tỉnh"),
        ("chua-chay", "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
        ("", "Sở Văn hóa, Thể thao và Du lịch"),
    )
