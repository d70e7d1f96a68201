"""The draft of a registry: standard agencies where there is none, and the names that a plan adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from congkhai.editing.importers.house_yaml import scalar
from congkhai.editing.registry.names import NameKind, UnknownName
from congkhai.editing.starter import registry_of
from congkhai.foundation.labels import Labels
from congkhai.foundation.text import slug
from congkhai.knowledge.library import Library
from congkhai.knowledge.units import Unit, province_of

_LONGEST_ID = 80


def new_registry(area: str, unit: Unit, library: Library) -> str:
    """The standard agencies of a unit under the id that its plan gives it; no parent that the source lacks."""
    text = registry_of(unit, area)
    parent = province_of(unit).id if unit.province else "trung-uong"
    return text if parent in library.territories else re.sub(r"^parent: .*\n", "", text, count=1, flags=re.MULTILINE)


def with_names(registry: str, names: Sequence[UnknownName], area: str, labels: Labels) -> str:
    """A registry's text with new names at the end of its lists."""
    for kind in NameKind:
        entries = "".join(_entries(kind, names, area, labels))
        if not entries:
            continue
        # The list of a kind with all its lines, which are indented.
        found = re.search(rf"^{kind.value}:\n(?:[ #].*\n|\n)*", registry, re.MULTILINE)
        if found:
            registry = f"{registry[: found.end()]}{entries}{registry[found.end() :]}"
        else:
            registry += f"{kind.value}:\n{entries}"
    return registry


def additions(names: Sequence[UnknownName], area: str, labels: Labels) -> Iterator[str]:
    """The new names as lines to be put into a registry that is there."""
    for kind in NameKind:
        if entries := list(_entries(kind, names, area, labels)):
            yield f"{kind.value}:"
            yield from "".join(entries).splitlines()


def _entries(kind: NameKind, names: Sequence[UnknownName], area: str, labels: Labels) -> Iterator[str]:
    for entry in names:
        if entry.kind is kind:
            seen = labels("import.seen", count=entry.count, task=entry.task)
            yield f"  - id: {agency_id(entry.name, area)} # {seen}\n    name: {scalar(entry.name)}\n"


def agency_id(name: str, area: str) -> str:
    """The id of an agency of a territory: its name in Latin letters, with that of the territory once."""
    whole = slug(name)[: _LONGEST_ID - len(area) - 1].strip("-")
    kind = next((kind for kind in ("-dac-khu", "-phuong", "-xa") if area.startswith(f"{kind[1:]}-")), None)
    whole = whole.removesuffix(kind) if kind else whole  # "Đoàn Thanh niên xã" of xa-an-binh
    return f"{whole}-{area}" if not whole.endswith(f"-{area}") else whole
