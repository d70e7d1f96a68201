"""What became of a task shows wherever the task shows: extended, suspended, transferred, cancelled."""

from __future__ import annotations

import datetime
import re

import pytest

from congkhai.build.builder import Settings, build_site
from tests.sources import ROOT

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files() -> Files:
    source = ROOT / "examples" / "tien-do"
    return dict(build_site(Settings(source, datetime.date(2026, 11, 22))).files)


def states(files: Files, url: str) -> dict[str, set[str]]:
    """The states that a page shows, by the task they stand at."""
    html = files[f"{url}index.html"].decode("utf-8")
    found: dict[str, set[str]] = {}
    for row in re.findall(r"<tr id=.*?</tr>", html, re.DOTALL):
        link = re.search(r'href="[./]*ke-hoach/vi-du-2026/([^"/#]+)/"', row)
        state = re.search(r'data-state="(\w+)"', row)
        if link and state:
            found.setdefault(link[1], set()).add(state[1])
    return found


def test_a_task_has_one_state_on_the_plan_the_agency_and_the_agenda(files: Files) -> None:
    plan = states(files, "ke-hoach/vi-du-2026/")
    assert {"suspended", "transferred", "done", "done_late"} <= set().union(*plan.values())
    for url in ("co-quan/so-mau-vi-du/", "thoi-han/2026/", "thoi-han/2026/quy-3/"):
        seen = states(files, url)
        assert seen
        for task, shown in seen.items():
            assert shown <= plan[task] | {"upcoming", "overdue", "due_soon", "done"}, (url, task)
    for task, shown in states(files, "co-quan/so-mau-vi-du/").items():
        assert shown == plan[task], task


@pytest.mark.parametrize("url", ["ke-hoach/vi-du-2026/", "thoi-han/2026/quy-4/"])
def test_an_extended_deadline_is_told_as_extended(files: Files, url: str) -> None:
    assert "đã gia hạn đến 31/12/2026" in files[f"{url}index.html"].decode("utf-8")


def test_nobody_is_reminded_of_what_was_set_aside(files: Files) -> None:
    calendar = files["thoi-han/lich.ics"].decode("utf-8").replace("\r\n ", "")
    events = re.findall(r"BEGIN:VEVENT.*?END:VEVENT", calendar, re.DOTALL)
    closed = [event for event in events if "tạm dừng" in event or "chuyển giao" in event]
    assert closed
    assert all("VALARM" not in event for event in closed)
