"""The labels catalogue: read from YAML once, and from its quick form until a word of it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai import labels
from congkhai.labels import Labels, load_labels


def _unreadable(_texts: object) -> dict[str, object]:
    raise AssertionError("the catalogue was read from YAML again")


def _same(one: Labels, other: Labels) -> bool:
    return (dict(one.words), dict(one.problems)) == (dict(other.words), dict(other.problems))


def test_the_catalogue_is_read_once_and_then_from_its_quick_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_labels("vi", tmp_path / "kept")
    monkeypatch.setattr(labels, "_parse", _unreadable)
    assert _same(load_labels("vi", tmp_path / "kept"), first)
    with pytest.raises(AssertionError):
        load_labels("en", tmp_path / "kept")


@pytest.mark.parametrize("damaged", [b"", b"[]", b'{"hash": 1}', b'{"hash": "0", "parts": {}}'])
def test_a_damaged_or_older_quick_form_is_as_good_as_not_there(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "vi.json").write_bytes(damaged)
    assert load_labels("vi", tmp_path)("cli.crash")
    assert len((tmp_path / "vi.json").read_bytes()) > 1000


def test_a_program_that_can_write_nowhere_reads_the_catalogue_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert load_labels("vi", tmp_path / "file")("cli.crash")
