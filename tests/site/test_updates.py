"""Pages say below their title whether they are still current, and how to be told of what comes."""

from __future__ import annotations

import pytest

from tests.sources import SOUND, built


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(built(SOUND).files)


def top_of(files: dict[str, bytes], url: str) -> str:
    """What stands on a page before its first second heading."""
    html = files[f"{url}index.html"].decode("utf-8")
    return html[html.index("<h1") : html.index("<h2")]


@pytest.mark.parametrize("url", ["ke-hoach/an-binh-2024/", "co-quan/so-tu-phap-an-binh/", "thoi-han/"])
def test_the_day_the_calendar_and_the_feed_stand_before_all_else(files: dict[str, bytes], url: str) -> None:
    top = top_of(files, url)
    assert "Trang dựng ngày 01/06/2024." in top
    assert f'href="../../{url}lich.ics"' in top or f'href="../{url}lich.ics"' in top
    assert f"{url}thay-doi.xml" in top


def test_a_plan_says_when_its_progress_was_last_reported(files: dict[str, bytes]) -> None:
    assert "Tiến độ báo gần nhất ngày" in top_of(files, "ke-hoach/an-binh-2024/")


def test_an_office_without_a_day_that_is_due_has_a_calendar_of_its_reports_alone(files: dict[str, bytes]) -> None:
    calendar = files["co-quan/ubnd-an-binh/lich.ics"]
    assert calendar.count(b"BEGIN:VEVENT") == calendar.count(b"UID:bao-cao.") == 8
    assert "lich.ics" in top_of(files, "co-quan/ubnd-an-binh/")
    assert "co-quan/co-quan-lien-quan-an-binh/lich.ics" not in files  # a phrase owes no report
