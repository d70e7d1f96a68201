"""The pages that set plans side by side, and the ways to them from plans, agencies and tasks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sources import PLAN, SOUND, built, lay

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The sound source with a second plan of the same rows, one year on."""
    text = (SOUND / PLAN).read_text(encoding="utf-8").replace("id: an-binh-2024", "id: an-binh-2025")
    second = text.replace("year: 2024", "year: 2025").replace("number: ", "number: 9", 1)
    folder: Path = tmp_path_factory.mktemp("so-sanh") / "source"
    return dict(built(lay(folder, {"content/plans/an-binh-2025.yaml": second})).files)


def page(files: Files, url: str) -> str:
    return files[f"{url}index.html"].decode("utf-8")


PAIR = "so-sanh/ke-hoach/an-binh-2024/an-binh-2025/"


def test_a_plan_leads_to_its_comparison_which_shows_tasks_of_both(files: Files) -> None:
    assert f'href="../../{PAIR}"' in page(files, "ke-hoach/an-binh-2024/")
    html = page(files, PAIR)
    assert "Có trong cả hai (3)" in html
    assert 'href="../../../../ke-hoach/an-binh-2024/' in html
    assert 'href="../../../../ke-hoach/an-binh-2025/' in html


def test_years_alone_make_no_difference_between_tasks_of_two_plans(files: Files) -> None:
    html = page(files, PAIR)
    assert "Giống cả cơ quan chủ trì và thời gian" in html
    assert "khác thời gian" not in html


def test_a_comparison_tells_first_what_differs_and_then_matter_by_matter(tmp_path: Path) -> None:
    text = (SOUND / PLAN).read_text(encoding="utf-8")
    second = text.replace("id: an-binh-2024", "id: an-binh-2025").replace("year: 2024", "year: 2025")
    (first_time,) = re.findall(r"^ +time: (.+)$", text, re.MULTILINE)[:1]
    second = second.replace(f"time: {first_time}", "time: Tháng 11", 1).replace("number: ", "number: 9", 1)
    html = page(dict(built(lay(tmp_path / "source", {"content/plans/an-binh-2025.yaml": second})).files), PAIR)
    assert "1 khác cơ quan chủ trì hoặc thời gian" in html
    order = [html.index(words) for words in ("1 khác cơ quan", 'id="giong"', ">khác thời gian<", "Giống cả cơ quan")]
    assert order == sorted(order)


def test_what_stands_in_one_plan_alone_is_paired_by_its_kind_of_work(tmp_path: Path) -> None:
    text = (SOUND / PLAN).read_text(encoding="utf-8")
    second = text.replace("id: an-binh-2024", "id: an-binh-2025").replace("year: 2024", "year: 2025")
    (title,) = re.findall(r"^ +title: (.+)$", text, re.MULTILINE)[1:2]
    second = second.replace(f"title: {title}", "title: Đối thoại với doanh nghiệp về đất đai", 1)
    html = page(dict(built(lay(tmp_path / "source", {"content/plans/an-binh-2025.yaml": second})).files), PAIR)
    only = html[html.index('id="rieng"') :]
    assert re.search(r"Đối thoại với người dân, doanh nghiệp <span class=\"count\">\(0 · 1\)", only)
    assert "Loại việc kế hoạch kia không có: Đối thoại với người dân, doanh nghiệp" in html[: html.index('id="giong"')]


def test_a_comparison_is_two_steps_from_every_menu(files: Files) -> None:
    assert 'href="./so-sanh/"' in page(files, "") or 'href="so-sanh/"' in page(files, "")


def test_an_agency_leads_to_its_kind_which_counts_by_plan(files: Files) -> None:
    assert "so-sanh/co-quan/so-tu-phap-tinh/" in page(files, "co-quan/so-tu-phap-an-binh/")
    html = page(files, "so-sanh/co-quan/so-tu-phap-tinh/")
    assert html.index('id="an-binh-2025"') < html.index('id="an-binh-2024"')


def test_an_agency_alone_of_its_kind_is_called_an_agency_and_no_kind(files: Files) -> None:
    listed = page(files, "so-sanh/")
    assert 'id="mot-co-quan"' in listed  # both plans are of one place, so each name is that of one agency
    assert "Một loại cơ quan trong các kế hoạch" not in listed
    assert "loại cơ quan này" not in page(files, "so-sanh/co-quan/so-tu-phap-tinh/")


def test_a_task_leads_to_its_like_in_another_year(files: Files) -> None:
    html = page(files, "ke-hoach/an-binh-2024/i-1/")
    assert 'href="../../../ke-hoach/an-binh-2025/i-1/"' in html
    assert "Cổng so lời văn" in html  # it is we who say that they are alike


def test_every_comparison_is_in_the_list_and_the_list_is_reached_from_plans_and_agencies(files: Files) -> None:
    listed = page(files, "so-sanh/")
    for path in files:
        if path.startswith("so-sanh/") and path.endswith("/index.html") and path != "so-sanh/index.html":
            assert f'href="../{path.removesuffix("index.html")}"' in listed, path
    assert 'href="../so-sanh/"' in page(files, "ke-hoach/")


def test_two_plans_have_their_targets_beside_each_other(tmp_path: Path) -> None:
    text = (SOUND / PLAN).read_text(encoding="utf-8").replace("id: an-binh-2024", "id: an-binh-2025")
    second = text.replace("year: 2024", "year: 2025").replace("number: ", "number: 9", 1)
    stated = "title: Số hóa 100% hồ sơ, kết quả giải quyết\n        lead: Sở Tư pháp"
    asked = second.replace("title: Công bố TTHC theo NĐ 61/2018/NĐ-CP\n        lead: Sở Tư pháp", stated)
    html = page(dict(built(lay(tmp_path / "source", {"content/plans/an-binh-2025.yaml": asked})).files), PAIR)
    targets = html[html.index('id="chi-tieu"') : html.index("</section>", html.index('id="chi-tieu"'))]
    assert "chung: 100 %" in targets
    assert "cổng không thấy số nào trong lời văn" in targets
