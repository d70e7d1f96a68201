"""Choices of a filter form have slots, and one style sheet that knows them all."""

from __future__ import annotations

import re

from congkhai.site.pages.filters import SLOTS, field, slots
from tests.site.design.rendering import ROOT

CSS = (ROOT / "static" / "css" / "filter_slots.css").read_text(encoding="utf-8")


def test_the_style_sheet_knows_every_slot_and_no_other() -> None:
    # One selector of the sheet: rows that lack a slot, where the option with this slot is chosen.
    found = re.findall(r'main:has\(\[data-slot="(\w+)"\]:checked\) \[data-fits\]:not\(\[data-fits~="(\w+)"\]\)', CSS)
    assert found == [(f"{letter}{n}", f"{letter}{n}") for letter, most in SLOTS.items() for n in range(1, most + 1)]


def test_choices_beyond_the_slots_are_left_to_the_links() -> None:
    assert len(field("state", "c", "", {str(n): "" for n in range(40)}).options) == SLOTS["c"]


def test_a_row_names_each_slot_once_and_in_order() -> None:
    agency = field("agency", "a", "", {"x": "X", "y": "Y"})
    assert slots(agency.fits(["y", "x"]), agency.fits(["x"])) == "a1 a2"
