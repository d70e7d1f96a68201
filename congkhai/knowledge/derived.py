"""Tables derived from all records, each computed when it is first used; every read is reported to `on_read`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from congkhai.foundation.dependencies import ALL, TrackedMapping
from congkhai.foundation.grouping import grouped
from congkhai.foundation.text import sort_key
from congkhai.knowledge.actor_tables import ActorTables
from congkhai.knowledge.changes import RecordChange, changes_of
from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.documents.citing import Place, citations_of_library, in_pages
from congkhai.knowledge.documents.numbered import Numbered, numbered
from congkhai.knowledge.plans.succession import Succession
from congkhai.knowledge.procedures.card import ProcedureCard, PublicService, service_of
from congkhai.knowledge.procedures.handling import Handling, codes_by_agency, codes_by_counter
from congkhai.knowledge.procedures.reading import Decision, decisions_of, shown_cards
from congkhai.knowledge.procedures.spread import SERVICES_IN_BLOCK, cut, kit_pages
from congkhai.knowledge.urls import procedure_url
from congkhai.vietnamese.quantity import base_code


class Derived(ActorTables):
    """Everything derived from `library` as of the day `today`.

    `on_read` is called with the name of a table and the key that is read (see `foundation.dependencies`).
    """

    @property
    def succession(self) -> Succession:
        """Which agencies and groups have ended, and who does their work on the day."""
        self._on_read("succession", ALL)
        return self._succession

    @property
    def changes(self) -> tuple[RecordChange, ...]:
        """What is new and what has changed, the newest first."""
        self._read_all("cards", "announcements", "plans")
        return self._changes

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[RecordChange, ...]]:
        """Return what is new and has changed of the procedures that each agency handles, by agency id."""
        agencies = grouped((procedure_url(code), agency) for agency, codes in self._handled.items() for code in codes)
        found = grouped((one, change) for change in self._changes for one in agencies.get(change.url, ()))
        return TrackedMapping(found, "changes_of", self._on_read)

    @cached_property
    def issued_by(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the plans that each agency issued."""
        found = grouped((plan.issuer, plan.id) for plan in self._library.plans.values() if plan.issuer)
        return TrackedMapping(found, "issued_by", self._on_read)

    @cached_property
    def citations(self) -> Citations:
        """Return the index that resolves a citation to a document."""
        candidates = TrackedMapping(self._citations.candidates, "candidates", self._on_read)
        return Citations(candidates, TrackedMapping(self._citations.chains, "chains", self._on_read))

    @cached_property
    def cited_by(self) -> Mapping[str, tuple[Place, ...]]:
        """Return the places that cite each document, by document id."""
        return TrackedMapping(self._cited_by, "cited_by", self._on_read)

    @cached_property
    def cited_on(self) -> Mapping[str, tuple[Place, ...]]:
        """Return the citing places shown on each page of a document, by its id and the page number ("61 2")."""
        paged = {key: in_pages(places) for key, places in self._cited_by.items()}
        found = {f"{key} {number}": one for key, pages in paged.items() for number, one in enumerate(pages, start=1)}
        return TrackedMapping(found, "cited_on", self._on_read)

    @cached_property
    def citing_pages(self) -> Mapping[str, int]:
        """Return the number of pages that the citing places of each document fill, by document id."""
        found = {key: len(in_pages(places)) for key, places in self._cited_by.items()}
        return TrackedMapping(found, "citing_pages", self._on_read)

    @cached_property
    def _cited_by(self) -> Mapping[str, tuple[Place, ...]]:
        return citations_of_library(self._library, self._citations)

    @property
    def shown(self) -> tuple[ProcedureCard, ...]:
        """Return the cards of the procedures in force, in the order of the files."""
        self._read_all("cards", "decisions", "shown")
        return self._shown

    @property
    def services(self) -> tuple[PublicService, ...]:
        """Return what catalogues say of the procedures in force, in the order of the files."""
        self._on_read("services", ALL)
        return self._services

    @cached_property
    def services_from(self) -> Mapping[str, tuple[PublicService, ...]]:
        """Return the same in blocks of neighbours, each by the code of its first one."""
        by_code = {service.code: service for service in self._services}
        blocks = (block for block in cut(tuple(by_code), SERVICES_IN_BLOCK) if block)
        found = {block[0]: tuple(by_code[code] for code in block) for block in blocks}
        return TrackedMapping(found, "services_from", self._on_read)

    @property
    def in_order(self) -> tuple[ProcedureCard, ...]:
        """Return the cards of all procedures in the order of the Vietnamese alphabet."""
        self._on_read("cards", ALL)
        return self._in_order

    @cached_property
    def decisions(self) -> Mapping[str, tuple[Decision, ...]]:
        """Return the decisions about each procedure, by its base code."""
        return TrackedMapping(self._decisions, "decisions", self._on_read)

    @cached_property
    def decisions_called(self) -> Mapping[str, tuple[Numbered, ...]]:
        """Return the announcing decisions of each id and number (see `documents.numbered.meant`)."""
        decisions = self._library.announcements.values()
        found = numbered((one.id, one.number, str(one.signed or "")) for one in decisions)
        return TrackedMapping(found, "decisions_called", self._on_read)

    @cached_property
    def plans_called(self) -> Mapping[str, tuple[Numbered, ...]]:
        """Return the plans of each id and number (see `documents.numbered.meant`)."""
        found = numbered((plan.id, plan.number, plan.signed) for plan in self._library.plans.values())
        return TrackedMapping(found, "plans_called", self._on_read)

    @cached_property
    def procedures_at(self) -> Mapping[str, tuple[str, ...]]:
        """Return the codes of the procedures whose pages would share an address, by that in small letters."""
        found = grouped((procedure_url(code).casefold(), code) for code in self._library.cards)
        return TrackedMapping(
            {at: codes for at, codes in found.items() if len(codes) > 1}, "procedures_at", self._on_read
        )

    @cached_property
    def documents_numbered(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of documents by their numbers, which several documents may share."""
        found = grouped((document.number, document.id) for document in self._library.documents.values())
        return TrackedMapping(found, "documents_numbered", self._on_read)

    @cached_property
    def handling(self) -> Handling:
        """Return the index that finds the agency of a name in a procedure."""
        return Handling(TrackedMapping(self._handling.by_name, "handling", self._on_read))

    @cached_property
    def handled(self) -> Mapping[str, tuple[str, ...]]:
        """Return the codes of the procedures in force that each agency handles, in alphabetical order, by agency id."""
        return TrackedMapping(self._handled, "handled", self._on_read)

    @cached_property
    def handed_in(self) -> Mapping[str, tuple[str, ...]]:
        """Return the codes of the procedures in force that are handed in at each single window, by agency id."""
        shown = {card.code for card in self._shown}
        found = codes_by_counter((card for card in self._in_order if card.code in shown), self._handling)
        return TrackedMapping(found, "handed_in", self._on_read)

    @cached_property
    def processes_of(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the processes of each procedure, by its base code."""
        found = grouped((base_code(process.procedure), process.id) for process in self._library.processes.values())
        return TrackedMapping(found, "processes_of", self._on_read)

    @cached_property
    def window_lists_with(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the official lists of the single window that name each procedure, by its base code."""
        lists = self._library.window_lists.values()
        found = grouped((code, one.id) for one in lists for code in dict.fromkeys(map(base_code, one.codes)))
        return TrackedMapping(found, "window_lists_with", self._on_read)

    @cached_property
    def kit_pages(self) -> Mapping[str, int]:
        """Return on how many pages the sheets of each level and sector stand (see `procedures.spread`)."""
        return TrackedMapping(kit_pages(self._shown), "kit_pages", self._on_read)

    @cached_property
    def _handled(self) -> Mapping[str, tuple[str, ...]]:
        shown = {card.code for card in self._shown}
        return codes_by_agency((card for card in self._in_order if card.code in shown), self._handling)

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
    def _services(self) -> tuple[PublicService, ...]:
        return tuple(map(service_of, self._shown))

    @cached_property
    def _in_order(self) -> tuple[ProcedureCard, ...]:
        return tuple(sorted(self._library.cards.values(), key=lambda card: (sort_key(card.name), card.code)))

    @cached_property
    def _citations(self) -> Citations:
        return Citations.of(self._library)

    @cached_property
    def _succession(self) -> Succession:
        return Succession.of(self._library, self._today)

    @cached_property
    def _changes(self) -> tuple[RecordChange, ...]:
        return changes_of(self._library)

    def prepare(self) -> None:
        """Compute every table now, so that forked processes inherit them."""
        for name in (
            "_due_by_row",
            "_comparison",
            "actors_called",
            "groups_of",
            "predecessors",
            "citations",
            "cited_by",
            "decisions",
            "handling",
            "handled",
            "handed_in",
            "_in_order",
            "kit_pages",
        ):
            getattr(self, name)
