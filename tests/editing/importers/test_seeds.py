"""The five source plans, imported and compared cell by cell with their transcription by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congkhai.editing.importers.plan import import_plan

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
KEYS = ("number", "title", "text", "lead", "coordination", "time", "deliverable", "remark")
PLANS = ["ben-tre-2018", "ben-tre-2024", "binh-thuan-2023", "son-la-2021", "truc-ninh-2022"]


def cells(node: dict[str, Any]) -> list[dict[str, str]]:
    """A section or row and all below it, each as its cells."""
    own = {key: node[key].strip() for key in KEYS if key in node}
    return [own, *(below for item in node.get("items", []) for below in cells(item))]


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="the source texts are not beside the checkout")
@pytest.mark.parametrize("plan", PLANS)
def test_a_source_plan_is_imported_as_it_was_transcribed_by_hand(plan: str) -> None:
    by_hand = yaml.load((ROOT / "content" / "plans" / f"{plan}.yaml").read_text(encoding="utf-8"), Loader=LOADER)
    made = yaml.load(import_plan(SEEDS / by_hand["source"]["file"]).yaml, Loader=LOADER)
    for wanted, found in zip(by_hand["sections"], made["sections"], strict=True):
        assert cells(found) == cells(wanted)
    assert [made[key] for key in ("title", "number", "territory")] == [
        by_hand[key] for key in ("title", "number", "territory")
    ]
