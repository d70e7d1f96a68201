"""Counts in sentences are those of the records."""

from __future__ import annotations

import re

from congkhai.build.preparation import Settings, check_source, make_context
from tests.sources import SOUND, TODAY, built


def test_the_register_of_documents_tells_apart_what_plans_cite_and_what_procedures_stand_on() -> None:
    settings = Settings(SOUND, TODAY)
    library = make_context(check_source(settings), settings).library
    page = built(SOUND).files["van-ban/index.html"].decode("utf-8")
    found = re.search(r"(\d+) văn bản: (\d+) được các kế hoạch viện dẫn, (\d+) là căn cứ", page)
    assert found
    total, plans, procedures = map(int, found.groups())
    assert total == len(library.documents)
    assert 0 < plans < total
    assert procedures == len({number for card in library.cards.values() for number in card.legal_basis})
