"""One task, one state: the plan, its own page, agencies, the calendar, the twin and the data set say the same."""

from __future__ import annotations

import csv
import json
import posixpath
import re
from collections.abc import Iterator

import pytest

from tests.browser.conftest import Served

# A line of a table that stands for a task: its state, and all that stands in it.
_LINE = re.compile(r'<tr id="[^"]*" data-agency[^>]*data-state="(\w*)"[^>]*>(.*?)</tr>', re.DOTALL)
_LINK = re.compile(r'href="([^"#]*)"')
_TITLE_STATE = re.compile(r'<div class="page-title".*?data-state="(\w+)".*?</div>', re.DOTALL)


@pytest.fixture(scope="module")
def stated(site: Served) -> dict[str, str]:
    """The state of each task in the table of open data, by the address of its page."""
    lines = (site.folder / "data" / "nhiem-vu.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    known = {line["url"].removeprefix("../"): line for line in csv.DictReader(lines)}
    return {url: line["state"] for url, line in known.items()}


def _lines(site: Served, folder: str, stated: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each line for a task below a folder of the site: page, address of the task, state."""
    for path in sorted((site.folder / folder).rglob("index.html")):
        page = path.parent.relative_to(site.folder).as_posix()
        for state, cells in _LINE.findall(path.read_text(encoding="utf-8")):
            hrefs = (posixpath.normpath(posixpath.join(page, href)) + "/" for href in _LINK.findall(cells))
            if task := next((href for href in hrefs if href in stated), ""):  # a report is no task of a plan
                yield page, task, state


@pytest.mark.parametrize("folder", ["ke-hoach", "co-quan", "thoi-han"])
def test_each_line_for_a_task_says_its_state(site: Served, stated: dict[str, str], folder: str) -> None:
    lines = list(_lines(site, folder, stated))
    assert len({task for _, task, _ in lines}) > 80
    assert [line for line in lines if line[2] != stated[line[1]]] == []


def test_each_task_says_its_state_on_its_own_page_and_in_its_twin(site: Served, stated: dict[str, str]) -> None:
    assert len(stated) == 182
    for url, state in stated.items():
        page = _TITLE_STATE.search((site.folder / url / "index.html").read_text(encoding="utf-8"))
        twin = json.loads((site.folder / url / "index.json").read_text(encoding="utf-8"))["understood"]
        assert page, url
        assert {page[1], twin["state"]} == {state}, url


def test_what_an_editor_reads_stands_wherever_the_row_does(site: Served) -> None:
    url = "ke-hoach/son-la-2021/vii-4/"
    for page in ("ke-hoach/son-la-2021/", "ke-hoach/son-la-2021/phan/vii/", "co-quan/so-tt-tt-son-la/"):
        row = next(row for row in _rows(site, page) if "vii-4/" in row)
        assert row.count("Người biên tập đọc là") == 2, page
    own = (site.folder / url / "index.html").read_text(encoding="utf-8")
    assert "Báo cáo kết quả triển khai" in own.partition("data-answer")[2].partition("</dl>")[0]
    twin = json.loads((site.folder / url / "index.json").read_text(encoding="utf-8"))["understood"]
    assert twin["by_editor"]
    assert twin["deliverable"] == "Báo cáo kết quả triển khai"


def _rows(site: Served, page: str) -> list[str]:
    html = (site.folder / page / "index.html").read_text(encoding="utf-8")
    return re.findall(r'<tr id="[^"]*" data-agency.*?</tr>', html, re.DOTALL)
