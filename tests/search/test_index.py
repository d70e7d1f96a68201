"""The index as files: deterministic, under hashed names, small, and readable by the client."""

from __future__ import annotations

import hashlib
import json
import random

from hypothesis import given
from hypothesis import strategies as st

from congkhai.search import Entry, Knowledge, build_index
from congkhai.search.clusters import cluster
from congkhai.search.order import in_order
from congkhai.search.packing import deltas, front_coded, runs
from congkhai.search.postings import collect
from congkhai.search.weight import masses

ENTRIES = [
    Entry(f"procedure:{code}", f"thu-tuc/{code}/", f"Thủ tục cấp giấy phép loại {code}", "procedure", code)
    for code in (f"1.00{number:04}" for number in range(300))
]


def test_the_order_of_entries_does_not_change_the_index() -> None:
    shuffled = random.Random(1).sample(ENTRIES, len(ENTRIES))
    assert dict(build_index(shuffled, Knowledge())) == dict(build_index(ENTRIES, Knowledge()))


def test_every_file_but_the_manifest_is_named_by_its_content() -> None:
    for name, content in build_index(ENTRIES, Knowledge()):
        if name != "manifest.json":
            assert hashlib.sha256(content).hexdigest()[:10] in name


def test_the_manifest_lists_every_file() -> None:
    files = dict(build_index(ENTRIES, Knowledge()))
    listed = {name for names in json.loads(files["manifest.json"])["files"].values() for name in names if name}
    assert listed == set(files) - {"manifest.json"}


def test_an_index_of_nothing_is_still_an_index() -> None:
    files = dict(build_index([], Knowledge()))
    assert json.loads(files["manifest.json"])["count"] == 0


def test_pages_of_a_sector_lie_together_whatever_their_opening_words() -> None:
    entries = [
        Entry("a", "a/", "Thủ tục kết hôn", "procedure", sector="Hộ tịch"),
        Entry("b", "b/", "Giao đất", "procedure", sector="Đất đai"),
        Entry("c", "c/", "Khai tử", "procedure", sector="Hộ tịch"),
    ]
    assert [entry.id for entry in in_order(entries)] == ["b", "a", "c"]


def test_opening_words_take_no_place_in_a_title() -> None:
    postings = collect([Entry("a", "a/", "Thủ tục đăng ký kết hôn", "procedure")])
    assert postings.titles["dang"] == {"đăng": {0: [0]}}
    assert "tuc" not in postings.titles


def test_a_document_is_called_by_its_number_first() -> None:
    postings = collect([Entry("d", "d/", "Nghị định về kiểm soát", "document", code="61/2018/NĐ-CP")])
    assert postings.titles["61"] == {"61": {0: [0]}}


def test_words_of_almost_every_body_are_not_indexed() -> None:
    entries = [Entry(str(n), f"{n}/", f"Loại {n}", "procedure", body=f"nộp tờ khai mẫu{n % 7}") for n in range(60)]
    bodies = collect(entries).bodies
    assert "khai" not in bodies
    assert all(key.startswith("mau") for key in bodies)


def test_what_stands_side_by_side_lies_in_one_shard() -> None:
    titles = ["Cấp giấy phép lái xe", "Đăng ký khai sinh"] * 20
    entries = [Entry(str(n), f"{n}/", title, "procedure") for n, title in enumerate(titles)]
    postings = collect(entries)
    groups = cluster(dict.fromkeys(postings.titles, 100), postings.neighbours, 500)
    assert any({"lai", "xe", "phep"} <= set(group) for group in groups)


def test_a_title_of_rare_words_weighs_more_than_one_of_common_words() -> None:
    entries = [Entry(str(n), f"{n}/", "Cấp giấy phép", "procedure") for n in range(50)]
    weights = masses(collect([*entries, Entry("r", "r/", "Hoả táng lưu động", "procedure")]))
    assert weights[-1] > 2 * weights[0]


def test_what_everybody_may_need_is_told_to_the_client() -> None:
    entries = [Entry("a", "a/", "Khai sinh", "procedure", reach=2), Entry("b", "b/", "Sân bay", "procedure", reach=9)]
    manifest = json.loads(dict(build_index(entries, Knowledge()))["manifest.json"])
    assert manifest["needs"] == "23"


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
