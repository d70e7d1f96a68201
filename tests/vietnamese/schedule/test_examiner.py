"""Expressions labelled before the reader saw them, by readers of plans: all that are beyond dispute."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.vietnamese.schedule.cases import labelled, read

LABELS = [label for name in ("examiner", "second_exam") for label in labelled(Path(__file__).parent / f"{name}.jsonl")]
FIELDS = ("kind", "start", "end", "bound", "recurrence")
WHO = ("actor", "item")


def variants(label: dict) -> list[dict]:
    """The label itself, and the label with each reading that the examiner accepts beside it."""
    return [label, *({**label, **other} for other in label.get("accept", []))]


def agrees(label: dict, found: dict) -> bool:
    free = "problem" in label and label["kind"] == "unspecified"
    names = ("start", "end") if free else FIELDS
    same = all(label.get(name) == found.get(name) for name in names)
    return same and _offset(label) == _offset(found) and _parts_agree(label.get("parts", []), found.get("parts", []))


def _offset(one: dict) -> dict:
    offset = one.get("offset") or {}
    return {**offset, "event": (offset.get("event") or "").casefold()} if offset else {}


def _parts_agree(wanted: list[dict], found: list[dict]) -> bool:
    return len(wanted) == len(found) and all(map(_part_agrees, wanted, found))


def _part_agrees(want: dict, part: dict) -> bool:
    owner = " ".join(part.get(name, "") for name in WHO).casefold()
    same = all(want.get(name) == part.get(name) for name in ("kind", "start", "end", "bound"))
    return same and want.get("who", "").casefold() in owner


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["text"][:60])
def test_a_second_reader_of_plans_agrees(label):
    found = read(label["text"], label["year"])
    assert any(agrees(variant, found) for variant in variants(label)), found
    assert "problem" not in label or found["problems"]
