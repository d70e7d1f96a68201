"""What words of speech tell more or less than their rarity, as the client reads it."""

from __future__ import annotations

from congkhai.site.search.syllables import syllables
from congkhai.site.search.tables import telling


def _steps(text: str) -> dict[str, int]:
    """Each word of some lines with its half steps."""
    lines = [line.split(" ") for line in text.split("\n")]
    return {word: int(steps) for steps, *words in lines for word in words}


def test_every_word_stands_once_and_as_search_writes_it() -> None:
    forms, keys = telling().split("\n\n")
    for text in (forms, keys):
        words = [word for line in text.split("\n") for word in line.split(" ")[1:]]
        assert len(words) == len({*words}) == len(_steps(text))
    assert all(syllables(key) == [(key, key)] for key in _steps(keys))


def test_words_that_only_carry_speech_tell_little_and_names_of_things_do_not() -> None:
    steps = _steps(telling().split("\n\n")[0])
    (tui,), (alo,), (khai, sinh) = syllables("tui"), syllables("alo"), syllables("khai sinh")
    assert steps[tui.form] <= -8
    assert steps[alo.form] <= -8
    assert steps.get(khai.form, 0) >= 0
    assert steps.get(sinh.form, 0) >= 0
