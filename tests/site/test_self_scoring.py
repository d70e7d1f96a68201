"""Scores by sets of criteria: sums count components once, differences have a sign, what was computed stands apart."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache

from congkhai.knowledge.plans.self_scoring import ScoredCriterion, leaves, total
from congkhai.records.criteria import Criterion
from tests.sources import SOUND, built

PAGE = "cham-diem/an-binh-2024/"


@cache
def rows(path: str) -> list[list[str]]:
    """The cells of all tables of a page, as words."""
    html = built(SOUND).files[f"{path}index.html"].decode()
    found = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    cells = (re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL) for row in found)
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in cells]


def test_sums_count_components_and_not_what_stands_above_them() -> None:
    sums = dict(row for row in rows(PAGE) if len(row) == 2)
    assert sums["Điểm tối đa"] == "3"
    assert sums["Tự chấm"] == "2,5"
    assert sums["Chênh lệch"] == "−0,25"


def test_a_row_tells_who_answers_and_how_far_the_appraisal_differs() -> None:
    row = next(row for row in rows(PAGE) if row[0].startswith("1.1."))
    assert row[1:6] == ["Sở Tư pháp tỉnh An Bình", "1,5", "1,5", "1,25", "−0,25"]


def test_what_is_not_known_is_no_nought() -> None:
    row = next(row for row in rows(PAGE) if row[0].startswith("1.2."))
    assert row[4:6] == ["–", "–"]
    twin = json.loads(built(SOUND).files[f"{PAGE}index.json"])
    assert twin["understood"][2] == {"criterion": "1.2", "difference": None, "computed": None}


def test_a_set_says_when_it_applies() -> None:
    assert "Áp dụng từ 01/01/2024." in built(SOUND).files["cham-diem/index.html"].decode()


def test_the_sum_of_nothing_known_is_unknown() -> None:
    assert total([None, None]) is None
    assert total([None, Decimal(1)]) == 1
    found = [ScoredCriterion(Criterion(number=number), None, None) for number in ("1", "1.1", "2")]
    assert [one.criterion.number for one in leaves(found)] == ["1.1", "2"]
