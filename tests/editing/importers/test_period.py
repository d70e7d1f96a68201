"""The year of a plan and the last it speaks of; ids that no two documents share."""

from __future__ import annotations

import pytest

from congkhai.editing.importers.blocks import Paragraph
from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.head import Head, read_head
from congkhai.editing.importers.heads.letterhead import issuer_id
from congkhai.editing.importers.heads.period import read_period
from congkhai.editing.importers.plan_record import plan_id


def head(*lines: str) -> Head:
    return read_head([Paragraph(line, rank) for rank, line in enumerate(lines, 1)], Spelling(lines))


@pytest.mark.parametrize(
    ("title", "signed", "period"),
    [
        ("Kế hoạch phủ xanh đồi trọc đến năm 2030", "2025-12-10", ("2025", "2030")),
        ("Kế hoạch chống hạn giai đoạn 2026 - 2030", "2026-01-20", ("2026", "2030")),
        ("Kế hoạch làm đường giai đoạn 2026 - 2028, định hướng đến năm 2035", "2026-02-05", ("2026", "2028")),
        (
            "Triển khai Nghị quyết số 08/NQ-HĐND ngày 10/12/2024 về nước sạch năm 2026",
            "2026-01-15",
            ("2026", ""),
        ),
        ("Kế hoạch kiểm soát thủ tục hành chính năm 2022", "2021-12", ("2022", "")),
        ("Kế hoạch khắc phục hạn chế của năm 2024", "2025-03-01", ("2025", "")),
        ("Kế hoạch giai đoạn 2021-2025", "2023-05-01", ("2023", "2025")),
        ("Kế hoạch năm 2026 và đến năm 2028", "2026-01-01", ("2026", "2028")),
    ],
)
def test_the_year_of_signing_counts_unless_the_period_says_otherwise(
    title: str, signed: str, period: tuple[str, str]
) -> None:
    assert read_period(title, signed) == period


def test_the_authority_of_a_decision_is_no_part_of_its_title() -> None:
    found = head("BỘ MẪU", "Số: 12/QĐ-BM", "Hà Nội, ngày 05 tháng 3 năm 2026", "QUYẾT ĐỊNH",
                 "VỀ VIỆC BAN HÀNH KẾ HOẠCH CHUYỂN ĐỔI SỐ", "BỘ TRƯỞNG BỘ MẪU", "Căn cứ Luật Mẫu;")  # fmt: skip
    assert found.title == "Quyết định về việc ban hành kế hoạch chuyển đổi số"
    assert (found.area, issuer_id(found.letterhead, found.symbol, found.area)) == ("trung-uong", "bo-mau")


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("NGHỊ QUYẾT", "Nghị quyết về phát triển nông thôn"),
        ("CHỈ THỊ", "Chỉ thị về phát triển nông thôn"),
        ("THÔNG BÁO", "Thông báo về phát triển nông thôn"),
    ],
)
def test_every_type_of_document_has_a_title(kind: str, title: str) -> None:
    assert head("Số: 8/NQ-HĐND", kind, "Về phát triển nông thôn", "Căn cứ Luật;").title == title


def test_a_notice_of_conclusions_is_called_by_them_and_a_letter_by_its_subject() -> None:
    assert head("THÔNG BÁO", "Kết luận cuộc họp về trường lớp").title == "Kết luận cuộc họp về trường lớp"
    letter = head("Số: 15/BCĐ-NS", "V/v giao việc cấp nước", "Kính gửi: Các sở.")
    assert letter.title == "Giao việc cấp nước"


def test_the_lowest_line_of_the_letterhead_issued_it() -> None:
    found = head("ỦY BAN NHÂN DÂN", "TỈNH SÔNG MÂY", "BAN CHỈ ĐẠO NƯỚC SẠCH", "Số: 15/BCĐ-NS", "V/v giao việc")
    assert issuer_id(found.letterhead, found.symbol, "song-may") == "ban-chi-dao-nuoc-sach-song-may"


def test_the_line_above_an_annex_gives_number_and_day() -> None:
    found = head("PHỤ LỤC", "(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 01 năm 2026 của UBND xã Mẫu)")
    assert (found.number, found.signed, found.from_annex) == ("12/KH-UBND", "2026-01-15", True)


def test_capitals_spare_codes_and_syllables_that_look_like_numerals() -> None:
    spelling = Spelling([])
    assert (
        spelling.sentence("XỬ LÝ VI PHẠM THEO QUYẾT ĐỊNH SỐ 12/QĐ-TTG") == "Xử lý vi phạm theo Quyết định số 12/QĐ-TTg"
    )
    assert spelling.sentence("GIÁ VẬT LIỆU XÂY DỰNG CỦA BỘ XÂY DỰNG") == "Giá vật liệu xây dựng của Bộ Xây dựng"
    assert spelling.sentence("NHIỆM VỤ QUÝ VI VÀ PHẦN II") == "Nhiệm vụ quý VI và phần II"


def test_documents_of_one_place_and_year_have_ids_of_their_own() -> None:
    plans = [head(f"Số: {n}/KH-UBND", "KẾ HOẠCH", "Tiêm phòng năm 2026", "Căn cứ") for n in (51, 52)]
    unnumbered = head("KẾ HOẠCH", "Đón Tết Trung thu năm 2026")
    ids = {plan_id(plan, "ben-go", plan.year) for plan in (*plans, unnumbered)}
    assert ids == {"ben-go-51-kh-ubnd-2026", "ben-go-52-kh-ubnd-2026", "ben-go-don-tet-trung-thu-nam-2026"}


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("KẾ HOẠCH Bảo đảm an toàn thông tin mạng năm 2024",), "Kế hoạch bảo đảm an toàn thông tin mạng năm 2024"),
        (("KẾ HOẠCH", "Thực hiện Đề án 06 năm 2023", "Căn cứ Luật;"), "Kế hoạch thực hiện Đề án 06 năm 2023"),
        (("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Phát triển nông nghiệp"), "Chương trình hành động phát triển nông nghiệp"),
        (("DANH MỤC NHIỆM VỤ", "Thực hiện Nghị quyết 57"), "Danh mục nhiệm vụ thực hiện Nghị quyết 57"),
        (("KẾT LUẬN", "CỦA BAN THƯỜNG VỤ", "về thu gom rác"), "Kết luận của ban thường vụ về thu gom rác"),
    ],
)
def test_a_title_may_begin_on_the_line_of_its_kind_or_tell_what_it_carries_out(
    lines: tuple[str, ...], title: str
) -> None:
    assert head(*lines).title == title


def test_a_place_behind_the_number_is_no_part_of_it() -> None:
    found = head("Số: 05/KH-BQL - Đông Hải, ngày 06 tháng 01 năm 2026")
    assert (found.number, found.signed) == ("05/KH-BQL", "2026-01-06")


def test_what_a_sheet_calls_itself_is_its_title_and_no_issuer() -> None:
    found = head("UBND XÃ MẪU", "BẢNG THEO DÕI NHIỆM VỤ NĂM 2026", "(Cập nhật đến 30/6/2026)")
    assert (found.title, found.year) == ("Bảng theo dõi nhiệm vụ năm 2026", "2026")
    assert issuer_id(found.letterhead, found.symbol, "mau") == "ubnd-mau"
