"""The five plans written out in every shape and layout and read again: the same tree comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congkhai.editing.importers.plan import import_plan
from tests.editing.importers.layouts import Layout, write

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PLANS = sorted((Path(__file__).resolve().parents[3] / "content" / "plans").glob("*.yaml"))
FOUND_AGAIN = ("word", "excel", "web", "markdown", "tabs", "bars", "spaced")
LAYOUTS = {
    "plain": Layout(),
    "capitals and a row of numbers": Layout(capitals=True, count_row=True),
    "other order and wording": Layout(
        order=("number", "title", "deliverable", "time", "lead", "coordination", "remark"),
        headings={
            "title": "Nội dung công việc",
            "lead": "Đơn vị thực hiện",
            "time": "Tiến độ",
            "deliverable": "Kết quả",
            "coordination": "Phối hợp",
        },
    ),
    "two-row heading": Layout(
        order=("number", "title", "deliverable", "lead", "coordination", "time", "remark"),
        parents={"lead": "Phân công thực hiện", "coordination": "Phân công thực hiện"},
        headings={"lead": "Chủ trì", "coordination": "Phối hợp"},
    ),
    "repeated heading": Layout(repeat_heading=7, merged_headings=False),
}


def tree(node: dict[str, Any]) -> Any:
    """A section, group or task as nested tuples, white space and case aside."""
    keys = ("lead", "coordination", "time", "deliverable", "remark")
    words = " ".join(f"{node['title']} {node.get('text', '')}".split()).casefold()
    cells = tuple((key, " ".join(node[key].split())) for key in keys if key in node)
    return (node["number"], words, cells, tuple(tree(item) for item in node.get("items", [])))


def sections(text: str) -> list[Any]:
    return [tree(section) for section in yaml.load(text, Loader=LOADER)["sections"]]


PAIRS = [(shape, plan) for at, shape in enumerate(FOUND_AGAIN) for plan in (PLANS[at % 5 :] + PLANS[: at % 5])[:2]]


@pytest.mark.parametrize(("shape", "plan"), PAIRS, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_a_plan_comes_back_from_every_shape(tmp_path: Path, shape: str, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    path = write(tmp_path / "plan", yaml.load(text, Loader=LOADER), shape, Layout())
    assert sections(import_plan(path).yaml) == sections(text)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shape", ["word", "excel", "web", "bars"])
def test_a_plan_comes_back_from_every_layout(tmp_path: Path, shape: str, layout: str) -> None:
    plan = next(path for path in PLANS if path.stem == "truc-ninh-2022")
    text = plan.read_text(encoding="utf-8")
    path = write(tmp_path / "plan", yaml.load(text, Loader=LOADER), shape, LAYOUTS[layout])
    assert sections(import_plan(path).yaml) == sections(text)


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_nearly_every_row_comes_back_where_blank_cells_are_left_out(tmp_path: Path, plan: Path) -> None:
    record = yaml.load(plan.read_text(encoding="utf-8"), Loader=LOADER)
    report = import_plan(write(tmp_path / "plan", record, "paragraphs", Layout())).report
    assert abs(report.rows - sum(_tasks(section) for section in record["sections"])) <= 1


def _tasks(node: dict[str, Any]) -> int:
    return sum(_tasks(item) for item in node["items"]) if "items" in node else 1
