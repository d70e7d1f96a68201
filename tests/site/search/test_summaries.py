"""What search shows of a page is words for readers: no place in a sentence is left to be filled in."""

from __future__ import annotations

import re

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.entries import entries
from tests.sources import SOUND, TODAY


def test_no_summary_has_a_place_that_is_not_filled_in() -> None:
    settings = Settings(SOUND, TODAY)
    found = list(entries(make_context(check_source(settings), settings)))
    assert len(found) > 5
    assert [entry.id for entry in found if re.search(r"\{\w+\}", f"{entry.title} {entry.summary}")] == []
