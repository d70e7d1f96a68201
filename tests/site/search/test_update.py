"""An index that was changed is, byte for byte, the index that a build from scratch makes of the same cards."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from congkhai.foundation.problem import Place
from congkhai.site.search import Card, Entry, Knowledge, Line, build_index, card_of, read_knowledge, update_index

KNOWLEDGE, _ = read_knowledge(
    [Line("GPLX", ("giấy phép lái xe",), Place("a"))],
    [
        Line("bằng lái", ("giấy phép lái xe",), Place("b")),
        Line("đám cưới", ("kết hôn",), Place("b")),
        Line("<nhà> + mất/hư", ("cấp lại", "đất đai xây dựng"), Place("b")),
        Line("sắm", ("thuế phí",), Place("b")),
    ],
    groups=[Line("nhà", ("nhà ở", "căn hộ"), Place("b"))],
)
_SAID = """
giấy phép lái xe kết hôn khai sinh khai tử đất đai xây dựng nhà ở hoả táng hòa giải thuế phí học sinh trường học
cấp lại thu hồi gia hạn điều chỉnh công chức viên chức 2024 mười hai xyz tần số vô tuyến điện thừa phát lại
"""
_WORDS = _SAID.split()
_SECTORS = ("Hộ tịch", "Đất đai", "Giao thông", "Giáo dục")


class _Kept(dict[str, bytes]):
    """A dict as a keep."""

    def put(self, name: str, data: bytes, /) -> None:
        self[name] = data

    def delete(self, name: str, /) -> None:
        self.pop(name, None)


def _entry(chance: random.Random, number: int) -> Entry:
    """A page that chance makes, of few words and few sectors, so that pages share them."""

    def said(most: int) -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(1, most)))

    sector = chance.choice(_SECTORS)
    return Entry(
        f"page:{number}", f"trang/{number}/", said(9), chance.choice(("procedure", "document", "task")),
        f"1.{number:06}", (said(3),), sector,
        f"Sở {sector}{chance.choice(('', ' tỉnh Cao Bằng', ' TP Huế'))}",
        said(60) + chance.choice(("", f" tiếng{chance.randint(1, 40)}")),
        (("sector", sector), ("level", chance.choice(("xã", "tỉnh")))), said(4),
        chance.choice(("", "2026-12-01")), chance.randint(0, 3),
    )  # fmt: skip


class _Site:
    """Entries that change, the index that is built once and then only changed, and the files it comes to."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self.chance, self.keep = chance, _Kept()
        self.entries = {number: _entry(chance, number) for number in range(size)}
        self.files = dict(build_index(map(card_of, self.entries.values()), KNOWLEDGE, self.keep))

    def change(self, pages: int) -> None:
        """Add, change and take out pages, many or few at once."""
        changed: dict[str, Card | None] = {}
        for _ in range(pages):
            number = self.chance.randrange(len(self.entries) + 20)
            if self.chance.random() < 0.3 and number in self.entries:
                del self.entries[number]
                changed[f"page:{number}"] = None
                continue
            anew = _entry(self.chance, number)
            if number in self.entries and self.chance.random() < 0.7:  # only something small
                field = self.chance.choice(
                    ("title", "summary", "body", "sector", "keywords", "facets", "deadline", "code")
                )
                anew = replace(self.entries[number], **{field: getattr(anew, field)})
            self.entries[number] = anew
            changed[anew.id] = card_of(anew)
        self.apply(changed)

    def apply(self, changed: dict[str, Card | None], knowledge: Knowledge = KNOWLEDGE) -> None:
        """Bring the files up to date."""
        update = update_index(self.keep, changed, knowledge)
        assert update is not None
        for name in update.removed:
            del self.files[name]
        assert all(self.files.get(name) != data for name, data in update.files.items()), "a file that says nothing new"
        self.files.update(update.files)

    def anew(self, knowledge: Knowledge = KNOWLEDGE) -> dict[str, bytes]:
        """The files from scratch."""
        return dict(build_index(map(card_of, self.entries.values()), knowledge))


@pytest.mark.parametrize(("seed", "size", "pages"), [
    *((seed, 12, 3) for seed in range(25)), *((seed, 400, 1) for seed in range(6)),
    *((seed, 400, 60) for seed in range(3)),
])  # fmt: skip
def test_after_any_edits_the_files_are_those_of_a_build_from_scratch(seed: int, size: int, pages: int) -> None:
    site = _Site(random.Random(f"{seed} {size} {pages}"), size)
    for _ in range(6):
        site.change(pages)
        assert site.files == site.anew()


def test_a_site_that_grows_over_the_limit_of_a_small_one_is_cut_into_more_shards() -> None:
    site = _Site(random.Random(1), 1495)
    for _ in range(2):
        new = {number: _entry(site.chance, number) for number in range(len(site.entries), len(site.entries) + 8)}
        site.entries |= new
        site.apply({entry.id: card_of(entry) for entry in new.values()})
        assert site.files == site.anew()


def test_a_site_too_large_for_words_of_one_body_only_forgets_them() -> None:
    site = _Site(random.Random(7), 0)
    site.entries = {number: Entry(f"page:{number}", "", f"Giấy {number}", "task") for number in range(1999)}
    site.entries[3] = replace(site.entries[3], title="Vô tuyến")
    site.entries[5] = replace(site.entries[5], body="vô tuyến")
    site.files = dict(build_index(map(card_of, site.entries.values()), KNOWLEDGE, site.keep))
    site.entries[1999] = Entry("page:1999", "", "Giấy", "page")
    site.apply({"page:1999": card_of(site.entries[1999])})
    assert site.files == site.anew()


def test_an_index_that_lost_all_pages_can_grow_again() -> None:
    site = _Site(random.Random(2), 5)
    before = dict(site.entries)
    site.entries.clear()
    site.apply({entry.id: None for entry in before.values()})
    assert site.files == site.anew()
    site.entries |= before
    site.apply({entry.id: card_of(entry) for entry in before.values()})
    assert site.files == site.anew()


def test_new_knowledge_changes_what_the_manifest_knows() -> None:
    site = _Site(random.Random(3), 100)
    site.apply({}, Knowledge())
    assert site.files == site.anew(Knowledge())


def test_a_card_that_says_the_same_changes_no_file() -> None:
    site = _Site(random.Random(4), 100)
    update = update_index(site.keep, {"page:7": card_of(site.entries[7]), "page:none": None}, KNOWLEDGE)
    assert update == ({}, ())


def test_a_summary_that_changed_reads_and_writes_little_of_what_was_kept() -> None:
    site = _Site(random.Random(5), 1000)
    entry = replace(site.entries[7], summary="Khác")
    before = dict(site.keep)
    update = update_index(site.keep, {entry.id: card_of(entry)}, KNOWLEDGE)
    assert update is not None
    assert len(update.files) == 2
    assert len([name for name, data in site.keep.items() if before.get(name) is not data]) <= 4


def test_without_anything_kept_nothing_is_updated() -> None:
    assert update_index(_Kept(), {}, KNOWLEDGE) is None


def test_what_was_kept_and_is_damaged_is_as_good_as_nothing() -> None:
    site = _Site(random.Random(6), 100)
    for name in [name for name in site.keep if name.startswith(("segment/", "home/", "titles/"))]:
        site.keep[name] = b"broken"
    assert update_index(site.keep, {"page:7": None}, KNOWLEDGE) is None
    assert update_index(site.keep, {"page:7": None}, KNOWLEDGE) is None
