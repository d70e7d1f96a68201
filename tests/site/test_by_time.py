"""What is due in a quarter: for everybody, a plan, an agency; as pages, calendars and feeds."""

from __future__ import annotations

import datetime
import re

import pytest

from tests.sources import ROOT, built

Files = dict[str, bytes]
EXAMPLE = ROOT / "examples" / "tien-do"


@pytest.fixture(scope="module")
def files() -> Files:
    return dict(built(EXAMPLE, datetime.date(2026, 11, 22)).files)


@pytest.fixture(scope="module")
def later() -> Files:
    """The same source built two years on, when its plan is over."""
    return dict(built(EXAMPLE, datetime.date(2028, 5, 5)).files)


def page(files: Files, url: str) -> str:
    return files[f"{url}index.html"].decode("utf-8")


def test_this_quarter_and_this_month_have_addresses_that_stay(files: Files, later: Files) -> None:
    assert "<h1>Quý IV/2026</h1>" in page(files, "thoi-han/quy-nay/")
    assert "<h1>Tháng 11/2026</h1>" in page(files, "thoi-han/thang-nay/")
    assert "<h1>Quý II/2028</h1>" in page(later, "thoi-han/quy-nay/")


def test_whoever_reads_a_month_later_is_told_nothing_of_this_month_that_is_not_so(files: Files) -> None:
    told = {url: html.decode("utf-8") for url, html in files.items() if url.endswith("index.html")}
    assert not [url for url, html in told.items() if re.search(r"(quý|tháng) này|tháng trước", html, re.IGNORECASE)]
    for url in ("", "thoi-han/", "thoi-han/quy-nay/", "thoi-han/thang-nay/", "ke-hoach/vi-du-2026/thoi-han/"):
        assert "Tính theo ngày dựng trang: 22/11/2026." in told[f"{url}index.html"]


def test_the_month_after_that_of_the_build_is_one_tap_away(files: Files) -> None:
    listed = page(files, "thoi-han/").split('id="theo-ky"')[1].split("</ul>")[0]
    assert re.findall(r"(?:Tháng|Quý) [^<]+", listed)[:3] == ["Quý IV/2026", "Tháng 11/2026", "Tháng 12/2026"]


def test_a_month_in_which_nothing_is_due_says_so_and_leads_to_the_last_quarter_that_has_something(later: Files) -> None:
    html = page(later, "thoi-han/thang-nay/")
    assert "Không có nhiệm vụ hay báo cáo nào đến hạn trong tháng 05/2028" in html
    assert 'href="../../thoi-han/2028/quy-1/"' in html
    assert "thoi-han/thang-nay/lich.ics" not in later


def test_a_quarter_of_a_year_holds_what_was_due_in_it_and_its_calendar(files: Files) -> None:
    html = page(files, "thoi-han/2026/quy-3/")
    days = re.findall(r'<th scope="row"><time datetime="(\d{4}-\d\d)-\d\d">', html)
    assert days
    assert set(days) <= {"2026-07", "2026-08", "2026-09"}
    assert files["thoi-han/2026/quy-3/lich.ics"].count(b"BEGIN:VEVENT") > 0


def test_the_page_of_an_agency_answers_for_this_quarter_and_leads_to_all_others(files: Files) -> None:
    html = page(files, "co-quan/so-mau-vi-du/")
    assert "<b>Quý IV/2026.</b>" in html
    assert 'href="../../co-quan/so-mau-vi-du/thoi-han/"' in html


ROW = r'<tr id="([^"]+)"[^>]*>\s*<th scope="row"><time datetime="([^"]+)"'


def test_by_quarter_an_agency_has_each_of_its_due_days_once_with_its_part(files: Files) -> None:
    html = page(files, "co-quan/so-mau-vi-du/thoi-han/")
    rows = re.findall(ROW, html)
    assert len(rows) == len(re.findall(r"\((?:chủ trì|phối hợp|báo cáo định kỳ)", html)) > 0
    assert len({name for name, _ in rows}) == len(rows)


def test_what_is_due_now_comes_before_what_is_coming_and_that_before_what_is_over(files: Files) -> None:
    html = page(files, "ke-hoach/vi-du-2026/thoi-han/")
    order = [html.index(f'id="{name}"') for name in ("thang-nay", "quy-nay", "da-qua", "2026-quy-3")]
    assert order == sorted(order)
    assert {day[:7] for name, day in re.findall(ROW, html) if name.startswith("2026-quy-4-")} <= {
        "2026-10",
        "2026-11",
        "2026-12",
    }
    assert "<details open" not in html[order[2] :]


def test_with_nothing_due_now_the_next_quarter_lies_open() -> None:
    files = dict(built(EXAMPLE, datetime.date(2025, 11, 22)).files)
    html = page(files, "ke-hoach/vi-du-2026/thoi-han/")
    assert re.search(r"<details open>\s*<summary><h3>Quý I/2026", html[html.index('id="sap-toi"') :])


def test_what_is_overdue_is_told_before_the_quarters_to_come(files: Files) -> None:
    html = page(files, "thoi-han/")
    rows = html[html.index('id="qua-han"') : html.index('id="theo-ky"')]
    assert set(re.findall(r'data-state="([^"]+)" data-day', rows)) == {"overdue"}
    assert html.index('id="sap-toi"') < html.index('id="qua-han"')


def test_on_the_page_of_a_year_the_months_that_are_over_lie_folded(files: Files) -> None:
    html = page(files, "thoi-han/2026/")
    folds = re.findall(r'<details class="stack" data-part[^>]*?( open)?>\s*<summary><h3>Tháng (\d+)/2026', html)
    assert folds
    assert {month: bool(opened) for opened, month in folds} == {month: month >= "11" for _, month in folds}
    assert html.index("<summary><h3>Tháng") < html.index('class="week-strip"')


def test_a_plan_that_is_over_says_so_and_nothing_of_this_quarter(later: Files) -> None:
    html = page(later, "ke-hoach/vi-du-2026/thoi-han/")
    assert html.index("Kế hoạch này đã hết thời gian thực hiện") < html.index("<h2")
    assert "Quý II/2028" not in html[html.index("<h1") :]


def test_the_feed_of_what_is_due_tells_each_day_of_the_quarter(files: Files, later: Files) -> None:
    own = page(files, "ke-hoach/vi-du-2026/thoi-han/")
    feed = files["ke-hoach/vi-du-2026/den-han.xml"].decode("utf-8")
    quarter = [name for name, _ in re.findall(ROW, own) if name.startswith("2026-quy-4-")]
    assert feed.count("<entry>") == len(quarter) > 0
    assert later["ke-hoach/vi-du-2026/den-han.xml"].count(b"<entry>") == 0


def test_a_quarter_inside_a_sentence_begins_with_a_small_letter(files: Files) -> None:
    assert "<h1>Thời hạn quý III/2026</h1>" in page(files, "thoi-han/2026/quy-3/")
    assert "Còn lại trong quý IV/2026" in page(files, "ke-hoach/vi-du-2026/thoi-han/")
