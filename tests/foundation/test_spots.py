"""A place comes back from its number as it was, alone and in the row of a record."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congkhai.foundation.problem import Place, Problems
from congkhai.foundation.spots import in_row, item_in_row, last_in_row, list_spot, place_at, row, spot
from congkhai.records.model.record import keys_of, read_record
from congkhai.records.procedure import Procedure
from congkhai.source.yaml_source import parse_yaml

FAR = 5 * 1024 * 1024  # no file is longer


@given(st.integers(1, FAR), st.integers(1, FAR), st.integers(-2, 100_000))
def test_a_spot_is_a_place(line: int, column: int, indent: int) -> None:
    assert place_at("a.yaml", spot(line, column, indent)) == Place("a.yaml", line, column, indent)


def test_what_is_too_far_for_a_spot_is_cut() -> None:
    assert place_at("a.yaml", spot(2, 3, FAR)) == Place("a.yaml", 2, 3, (1 << 17) - 3)


def test_the_items_of_a_list_follow_in_the_row() -> None:
    spots = row([spot(1, 1), list_spot(spot(2, 1), 2), 2, spot(3, 5), spot(4, 5), spot(5, 5)])
    assert place_at("a", in_row(spots, 1)) == Place("a", 2, 1)
    assert item_in_row(spots, in_row(spots, 1), 1) == spot(4, 5)
    assert item_in_row(spots, in_row(spots, 1), 2) == item_in_row(spots, spot(3, 5), 0) == 0


def test_a_record_knows_the_place_of_every_value() -> None:
    text = 'code: "1.01"\nlegal_basis:\n  - a\n  - "b"\nsteps: |\n  Bước 1.\nonline:\n  level: full\nkeywords: [c, d]\n'
    found = read_record(Procedure, parse_yaml(text.encode(), "a.yaml", Problems()), Problems())  # type: ignore[arg-type]
    assert found
    assert found.online
    assert found.place == Place("a.yaml", 1, 1)
    assert found.place_of("code") == Place("a.yaml", 1, 7, -2)
    assert found.place_of("legal_basis") == Place("a.yaml", 3, 3)
    assert found.place_of("legal_basis/1") == Place("a.yaml", 4, 5, -2)
    assert found.place_of("steps") == Place("a.yaml", 5, 8, 2)
    assert found.online.place_of("level") == Place("a.yaml", 8, 10)
    assert found.place_of("keywords/1") == Place("a.yaml", 9, 15)
    assert found.place_of("name") == found.place_of("successors/0") == found.place
    assert found.place_of("legal_basis/2") == found.place
    assert len(found.spots) < 8 * (len(keys_of(Procedure)) + 8)


def test_a_row_without_spots_has_none() -> None:
    assert in_row(b"", 0) == last_in_row(b"") == 0
