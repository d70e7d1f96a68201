"""Questions that journalists ask: the database answers as a count over the files of the content does."""

from __future__ import annotations

import datetime
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from congkhai.build.preparation import Settings, check_source, make_context
from congkhai.knowledge.urls import DATABASE
from congkhai.site.exports.open_data.data_files import database
from tests.sources import ROOT

CONTENT = ROOT / "content"
DAY = datetime.date(2026, 11, 29)


@pytest.fixture(scope="module")
def asked() -> sqlite3.Connection:
    settings = Settings(ROOT, DAY)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(dict(database(make_context(check_source(settings), settings)))[DATABASE])
    return connection


def read(folder: str) -> Iterator[Any]:
    """The files of a folder, every scalar as text."""
    for path in sorted(Path(CONTENT / folder).rglob("*.yaml")):
        yield yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def rows_of(items: list[Any]) -> Iterator[Any]:
    for item in items:
        yield from rows_of(item["items"]) if "items" in item else [item]


def tasks() -> Iterator[tuple[Any, Any]]:
    for plan in read("plans"):
        yield from ((plan, row) for section in plan["sections"] for row in rows_of(section["items"]))


def test_how_many_tasks_has_each_plan(asked: sqlite3.Connection) -> None:
    found = dict(asked.execute("SELECT plan, count(*) FROM tasks GROUP BY plan"))
    assert found == Counter(plan["id"] for plan, _ in tasks())


def test_which_rows_name_nobody_as_lead(asked: sqlite3.Connection) -> None:
    [(found,)] = asked.execute("SELECT count(*) FROM tasks WHERE coalesce(lead, '') = ''")
    assert found == sum(not row.get("lead") or row["lead"] in ("null", "~") for _, row in tasks())


def test_what_one_department_alone_leads_by_the_words_of_the_plan(asked: sqlite3.Connection) -> None:
    query = "SELECT count(*) FROM tasks WHERE lead = 'Sở Nội vụ' AND plan = 'ben-tre-2018'"
    [(found,)] = asked.execute(query)
    assert found == sum(plan["id"] == "ben-tre-2018" and row.get("lead") == "Sở Nội vụ" for plan, row in tasks())
    assert found > 0


def test_how_far_the_procedures_of_communes_can_be_done_online(asked: sqlite3.Connection) -> None:
    query = "SELECT online_level, count(*) FROM procedures WHERE levels LIKE '%cấp xã%' GROUP BY online_level"
    stated = (one.get("online", {}).get("level") for one in read("procedures") if "commune" in one.get("levels", []))
    assert dict(asked.execute(query)) == Counter(stated)


def test_which_codes_each_decision_announces(asked: sqlite3.Connection) -> None:
    found = Counter(asked.execute("SELECT announcement, code FROM announced_procedures WHERE code IS NOT NULL"))
    stated = ((one["id"], row["code"]) for one in read("announcements") for row in one["entries"])
    assert found == Counter((decision, code) for decision, code in stated if code not in ("", "null", "~"))


def test_which_cited_documents_were_out_of_force_on_a_day(asked: sqlite3.Connection) -> None:
    found = {name for (name,) in asked.execute("SELECT document FROM documents WHERE expired < '2026-11-29'")}
    documents = [document for file in read("documents") for document in file["documents"]]
    assert found == {one["id"] for one in documents if (one.get("expired") or "9999") < "2026-11-29"}
    assert found


def test_which_place_promises_the_shortest_wait_and_from_when(asked: sqlite3.Connection) -> None:
    query = """SELECT territory, value, unit, since FROM targets
               WHERE measure = 'thoi-gian-cho' AND direction = 'at_most' ORDER BY value, since LIMIT 1"""
    assert list(asked.execute(query)) == [("son-la", 15.0, "minute", 2023)]


def test_how_satisfied_people_shall_be_in_which_year(asked: sqlite3.Connection) -> None:
    query = "SELECT plan, value, until FROM targets WHERE measure = 'hai-long' AND unit = '%'"
    assert list(asked.execute(query)) == [("son-la-2021", 95.0, 2025)]


def test_which_inspections_one_plan_orders_and_what_must_come_of_each(asked: sqlite3.Connection) -> None:
    query = "SELECT task, deliverable FROM tasks WHERE plan = 'ben-tre-2024' AND task_kind = 'kiem-tra' ORDER BY task"
    found = dict(asked.execute(query))
    assert list(found) == ["I.1.3", "VII.1", "VII.2"]
    assert " ".join(found["VII.2"].split()) == "Báo cáo kết quả kiểm tra; văn bản chỉ đạo chấn chỉnh"


def test_how_many_procedures_are_taken_at_the_single_window_by_post(asked: sqlite3.Connection) -> None:
    [(found,)] = asked.execute("SELECT count(*) FROM procedures WHERE single_window LIKE '%nhận qua bưu chính%'")
    by_post = (
        one["code"]
        for one in read("procedures")
        if any(way.get("channel") == "post" for way in one.get("submission") or ())
        or one.get("single_window", {}).get("postal") == "true"
    )
    assert found == len(set(by_post)) > 0


def test_which_procedures_take_longest_in_days_of_work(asked: sqlite3.Connection) -> None:
    query = "SELECT code, time_most FROM procedures WHERE time_unit = 'working_days' ORDER BY time_most DESC LIMIT 1"
    [(code, most)] = asked.execute(query)
    [stated] = [one for one in read("procedures") if one["code"] == code]
    assert f"{int(most)}" in str(stated)
