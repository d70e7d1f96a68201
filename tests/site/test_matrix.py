"""The matrices: a member counts what its group does, and each number leads to as many rows as it says."""

from __future__ import annotations

import datetime
import posixpath
import re

import pytest

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.pages.plans.matrix import plan_matrix
from tests.sources import ROOT, SOUND, built

# A row of a matrix: the page of the actor, its cells; a cell: its address, what is led and what is coordinated.
_ROW = re.compile(r'<tr><th scope="row"><a href="([^"]+)">[^<]*</a></th>(.*?)</tr>', re.DOTALL)
_CELL = re.compile(r'<td data-level="[1-4]"><a href="([^"]+)">(\d*)(?:\+(\d+))?<')


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    site = built(SOUND).files
    return {path: data.decode("utf-8") for path, data in site.items() if path.endswith(".html")}


def rows(page: str) -> list[tuple[str, list[tuple[str, int]]]]:
    """The rows of the matrices of a page: the page of an actor, and where each of its cells leads with its number."""
    found = []
    for url, cells in _ROW.findall(page):
        numbers = [(to, int(leads or 0) + int(helps or 0)) for to, leads, helps in _CELL.findall(cells)]
        found += [(url, numbers)] if numbers else []
    return found


def test_the_numbers_of_an_actor_are_the_rows_of_its_page(files: dict[str, str]) -> None:
    folder = "ke-hoach/an-binh-2024/"
    matrix = rows(files[f"{folder}index.html"])
    assert len(matrix) > 3
    for url, numbers in matrix:
        narrowed = files[posixpath.normpath(posixpath.join(folder, url, "index.html"))]
        assert sum(number for _, number in numbers) == len(re.findall(r"<tr[^>]* data-agency=", narrowed)), url


def test_a_cell_leads_to_a_row_that_is_there(files: dict[str, str]) -> None:
    for folder in ("ke-hoach/an-binh-2024/", "thoi-han/2024/"):
        cells = [to for _, numbers in rows(files[f"{folder}index.html"]) for to, _ in numbers]
        assert cells, folder
        for address, _, anchor in (to.partition("#") for to in cells):
            page = files[posixpath.normpath(posixpath.join(folder, address)) + "/index.html"]
            assert f'id="{anchor}"' in page, (folder, address, anchor)


def test_a_member_counts_what_its_group_coordinates(files: dict[str, str]) -> None:
    found = {url.rstrip("/").rsplit("/", 1)[1]: cells for url, cells in rows(files["ke-hoach/an-binh-2024/index.html"])}
    group, member = found["so-nganh-an-binh"], found["so-thong-tin-an-binh"]
    assert sum(number for _, number in member) > sum(number for _, number in group)


def test_the_totals_of_an_agency_stand_before_its_cells_and_who_leads_most_stands_first(files: dict[str, str]) -> None:
    page = files["ke-hoach/an-binh-2024/index.html"]
    totals = [[int(one) for one in re.findall(r'<td class="total">(\d+)</td>', row)] for _, row in _ROW.findall(page)]
    totals = [found for found in totals if found]
    assert all(len(found) == 3 for found in totals)
    assert [lead for lead, _, _ in totals] == sorted((lead for lead, _, _ in totals), reverse=True)
    assert re.search(r'<tr><th scope="row"><a [^>]*>[^<]*</a></th><td class="total">', page)


def test_no_two_columns_of_a_plan_are_called_alike() -> None:
    settings = Settings(ROOT, datetime.date(2026, 11, 30))
    context = make_context(check_source(settings), settings)
    plan = context.library.plans["ben-tre-2024"]
    columns = [column.short for column in plan_matrix(context, plan, context.href("")).columns]
    assert len(columns) == len(set(columns))
    assert "IV (2)" in columns
