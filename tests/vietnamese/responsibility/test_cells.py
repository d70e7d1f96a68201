"""Cells of lead and coordination columns: who is named, in which role, and what stays unresolved."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.vietnamese.responsibility import CellReading, Lexicon, Name, Role, nearest, read_cell

LEXICON = Lexicon.of(
    [
        Name("vp", "agency", ("Văn phòng UBND tỉnh", "VP. UBND tỉnh")),
        Name("vp-huyen", "agency", ("Văn phòng HĐND và UBND huyện", "Văn phòng HĐNDUBND huyện")),
        Name("ubnd", "agency", ("UBND tỉnh",)),
        Name("noi-vu", "agency", ("Sở Nội vụ",)),
        Name("tu-phap", "agency", ("Sở Tư pháp",)),
        Name("tai-chinh", "agency", ("Sở Tài chính",)),
        Name("tt-tt", "agency", ("Sở Thông tin và Truyền thông", "Sở TT&TT")),
        Name("kh-cn", "agency", ("Sở Khoa học và Công nghệ", "Sở KHCN")),
        Name("kstthc", "agency", ("Phòng KSTTHC",)),
        Name("cong-an", "agency", ("Công an tỉnh", "Công an")),
        Name("quan-su", "agency", ("Quân sự",)),
        Name("hung", "agency", ("UBND xã Trực Hưng",)),
        Name("hùng", "agency", ("UBND xã Trực Hùng",)),
        Name("huyen", "group", ("UBND cấp huyện", "UBND các huyện, thành phố")),
        Name("xa", "group", ("UBND cấp xã",)),
        Name("so-nganh", "group", ("Các sở, ban, ngành tỉnh", "Các sở, ngành", "Các sở")),
        Name("don-vi", "collective", ("Các cơ quan, đơn vị",)),
        Name("co-quan", "collective", ("Các cơ quan",)),
    ]
)


def read(cell: str, role: Role = "lead") -> CellReading:
    return read_cell(cell, LEXICON, role=role)


def understood(cell: str, role: Role = "lead") -> list[str]:
    """The keys of a cell that must leave no word over."""
    reading = read(cell, role)
    assert reading.unresolved == ()
    return [mention.key for mention in reading.mentions]


def left_over(cell: str) -> list[str]:
    return [span.text for span in read(cell).unresolved]


def roles(cell: str, role: Role = "lead") -> dict[str, str]:
    return {mention.key: mention.role for mention in read(cell, role).mentions}


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("Sở Thông tin và Truyền thông", ["tt-tt"]),
        ("Sở Nội vụ, Sở Tài chính và UBND tỉnh", ["noi-vu", "tai-chinh", "ubnd"]),
        ("Văn phòng HĐND - UBND huyện", ["vp-huyen"]),
        ("Văn phòng HĐND -UBND huyện.", ["vp-huyen"]),
        ("Văn phòng HĐND&UBND huyện", ["vp-huyen"]),
        ("Văn phòng HĐNDUBND huyện", ["vp-huyen"]),
        ("Các sở, ban, ngành tỉnh; UBND các huyện, thành phố", ["so-nganh", "huyen"]),
    ],
)
def test_a_comma_a_dash_or_and_inside_a_name_never_splits_it(cell: str, keys: list[str]) -> None:
    assert understood(cell) == keys


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("UBND cấp huyện,cấp xã", ["huyen", "xa"]),
        ("UBND cấp huyện; cấp xã", ["huyen", "xa"]),
        ("UBND cấp huyện/xã", ["huyen", "xa"]),
        ("Các Sở Tư pháp, Tài chính, TT&TT, KHCN\nVP.UBND tỉnh", ["tu-phap", "tai-chinh", "tt-tt", "kh-cn", "vp"]),
        ("Các sở: Tư pháp, Tài chính", ["tu-phap", "tai-chinh"]),
    ],
)
def test_an_elliptic_list_borrows_the_beginning_of_the_name_before(cell: str, keys: list[str]) -> None:
    assert understood(cell) == keys


def test_a_phrase_before_a_colon_only_announces_names() -> None:
    assert understood("Các cơ quan: Công an, Quân sự,...") == ["cong-an", "quan-su"]


def test_the_same_phrase_alone_is_a_mention() -> None:
    assert understood("Các cơ quan") == ["co-quan"]


@pytest.mark.parametrize("cell", ["- Sở Nội vụ\n- Công an", "1. Sở Nội vụ\n2. Công an", "a) Sở Nội vụ;\nb) Công an."])
def test_list_markers_are_no_words(cell: str) -> None:
    assert understood(cell) == ["noi-vu", "cong-an"]


def test_a_bracket_stays_with_its_agency_even_with_a_semicolon_inside() -> None:
    first, second = read("Văn phòng UBND tỉnh (giúp việc; tổng hợp); Công an").mentions
    assert (first.key, first.remark) == ("vp", "giúp việc; tổng hợp")
    assert (second.key, second.remark) == ("cong-an", "")


def test_a_bracket_that_holds_only_names_tells_them() -> None:
    (mention,) = read("VP. UBND tỉnh (Phòng KSTTHC)").mentions
    assert (mention.remark, mention.within) == ("Phòng KSTTHC", ("kstthc",))


def test_a_bracket_that_says_more_tells_no_names() -> None:
    (mention,) = read("VP. UBND tỉnh (theo hướng dẫn của Công an)").mentions
    assert mention.within == ()


def test_those_behind_phoi_hop_coordinate() -> None:
    cell = "Các sở, ban, ngành tỉnh chủ trì, phối hợp UBND cấp huyện, cấp xã; Công an"
    assert roles(cell) == {"so-nganh": "lead", "huyen": "coordinating", "xa": "coordinating", "cong-an": "lead"}


def test_one_that_leads_in_the_column_of_coordination_leads() -> None:
    assert roles("Sở Nội vụ chủ trì; Công an", "coordinating") == {"noi-vu": "lead", "cong-an": "coordinating"}


def test_one_that_only_takes_part_does_not_lead() -> None:
    assert roles("Sở Nội vụ; Công an phối hợp thực hiện") == {"noi-vu": "lead", "cong-an": "coordinating"}


def test_a_label_gives_its_role_to_all_that_follows() -> None:
    cell = "Chủ trì: Sở Nội vụ; Công an\nPhối hợp: Sở Tài chính; UBND tỉnh"
    assert roles(cell) == {"noi-vu": "lead", "cong-an": "lead", "tai-chinh": "coordinating", "ubnd": "coordinating"}


def test_a_duty_belongs_to_its_agency_and_names_nobody() -> None:
    cell = "- Văn phòng HĐND-UBND huyện tham mưu cho UBND tỉnh ban hành\n- UBND cấp xã xây dựng kế hoạch."
    first, second = read(cell).mentions
    assert (first.key, first.duty) == ("vp-huyen", "tham mưu cho UBND tỉnh ban hành")
    assert (second.key, second.duty) == ("xa", "xây dựng kế hoạch")


def test_a_duty_ends_where_others_are_called_in() -> None:
    first, second = read("Sở Nội vụ tham mưu kế hoạch, phối hợp với Công an thực hiện").mentions
    assert (first.role, first.duty) == ("lead", "tham mưu kế hoạch")
    assert (second.role, second.duty) == ("coordinating", "thực hiện")


def test_a_qualifier_belongs_to_the_name() -> None:
    cell = "các cơ quan, đơn vị có liên quan"
    assert [mention.text for mention in read(cell).mentions] == [cell]


def test_the_owner_of_a_unit_is_not_mentioned_itself() -> None:
    assert understood("Các cơ quan, đơn vị thuộc Sở Nội vụ") == ["don-vi"]


@pytest.mark.parametrize("cell", ["Chủ tịch UBND tỉnh", "Giám đốc Sở Nội vụ", "Tất cả các cơ quan, đơn vị"])
def test_an_opening_belongs_to_the_mention(cell: str) -> None:
    (mention,) = read(cell).mentions
    assert mention.text == cell


def test_case_accents_spaces_and_line_wraps_do_not_matter() -> None:
    noisy = ("SO NOI VU", "Sở   nội  vụ", unicodedata.normalize("NFD", "Sở Nội vụ"), "Sở Nội\nvụ", "Sở\u200b Nội vụ")
    assert [understood(cell) for cell in noisy] == [["noi-vu"]] * len(noisy)


def test_a_long_form_counts_as_its_abbreviation() -> None:
    assert understood("Văn phòng Ủy ban nhân dân tỉnh; Uỷ ban nhân dân cấp xã") == ["vp", "xa"]


def test_offsets_point_into_the_cell_as_it_was_given() -> None:
    cell = unicodedata.normalize("NFD", "- Bộ phận lạ; Sở Tư pháp")
    reading = read(cell)
    for span in (*reading.mentions, *reading.unresolved):
        assert cell[span.start : span.end] == span.text


@pytest.mark.parametrize("cell", ["Sở Y tế", "Như trên", "Ban Quản lý các khu công nghiệp", "nt"])
def test_unknown_words_are_left_over_whole(cell: str) -> None:
    assert (read(cell).mentions, left_over(cell)) == ((), [cell])


@pytest.mark.parametrize(
    "cell",
    [
        "Công an huyện",
        "Sở Tài chính tỉnh Hậu Giang",
        "Sở Tài chính - tỉnh Ninh Bình",
        "Sở Tài chính các tỉnh",
        "UBND tỉnh Hậu Giang",
        "Các cơ quan kiểm dịch động vật",
        "Công an phòng cháy",
    ],
)
def test_a_name_that_goes_on_is_another_name(cell: str) -> None:
    assert (read(cell).mentions, left_over(cell)) == ((), [cell.removeprefix("Các ")])


def test_an_unlisted_verb_behind_an_agency_does_not_make_it_another() -> None:
    reading = read("Sở Nội vụ biên soạn tài liệu")
    assert (reading.keys("lead"), reading.unresolved[0].text) == (("noi-vu",), "biên soạn tài liệu")


@pytest.mark.parametrize("cell", ["Sở Nội vụ tỉnh", "Công an - Sở Nội vụ", "Công an Sở Nội vụ", "Sở Nội vụ các sở"])
def test_what_only_follows_a_name_leaves_it_whole(cell: str) -> None:
    assert "noi-vu" in understood(cell)


def test_a_plural_of_one_word_stands_alone() -> None:
    assert understood("Các sở; Công an") == ["so-nganh", "cong-an"]
    assert (read("Các sở Y tế").mentions, left_over("Các sở Y tế")) == ((), ["sở Y tế"])


def test_each_unknown_name_of_a_list_is_left_over_by_itself() -> None:
    cell = "Sở Y tế, Sở Nội vụ, Giáo dục và Đào tạo, Tài chính; BQL dự án"
    assert left_over(cell) == ["Sở Y tế", "Giáo dục và Đào tạo", "BQL dự án"]
    assert read(cell).keys("lead") == ("noi-vu", "tai-chinh")


def test_an_unclosed_bracket_hides_nothing() -> None:
    assert understood("Sở Nội vụ (Công an") == ["noi-vu", "cong-an"]


def test_two_names_that_differ_in_marks_only_need_their_marks() -> None:
    assert understood("UBND xã Trực Hùng, UBND xã Trực Hưng") == ["hùng", "hung"]
    assert left_over("UBND xa Truc Hung") == ["UBND xa Truc Hung"]


@pytest.mark.parametrize(
    ("unknown", "known"),
    [("Ban Thanh tra nhân dân xã", "Đoàn Thanh niên xã"), ("Trường Chính trị tỉnh", "Trung tâm Chính trị khu vực")],
)
def test_another_body_of_many_of_the_same_letters_is_never_suggested(unknown: str, known: str) -> None:
    lexicon = Lexicon.of([Name("x", "agency", (known,))])
    (span,) = read_cell(unknown, lexicon, role="lead").unresolved
    assert nearest(span, lexicon) == ()


def test_a_misspelled_name_is_answered_with_the_nearest_ones() -> None:
    (span,) = read("Sở Thông tim và Truyền thông").unresolved
    assert nearest(span, LEXICON)[0] == "Sở Thông tin và Truyền thông"


NAMES = ["Sở Nội vụ", "UBND cấp huyện", "cấp xã", "Các cơ quan", "lạ"]
WORDS = ["chủ trì", "phối hợp với", "tham mưu", "liên quan", "thuộc", " và ", "các ", "1.", "a)", " "]
FRAGMENTS = st.sampled_from([*NAMES, *WORDS, *";,.:()-&\n+/…"])


@given(st.lists(FRAGMENTS, max_size=14).map("".join) | st.text(max_size=60))
def test_any_text_is_read_and_every_span_is_a_part_of_it(cell: str) -> None:
    reading = read(cell)
    spans = sorted([(one.start, one.end) for one in (*reading.mentions, *reading.unresolved)])
    assert all(cell[one.start : one.end] == one.text for one in (*reading.mentions, *reading.unresolved))
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
