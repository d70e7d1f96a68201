"""The labelled expressions of the reader, and how a reading is compared with its label."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from congkhai.foundation.labels import Labels, load_labels
from congkhai.vietnamese.schedule import read_schedule, to_json

CASES = Path(__file__).parent / "cases.jsonl"
SHARED = Path(__file__).resolve().parents[4] / "shared" / "schedule" / "time-seeds.jsonl"
FIELDS = ("kind", "start", "end", "bound", "recurrence", "offset", "refers_to", "first_due", "occurrences", "actor")


@cache
def vietnamese() -> Labels:
    return load_labels("vi")


def labelled(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read(text: str, year: int | None = 2024) -> dict:
    """The JSON object of one expression, without the fields that are null or empty."""
    found = to_json(read_schedule(text, year=year), text, vietnamese(), year=year)
    found["parts"] = [{name: value for name, value in part.items() if value is not None} for part in found["parts"]]
    return {name: value for name, value in found.items() if value not in (None, [], "")}


def differences(label: dict, found: dict) -> list[str]:
    """What of a label of our own a reading misses; every field counts."""
    wrong = [name for name in FIELDS if label.get(name) != found.get(name)]
    if [problem["code"] for problem in found.get("problems", [])] != label.get("problems", []):
        wrong.append("problems")
    parts = [{name: value for name, value in part.items() if name != "vague"} for part in found.get("parts", [])]
    return wrong + ["parts"] * (parts != label.get("parts", []))
