"""Many problems for a person: errors first, each spelling once with its count, a sum by kind."""

from __future__ import annotations

from pathlib import Path

from congkhai.foundation.grouped_report import as_groups, as_short, as_summary
from congkhai.foundation.invocation import command_name
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Place, Problem

LABELS = load_labels("vi")


def note(text: str, line: int, path: str = "content/plans/a.yaml") -> Problem:
    return Problem("unresolved-agency", Place(path, line, 9), (("text", text),))


def unknown(name: str, line: int) -> Problem:
    return Problem("unknown-reference", Place("content/z.yaml", line, 3), (("kind", "agency"), ("id", name)))


def test_errors_stand_before_notes_whatever_their_files_are_called(tmp_path: Path) -> None:
    told = as_groups([note("Tổ một", 1), unknown("x", 5)], LABELS, tmp_path)
    assert told.index("LỖI content/z.yaml:5:3 [unknown-reference]") < told.index("LƯU Ý [unresolved-agency]")


def test_a_spelling_is_told_once_with_its_count_the_most_frequent_first(tmp_path: Path) -> None:
    told = as_groups([note("Tổ một", 1), *(note("Tổ hai", line) for line in range(2, 9))], LABELS, tmp_path)
    lines = told.splitlines()
    assert lines[0] == "LƯU Ý [unresolved-agency]: 8 chỗ, 2 cách ghi"
    assert lines[1].startswith("  → Thêm cách viết này vào `aliases` (cách viết khác)")
    assert lines[2] == "     7× Không nhận ra cơ quan trong “Tổ hai”. (content/plans/a.yaml:2:9, …)"
    assert lines[3] == "     1× Không nhận ra cơ quan trong “Tổ một”. (content/plans/a.yaml:1:9)"


def test_notes_that_differ_only_in_the_record_they_are_about_are_one(tmp_path: Path) -> None:
    places = {code: Place(f"content/procedures/{code}.yaml", 1, 1) for code in ("1.000001", "1.000002")}
    notes = [Problem("procedure-paper-unnamed", place, (("procedure", code),)) for code, place in places.items()]
    assert "     2× Thủ tục … có giấy tờ không tên" in as_groups(notes, LABELS, tmp_path)


def test_the_same_error_at_many_places_is_one_paragraph_that_lists_them(tmp_path: Path) -> None:
    told = as_groups([unknown("x", line) for line in range(1, 8)], LABELS, tmp_path)
    assert told.count("LỖI") == 1
    assert "Còn 6 chỗ như vậy: content/z.yaml:2:3, content/z.yaml:3:3, content/z.yaml:4:3…" in told


def test_a_build_counts_notes_by_kind_and_tells_errors_whole(tmp_path: Path) -> None:
    told = as_short([note("Tổ một", 1), note("Tổ hai", 2), unknown("x", 5)], LABELS, tmp_path)
    assert "     2 LƯU Ý Không nhận ra cơ quan trong “…”. [unresolved-agency]" in told
    assert "Không có cơ quan nào mang mã hoặc số “x”" in told


def test_a_summary_is_a_line_a_kind_errors_first() -> None:
    lines = as_summary([note("Tổ một", 1), note("Tổ hai", 2), unknown("x", 5)], LABELS).splitlines()
    assert [line.rsplit("[", 1)[1] for line in lines] == ["unknown-reference]", "unresolved-agency]"]


def test_advice_names_the_command_as_it_was_called() -> None:
    assert command_name("build.py") == "python build.py"
    assert command_name("/usr/lib/python3/congkhai/__main__.py") == "python -m congkhai"
    assert command_name(r"congkhai.exe") == command_name("/home/a/.local/bin/congkhai") == "congkhai"
