"""The index as files: deterministic, under hashed names, small, and readable by the client."""

from __future__ import annotations

import hashlib
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from congkhai.site.search import Card, Entry, Knowledge, build_index, card_of
from congkhai.site.search.card import PHRASE, contents
from congkhai.site.search.ordinary import likelihood, of_record
from congkhai.site.search.packing import as_text, deltas, from_text, front_coded, runs
from congkhai.site.search.segments import segments
from congkhai.site.search.shards import shard_of
from congkhai.site.search.syllables import key_set, keys
from congkhai.site.search.tables import body_rank

ENTRIES = [
    Entry(f"procedure:{code}", f"thu-tuc/{code}/", f"Thủ tục cấp giấy phép loại {code}", "procedure", code)
    for code in (f"1.00{number:04}" for number in range(300))
]


CARDS = [card_of(entry) for entry in ENTRIES]


def _built(cards: list[Card]) -> dict[str, bytes]:
    return dict(build_index(cards, Knowledge()))


def _terms(entry: Entry) -> dict[str, list[int]]:
    """The places of each syllable."""
    found: dict[str, list[int]] = {}
    for term, packed in contents(card_of(entry))["terms"].items():
        at = 0
        for number in _numbers(from_text(packed)):
            at += number >> 1
            found.setdefault(term.split()[0], []).append(at)
            at = at if number & 1 else 0
    return found


def test_the_order_of_cards_does_not_change_the_index() -> None:
    assert _built(random.Random(1).sample(CARDS, len(CARDS))) == _built(CARDS)


def test_every_file_but_the_manifest_is_named_by_its_content() -> None:
    for name, content in _built(CARDS).items():
        if name != "manifest.json":
            assert hashlib.sha256(content).hexdigest()[:10] in name


def test_the_manifest_lists_every_file() -> None:
    files = _built(CARDS)
    listed = {name for names in json.loads(files["manifest.json"])["files"].values() for name in names if name}
    assert listed == set(files) - {"manifest.json"}


def test_an_index_of_nothing_is_still_an_index() -> None:
    assert json.loads(_built([])["manifest.json"])["count"] == 0


def test_one_changed_page_changes_few_files() -> None:
    changed = [*CARDS[1:], card_of(replace(ENTRIES[0], body="giấy xác nhận tần số vô tuyến"))]
    assert len(_built(changed).keys() - _built(CARDS).keys()) <= 5


def test_a_new_page_moves_no_other_cut() -> None:
    new = card_of(Entry("procedure:0", "thu-tuc/0/", "Cấp giấy phép loại 0", "procedure", "0.000000"))
    before = {cut[-1].place for cut in segments(CARDS)}
    assert len(before - {cut[-1].place for cut in segments([*CARDS, new])}) <= 1


def test_pages_of_a_sector_lie_together_whatever_their_opening_words() -> None:
    entries = [
        Entry("a", "a/", "Thủ tục kết hôn", "procedure", sector="Hộ tịch"),
        Entry("b", "b/", "Giao đất", "procedure", sector="Đất đai"),
        Entry("c", "c/", "Khai tử", "procedure", sector="Hộ tịch"),
    ]
    ordered = sorted(map(card_of, entries), key=lambda card: card.place)
    assert [contents(card)["id"] for card in ordered] == ["b", "a", "c"]


def test_opening_words_take_no_place_in_a_title() -> None:
    terms = _terms(Entry("a", "a/", "Thủ tục đăng ký kết hôn", "procedure"))
    assert terms["dang"] == [0]
    assert "tuc" not in terms


def test_a_document_is_called_by_its_number_first() -> None:
    terms = _terms(Entry("d", "d/", "Nghị định về kiểm soát", "document", code="61/2018/NĐ-CP"))
    assert terms["61"] == [0]


def test_a_keyword_that_only_repeats_the_title_takes_no_room() -> None:
    entry = Entry("a", "a/", "Đăng ký kết hôn", "procedure", keywords=("kết hôn", "đám cưới"))
    assert sorted(place for places in _terms(entry).values() for place in places if place >= 64) == [64, 65]


def test_a_name_of_everyday_is_found_by_all_but_the_words_of_most_texts_and_stands_apart_from_the_next() -> None:
    entry = Entry("a", "a/", "Kết hôn", "procedure", keywords=("cưới xin",), called=("giấy hôn rước", "làm heo quay"))
    terms = _terms(entry)
    assert "giay" not in terms
    assert (terms["hon"], terms["ruoc"]) == ([1, 64], [65])
    assert [place // PHRASE for place in (*terms["heo"], *terms["xin"])] == [5, 6]
    assert terms["cuoi"] == [96]


def test_words_of_almost_every_body_are_not_indexed() -> None:
    body = contents(card_of(Entry("a", "a/", "Loại", "procedure", body="nộp tờ khai mẫu, mảnh trích đo")))["body"]
    assert body_rank("khai") is None
    assert body == "manh trich"


def test_what_stands_side_by_side_lies_in_one_shard() -> None:
    assert shard_of("giay", 24) == shard_of("phep", 24)
    assert shard_of("bao", 24) == shard_of("hiem", 24) != shard_of("giay", 24)


def test_a_title_of_rare_words_weighs_more_than_one_of_common_words() -> None:
    rare = card_of(Entry("r", "r/", "Hoả táng lưu động", "procedure", sector="z"))
    masses = json.loads(_built([*CARDS, rare])["manifest.json"])["masses"]
    assert ord(masses[-1]) > ord(masses[0])


def test_what_everybody_may_need_is_told_to_the_client() -> None:
    entries = [Entry("a", "a/", "Khai sinh", "procedure", reach=6), Entry("b", "b/", "Sân bay", "procedure", reach=-99)]
    entries.append(Entry("c", "c/", "Sân cũ", "procedure", reach=6, over=True))
    signs = json.loads(_built([card_of(entry) for entry in entries])["manifest.json"])["signs"]
    assert [ord(sign) - ord("0") for sign in signs] == [18, 1, 0]


def test_people_of_a_commune_come_before_officials_of_a_ministry() -> None:
    ordinary, special = of_record(["commune"], ["citizen"]), of_record(["central"], ["official"])
    assert ordinary > of_record(["province"], ["business"]) > special
    assert of_record(["district"], ["citizen"]) < of_record(["province"], ["citizen"])


@pytest.mark.parametrize(
    "title",
    ["Cấp lại giấy phép", "Đăng ký khai sinh lưu động", "Đăng ký kết hôn có yếu tố nước ngoài", "Gia hạn giấy phép"],
)
def test_a_renewal_and_a_case_of_few_stand_behind_the_plain_one(title: str) -> None:
    said = keys(title)
    assert likelihood(0, said) < likelihood(0, keys("Cấp giấy phép"))


@given(st.text())
def test_the_quick_way_to_the_keys_of_a_text_finds_the_same(text: str) -> None:
    assert key_set(text) == set(keys(text))


@given(st.sets(st.integers(0, 5000), min_size=1))
def test_document_lists_can_be_read_back(docs: set[int]) -> None:
    listed = sorted(docs)
    found: list[int] = []
    for gap in _numbers(deltas(listed)):
        found.append(gap + (found[-1] + 1 if found else 0))
    assert found == listed


@given(st.sets(st.integers(0, 500)))
def test_runs_can_be_read_back(docs: set[int]) -> None:
    _, *numbers = _numbers(runs(sorted(docs)))
    found: list[int] = []
    at = 0
    for gap, length in zip(numbers[::2], numbers[1::2], strict=True):
        found += range(at + gap, at + gap + length + 1)
        at += gap + length + 1
    assert found == sorted(docs)


@given(st.binary(), st.binary())
def test_packed_bytes_can_be_joined_as_texts(first: bytes, then: bytes) -> None:
    assert from_text(as_text(first) + as_text(then)) == first + then


def test_words_are_front_coded() -> None:
    assert front_coded(["dang", "danh", "dat"]) == "AdangDhCt"


def _numbers(packed: bytes) -> list[int]:
    found, value, shift = [], 0, 0
    for byte in packed:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            found.append(value)
            value = shift = 0
    return found
