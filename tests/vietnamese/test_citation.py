"""Citations however they are written, the numbers of lists, and the record that each means."""

from __future__ import annotations

import json
import lzma
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.foundation.problem import Place
from congkhai.vietnamese.citation import (
    Candidate,
    Citation,
    by_stem,
    citation_problem,
    document_slug,
    find_citations,
    fitting,
    match,
    number_problem,
    parse_number,
    stem,
)

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / ".." / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared research data is not beside the checkout")
HERE = Place("content/a.yaml", 3, 5)


def one(text: str) -> Citation:
    (citation,) = find_citations(text)
    return citation


def linked(text: str) -> str:
    citation = one(text)
    return text[citation.start : citation.end]


WRITTEN = {
    "NĐ 61/2018/NĐ-CP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "Nghị định số 61/2018/NĐ-CP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "nghị định số: 61/2018/NĐ-CP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "Nghị định 61/2018": ("61/2018/NĐ-CP", "nghi-dinh"),
    "Nghị định của Chính phủ số 61/2018/NĐ-CP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "61/2018/ND-CP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "NĐ61/2018/NĐ-CP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "61/2018/NÐ-CP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "61/2018/NĐ–СР": ("61/2018/NĐ-CP", "nghi-dinh"),
    "61/2018/NĐ -\nCP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "6l/2O18/NĐ_CP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "61\\2018\\NĐCP": ("61/2018/NĐ-CP", "nghi-dinh"),
    "Số 71/2014/TTLT-BTC-BNV": ("71/2014/TTLT-BTC-BNV", "thong-tu-lien-tich"),
    "191/2005/TTLT/BQP-BLĐTBXH-BTC": ("191/2005/TTLT/BQP-BLĐTBXH-BTC", "thong-tu-lien-tich"),
    "Nghị quyết số 12-NQ/TU": ("12-NQ/TU", "nghi-quyet"),
    "Chỉ thị số 07-CT/TU": ("07-CT/TU", "chi-thi"),
    "Đề án số 01-ĐA/TU": ("01-ĐA/TU", "de-an"),
    "Công văn số 5614/BNV-VTLLNN": ("5614/BNV-VTLLNN", "cong-van"),
    "7513/UBND-TH": ("7513/UBND-TH", "cong-van"),
    "Kế hoạch\nsố 649/KH-UBND": ("649/KH-UBND", "ke-hoach"),
    "Nghị quyết số 21/2017": ("21/2017", "nghi-quyet"),
    "Luật Tiếp cận thông tin số 104/2016/QH13": ("104/2016/QH13", "luat"),
    "Luật sửa đổi, bổ sung một số điều của Luật Hàng hóa số 78/2025/QH15": ("78/2025/QH15", "luat"),
    "Chỉ thị số 38-CT/TƯ": ("38-CT/TW", "chi-thi"),
    "Nghị quyết số 66.7/2025/NQ-CP": ("66.7/2025/NQ-CP", "nghi-quyet"),
    "quyết định 2540/qđ-ubnd": ("2540/QĐ-UBND", "quyet-dinh"),
    "Quyết định số 885/QĐ-BCA-C06": ("885/QĐ-BCA-C06", "quyet-dinh"),
    "Quyết định số 24/2023/QĐ-TTG": ("24/2023/QĐ-TTg", "quyet-dinh"),
    "TT43/2023/TT-BTC": ("43/2023/TT-BTC", "thong-tu"),
    "Nghị định 27/CP": ("27/CP", "nghi-dinh"),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_number_is_recognised_however_it_is_written(text: str) -> None:
    assert (one(text).number, one(text).type) == WRITTEN[text]


@pytest.mark.parametrize("text", WRITTEN)
def test_the_whole_reference_becomes_the_link(text: str) -> None:
    assert linked(f"Thực hiện {text}, các cơ quan") == text


@pytest.mark.parametrize("text", WRITTEN)
def test_decomposed_letters_make_no_difference(text: str) -> None:
    loose = unicodedata.normalize("NFD", f"Theo {text}.")
    assert unicodedata.normalize("NFC", loose[one(loose).start : one(loose).end]) == text
    assert (one(loose).number, one(loose).type) == WRITTEN[text]


@pytest.mark.parametrize(
    "text",
    [
        *("Đề án 06/CP năm 2024", "80 TTHC", "TCVN ISO 9001:2008", "QCVN 01:2021/BXD", "Covid 19", "ngày 27/3/2021"),
        *("(028) 3930 3279", "0906.229966", "giai đoạn 2021-2025", "Tháng 12/2023", "Quý III/2024", "24/7"),
        "6 tháng/năm",
        *("mẫu số 01/TB-HT", "Phụ lục số 02/UBND-HD", "Kế hoạch 12/2021", "20 phút/01 lần", "/KH-UBND", "1.014466.H12"),
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert find_citations(text) == ()


def test_date_and_issuer_are_read_beside_the_number() -> None:
    before = one("Quyết định số 468/QĐ-TTg ngày 27/3/2021 của\nThủ tướng Chính phủ phê duyệt Đề án")
    after = one("Nghị định 141/2016/NĐ-CP của Chính phủ ngày 10 tháng 10 năm 2016.")
    assert (before.date, before.issuer) == ("2021-03-27", "Thủ tướng Chính phủ")
    assert (after.date, after.issuer) == ("2016-10-10", "Chính phủ")


@pytest.mark.parametrize(
    "issuer",
    ["UBND tỉnh", "Ủy ban nhân dân tỉnh Bến Tre", "Bộ Tài chính và Bộ Nội vụ", "Ban Thường vụ Tỉnh ủy", "HĐND tỉnh"],
)
def test_the_issuer_ends_where_its_name_ends(issuer: str) -> None:
    assert one(f"số 15/2020/QĐ-UBND ngày 27/4/2020 của {issuer} Quy định chế độ báo cáo").issuer == issuer


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert one("Nghị định số 61/2018/NĐ-CP ngày 31/4/2018").date == ""


def test_members_of_a_list_share_the_type_of_the_first() -> None:
    numbers = [citation.number for citation in find_citations("các Nghị định số 48/2013, 92/2017 và 61/2018")]
    assert numbers == ["48/2013/NĐ-CP", "92/2017/NĐ-CP", "61/2018/NĐ-CP"]


def test_a_number_without_symbol_gets_one_suggested_from_its_issuer() -> None:
    citation = one("Nghị quyết số 21/2017 ngày 05/12/2017 của HĐND tỉnh")
    assert (citation.well_formed, citation.suggestion) == (False, "21/2017/NQ-HĐND")
    assert one("Quyết định số 12/2024/QĐ của UBND tỉnh").suggestion == "12/2024/QĐ-UBND"


def test_line_breaks_are_no_fault_of_the_number_but_misread_letters_are() -> None:
    assert one("Nghị định số 61/2018/NĐ-\nCP").well_formed
    assert one("Nghị định số 61/2018/ND-CP").suggestion == "61/2018/NĐ-CP"


def test_words_glued_to_a_number_by_a_scraper_do_not_hide_it() -> None:
    glued = "chăn nuôi và thú y32/2026/NĐ-CPNghị định 61/2018/NĐ-CPsửa đổi, Thông tư 53/2025/TT-BCAngày 01/7/2025"
    numbers = [citation.number for citation in find_citations(glued)]
    assert numbers == ["32/2026/NĐ-CP", "61/2018/NĐ-CP", "53/2025/TT-BCA"]


REPAIRED = {
    "1521/QĐ-UBND.": "1521/QĐ-UBND",
    "Nghị định 61/2018/NĐ-CP": "61/2018/NĐ-CP",
    "QĐ/0001-BCA": "0001/QĐ-BCA",
    "118/2025/NĐ-C": "118/2025/NĐ-CP",
    "QĐ2338-BTP": "2338/QĐ-BTP",
    "168./QĐ-BNV": "168/QĐ-BNV",
    "35 /2025/NQ-HĐND": "35/2025/NQ-HĐND",
    "3287/QĐUBND": "3287/QĐ-UBND",
    "94/2025/QH15 ngày 27/6/2025": "94/2025/QH15",
    "09/2017/QH1409/2017/QH14": "09/2017/QH14",
    "21/2017/NĐ-CP; 22/2017/NĐ-CP": "21/2017/NĐ-CP; 22/2017/NĐ-CP",
}


@pytest.mark.parametrize("text", REPAIRED)
def test_a_malformed_entry_gets_a_better_form(text: str) -> None:
    reading = parse_number(text)
    assert (reading.well_formed, reading.suggestion) == (False, REPAIRED[text])


@pytest.mark.parametrize(
    "number", ["61/2018/NĐ-CP", "127/QĐ-VP.UBND.KSTT", "12-NQ/TU", "30a/2008/NQ-CP", "5614/BNV-VTLLNN"]
)
def test_a_number_in_normal_form_is_well_formed(number: str) -> None:
    reading = parse_number(number)
    assert reading.well_formed
    assert reading.number is not None
    assert reading.number.text == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1521/QĐ-UBND.", "citation-malformed-number"),
        ("48/2013/NĐ-CP, 92/2017/NĐ-CP", "citation-several-numbers"),
        ("Thông tư 02/2017", "citation-incomplete-number"),
        ("Luật Thú y 2015", "citation-no-number"),
    ],
)
def test_each_fault_of_a_listed_number_has_its_code(text: str, code: str) -> None:
    problem = number_problem(text, HERE)
    assert problem is not None
    assert (problem.code, problem.place) == (code, HERE)
    assert number_problem("61/2018/NĐ-CP", HERE) is None


def test_addresses_carry_what_makes_a_number_unique() -> None:
    assert document_slug("61/2018/NĐ-CP", year="2018") == "61-2018-nd-cp"
    assert document_slug("2540/QĐ-UBND", "ben-tre", "2022") == "2540-qd-ubnd-ben-tre-2022"


LOCAL = [
    Candidate("a", "12/KH-UBND", "ke-hoach", "ben-tre", "2022"),
    Candidate("b", "12/KH-UBND", "ke-hoach", "ben-tre", "2024"),
    Candidate("c", "12/KH-UBND", "ke-hoach", "son-la", "2022"),
]


def test_place_and_date_choose_among_equal_numbers() -> None:
    plain = one("Kế hoạch số 12/KH-UBND")
    assert match(plain, LOCAL, territories=("son-la",)) == "c"
    assert match(plain, LOCAL, territories=("ben-tre",), date="2023-01-01") == "a"
    assert match(one("12/KH-UBND ngày 05/01/2024"), LOCAL, territories=("ben-tre",)) == "b"
    assert match(one("12/KH-UBND ngày 05/01/2022 của UBND tỉnh Sơn La"), LOCAL, territories=("ben-tre",)) == "c"


def test_what_stays_ambiguous_is_not_guessed() -> None:
    assert match(one("12/KH-UBND"), LOCAL, territories=("ben-tre",)) == ""
    assert fitting(one("12/KH-UBND"), LOCAL, territories=("ben-tre",)) == ("a", "b")


def test_a_number_without_symbol_matches_by_its_type() -> None:
    records = [Candidate("nd", "21/2017/NĐ-CP", "nghi-dinh"), Candidate("nq", "21/2017", "nghi-quyet")]
    assert match(one("Nghị quyết 21/2017"), by_stem(records)[stem("21/2017")]) == "nq"


def test_problems_of_a_citation_point_into_the_text() -> None:
    text = "Theo Nghị định số 61/2018/ND-CP"
    codes = [getattr(citation_problem(text, one(text), ids, HERE), "code", "") for ids in ((), ("a", "b"), ("a",))]
    assert codes == ["citation-unresolved", "citation-ambiguous", "citation-slip"]
    problem = citation_problem(text, one(text), (), HERE)
    assert problem is not None
    assert problem.place.column == 10


@given(st.text() | st.text(alphabet="0123lO/-. .NĐQCPUBDTtgsốngày\n\u0301Luật"))
def test_any_text_is_read_without_failing(text: str) -> None:
    end = 0
    for citation in find_citations(text):
        assert end <= citation.start < citation.end <= len(text)
        assert citation.number
        end = citation.end
    parse_number(text)


HOSTILE = ["1", "1/", "1/2018", "1/2018/", "1-", "1/QĐ-", "số 1/2018 ", "Luật ", "a\u0301", " \n", "1/TTLT - A"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_hostile_text_makes_no_long_citation(piece: str) -> None:
    text = piece * (44_589 // len(piece))
    assert all(citation.end - citation.start < 400 for citation in find_citations(text))


@needs_shared
@pytest.mark.shared
def test_nearly_every_legal_basis_of_real_procedures_is_read() -> None:
    with lzma.open(SHARED / "data" / "procedures.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    numbers = [basis["number"] for one in records for basis in one["legal_basis"] or [] if basis.get("number")]
    readings = {number: parse_number(number) for number in set(numbers)}
    assert sum(readings[number].number is not None for number in numbers) / len(numbers) > 0.99
    assert sum(readings[number].well_formed for number in numbers) / len(numbers) > 0.88
