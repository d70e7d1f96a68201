"""The house form: the same meaning, every comment, and a second time nothing to do."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.editing.house_form import CannotFormError, house_form, page_form
from congkhai.records.model.record import Record
from congkhai.records.plan import Plan
from congkhai.records.procedure import Procedure
from congkhai.records.prose import ProsePage
from congkhai.records.record_files import record_file_at
from tests.sources import ROOT, run

CONTENT = sorted((ROOT / "content").rglob("*.yaml"))


def formed(text: str, record: type[Record] = Plan) -> str:
    """An indented text in house form."""
    return house_form(dedent(text).lstrip("\n"), record)


def test_the_content_of_this_repository_is_in_house_form() -> None:
    for path in CONTENT[::6]:  # the hook of pre-commit looks at all of them
        file = record_file_at(path.relative_to(ROOT).as_posix())
        text = path.read_text(encoding="utf-8")
        assert house_form(text, file.record if file else None) == text, path


def test_keys_move_into_order_and_their_comments_with_them() -> None:
    text = """
        # Head
        title: A  # beside the title
        # above the id
        id: a

        sections:
          - items:
              # the task
              - lead: B
                title: C
            title: D
    """
    assert formed(text).splitlines() == [
        "# Head", "# above the id", "id: a", "title: A  # beside the title", "", "sections:",
        "  - title: D", "    items:", "      # the task", "      - title: C", "        lead: B",
    ]  # fmt: skip


def test_codes_and_numbers_are_quoted_and_nothing_else_is() -> None:
    text = "code: 1.001190\nname: 'Tên'\nfees:\n- {text: 0 đồng, kind: fee}\nsuccessors: [1.001193]\n"
    assert house_form(text, Procedure) == (
        'code: "1.001190"\nname: "Tên"\nfees:\n  - {kind: fee, text: 0 đồng}\nsuccessors: ["1.001193"]\n'
    )


def test_years_days_booleans_and_document_numbers_stay_bare() -> None:
    text = "number: 61/2018/NĐ-CP\nsigned: 2021-12\nyear: 2022\n"
    assert formed(text) == text
    assert house_form("single_window: {desk: true}\n", Procedure) == "single_window: {desk: true}\n"


def test_text_of_several_lines_becomes_a_block() -> None:
    assert formed('title: A\nsummary: "Một\\n\\nHai\\n"\n') == "title: A\nsummary: |\n  Một\n\n  Hai\n"


def test_an_empty_value_is_written_null_and_line_ends_and_letters_are_made_one() -> None:
    assert formed("title: Kế hoạch\r\nnumber:\r\n\r\n\r\n") == "title: Kế hoạch\nnumber: null\n"


def test_a_hash_inside_a_block_is_no_comment() -> None:
    text = "summary: |\n  Một\n  # Hai\nid: a\n"
    assert formed(text) == "id: a\nsummary: |\n  Một\n  # Hai\n"


def test_unknown_keys_stay_and_come_last() -> None:
    assert formed("led: A\nid: b\n") == "id: b\nled: A\n"


@pytest.mark.parametrize("text", ["id: a\nid: b\n", "id: &x a\n", "id: [", "a: *x\n", "", "id: a\n---\nid: b\n"])
def test_what_cannot_be_kept_is_not_formed(text: str) -> None:
    with pytest.raises(CannotFormError):
        house_form(text, Plan)


TEXTS = st.text(st.sampled_from("aĐ 1.:#-'\"\\\n,[]{}|>&*!%@`?~\u00a0ế"), max_size=12)
TASKS = st.fixed_dictionaries({}, optional=dict.fromkeys(("note", "lead", "title", "number", "time", "khác"), TEXTS))
PLANS = st.fixed_dictionaries({}, optional={"summary": TEXTS, "title": TEXTS, "sections": st.lists(TASKS, max_size=3)})


@settings(max_examples=60, deadline=None)
@given(PLANS, st.sampled_from([None, False, True]), st.sampled_from(['"', "'", "|", None]))
def test_forming_keeps_the_meaning_and_settles_at_once(
    plan: dict[str, object], flow: bool | None, style: str | None
) -> None:
    text = yaml.dump(plan, allow_unicode=True, sort_keys=False, default_flow_style=flow, default_style=style)
    once = house_form(text, Plan)
    assert yaml.load(once, Loader=yaml.BaseLoader) == yaml.load(text, Loader=yaml.BaseLoader)
    assert house_form(once, Plan) == once


def test_a_value_that_ends_in_blank_lines_keeps_them() -> None:
    text = 'summary: ""\nsections: []\ntitle: "1\\n\\n"\n'
    assert yaml.load(house_form(text, Plan), Loader=yaml.BaseLoader)["title"] == "1\n\n"


def test_the_front_matter_of_a_page_is_formed_and_its_prose_left() -> None:
    page = "---\ntitle: A\nid: a\n---\n\ntitle:   B\n\n---\n"
    assert page_form(page, ProsePage) == "---\nid: a\ntitle: A\n---\n\ntitle:   B\n\n---\n"


def laid(folder: Path, text: str) -> Path:
    path = folder / "content" / "plans" / "a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_fmt_check_names_the_file_and_fmt_sets_it_right(tmp_path: Path) -> None:
    path = laid(tmp_path, "title: A\nid: a\n")
    looked = run("fmt", "--check", "--source", tmp_path)
    assert (looked.exit_code, path.read_text(encoding="utf-8")) == (1, "title: A\nid: a\n")
    assert "a.yaml" in looked.output
    assert run("fmt", path, "--source", tmp_path).exit_code == 0
    assert path.read_text(encoding="utf-8") == "id: a\ntitle: A\n"
    assert run("fmt", "--check", "--source", tmp_path).exit_code == 0


def test_a_file_with_a_fault_is_left_and_told(tmp_path: Path) -> None:
    path = laid(tmp_path, "id: a\nid: b\n")
    result = run("fmt", "--source", tmp_path)
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (1, "id: a\nid: b\n")
    assert "yaml-duplicate-key" in result.output


def test_a_file_outside_the_source_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path = laid(tmp_path, "id: a\n")
    assert run("fmt", path, "--source", tmp_path / "source").exit_code == 2
