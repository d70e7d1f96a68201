"""Processes have a page each, stand on the page of their procedure, and are counted beside those without one."""

from __future__ import annotations

import json
import re
from functools import cache

from tests.sources import SOUND, built

PAGE = "quy-trinh/thu-nghiem/index.html"


@cache
def page(path: str) -> str:
    """The words of a page."""
    html = built(SOUND).files[path].decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html[html.index("<main") :]))


def test_the_page_of_a_process_adds_up_its_steps() -> None:
    assert "Các bước cộng lại là 2,5 ngày làm việc, trong thời hạn công bố 3 ngày làm việc." in page(PAGE)
    assert "Công chức tư pháp, Sở Tư pháp tỉnh An Bình" in page(PAGE)
    assert "Kết quả: Giấy hẹn" in page(PAGE)


def test_what_was_added_up_stands_apart_from_what_was_decided() -> None:
    twin = json.loads(built(SOUND).files["quy-trinh/thu-nghiem/index.json"])
    assert twin["understood"] == {
        "step_hours": [4.0, 16.0], "total_hours": 20.0, "published_hours": 24.0, "fit": "within",
    }  # fmt: skip
    assert not twin["signed"]["total"]


def test_the_procedure_leads_to_its_process() -> None:
    assert "2 bước" in page("thu-tuc/9.000001/index.html")


def test_the_list_counts_procedures_with_and_without_a_process() -> None:
    words = page("quy-trinh/index.html")
    count = re.search(r"(\d+) trong (\d+) thủ tục đã có quy trình", words)
    assert count
    having, total = map(int, count.groups())
    assert having == 1
    assert f"{total - having} thủ tục chưa có quy trình" in words or total == having
