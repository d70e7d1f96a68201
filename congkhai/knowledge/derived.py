"""What follows from all records together: each part worked out when first asked for, and noted when it is read."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from congkhai.foundation.text import sort_key
from congkhai.foundation.trace import ALL, Note, NotedMapping
from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.documents.citing import Place, citations_of_library, in_pages
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.handling import Handling, codes_by_agency
from congkhai.knowledge.procedures.reading import Decision, decisions_of, shown_cards

# The rows of plans are read by dozens of modules, which are loaded where somebody asks for what they read.
if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Assignments
    from congkhai.knowledge.plans.deadlines import DueItem, RowTime


def _unheard(_group: str, _key: str) -> None:
    """Note nothing."""


class Derived:
    """What was understood of a library as of a day; `note` hears what is read of it."""

    def __init__(self, library: Library, today: datetime.date, note: Note = _unheard) -> None:
        self._library, self._today, self._note = library, today, note

    @property
    def assignments(self) -> Assignments:
        """Who does what."""
        self._note("rows", ALL)
        return self._assignments

    @property
    def times(self) -> Mapping[tuple[str, str], RowTime]:
        """By when, row by row."""
        self._note("rows", ALL)
        return self._times

    @property
    def due(self) -> tuple[DueItem, ...]:
        """The due days of all rows in the order of the calendar."""
        self._note("rows", ALL)
        return self._due

    @cached_property
    def citations(self) -> Citations:
        """Which document a citation means."""
        candidates = NotedMapping(self._citations.candidates, "candidates", self._note)
        return Citations(candidates, NotedMapping(self._citations.chains, "chains", self._note))

    @cached_property
    def cited_by(self) -> Mapping[str, tuple[Place, ...]]:
        """The places that cite each document."""
        return NotedMapping(self._cited_by, "cited_by", self._note)

    @cached_property
    def cited_on(self) -> Mapping[str, tuple[Place, ...]]:
        """The places that cite a document on each of its pages, by its id and the number of the page ("61 2")."""
        paged = {key: in_pages(places) for key, places in self._cited_by.items()}
        found = {f"{key} {number}": one for key, pages in paged.items() for number, one in enumerate(pages, start=1)}
        return NotedMapping(found, "cited_on", self._note)

    @cached_property
    def citing_pages(self) -> Mapping[str, int]:
        """How many pages the places fill that cite each document."""
        found = {key: len(in_pages(places)) for key, places in self._cited_by.items()}
        return NotedMapping(found, "citing_pages", self._note)

    @cached_property
    def _cited_by(self) -> Mapping[str, tuple[Place, ...]]:
        return citations_of_library(self._library, self._citations)

    @property
    def shown(self) -> tuple[ProcedureCard, ...]:
        """The procedures in force, in the order of the files."""
        self._note("cards", ALL)
        self._note("decisions", ALL)
        return self._shown

    @property
    def in_order(self) -> tuple[ProcedureCard, ...]:
        """All procedures in the order of the Vietnamese alphabet."""
        self._note("cards", ALL)
        return self._in_order

    @cached_property
    def decisions(self) -> Mapping[str, tuple[Decision, ...]]:
        """The decisions about each procedure by its base code."""
        return NotedMapping(self._decisions, "decisions", self._note)

    @cached_property
    def decisions_called(self) -> Mapping[str, str]:
        """The ids of announcing decisions by their ids and numbers."""
        names: dict[str, str] = {}
        for decision in self._library.announcements.values():
            names.setdefault(decision.id, decision.id)
            names.setdefault(decision.number, decision.id)
        return NotedMapping(names, "decisions_called", self._note)

    @cached_property
    def plans_called(self) -> Mapping[str, str]:
        """The ids of plans by their ids and numbers."""
        plans = self._library.plans.values()
        names = {name: plan.id for plan in plans for name in (plan.id, plan.number) if name}
        return NotedMapping(names, "plans_called", self._note)

    @cached_property
    def documents_numbered(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of documents by their numbers, which several may share."""
        found: dict[str, tuple[str, ...]] = {}
        for document in self._library.documents.values():
            found[document.number] = (*found.get(document.number, ()), document.id)
        return NotedMapping(found, "documents_numbered", self._note)

    @cached_property
    def handling(self) -> Handling:
        """The agencies by their names."""
        return Handling(NotedMapping(self._handling.by_name, "handling", self._note))

    @cached_property
    def handled(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the procedures in force that each agency handles, in the order of the alphabet."""
        shown = {card.code for card in self._shown}
        cards = (card for card in self._in_order if card.code in shown)
        return NotedMapping(codes_by_agency(cards, self._handling), "handled", self._note)

    @cached_property
    def _decisions(self) -> Mapping[str, tuple[Decision, ...]]:
        return decisions_of(self._library)

    @cached_property
    def _handling(self) -> Handling:
        return Handling.of(self._library, self._today)

    @cached_property
    def _shown(self) -> tuple[ProcedureCard, ...]:
        return shown_cards(self._library, self._decisions, self._today)

    @cached_property
    def _in_order(self) -> tuple[ProcedureCard, ...]:
        return tuple(sorted(self._library.cards.values(), key=lambda card: (sort_key(card.name), card.code)))

    @cached_property
    def _citations(self) -> Citations:
        return Citations.of(self._library)

    @cached_property
    def _assignments(self) -> Assignments:
        from congkhai.knowledge.plans.assignments import assign

        return assign(self._library)

    @cached_property
    def _times(self) -> Mapping[tuple[str, str], RowTime]:
        from congkhai.knowledge.plans.deadlines import read_times

        return read_times(self._assignments.rows, self._library.progress)

    @cached_property
    def _due(self) -> tuple[DueItem, ...]:
        from congkhai.knowledge.plans.deadlines import all_due_items

        return all_due_items(self._assignments.rows, self._times)

    def prepare(self) -> None:
        """Work out all of it now, so that processes that are forked afterwards need not."""
        made = (self._due, self.citations, self.cited_by, self.decisions, self.handling, self.handled, self._in_order)
        versions = tuple(self._library.versions.values())
        del made, versions
