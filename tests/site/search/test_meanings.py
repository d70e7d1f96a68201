"""What a phrase means is worked out at build: the pages that say it best, or words where too many do."""

from __future__ import annotations

from congkhai.site.search import Entry, card_of
from congkhai.site.search.keep import Forgetful
from congkhai.site.search.meanings import Meaning, Meanings
from congkhai.site.search.segments import segments
from congkhai.site.search.whole import Whole
from congkhai.site.search.words import tells


def resolver(*titles: str) -> Meanings:
    entries = [Entry(str(number), f"{number}/", title, "page") for number, title in enumerate(titles)]
    whole = Whole.empty(Forgetful())
    for segment in segments(map(card_of, sorted(entries, key=lambda entry: entry.title))):
        whole.add(segment)
    starts = {note.name: 0 for note in whole.notes}
    return Meanings(whole.titles.row, starts, tells(whole.words, whole.count))


def test_the_page_that_says_all_in_order_stands_for_a_meaning() -> None:
    found = resolver("Đăng ký khai sinh", "Đăng ký khai tử", "Đăng ký kết hôn").resolved("đăng ký khai tử")
    assert found is not None
    assert found.best == 2  # as titles are sorted
    assert dict(found.pages)[2] == 63


def test_a_meaning_that_no_title_says_is_unknown_here() -> None:
    assert resolver("Đăng ký khai sinh", "Đăng ký kết hôn").resolved("tàu bay không người lái") is None


def test_a_meaning_that_many_titles_say_stays_words() -> None:
    found = resolver(*(f"Cấp lại giấy phép số {number}" for number in range(60))).resolved("cấp lại")
    assert found == Meaning("cấp lại", ())
