"""Phrases lie in the shards of syllables that a query must have to hold them; the manifest says little of them."""

from __future__ import annotations

from itertools import product

import orjson

from congkhai.site.search import Entry, Knowledge, build_index, card_of
from congkhai.site.search.anchors import anchors, narrowed, parts_of
from congkhai.site.search.packing import front_coded, front_decoded

GROUPS = {"<sổ>": "sổ đỏ/sổ hồng/bìa đỏ"}
PHRASES = ("báo tử", "<sổ> + mất/làm mất/rơi", "mất/rơi + xe máy", "làm lại/cấp lại", "sổ hộ khẩu", "mất + … + xe")
TITLES = ("Đăng ký khai tử", "Cấp lại sổ", *(f"Cấp lại giấy phép số {number}" for number in range(60)))


def common(key: str) -> float:
    """Words that nearly all phrases have cost more."""
    return {"mat": 9, "lai": 7, "xe": 5}.get(key, 1)


def manifest_of(*synonyms: tuple[str, tuple[str, ...]]) -> tuple[dict[str, str], dict[str, bytes]]:
    entries = [Entry(str(number), f"{number}/", title, "page") for number, title in enumerate(TITLES)]
    known = Knowledge(synonyms=synonyms, groups=tuple(GROUPS.items()))
    files = dict(build_index(map(card_of, entries), known))
    return orjson.loads(files["manifest.json"]), files


def test_whatever_way_a_phrase_is_said_one_of_its_anchors_is_there() -> None:
    parts = [parts_of(phrase, GROUPS) for phrase in PHRASES]
    for some, found in zip(parts, anchors(parts, common), strict=True):
        for ways in product(*some):
            assert found & {one.key for run in ways for one in run}


def test_phrases_are_filed_below_few_and_rare_syllables() -> None:
    parts = [parts_of(phrase, GROUPS) for phrase in PHRASES]
    found = anchors(parts, common)
    assert found[2] == {"may"}
    assert len(set().union(*found)) <= 6


def test_below_a_key_a_phrase_has_the_ways_that_need_it_and_every_way_is_somewhere() -> None:
    parts = [parts_of(phrase, GROUPS) for phrase in PHRASES]
    for phrase, some, filed in zip(PHRASES, parts, anchors(parts, common), strict=True):
        below = [parts_of(narrowed(phrase, GROUPS, filed, {key}), GROUPS) for key in sorted(filed)]
        for ways in product(*some):
            assert any(all(way in part for way, part in zip(ways, found, strict=True)) for found in below)
    assert narrowed("<sổ> + mất", GROUPS, {"so", "bia"}, {"bia"}) == "bìa đỏ+mất"


def test_a_phrase_with_a_part_that_nothing_says_is_filed_nowhere() -> None:
    assert anchors([parts_of("mất + … + xe", {})], common) == [set()]


def test_a_phrase_lies_with_its_meaning_and_its_group_in_the_shard_of_its_anchor() -> None:
    manifest, files = manifest_of(("<sổ> + chết", ("đăng ký khai tử",)))
    words = [*front_decoded(manifest["words"]), *front_decoded(manifest["spoken"])]
    shard = {ord(manifest["shard"][at]) - ord("0") for at, key in enumerate(words) if manifest["anchors"][at] == "1"}
    said = [files[manifest["files"]["titles"][number]] for number in shard]  # type: ignore[index]
    assert said
    assert all("<sổ>=sổ đỏ/sổ hồng/bìa đỏ\n\n<sổ>+chết=#0".encode() in content for content in said)
    assert all("đăng ký khai tử".encode() in content for content in said)
    assert "khai" not in manifest["phrases"]


def test_a_phrase_that_means_words_stands_in_the_manifest() -> None:
    manifest, _ = manifest_of(("<sổ> + rách", ("cấp lại", "đăng ký khai tử")))
    assert manifest["phrases"] == "<sổ>=sổ đỏ/sổ hồng/bìa đỏ\n\n<sổ> + rách=cấp lại"


def test_words_that_only_phrases_have_are_listed_apart() -> None:
    manifest, _ = manifest_of(("báo tử", ("đăng ký khai tử",)))
    assert front_decoded(manifest["spoken"]) == ["bao"]


def test_front_coded_words_are_read_again() -> None:
    words = ["a", "an", "ang", "b", "bao", "đ", "9"]
    assert front_decoded(front_coded(sorted(words))) == sorted(words)
