"""The lists of papers of the procedures in content/ count what the answer block counts."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from congkhai.knowledge.procedures.papers import ordinary_channel, papers_of
from congkhai.site.pages.procedures.checklists import dossier_view
from congkhai.site.pages.procedures.headlines import count_words
from tests.content.test_answers import FILES, LABELS, procedure

CONTEXT: Any = SimpleNamespace(labels=LABELS, library=SimpleNamespace(files={}))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_counters_of_the_lists_hold_the_fewest_and_the_most_papers_of_the_headline(path: Path) -> None:
    found = procedure(path)
    papers = papers_of(found)
    lists = dossier_view(CONTEXT, found, papers, str).lists
    totals = {one.total for one in lists if one.anchor} or {one.total for one in lists if one.counted}
    expected = set(papers.counts(ordinary_channel(found)))
    assert expected <= (totals or {0})
    cases = [one for one in lists if one.anchor and one.counted]
    assert all(
        one.count in (count_words(LABELS, one.total), count_words(LABELS, one.total, least=True)) for one in cases
    )
