"""Packed procedures are the procedures that were packed."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.build import loader
from congkhai.build.loader import load_library, load_part
from congkhai.build.loader.packed import PackedProcedures, packed, unpacked
from congkhai.foundation.problem import Problems
from congkhai.records.model.plain_data import version_of
from tests.sources import SOUND


def test_a_procedure_comes_out_of_its_pack_as_it_went_in_with_every_place() -> None:
    for procedure in load_part(SOUND, "procedures", Problems())["procedures"].values():
        assert repr(unpacked(packed(procedure))) == repr(procedure)


def test_a_procedure_that_takes_the_place_of_another_is_the_one_that_is_found() -> None:
    one, *_ = load_part(SOUND, "procedures", Problems())["procedures"].values()
    kept = PackedProcedures()
    kept["a"] = one
    assert (kept["a"], "a" in kept, list(kept), len(kept)) == (one, True, ["a"], 1)
    kept["a"] = type(one)(code="b")
    assert kept["a"].code == "b"
    del kept["a"]
    assert "a" not in kept
    with pytest.raises(KeyError):
        kept["a"]


def test_several_processes_read_what_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "_FEW", 2)
    folder = tmp_path / "content" / "procedures" / "ho-tich"
    folder.mkdir(parents=True)
    for number in range(9):
        (folder / f"1.00000{number}.yaml").write_text(f"code: 1.00000{number % 8}\nname: Việc {number}\nwrong: 1\n")
    read = []
    for jobs in (1, 3):
        problems, digests = Problems(), dict[str, bytes]()
        library = load_library(tmp_path, problems, digests=digests, jobs=jobs)
        read.append((list(library.cards.items()), list(library.procedures.values()), list(problems), digests))
    assert read[0] == read[1]
    assert len(read[0][1]) == 8
    assert "duplicate-id" in {problem.code for problem in read[0][2]}
    assert all(library.versions[code] == version_of(found) for code, found in library.procedures.items())
