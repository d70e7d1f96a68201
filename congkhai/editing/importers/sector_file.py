"""Adding sectors to content/sectors.yaml: what stands there stays as it is, line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import yaml

from congkhai.editing.importers.again.merge import values_of

# The key with nothing, or an empty list, behind it; a list on the same line is left to a person.
_KEY = re.compile(r"sectors:[ \t]*(?:\[\][ \t]*)?(?:#.*)?")
_ITEM = re.compile(r"( *)- ")


def with_sectors(text: str, missing: Mapping[str, str]) -> str | None:
    """The text of the file with sectors (name by id) behind those it has; None where that can't be done safely."""
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    at = next((number for number, line in enumerate(lines) if _KEY.fullmatch(line)), None)
    if at is None:
        lines += ["sectors:"]
        at = len(lines) - 1
    lines[at] = re.sub(r"\[\][ \t]*", "", lines[at]).rstrip()
    end, indent = _last_item(lines, at)
    new = [f"{indent}- {{id: {key}, name: {json.dumps(name, ensure_ascii=False)}}}" for key, name in missing.items()]
    changed = "\n".join([*lines[:end], *new, *lines[end:]]) + "\n"
    return changed if _only_added(text, changed, missing) else None


def _last_item(lines: list[str], at: int) -> tuple[int, str]:
    """The line behind the last item of the list that begins below line `at`, and how far its items are indented."""
    end, indent = at + 1, "  "
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.strip() and not line.startswith((" ", "-", "#")):
            break
        if line.strip() and not line.lstrip().startswith("#"):
            item = _ITEM.match(line)
            indent = item[1] if item and end == at + 1 else indent
            end = number + 1
    return end, indent


def _only_added(before: str, after: str, missing: Mapping[str, str]) -> bool:
    """Whether the changed file says what it said, and the new sectors besides."""
    try:
        old, new = (values_of(text) or {} for text in (before, after))
    except yaml.YAMLError:
        return False
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    added = [{"id": key, "name": name} for key, name in missing.items()]
    return bool(new == {**old, "sectors": [*(old.get("sectors") or []), *added]})
