"""The head and foot of a plan: what is read, what is left blank, what is guessed."""

from __future__ import annotations

from congkhai.editing.importers.blocks import Paragraph
from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.head import Head, read_head


def head(text: str) -> Head:
    paragraphs = [Paragraph(line.strip(), number) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    return read_head(paragraphs, Spelling(paragraph.text for paragraph in paragraphs))


def test_number_place_date_and_title_are_read() -> None:
    found = head("""ỦY BAN NHÂN DÂN TỈNH SƠN LA
    Số: 128/KH-UBND
    Sơn La, ngày 21 tháng 5 năm 2021
    KẾ HOẠCH
    TRIỂN KHAI THỰC HIỆN ĐỀ ÁN ĐỔI MỚI TRÊN ĐỊA BÀN TỈNH SƠN LA
    Căn cứ Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ; UBND tỉnh Sơn La ban hành Kế hoạch.""")
    assert (found.number, found.place, found.signed) == ("128/KH-UBND", "Sơn La", "2021-05-21")
    assert found.title == "Kế hoạch triển khai thực hiện Đề án đổi mới trên địa bàn tỉnh Sơn La"
    assert found.legal_basis == ["468/QĐ-TTg ngày 27/03/2021"]  # such a number begins anew each year


def test_a_blank_number_and_a_blank_day_stay_blank() -> None:
    found = head("Số:      /KH-UBND\nTrực Ninh, ngày     tháng 12 năm 2021\nKẾ HOẠCH\nKiểm soát TTHC năm 2022")
    assert (found.number, found.symbol, found.signed, found.year) == ("", "KH-UBND", "2021-12", "2022")


def test_signer_and_recipients_are_read_from_the_foot() -> None:
    found = head("""Nơi nhận:
    - Sở Nội vụ;
    - Lưu: VT, HCTC(Nga).
    KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG
    Nguyễn Đức Hải Tùng""")
    assert found.recipients == ["Sở Nội vụ", "Lưu: VT, HCTC(Nga)"]
    assert (found.signer, found.post) == ("Nguyễn Đức Hải Tùng", "Phó Chánh Văn phòng")


def test_capitals_become_a_sentence_that_keeps_names_and_abbreviations() -> None:
    spelling = Spelling(["Cổng Dịch vụ công của tỉnh Bến Tre", "Bộ phận Một cửa tiếp nhận hồ sơ TTHC"])
    heading = "NÂNG CẤP CỔNG DỊCH VỤ CÔNG; BỘ PHẬN MỘT CỬA, TTHC TỈNH BẾN TRE"
    assert spelling.sentence(heading) == "Nâng cấp Cổng Dịch vụ công; Bộ phận Một cửa, TTHC tỉnh Bến Tre"


def test_a_heading_that_is_no_capitals_stays_as_it_is() -> None:
    assert Spelling([]).sentence("Rà soát Quy trình") == "Rà soát Quy trình"


def test_a_title_that_names_its_kind_again_names_it_once() -> None:
    found = head("KẾ HOẠCH\nKế hoạch thực hiện cải cách hành chính năm 2018")
    assert found.title == "Kế hoạch thực hiện cải cách hành chính năm 2018"
