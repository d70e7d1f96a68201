"""Plans side by side: kinds of agencies without their place, tasks worded nearly the same, pairs that stay few."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Assignments, assign
from congkhai.knowledge.plans.comparison import NEAREST, Comparison, kind_name, kinds_of, neighbours
from congkhai.knowledge.plans.wording import Wording
from congkhai.records.agency import Agency, AgencyGroup, Registry
from congkhai.records.plan import Plan, Section, Task

ROOT = Path(__file__).resolve().parents[2]
HERE = Agency(id="a", name="Sở Tư pháp tỉnh An Bình", territory="an-binh")
THERE = Agency(id="b", name="Sở Tư pháp tỉnh Bình An", territory="binh-an")
BOARD = AgencyGroup(id="c", name="UBND cấp huyện", territory="an-binh")
PLACES = {
    "an-binh": Registry(territory="an-binh", name="Tỉnh An Bình"),
    "binh-an": Registry(territory="binh-an", name="Tỉnh Bình An"),
}


def plan(plan_id: str, territory: str, year: int, titles: Iterable[str], lead: str = "") -> Plan:
    items = tuple(Task(title=title, lead=lead, id=f"I.{n}") for n, title in enumerate(titles, 1))
    return Plan(id=plan_id, territory=territory, year=year, sections=(Section(title="I", items=items, id="I"),))


def library(*plans: Plan) -> Library:
    return Library(
        plans={one.id: one for one in plans},
        territories=PLACES,
        actors={actor.id: actor for actor in (HERE, THERE, BOARD)},
    )


def assigned(*plans: Plan) -> Assignments:
    return assign(library(*plans))


def test_the_name_of_a_kind_is_that_of_an_agency_without_its_place() -> None:
    assert kind_name(library(), HERE) == kind_name(library(), THERE) == "Sở Tư pháp tỉnh"
    assert kind_name(library(), BOARD) == "UBND cấp huyện"


def test_a_kind_is_compared_where_two_plans_name_it_and_not_where_one_does() -> None:
    one = plan("p", "an-binh", 2024, ["Việc"], HERE.name)
    other = plan("q", "binh-an", 2025, ["Việc"], THERE.name)
    (kind,) = kinds_of(library(one, other), assigned(one, other)).values()
    assert (kind.id, kind.actors, kind.plans) == ("so-tu-phap-tinh", ("a", "b"), ("p", "q"))
    assert not kinds_of(library(one), assigned(one))


def test_tasks_of_two_years_are_alike_by_their_words_whatever_the_year() -> None:
    one = plan("p", "an-binh", 2024, ["Rà soát, đánh giá thủ tục hành chính năm 2024", "Tập huấn nghiệp vụ"])
    other = plan("q", "an-binh", 2025, ["Rà soát, đánh giá thủ tục hành chính năm 2025", "Kiểm tra công vụ"])
    known = assigned(one, other)
    found = list(Wording(known.rows).alike(known.of_plan("p"), known.of_plan("q")))
    assert [(mine.task.id, theirs.task.id) for mine, theirs, _ in found] == [("I.1", "I.1")]


def test_a_task_has_one_like_in_another_plan_and_that_is_mutual() -> None:
    one = plan("p", "an-binh", 2024, ["Công khai thủ tục tại bộ phận một cửa", "Công khai thủ tục tại bộ phận"])
    other = plan("q", "an-binh", 2025, ["Công khai thủ tục tại bộ phận một cửa", "Sơ kết"])
    comparison = Comparison.of(library(one, other), assigned(one, other))
    (pair,) = comparison.pairs[("p", "q")]
    assert pair[0].task.id == "I.1"
    assert comparison.like(pair[0]) == (pair[1],)
    assert comparison.like(pair[1]) == (pair[0],)


def same_work(one: str, other: str, **short: str) -> bool:
    ours, theirs = plan("p", "an-binh", 2024, [one]), plan("q", "binh-an", 2025, [other, "Việc khác hẳn về tài chính"])
    known = assigned(ours, theirs)
    return bool(list(Wording(known.rows, short).alike(known.of_plan("p"), known.of_plan("q"))))


def test_tasks_of_one_kind_are_the_same_work_in_fewer_words_and_behind_a_short_form() -> None:
    one = "Tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính của tỉnh"
    other = "Tham mưu tổ chức tiếp nhận, xử lý và công khai kết quả xử lý PAKN theo quy định"
    assert same_work(one, other, PAKN="phản ánh, kiến nghị")
    assert not same_work(one, "Tuyên truyền, phổ biến về phản ánh, kiến nghị của cá nhân, tổ chức")


def test_a_review_is_not_the_plan_for_it() -> None:
    plan_for = "Kế hoạch rà soát, đánh giá quy định hành chính trên địa bàn tỉnh"
    assert same_work("Rà soát, đánh giá các quy định hành chính", "Tổ chức rà soát, đánh giá quy định hành chính")
    assert not same_work("Rà soát, đánh giá các quy định hành chính", plan_for)
    assert same_work("Xây dựng kế hoạch rà soát, đánh giá quy định hành chính", plan_for)


def test_pairs_grow_with_the_plans_and_not_with_their_square() -> None:
    many = [plan(f"p{n}", f"t{n % 20}", 2000 + n // 20, []) for n in range(200)]
    pairs = neighbours(many)
    assert len(pairs) <= len(many) * (NEAREST + 1)
    assert ("p0", "p20") in pairs  # the plan before it in the same place
    assert len(set(pairs)) == len(pairs)


def test_two_plans_with_nothing_in_common_are_no_pair() -> None:
    one, other = plan("p", "an-binh", 2024, ["Tập huấn"]), plan("q", "binh-an", 2024, ["Sơ kết"])
    assert not Comparison.of(library(one, other), assigned(one, other)).pairs


# Prints how alike some tasks are; run with the hashes of texts in another order, which orders sets otherwise.
_LIKENESS = """
from congkhai.knowledge.plans.wording import Wording
from tests.knowledge.test_comparison import assigned, plan
words = "ra soat danh gia thu tuc hanh chinh cong khai bo phan mot cua kiem tra so ket tap huan nghiep vu".split()
titles = [" ".join((words[n:] + words[:n])[: 9 + n % 7]) for n in range(len(words))]
rows = assigned(plan("p", "an-binh", 2024, titles)).rows
known = Wording(rows)
print([known.likeness(one, other).hex() for one in rows for other in rows])
"""


def test_how_alike_two_tasks_are_does_not_hang_on_the_order_of_their_pieces() -> None:
    environments = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2", "3")]
    runs = [(sys.executable, "-c", _LIKENESS)] * len(environments)
    found = [subprocess.check_output(run, env=env, cwd=ROOT) for run, env in zip(runs, environments, strict=True)]
    assert len(set(found)) == 1
