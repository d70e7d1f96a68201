"""Pages of deadlines: agenda, calendar, timeline and scorecard show what the records say."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from unittest.mock import Mock

import pytest

from congkhai.build.builder import Settings, build_site
from congkhai.site import rendering
from congkhai.site.pages.page import PageTask
from congkhai.site.rendering import ExtractTask
from congkhai.site.task_order import batches
from tests.sources import ROOT, SOUND, built, built_anew, lay, run

EXAMPLE = ROOT / "examples" / "tien-do"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    site = built(EXAMPLE, datetime.date(2026, 11, 22)).files
    return {path: data.decode("utf-8") for path, data in site.items() if path.endswith((".html", ".json"))}


def test_what_is_due_within_thirty_days_is_listed_and_the_rest_waits_hidden(files) -> None:
    page = files["thoi-han/index.html"]
    soon = page[page.index("sap-den-han") :]
    assert 'data-day="2026-12-21">' in soon  # the 20th is a Sunday
    assert '<time datetime="2026-12-20">20/12/2026</time>' in soon
    assert "rơi vào Chủ nhật, tính đến 21/12/2026" in soon
    assert 'data-day="2026-12-31" hidden>' in soon


def test_the_year_holds_every_due_day_under_its_quarter(files) -> None:
    page = files["thoi-han/2026/index.html"]
    assert page.index('<h2 id="quy-1">') < page.index('data-day="2026-03-20"') < page.index('<h2 id="quy-2">')
    assert page.count("<tr id=") == 10 + 16  # and the reports of four levels in four periods


def test_the_calendar_links_a_day_to_its_line(files) -> None:
    page = files["thoi-han/2026/03/index.html"]
    assert 'href="#h0"' in page
    assert 'id="h0"' in page


def test_the_timeline_says_in_words_what_it_draws(files) -> None:
    page = files["ke-hoach/vi-du-2026/dong-thoi-gian/index.html"]
    assert "trong tháng 6/2026" in page
    assert '<rect data-look="' in page


def test_an_agency_has_its_scores_with_their_denominator(files) -> None:
    page = files["co-quan/so-mau-vi-du/index.html"]
    assert "trong 3 nhiệm vụ chủ trì" in page
    assert "1.1, Quyết định 876/QĐ-BNV" in page


def test_a_task_shows_its_progress_newest_first(files) -> None:
    page = files["ke-hoach/vi-du-2026/i-2/index.html"]
    assert page.index("15/04/2026") < page.index("10/02/2026")


def test_the_twin_keeps_understood_times_apart_from_signed_words(files) -> None:
    twin = json.loads(files["ke-hoach/vi-du-2026/i-4/index.json"])
    assert twin["time"] == "Chậm nhất ngày 30/9/2026"
    assert twin["understood"]["schedule"]["first_deadline"] == "2026-09-30"
    assert twin["understood"]["schedule"]["deadline"] == "2026-12-31"


def test_the_schedule_command_explains_an_expression() -> None:
    result = run("schedule", "Quý III/2024 (trước ngày 15/7/2024)")
    assert result.exit_code == 0
    assert "15/07/2024" in result.output


def test_two_processes_write_what_one_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "MANY", 1)
    day = datetime.date(2026, 11, 22)
    one = build_site(Settings(EXAMPLE, day, jobs=1)).files
    two = build_site(Settings(EXAMPLE, day, jobs=2)).files
    assert list(one) == list(two)
    assert one == two


def test_card_page_and_sheet_of_a_procedure_are_made_in_one_batch() -> None:
    tasks = [
        PageTask("home", "0", Mock()),
        *(PageTask("procedures", code, Mock()) for code in ("1.000001", "1.000002")),
        PageTask("posting", '["sheets","xa","ho-tich",1,1,["1.000002"]]', Mock()),
        ExtractTask("cards-of-procedures", "procedure:1.000002", Mock()),
    ]
    first, rest = ([task.family for task in batch] for batch in batches(tasks))
    assert first == ["procedures", "cards-of-procedures", "posting"]
    assert rest == ["procedures", "home"]


def test_every_page_of_an_invented_site_says_so(files) -> None:
    pages = {path: text for path, text in files.items() if path.endswith(".html")}
    said = {path: "invented" if path.startswith("en/") else "giả định để minh họa" for path in pages}
    assert [path for path, text in pages.items() if said[path] not in text] == []


def test_what_the_style_hides_by_its_id_alone_stands_on_one_page_only() -> None:
    style = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "static" / "css").rglob("*.css"))
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html")]
    hidden = re.findall(r"(?:^|[\s,])#([\w-]+) \{ display: none", style)
    assert {name for name in hidden if sum(f'id="{name}"' in page for page in pages) > 1} == set()


def test_the_page_of_every_task_says_where_to_report_an_error_in_it() -> None:
    files = built(SOUND).files
    pages = {
        path: data.decode()
        for path, data in files.items()
        if re.fullmatch(r"ke-hoach/an-binh-2024/[^/]+/index.html", path)
    }
    tasks = [html for html in pages.values() if 'id="tien-do"' in html]
    assert tasks
    assert all("Sai? Báo ngay" in html and 'phan-anh/"' in html[html.index("bao-sai") :] for html in tasks)


def test_a_site_that_takes_no_reports_promises_none_on_any_page(tmp_path: Path) -> None:
    source = lay(tmp_path / "source")
    site = source / "site.yaml"
    lines = site.read_text(encoding="utf-8").splitlines()
    start = lines.index("contact:")
    end = next(at for at in range(start + 1, len(lines) + 1) if at == len(lines) or not lines[at].startswith(" "))
    site.write_text("\n".join((*lines[:start], *lines[end:])), encoding="utf-8")
    pages = [data.decode() for path, data in built_anew(source).files.items() if path.endswith(".html")]
    assert not [html for html in pages if "Báo ngay" in html or "xin gửi phản ánh" in html]
    assert any(
        "Báo cơ quan giải quyết thủ tục, hoặc gửi phản ánh trên Cổng Dịch vụ công quốc gia" in html for html in pages
    )
