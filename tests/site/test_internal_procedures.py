"""A procedure between offices says so before anything else, and counts no days for those who hand nothing in."""

from __future__ import annotations

from pathlib import Path

from congkhai.site.pages.posting.kits import kits_by_level
from tests.knowledge.test_between import context_of, page_at
from tests.sources import SOUND, Change

PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"
URL = "thu-tuc/9.000001/"


def internal() -> dict[str, Change]:
    """The procedure of the sound source as one that only officials start, with a note beside its time."""
    lines = (SOUND / PROCEDURE).read_text(encoding="utf-8").splitlines()
    kept = ["applicants: [official]" if line.startswith("applicants:") else line for line in lines]
    text = "\n".join(kept).replace("channel: in_person,", "channel: in_person, note: Kể từ ngày thông qua.,", 1)
    return {PROCEDURE: text}


def test_a_procedure_between_offices_says_for_whom_it_is(tmp_path: Path) -> None:
    view = page_at(context_of(tmp_path, internal()), URL).view
    assert view.internal.title.startswith("Thủ tục nội bộ giữa các cơ quan nhà nước; người dân, doanh nghiệp không nộp")
    assert view.internal.text == "Thời hạn “03 ngày làm việc” trong dữ liệu quốc gia: “Kể từ ngày thông qua”."
    assert view.calculator is None


def test_one_that_people_apply_for_says_nothing_of_the_kind(tmp_path: Path) -> None:
    view = page_at(context_of(tmp_path), URL).view
    assert view.internal is None
    assert view.calculator is not None


def test_a_procedure_between_offices_has_no_sheet_no_boxes_and_nothing_to_bring(tmp_path: Path) -> None:
    context = context_of(tmp_path, internal())
    view = page_at(context, URL).view
    assert (view.sheet_url, view.usable) == ("", False)
    assert not {"Trực tuyến", "Mang theo", "Nộp ở đâu"} & {fact.key for fact in view.answer.facts}
    assert "Hồ sơ giữa các cơ quan" in {words for words, _, _ in view.contents}
    assert kits_by_level(context) == {}


def test_one_that_people_apply_for_hangs_in_the_kit_of_its_level(tmp_path: Path) -> None:
    context = context_of(tmp_path)
    assert [codes for kit in kits_by_level(context).values() for _, codes in kit] == [["9.000001"]]
    assert page_at(context, URL).view.sheet_url
