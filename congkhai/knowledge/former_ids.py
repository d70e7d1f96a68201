"""Where the page of an id that has ended stood, and whether its records still or already exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from congkhai.knowledge import urls
from congkhai.knowledge.library import Library
from congkhai.records.former_id import FormerKind

_ADDRESSES: Mapping[FormerKind, Callable[[str], str]] = {
    FormerKind.PLAN: urls.plan_url,
    FormerKind.AGENCY: urls.agency_url,
    FormerKind.PROCEDURE: urls.procedure_url,
    FormerKind.ANNOUNCEMENT: urls.decision_url,
    FormerKind.DOCUMENT: urls.document_url,
    FormerKind.SECTOR: urls.sector_url,
}


def address_of(kind: FormerKind, record_id: str) -> str:
    """The page of an id."""
    return _ADDRESSES[kind](record_id)


def records_of(kind: FormerKind, library: Library) -> Mapping[str, Any]:
    """The records of a kind that have a page, by id."""
    found: Mapping[FormerKind, Mapping[str, Any]] = {
        FormerKind.PLAN: library.plans,
        FormerKind.AGENCY: library.actors,
        FormerKind.PROCEDURE: library.cards,
        FormerKind.ANNOUNCEMENT: library.announcements,
        FormerKind.DOCUMENT: library.documents,
        FormerKind.SECTOR: library.sectors,
    }
    return found[kind]
