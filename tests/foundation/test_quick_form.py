"""Tables that are kept in a quick form: made once, and again when what they are made of has changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from congkhai.foundation import labels
from congkhai.foundation.labels import load_labels
from congkhai.foundation.quick_form import quick_form
from congkhai.vietnamese import workdays


def _never(*_given: object) -> None:
    raise AssertionError("made again")


def test_a_table_is_made_once_until_what_it_is_made_of_changes(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "kept"
    assert quick_form("a", "1", lambda: {"x": [1, "ý"]}, folder) == {"x": [1, "ý"]}
    assert quick_form("a", "1", _never, folder) == {"x": [1, "ý"]}
    assert quick_form("a", "2", lambda: None, folder) is None
    assert quick_form("a", "2", _never, folder) is None
    assert [path.name for path in folder.iterdir()] == ["a.json"]


@pytest.mark.parametrize("damaged", [b"", b"[]", b'{"made_of": "1"}', b'{"made_of": 1, "table": 2}', b"\xff"])
def test_a_damaged_table_is_as_good_as_not_there(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "a.json").write_bytes(damaged)
    assert quick_form("a", "1", lambda: 7, tmp_path) == 7
    assert quick_form("a", "1", _never, tmp_path) == 7


def test_where_nothing_can_be_written_a_table_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert [quick_form("a", "1", lambda: 7, tmp_path / "file") for _ in range(2)] == [7, 7]


def test_labels_are_read_from_yaml_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "quick_form", partial(quick_form, folder=tmp_path))
    first = load_labels("vi")
    monkeypatch.setattr(labels, "_parse", _never)
    again = load_labels("vi")
    assert (again.words, again.problems) == (first.words, first.problems)
    with pytest.raises(AssertionError):
        load_labels("en")


def test_holidays_are_asked_of_their_package_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workdays, "quick_form", partial(quick_form, folder=tmp_path))
    first = workdays._public_days.__wrapped__(2025)
    monkeypatch.setattr(workdays, "_days_of_package", _never)
    assert workdays._public_days.__wrapped__(2025) == first
    assert len(first[0]) > 9
