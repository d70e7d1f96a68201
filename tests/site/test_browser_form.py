"""The forms of the browser editor write back exactly what was edited, in house form, comments and quotes kept."""

from __future__ import annotations

import textwrap

import pytest

from congkhai.editing.house_form import house_form
from congkhai.foundation.problem import Problems
from congkhai.source.yaml_source import parse_yaml
from tests.site.form_files import Edited, edit, record_files, replaced, single_edits, value_of

PLAN = textwrap.dedent("""\
    id: xa-mau-2026  # mã
    signer: {name: Mẫu, post: Chủ tịch}
    legal_basis: []
    # Phần một
    sections:
      - number: "I"
        title: Việc chung
        items:
          - number: "1"
            title: Việc một
            lead: |  # hai dòng
              - A
              - B
            coordination: ""
          # việc thứ hai
          - number: "2"
            title: "Việc: hai"
    """)


@pytest.fixture(scope="module")
def edits() -> list[Edited]:
    return list(single_edits(3))


def changed(*edits: tuple[list[str | int], object], text: str = PLAN) -> list[str]:
    """The text after each of the edits."""
    answer = edit([{"text": text, "edits": [{"path": path, "value": value} for path, value in edits]}])
    return list(answer[0]["edited"])


def alike(first: list[str], second: list[str]) -> int:
    """How many lines are the same from the top."""
    pairs = zip(first, second, strict=False)
    return next((at for at, pair in enumerate(pairs) if pair[0] != pair[1]), 0)


def test_a_record_saved_without_an_edit_stays_byte_for_byte() -> None:
    files = record_files()
    answers = edit([{"text": text, "edits": []} for _, text in files.values()])
    pairs = zip(files.items(), answers, strict=True)
    differing = [name for (name, (_, text)), answer in pairs if answer["same"] != text]
    assert len(files) > 150
    assert differing == []


def test_one_edited_value_is_all_that_changes(edits: list[Edited]) -> None:
    wrong = [
        (done.name, done.path)
        for done in edits
        if value_of(done.after) != replaced(value_of(done.before), done.path, done.typed)
    ]
    assert len(edits) > 400
    assert wrong == []


def test_what_was_edited_is_in_house_form(edits: list[Edited]) -> None:
    # Forming takes long: one edit of each small file is looked at.
    small = [done for done in edits[::3] if len(done.before) < 12_000 and done.name.startswith("content/")]
    assert len(small) > 100
    assert [(done.name, done.path) for done in small if house_form(done.after, done.file.record) != done.after] == []


def test_only_the_lines_of_the_value_change(edits: list[Edited]) -> None:
    for done in edits:
        before, after = done.before.split("\n"), done.after.split("\n")
        head, tail = alike(before, after), alike(before[::-1], after[::-1])
        assert len(after) - tail - head <= done.typed.count("\n") + 2, (done.name, done.path)


def test_comments_stay_where_a_block_is_rewritten() -> None:
    (text,) = changed((["sections", 0, "items", 0, "lead"], "- A\n- C"))
    assert text == PLAN.replace("- B", "- C")


def test_a_cell_that_is_emptied_is_blank_and_not_gone() -> None:
    (text,) = changed((["sections", 0, "items", 0, "lead"], ""))
    assert '        lead: ""\n        coordination: ""\n' in text


def test_a_key_that_is_emptied_goes() -> None:
    (text,) = changed((["signer", "post"], ""))
    assert text == PLAN.replace(", post: Chủ tịch", "")


def test_a_new_item_stands_in_a_list_that_was_empty() -> None:
    (text,) = changed((["legal_basis"], ["61/2018/NĐ-CP"]))
    assert text == PLAN.replace("legal_basis: []", "legal_basis:\n  - 61/2018/NĐ-CP")


def test_a_new_row_has_the_blank_cells_of_the_row_above() -> None:
    row = {"_kind": "task", "number": "2", "title": "Việc mới", "lead": "", "coordination": "", "time": ""}
    only_first = PLAN[: PLAN.index("      # việc")]
    (text,) = changed((["sections", 0, "items", "+"], row), text=only_first)
    added = text.removeprefix(only_first.rstrip("\n")).strip("\n")
    assert textwrap.dedent(added) == '- number: "2"\n  title: Việc mới\n  lead: ""\n  coordination: ""'


def test_a_row_that_is_taken_out_leaves_the_others() -> None:
    first, second = changed((["sections", 0, "items", 0], None), (["sections", 0, "items", 1], None))
    assert "Việc một" not in first
    assert "# việc thứ hai" in second
    assert len(value_of(first)["sections"][0]["items"]) == 1
    assert value_of(second)["sections"][0]["items"] == value_of(PLAN)["sections"][0]["items"][:1]


def test_a_part_said_to_be_absent_becomes_the_record_of_that() -> None:
    text = "code: 1.001193\nconditions: |\n  Có đủ giấy tờ.\nforms: {absent: true, reason: Không có}\n"
    said, unsaid = changed((["conditions_absent"], "true"), (["forms_absent"], ""), text=text)
    assert value_of(said)["conditions"] == {"absent": "true"}
    assert "forms" not in value_of(unsaid)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("“Trích” của ông ‘A’ – tiếp…\tcột\u00a0hai", "“Trích” của ông ‘A’ – tiếp…\tcột\u00a0hai"),
        ("• Việc một\r\n• Việc hai\rViệc ba", "• Việc một\n• Việc hai\nViệc ba"),
        ("một\vhai\u2028ba\u0085bốn", "một\nhai\nba\nbốn"),
        ("rỗng\x00 và \x02 ký hiệu: #1", "rỗng và  ký hiệu: #1"),
    ],
)
@pytest.mark.parametrize("key", ["title", "lead"])
def test_whatever_is_pasted_gives_a_file_that_the_check_reads(pasted: str, kept: str, key: str) -> None:
    (text,) = changed((["sections", 0, "items", 0, key], pasted))
    problems = Problems()
    assert parse_yaml(text.encode("utf-8"), "", problems) is not None
    assert [problem.code for problem in problems.found if problem.code != "suspicious-character"] == []
    assert value_of(text)["sections"][0]["items"][0][key] == kept
