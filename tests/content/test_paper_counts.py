"""How many papers one brings, for fifteen procedures that were counted by hand before the rules were run."""

from __future__ import annotations

import pytest

from congkhai.knowledge.procedures.papers import ordinary_channel, papers_of
from tests.content.test_answers import FILES, procedure

# Code: the fewest and the most papers of an ordinary case handed in in person.
COUNTED = {
    "1.001699": (1, 1),
    "1.012786": (1, 2),
    "3.000348": (2, 2),
    "1.001456": (2, 2),
    "6.003655": (2, 2),
    "1.013226": (3, 3),
    "1.004837": (2, 2),
    # The copy of the card is not needed where the office finds it in its data.
    "1.013133": (1, 1),
    "1.014748": (3, 3),
    "1.000566": (6, 6),
    "1.013992": (2, 2),
    # Of those who ask for another some bring a paper of a proxy, too; a parent does not.
    "3.000333": (2, 2),
    "2.000821": (1, 4),
    "1.013314": (1, 1),
    "2.002029": (1, 1),
    # Relatives bring none of the two papers on health and home, a single person none on marriage.
    "2.001263": (6, 6),
    # The one sheet is printed by the office.
    "1.014064": (0, 0),
    "3.000228": (1, 1),
    "1.013978": (1, 2),
}


@pytest.mark.parametrize("code", COUNTED)
def test_the_papers_of_an_ordinary_case_are_counted_as_a_reader_counts_them(code: str) -> None:
    found = procedure(next(path for path in FILES if path.stem == code))
    assert papers_of(found).counts(ordinary_channel(found)) == COUNTED[code]
