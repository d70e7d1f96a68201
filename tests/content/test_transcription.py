"""The five transcribed plans against their source texts: nothing lost, nothing added, no cell out of its column."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / ".." / "shared" / "seeds"
NO_SEEDS = "the source texts (../shared/seeds) are not beside this checkout"

ROWS = {
    "ben-tre-2024": 59,
    "son-la-2021": 46,
    "truc-ninh-2022": 28,
    "binh-thuan-2023": 13,
    "ben-tre-2018": 36,
}
PLAN_KEYS = (
    *("id", "type", "title", "number", "territory", "issuer", "signer", "signed", "year", "until", "implements"),
    *("legal_basis", "source", "summary", "objectives", "sections", "responsibilities", "recipients"),
    "note",
)
# What not every plan has.
MAY_LACK = ("until", "objectives")
ROW_KEYS = (
    *("number", "title", "text", "lead", "coordination", "time", "deliverable", "remark"),
    *("reading", "note", "items"),
)
# A document's number: "63/2010/NĐ-CP", "468/QĐ-TTg", "12-NQ/TU".
NUMBER = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ]\w*(?:[-/][A-ZĐ]\w*)+")


@dataclass(frozen=True, slots=True)
class Annex:
    """Where the rows stand in a source text, and the order of its columns."""

    after: str
    before: str
    columns: str


# Here the web page that Sơn La's plan was copied from goes on with its own words.
PAGE_END = "\nKế hoạch 128/KH-UBND năm 2021"
ANNEXES = {
    "ben-tre-2024": Annex("(6)\n|\n", "", "title lead coordination time deliverable"),
    "son-la-2021": Annex("SẢN\nPHẨM\n|\n", "", "title lead coordination time deliverable"),
    "truc-ninh-2022": Annex("Đơn vị phối hợp\t\n", "\nC. TỔ CHỨC", "title deliverable lead coordination time"),
    "binh-thuan-2023": Annex("PHÂN CÔNG THỰC HIỆN\n", "\nIV. TỔ CHỨC", "title lead coordination time"),
    "ben-tre-2018": Annex("Ghi chú\n|\n", "", "title time lead coordination remark"),
}
TABLES = [plan for plan in ANNEXES if plan != "binh-thuan-2023"]
# In prose the columns are labels before the words; a label without words is not printed.
LABELS = {"lead": "Đơn vị thực hiện", "coordination": "Phối hợp thực hiện", "time": "Thời gian thực hiện"}


@pytest.mark.parametrize("plan_id", ROWS)
def test_every_task_row_is_there(plan_id: str) -> None:
    assert len([row for row in rows(plan_of(plan_id)) if "lead" in row]) == ROWS[plan_id]


@pytest.mark.parametrize("plan_id", ROWS)
def test_texts_are_clean(plan_id: str) -> None:
    source = source_of(plan_id)
    assert unicodedata.is_normalized("NFC", source)
    # Tabs, hard spaces, invisible characters, and spaces at the end of a line.
    assert not re.findall("[\t\u00a0\u00ad\u200b-\u200f\ufeff]| $", source, re.MULTILINE)


@pytest.mark.parametrize("plan_id", ROWS)
def test_keys_stand_in_the_order_of_the_house(plan_id: str) -> None:
    plan = plan_of(plan_id)
    assert list(plan) == [key for key in PLAN_KEYS if key in plan or key not in MAY_LACK]
    for row in rows(plan):
        assert list(row) == [key for key in ROW_KEYS if key in row]


@pytest.mark.parametrize("plan_id", ROWS)
def test_all_tasks_of_a_plan_have_the_columns_of_its_annex(plan_id: str) -> None:
    columns = {"number", *ANNEXES[plan_id].columns.split()}
    for row in rows(plan_of(plan_id)):
        if "lead" in row:
            assert set(row) - {"reading", "note"} == columns


@pytest.mark.parametrize("plan_id", ROWS)
def test_a_row_stands_below_the_row_whose_number_it_continues(plan_id: str) -> None:
    for parent in rows(plan_of(plan_id)):
        for item in parent.get("items", []):
            above, dot, _ = item["number"].rpartition(".")
            assert above == parent["number"] or not dot
            assert dot or item["number"] == "null" or parent in plan_of(plan_id)["sections"]


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_SEEDS)
@pytest.mark.parametrize("plan_id", ROWS)
def test_the_annex_is_kept_word_for_word_and_mark_for_mark(plan_id: str) -> None:
    assert one_line(printed(plan_id)).casefold() == one_line(annex_of(plan_id)).casefold()


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_SEEDS)
@pytest.mark.parametrize("plan_id", TABLES)
def test_every_cell_stands_in_its_column(plan_id: str) -> None:
    cells, at = cells_of(plan_id), 0
    for task in (row for row in rows(plan_of(plan_id)) if "lead" in row):
        expected = [one_line(task[column]) for column in ANNEXES[plan_id].columns.split()]
        ends = range(at + len(expected), len(cells) + 1)
        at = next((end for end in ends if cells[end - len(expected) : end] == expected), 0)
        assert at, task


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_SEEDS)
@pytest.mark.parametrize("plan_id", ROWS)
def test_every_document_that_the_text_cites_is_named_in_the_plan(plan_id: str) -> None:
    cited = set(NUMBER.findall(seed_of(plan_id)))
    assert cited
    assert {number for number in cited if number not in source_of(plan_id)} == set()


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_SEEDS)
@pytest.mark.parametrize("plan_id", ROWS)
def test_a_plan_rests_on_documents_that_its_text_cites(plan_id: str) -> None:
    plan = plan_of(plan_id)
    assert {*plan["implements"], *plan["legal_basis"]} <= set(NUMBER.findall(seed_of(plan_id)))


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_SEEDS)
@pytest.mark.parametrize("plan_id", ROWS)
def test_actors_and_their_times_are_named_as_written(plan_id: str) -> None:
    duties, text = plan_of(plan_id)["responsibilities"], one_line(seed_of(plan_id)).casefold()
    # An actor in square brackets is the editor's: the heading is missing in the source.
    named = [duty["actor"] for duty in duties if not duty["actor"].startswith("[")]
    times = [duty["time"] for duty in duties if "time" in duty]
    assert [phrase for phrase in [*named, *times] if phrase.casefold() not in text] == []


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_SEEDS)
@pytest.mark.parametrize("plan_id", ROWS)
def test_recipients_are_listed_as_written(plan_id: str) -> None:
    _, _, below = seed_of(plan_id).partition("Nơi nhận:")
    lines = itertools.takewhile(lambda line: not line or line.startswith("- "), below.splitlines())
    assert plan_of(plan_id)["recipients"] == [line[2:].rstrip(".;") for line in lines if line]


def source_of(plan_id: str) -> str:
    return (ROOT / "content" / "plans" / f"{plan_id}.yaml").read_text(encoding="utf-8")


@cache
def plan_of(plan_id: str) -> dict[str, Any]:
    plan: dict[str, Any] = yaml.load(source_of(plan_id), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return plan


def rows(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Sections, groups and tasks as they follow each other in the annex."""
    for row in node.get("sections", node.get("items", [])):
        yield row
        yield from rows(row)


def printed(plan_id: str) -> str:
    """The annex as the plan's file tells it, row by row, in the order of the source's columns."""
    return "\n".join(_printed_row(row, plan_id) for row in _own_rows(plan_of(plan_id)))


def _own_rows(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows; a lone task that only repeats its section's heading loses the repeated title."""
    heading = ""
    for row in rows(plan):
        yield {**row, "title": ""} if row["title"] == heading else row
        heading = row["title"] if "items" in row else ""


def _printed_row(row: dict[str, Any], plan_id: str) -> str:
    number = "" if row["number"] == "null" else row["number"]
    if plan_id != "binh-thuan-2023":
        columns = ANNEXES[plan_id].columns.split() if "lead" in row else ["title", "text"]
        return " ".join([number, *(row.get(column, "") for column in columns)])
    cells = [f"{label}: {row[key]}" for key, label in LABELS.items() if row.get(key)]
    return " ".join([number and f"{number}.", row["title"], *cells])


def seed_of(plan_id: str) -> str:
    name: str = plan_of(plan_id)["source"]["file"]
    return (SEEDS / name).read_text(encoding="utf-8").split(PAGE_END)[0]


def annex_of(plan_id: str) -> str:
    """The annex of the source text without the marks of its cells and what a page turn left behind."""
    annex = ANNEXES[plan_id]
    text = seed_of(plan_id).split(annex.after, 1)[1]
    text = _joined_pages(text.split(annex.before, 1)[0] if annex.before else text)
    return re.sub(r"^\|$", " ", text, flags=re.MULTILINE)


def cells_of(plan_id: str) -> list[str]:
    """The cells of a table, each on one line, blank ones too."""
    annex = ANNEXES[plan_id]
    text = seed_of(plan_id).split(annex.after, 1)[1]
    parts = re.split(r"[\t\n]", _joined_pages(text)) if "\t" in text else re.split(r"^\|$", text, flags=re.MULTILINE)
    return [one_line(part) for part in parts]


def _joined_pages(text: str) -> str:
    """The text with a cell that goes on after a page turn (Trực Ninh V.6) put back together."""
    # A row of one cell, the third, that opens with <p>: it continues the third cell of the row above.
    carried = re.compile(r"^(\d+\t[^\t]*\t[^\t]*)(\t[^\n]*)\n\s*\n\t\t(<p>[^\t\n]*)\t*$", re.MULTILINE)
    return carried.sub(r"\1 \3\2", text)


def one_line(text: str) -> str:
    """The text on one line: hard wraps and the <p> that scraping left are layout, all else counts."""
    flat = " ".join(re.sub(r"</?p>", " ", text).split())
    # A list mark that touches its word ("-Xã") and one that stands apart ("- Xã") are the same.
    return re.sub(r"(?<![^ ])-(?=\w)", "- ", flat)
