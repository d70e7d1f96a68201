"""Facts of forty real procedures, with steps of our own: nothing of them is missing on the pages of the built site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from congkhai.build.builder import Build
from tests.editing.fields_on_pages import levels_of, missing_on, page_of, part_levels, site_of

RECORDS = Path(__file__).parent / "data" / "real_procedures.jsonl"
STEPS = (
    "Bước 1: Nộp hồ sơ:\n- Trực tiếp:\n+ Tại xã;\n+ Tại tỉnh (≥ 2 bản);\n- Trực tuyến.\n1) Khai đơn",
    "Tổ chức gửi hồ sơ & nhận phiếu hẹn\n• Kiểm tra\n\t- Đủ: 2. ngày\n\t- Thiếu: trả lại\n• Thẩm định_cấp <phép>",
    "* Trình tự\n– Tiếp nhận\n+ Vào sổ #3\n– Trả kết quả\n2. Lưu hồ sơ\n2. Báo cáo\n4. Kết thúc",
)


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, Any]]:
    """The records by code, each with steps."""
    found = [json.loads(line) for line in RECORDS.read_text(encoding="utf-8").splitlines()]
    return {record["code"]: {**record, "steps": STEPS[at % len(STEPS)]} for at, record in enumerate(found)}


@pytest.fixture(scope="module")
def build(records: dict[str, dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Their site."""
    return site_of(records.values(), tmp_path_factory.mktemp("records"))


def test_every_word_of_every_field_stands_on_the_page(build: Build, records: dict[str, dict[str, Any]]) -> None:
    assert len(records) == 40
    missing = {code: found for code, record in records.items() if (found := missing_on(page_of(build, code), record))}
    assert missing == {}


def test_every_step_keeps_its_level(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        assert part_levels(page_of(build, code), "trinh-tu") == levels_of(record["steps"]), code


def test_a_field_that_is_missing_would_be_told(build: Build, records: dict[str, dict[str, Any]]) -> None:
    code, record = next(iter(records.items()))
    altered = {**record, "decision": "99999/QĐ-KHAC", "legal_basis": [{"number": "1/2026/TT-BTP", "title": "Lạ hoắc"}]}
    assert missing_on(page_of(build, code), altered) == ["decision", "legal_basis.number", "legal_basis.title"]
