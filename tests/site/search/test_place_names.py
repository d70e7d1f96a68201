"""Which names of two syllables a client must know, so that no phrase of editors cuts them."""

from __future__ import annotations

import pytest

from congkhai.site.search import Knowledge
from congkhai.site.search.place_names import may_be_cut

MEANING = ("đăng ký",)


@pytest.mark.parametrize("phrase", ["<bệnh> + xin", "xin + kiên", "con kiên", "giang"])
def test_a_name_is_told_when_a_phrase_ends_or_begins_in_it(phrase: str) -> None:
    known = Knowledge(synonyms=((phrase, MEANING),), groups=(("<bệnh>", "mù/kiên"),))
    assert "kiên giang" in may_be_cut(known)


@pytest.mark.parametrize("phrase", ["xin + giấy", "kiên + giang", "kiên/kiên giang + xin", "kiên giang"])
def test_a_name_that_no_phrase_cuts_or_that_editors_take_apart_is_not_told(phrase: str) -> None:
    assert "kiên giang" not in may_be_cut(Knowledge(synonyms=((phrase, MEANING),)))
