"""Targets of rows: an editor's overrule what the cells say, and what was measured stands beside its own target."""

from __future__ import annotations

import datetime
from pathlib import Path

from congkhai.build.builder import Settings, check_source
from congkhai.foundation.labels import load_labels
from congkhai.knowledge.plans.targets import PlanTarget
from congkhai.site.pages.plans.target_words import target_words, years_words
from tests.sources import PLAN, ROOT, Change, edited, lay


def targets(source: Path) -> tuple[PlanTarget, ...]:
    return check_source(Settings(source, datetime.date(2026, 11, 22))).subject.derived.targets


def targets_of_rows(source: Path) -> list[PlanTarget]:
    return [found for found in targets(source) if found.row]


def laid(folder: Path, title: str, more: str = "") -> Path:
    """The golden source with another title of its first task, and more keys below it."""
    changes: dict[str, Change] = edited(PLAN, "title: Công bố TTHC theo NĐ 61/2018/NĐ-CP", f"title: {title}{more}")
    return lay(folder / "source", changes)


def test_a_number_that_a_row_says_twice_is_one_target(tmp_path: Path) -> None:
    title = '"Số hóa tối thiểu 30%; số hóa tối thiểu 30%"'
    assert [one.target.value for one in targets_of_rows(laid(tmp_path, title))] == [30]


def test_what_an_editor_states_overrules_what_is_read(tmp_path: Path) -> None:
    more = "\n        targets: [{measure: hai-long, value: 95, unit: '%', direction: at_least, first_year: 2025}]"
    (one,) = targets_of_rows(laid(tmp_path, "Số hóa tối thiểu 30%", more))
    assert (one.target.measure.name, one.target.value, one.cell, one.since) == ("SATISFACTION", 95, "", 2025)
    assert one.target.words == "Số hóa tối thiểu 30%"


def test_a_measured_value_stands_beside_the_target_of_its_measure_and_levels() -> None:
    on_time, payment = targets(ROOT / "examples" / "tien-do")
    assert [(found.on.isoformat(), found.value) for found in on_time.measured] == [("2026-06-30", 92.5)]
    assert [found.evidence[0].title for found in payment.measured] == ["Báo cáo quý III minh họa"]
    assert (payment.cell, on_time.cell) == ("", "title")


def test_no_value_is_measured_in_the_content() -> None:
    assert [one for one in targets(ROOT) if one.measured] == []


def test_the_years_of_a_target_are_those_that_its_cell_names_for_its_level(tmp_path: Path) -> None:
    title = '"Số hóa 50% tại cấp huyện và 30% tại cấp xã"'
    more = '\n        time: "Cấp huyện: triển khai từ 01/12/{year}; Cấp xã: triển khai từ 01/6/{next}"'
    source = laid(tmp_path, title)
    plan = next((source / "content" / "plans").glob("*.yaml"))
    year = next(int(line.split()[1]) for line in plan.read_text().splitlines() if line.startswith("year:"))
    source = laid(tmp_path / "dated", title, more.format(year=year, next=year + 1))
    assert [(one.target.value, one.since, one.until) for one in targets_of_rows(source)] == [
        (50, year, year),
        (30, year + 1, year + 1),
    ]
    assert [one.starts for one in targets_of_rows(source)] == [(("Cấp huyện", year),), (("Cấp xã", year + 1),)]


def test_a_target_from_a_day_on_is_given_no_last_year(tmp_path: Path) -> None:
    more = '\n        time: "Cấp huyện: triển khai từ 01/12/2024; Cấp xã: triển khai từ 01/6/2025"'
    (one,) = targets_of_rows(laid(tmp_path, "Số hóa tối thiểu 30%", more))
    assert years_words(load_labels(), one) == "từ năm 2024 trở đi (Cấp huyện); từ năm 2025 trở đi (Cấp xã)"


def test_a_target_of_an_average_says_so(tmp_path: Path) -> None:
    (one,) = targets_of_rows(laid(tmp_path, "Giảm thời gian chờ đợi xuống trung bình còn tối đa 15 phút/01 lượt"))
    assert target_words(load_labels(), one.target) == "trung bình tối đa 15 phút"
