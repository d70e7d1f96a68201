"""How close a sheet for the wall is set: only what would take a little more than one side of A4 is set closer."""

from __future__ import annotations

import pytest

from congkhai.site.pages.posting.sheet_size import closeness
from congkhai.site.pages.posting.sheets import run_in

# A paragraph of a hundred characters.
PART = "<p>" + "chữ số " * 14 + "ab"


@pytest.mark.parametrize(("parts", "how"), [(20, ""), (25, "flow"), (26, "close"), (29, "dense"), (40, "")])
def test_the_nearer_to_a_second_side_the_closer_and_what_needs_it_has_room(parts: int, how: str) -> None:
    assert closeness([PART] * parts, has_qr=False) == how


def test_the_square_to_be_scanned_takes_room() -> None:
    assert (closeness([PART] * 24, has_qr=False), closeness([PART] * 24, has_qr=True)) == ("", "flow")


def test_few_short_lines_stand_behind_their_heading_and_long_ones_below_it() -> None:
    assert run_in(("Trung tâm.", "Trực tiếp, trực tuyến."), ". ") == "Trung tâm. Trực tiếp, trực tuyến."
    assert run_in(("chữ " * 50, "chữ " * 50), "; ") == ""
