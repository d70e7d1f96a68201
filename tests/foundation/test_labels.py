"""The catalogue says the same in both languages: the same keys, the same values put in, the same problems."""

from __future__ import annotations

import re
import string

import pytest

from congkhai.foundation.labels import load_labels

# A letter that English does not have.
VIETNAMESE = re.compile(r"[^\W\d_a-zA-Z]")
VI, EN = load_labels("vi"), load_labels("en")


def values_of(phrase: str) -> set[str]:
    """The names of the values that are put into a phrase."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_every_word_stands_in_both_languages() -> None:
    assert VI.words.keys() ^ EN.words.keys() == set()


def test_every_problem_stands_in_both_languages_with_one_weight() -> None:
    assert {code: wording.severity for code, wording in VI.problems.items()} == {
        code: wording.severity for code, wording in EN.problems.items()
    }


@pytest.mark.parametrize("key", sorted(VI.words.keys() & EN.words.keys()))
def test_a_phrase_takes_the_same_values_in_both_languages(key: str) -> None:
    if not key.startswith(("import.", "example.", "click.")):
        assert values_of(EN.words[key]) <= values_of(VI.words[key])


def test_no_phrase_in_english_is_left_in_vietnamese() -> None:
    same = [key for key, words in EN.words.items() if words == VI.words[key] and VIETNAMESE.search(words)]
    typed = ("example.", "search.agency.asked", "search.agency.short")  # what people write in Vietnamese
    assert [key for key in same if not key.startswith(typed)] == []


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 tasks"), (1, "1 task"), ("1", "1 task"), (2, "2 tasks"), ("{n}", "{n} tasks")]
)
def test_a_number_of_one_takes_the_singular(number: object, words: str) -> None:
    assert EN("plans.tasks", n=number) == words


def test_a_month_has_a_name_in_english() -> None:
    assert EN("deadlines.month", month="07", year=2024) == "July 2024"
