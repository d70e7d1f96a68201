"""Papers that some need not bring, that the office prints, or that are only told, are no papers of everyone."""

from __future__ import annotations

import re
from pathlib import Path

from congkhai.foundation.labels import load_labels
from congkhai.site.pages.procedures.headlines import papers_headline
from tests.knowledge.test_reading import procedure
from tests.site.test_checklists import page

LABELS = load_labels("vi")
LET_OFF = """dossier:
  - components:
      - {name: Đơn xin nhận con nuôi, originals: 1}
      - {name: "Hai ảnh 3 x 4 cm", originals: 2}
      - {name: Bản sao thẻ căn cước, originals: 1}
      - {name: Giấy khám sức khỏe, originals: 1, note: "Cô, cậu, dì, chú không phải nộp."}
      - {name: "Số định danh của trẻ", originals: 1}
"""


def headline(*components: str) -> str:
    """How many papers a dossier of these asks for."""
    found = procedure("dossier: [{components: [" + ", ".join(f"{{{one}}}" for one in components) + "]}]")
    return papers_headline(LABELS, found)


def test_who_is_not_let_off_brings_more_than_is_counted() -> None:
    assert headline("name: Đơn", "name: Giấy khám, note: Cha dượng không phải nộp.") == "Từ 1 giấy tờ"


def test_what_an_office_looks_up_is_a_case_in_which_there_is_more() -> None:
    found = headline("name: Đơn", "name: Bản chụp thẻ, note: Không cần nếu cơ quan khai thác được từ cơ sở dữ liệu.")
    assert found == "1 giấy tờ; thêm trong 1 trường hợp"


def test_where_the_office_prints_the_only_sheet_there_is_nothing_to_bring() -> None:
    found = headline("name: Phiếu CC01, note: Cán bộ in từ cơ sở dữ liệu để kiểm tra và ký.")
    assert found == "Không phải mang giấy tờ; ký giấy do nơi nộp in sẵn"


def test_a_case_in_which_some_bring_more_says_that_its_count_is_the_least() -> None:
    first = "{case: Làm lần đầu, components: [{name: Đơn}, {name: Bằng (nếu có)}]}"
    found = procedure(f"dossier: [{first}, {{case: Làm lại, components: [{{name: Đơn}}]}}]")
    assert papers_headline(LABELS, found) == "Từ 1 giấy tờ, theo 2 trường hợp"


def test_what_is_told_and_whom_a_paper_spares_stand_in_lists_of_their_own(tmp_path: Path) -> None:
    words = " ".join(re.sub(r"<[^>]+>", " ", page(tmp_path, LET_OFF)).split())
    assert "Thông tin để khai, không phải giấy tờ Số định danh của trẻ thông tin, không phải giấy tờ" in words
    assert "Phải mang, trừ người được miễn Cô, cậu, dì, chú không phải nộp Giấy khám sức khỏe 1 bản chính" in words


def test_a_photo_has_no_original_and_a_copy_is_a_sheet(tmp_path: Path) -> None:
    words = " ".join(re.sub(r"<[^>]+>", " ", page(tmp_path, LET_OFF)).split())
    assert "Hai ảnh 3 x 4 cm Bản sao thẻ căn cước 1 bản Đã có 0 trong 3 giấy tờ" in words
