"""Where to complain: a page that says so with or without a contact, and ways to it from everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congkhai.build.builder import Build
from congkhai.build.preparation import Settings, check_source, make_context
from congkhai.site.entries import entry_makers
from tests.sources import AGENCIES, SOUND, TODAY, built, edited, lay

WORDS = ("khiếu nại", "phản ánh", "góp ý", "tố cáo")


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The sound source without a contact."""
    config = (SOUND / "site.yaml").read_text(encoding="utf-8").split("contact:")[0]
    return built(lay(tmp_path_factory.mktemp("feedback") / "source", {"site.yaml": config}))


def main(site: Build, path: str) -> str:
    """What stands between head and foot of a page."""
    html = site.files[path].decode("utf-8")
    return html[html.index("<main") : html.index("</main>")]


def test_a_contact_can_be_called_and_written_to(tmp_path: Path) -> None:
    config = (SOUND / "site.yaml").read_text(encoding="utf-8") + "  phone: 0274 3822 000\n"
    page = main(built(lay(tmp_path / "source", {"site.yaml": config})), "phan-anh/index.html")
    assert 'href="mailto:vanphong@anbinh.example"' in page
    assert 'href="tel:02743822000"' in page


def test_without_a_contact_the_page_leads_to_the_national_portal_and_promises_nothing_for_the_site(
    without: Build,
) -> None:
    page = main(without, "phan-anh/index.html")
    assert 'href="https://dichvucong.gov.vn/"' in page
    assert "người vận hành" not in page
    assert "Báo cơ quan ban hành văn bản hoặc cơ quan giải quyết thủ tục" in page
    assert "gửi đến một nơi ghi ở trên" not in page


def test_a_site_without_a_contact_has_no_duty_to_post_in_time(without: Build) -> None:
    assert "cổng này không phải trang chính thức nên không có nghĩa vụ ấy" in main(without, "dung-han/index.html")
    assert "không có nghĩa vụ ấy" not in main(built(SOUND), "dung-han/index.html")


def test_the_first_page_says_that_a_site_without_a_contact_is_no_official_one(without: Build) -> None:
    assert "không phải trang chính thức" in main(without, "index.html")
    assert "không phải trang chính thức" not in main(built(SOUND), "index.html")


def test_without_a_contact_the_editor_is_told(without: Build) -> None:
    assert "site-without-contact" in {problem.code for problem in without.problems}


def test_the_poster_has_no_blank_lines(without: Build) -> None:
    page = main(without, "niem-yet/phan-anh/index.html")
    assert "…" not in re.sub(r"<span data-print-day.*?</span>", "", page)  # the day of printing is filled in by hand
    assert "dichvucong.gov.vn" in page


def test_every_page_leads_to_feedback(without: Build) -> None:
    pages = {path: data for path, data in without.files.items() if path.endswith(".html")}
    assert pages
    assert [path for path, data in pages.items() if b'phan-anh/"' not in data] == []


def test_the_page_is_known_to_search_by_every_name_people_give_a_complaint() -> None:
    settings = Settings(SOUND, TODAY)
    entry = dict(entry_makers(make_context(check_source(settings), settings)))["page:/phan-anh/"]()
    assert entry.url == "phan-anh/"
    assert [word for word in WORDS if word not in entry.keywords] == []


def test_the_time_for_an_answer_stands_with_feedback_and_not_with_complaints_and_denunciations(without: Build) -> None:
    page = main(without, "phan-anh/index.html")
    matters = dict(re.findall(r'<p id="([a-z]+)">(.*?)</p>', page, re.DOTALL))
    timed = {matter for matter, words in matters.items() if "15 ngày" in words}
    assert timed == {"service", "rule"}
    assert page.count("15 ngày") == len(timed)


def test_a_link_to_addresses_of_agencies_stands_only_where_one_has_an_address(without: Build, tmp_path: Path) -> None:
    assert "Tra địa chỉ cơ quan" not in main(without, "phan-anh/index.html")
    change = edited(AGENCIES, "aliases: [Sở Tư pháp]", "aliases: [Sở Tư pháp]\n    contact: {address: 1 Phố Thử}")
    assert "Tra địa chỉ cơ quan" in main(built(lay(tmp_path / "source", change)), "phan-anh/index.html")
