"""What incremental builds say of tables made of cards is what the tables read."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

import pytest
from msgspec.structs import replace

from congkhai.build.builder import Settings, check_source
from congkhai.build.incremental.dependency_digests import OF_CARDS, DependencyDigests
from congkhai.foundation.dependencies import ALL
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.procedures.card import ProcedureCard
from tests.sources import SOUND

TODAY = datetime.date(2026, 11, 22)


class WatchedCard(ProcedureCard):
    """A card that tells which of its fields were read."""

    read: ClassVar[set[str]] = set()

    def __getattribute__(self, name: str) -> Any:
        if name in ProcedureCard._fields:
            WatchedCard.read.add(name)
        return super().__getattribute__(name)


@pytest.mark.parametrize("topic", OF_CARDS)
def test_a_table_reads_no_other_fields_of_cards_than_it_says(topic: str) -> None:
    library = check_source(Settings(SOUND, TODAY)).subject.library
    watched = replace(library, cards={code: WatchedCard(*card) for code, card in library.cards.items()})
    WatchedCard.read.clear()
    DependencyDigests(watched, Derived(watched, TODAY), TODAY)((topic, ALL))
    assert WatchedCard.read <= OF_CARDS[topic]
    assert WatchedCard.read or OF_CARDS[topic] == {"code"}
