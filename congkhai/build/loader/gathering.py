"""Gathers the records of several source folders into one: a province with its communes, each a repository of its own.

What every office has a copy of (central documents, ministries, procedures of the national register) is kept once: the
site's own counts before those of its sources, an earlier source before a later. What only one office can have (its
plans, its announcements …) is told apart by its territory: two communes may both call a plan `ke-hoach-2026`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from msgspec.structs import replace

from congkhai.foundation.problem import Problems
from congkhai.records.model.record import Record

Kinds = Mapping[str, Mapping[str, Any]]
# Mappings of the library whose records are one office's own, and therefore bear its territory; every office may have a
# copy of all others.
_OWN = frozenset(
    ("plans", "announcements", "feedback", "indicators", "postings", "processes", "assessments", "window_lists")
)
# What a source has for its own site alone: its prose, and how its search understands words.
LEFT_OUT = frozenset(("pages", "pages_en", "search"))

Put = Callable[[str, str, Record, str], None]


def qualified(record_id: str, territory: str) -> str:
    """The id of an office's own record among those of others: with its territory, unless it names that itself."""
    return record_id if territory in record_id else f"{territory}-{record_id}"


def gather(
    into: dict[str, MutableMapping[str, Any]], guest: Kinds, territory: str, problems: Problems, put: Put
) -> None:
    """Add the records of one source to those there are; `put` notes a problem where an id is taken.

    Where two files say different things of what is the same for all, the first counts, and a note tells of the other.
    """
    issuers = frozenset(key for key, actor in guest.get("actors", {}).items() if actor.territory == territory)
    for mapping, records in guest.items():
        for record_id, record in records.items():
            if mapping == "progress" or mapping in _OWN or (mapping == "documents" and record.issuer in issuers):
                own, key = qualified(record_id, territory), "plan" if mapping == "progress" else "id"
                put(mapping, own, replace(record, **{key: own}), key)
            elif (known := into.get(mapping, {}).get(record_id)) is None:
                into.setdefault(mapping, {})[record_id] = record
            elif known != record:
                first = f"{known.place.path}:{known.place.line}"
                problems.add("source-differs", record.place, id=record_id, first=first)
