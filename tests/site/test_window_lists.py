"""Official lists of the single window have a page each, which compares the list with the records both ways."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sources import SOUND, Change, built, edited, lay

PAGE = "thu-tuc/mot-cua/danh-sach/buu-chinh-an-binh/index"
LIST = "content/window_lists/buu-chinh-an-binh.yaml"


def words(html: bytes) -> str:
    text = html.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text[text.index("<main") :]))


@cache
def sound() -> dict[str, bytes]:
    return dict(built(SOUND).files)


def after(changes: dict[str, Change]) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        return dict(built(lay(Path(folder) / "source", changes)).files)


def test_a_list_stands_by_its_decision_and_days() -> None:
    page = words(sound()[f"{PAGE}.html"])
    assert "21/QĐ-UBND" in page
    assert "Ngày ký 05/02/2024 Ngày có hiệu lực 10/02/2024" in page
    assert "1 trong 1 thủ tục của danh mục có trên cổng" in page


def test_what_is_on_the_list_and_not_here_is_told_apart_from_what_states_the_way_and_is_not_on_it() -> None:
    files = after(edited(LIST, '["9.000001"]', '["9.000777.000.00.00.H01"]'))
    page, twin = words(files[f"{PAGE}.html"]), json.loads(files[f"{PAGE}.json"])
    assert "1 thủ tục có trong danh mục mà cổng không có" in page
    assert "không thấy quyết định công bố" in page
    assert "1 thủ tục trên cổng nêu cách tiếp nhận này mà danh mục không có" in page
    assert twin["understood"]["not_in_force_here"] == ["9.000777"]
    assert twin["understood"]["not_on_list"] == ["9.000001"]
    assert twin["signed"]["codes"] == ["9.000777.000.00.00.H01"]


def test_the_single_window_and_the_procedure_lead_to_the_list() -> None:
    assert b"mot-cua/danh-sach/buu-chinh-an-binh/" in sound()["thu-tuc/mot-cua/index.html"]
    assert b"mot-cua/danh-sach/buu-chinh-an-binh/" in sound()["thu-tuc/9.000001/index.html"]


def test_a_list_that_is_over_is_told_as_such_and_not_named_by_procedures() -> None:
    files = after(edited(LIST, "level: commune", "level: commune\nexpired: 2024-05-01"))
    assert "hết hiệu lực" in words(files["thu-tuc/mot-cua/index.html"])
    assert b"danh-sach/buu-chinh-an-binh" not in files["thu-tuc/9.000001/index.html"]
