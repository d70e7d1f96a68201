"""The library: all records by id, and look-ups over records alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from congkhai.foundation.dependencies import OnRead, TrackedMapping
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.records.abbreviation import Abbreviation
from congkhai.records.agency import Actor, Agency, Registry
from congkhai.records.announcement import Announcement
from congkhai.records.assessment import Assessment
from congkhai.records.criteria import CriteriaSet
from congkhai.records.document import Document
from congkhai.records.elsewhere import Elsewhere
from congkhai.records.feedback import Feedback
from congkhai.records.indicator import IndicatorReport
from congkhai.records.internal_process import Process
from congkhai.records.plan import Plan, Task
from congkhai.records.posting import Posting
from congkhai.records.procedure import Procedure
from congkhai.records.progress import Progress
from congkhai.records.prose import ProsePage
from congkhai.records.search_phrase import SearchPhrase
from congkhai.records.sector import LifeEvent, Sector
from congkhai.records.stored_file import StoredFile
from congkhai.records.window_list import WindowList

CENTRE = "trung-uong"
_EMPTY: Mapping[str, Any] = MappingProxyType({})


class Library(Struct, frozen=True):
    """All records of a site by id, in the order of the files.

    Look up single procedures by code in `procedures`; use their `cards` wherever many are needed, because an
    incremental build does not read the files of all procedures. `versions` are short hashes of records, by code.
    """

    plans: Mapping[str, Plan] = _EMPTY
    territories: Mapping[str, Registry] = _EMPTY
    actors: Mapping[str, Actor] = _EMPTY
    documents: Mapping[str, Document] = _EMPTY
    abbreviations: Mapping[str, Abbreviation] = _EMPTY
    progress: Mapping[str, Progress] = _EMPTY
    prose: Mapping[str, ProsePage] = _EMPTY
    prose_in_english: Mapping[str, ProsePage] = _EMPTY
    procedures: Mapping[str, Procedure] = _EMPTY
    cards: Mapping[str, ProcedureCard] = _EMPTY
    versions: Mapping[str, str] = _EMPTY
    announcements: Mapping[str, Announcement] = _EMPTY
    sectors: Mapping[str, Sector] = _EMPTY
    search_phrases: Mapping[str, SearchPhrase] = _EMPTY
    life_events: Mapping[str, LifeEvent] = _EMPTY
    elsewhere: Mapping[str, Elsewhere] = _EMPTY
    feedback: Mapping[str, Feedback] = _EMPTY
    indicators: Mapping[str, IndicatorReport] = _EMPTY
    postings: Mapping[str, Posting] = _EMPTY
    processes: Mapping[str, Process] = _EMPTY
    criteria: Mapping[str, CriteriaSet] = _EMPTY
    assessments: Mapping[str, Assessment] = _EMPTY
    window_lists: Mapping[str, WindowList] = _EMPTY
    files: Mapping[str, StoredFile] = _EMPTY

    def tracked(self, on_read: OnRead) -> Library:
        """Return this library with `on_read` called at each look-up, with the name of the mapping and the key."""
        return Library(*(TrackedMapping(getattr(self, name), name, on_read) for name in self.__struct_fields__))

    def agencies(self) -> Iterator[Agency]:
        """Yield all agencies, without groups and collective phrases."""
        return (actor for actor in self.actors.values() if isinstance(actor, Agency))

    def task(self, plan_id: str, task_id: str) -> Task | None:
        """Return the task of a plan by its id, None where there is no such plan or task."""
        plan = self.plans.get(plan_id)
        return next((task for task in plan.tasks() if task.id == task_id), None) if plan else None

    def announcement_of(self, number: str) -> Announcement | None:
        """Return the announcing decision with this number or id, None where there is none."""
        return next((found for found in self.announcements.values() if number in (found.id, found.number)), None)

    def territory_chain(self, territory_id: str) -> tuple[str, ...]:
        """Return the ids of a territory, of those above it, and of the centre, nearest first."""
        chain: dict[str, None] = {}
        while territory_id and territory_id not in chain:
            chain[territory_id] = None
            registry = self.territories.get(territory_id)
            territory_id = registry.parent if registry else ""
        return (*chain, CENTRE) if CENTRE not in chain else tuple(chain)
