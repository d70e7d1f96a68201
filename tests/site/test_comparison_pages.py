"""The pages that set plans side by side, and the ways to them from plans, agencies and tasks."""

from __future__ import annotations

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
    assert "Nhiệm vụ gần giống nhau (3)" in html
    assert 'href="../../../../ke-hoach/an-binh-2024/' in html
    assert 'href="../../../../ke-hoach/an-binh-2025/' in html


def test_an_agency_leads_to_its_kind_which_counts_by_plan(files: Files) -> None:
    assert "so-sanh/co-quan/so-tu-phap-tinh/" in page(files, "co-quan/so-tu-phap-an-binh/")
    html = page(files, "so-sanh/co-quan/so-tu-phap-tinh/")
    assert html.index('id="an-binh-2025"') < html.index('id="an-binh-2024"')


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
