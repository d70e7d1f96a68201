"""An unchanged source is answered from cache; whatever changes, or is damaged, is looked at anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from congkhai.build.incremental.result_cache import FOLDER, CachedResult, ResultCache, fingerprint_of
from congkhai.foundation.problem import Place, Problem
from tests.sources import lay, run

PROBLEM = Problem("bad-choice", Place("content/a.yaml", 3, 7, 2), (("key", "x"),), ("gần",))
FOUND = CachedResult((PROBLEM,), (3, 4), 5, 6, "abc")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "content").mkdir(parents=True)
    (folder / "site.yaml").write_text("name: Thử\n", encoding="utf-8")
    (folder / "content" / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    return folder


def test_what_was_found_is_recalled_whole(source: Path) -> None:
    ResultCache.of(source, "check", 1).save(FOUND)
    assert ResultCache.of(source, "check", 1).load() == FOUND


def _edit(source: Path) -> None:
    (source / "content" / "a.yaml").write_text("a: 2\n", encoding="utf-8")


def _add(source: Path) -> None:
    (source / "content" / "b.yaml").write_text("", encoding="utf-8")


def _rename(source: Path) -> None:
    (source / "content" / "a.yaml").rename(source / "content" / "c.yaml")


def _remove(source: Path) -> None:
    (source / "content" / "a.yaml").unlink()


def _set_back_the_clock(source: Path) -> None:
    state = (source / "content" / "a.yaml").stat()
    _edit(source)
    os.utime(source / "content" / "a.yaml", ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.parametrize("change", [_edit, _add, _rename, _remove, _set_back_the_clock])
def test_a_change_of_the_source_is_seen(source: Path, change: Callable[[Path], None]) -> None:
    ResultCache.of(source, "check", 1).save(FOUND)
    change(source)
    assert ResultCache.of(source, "check", 1).load() is None


def test_another_question_has_another_answer(source: Path) -> None:
    ResultCache.of(source, "check", 1).save(FOUND)
    assert ResultCache.of(source, "check", 2).load() is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"\x80", b'{"fingerprint": 1, "hash": "", "answer": {}}'])
def test_a_damaged_memory_is_as_good_as_none(source: Path, damage: bytes) -> None:
    ResultCache.of(source, "check", 1).save(FOUND)
    (source / FOLDER / "check.json").write_bytes(damage)
    assert ResultCache.of(source, "check", 1).load() is None


def test_a_memory_that_someone_wrote_into_is_not_believed(source: Path) -> None:
    ResultCache.of(source, "check", 1).save(FOUND)
    file = source / FOLDER / "check.json"
    file.write_bytes(file.read_bytes().replace(b"bad-choice", b"bad-anchor"))
    assert ResultCache.of(source, "check", 1).load() is None


def test_a_second_check_says_the_same_as_the_first(tmp_path: Path) -> None:
    folder = lay(tmp_path / "source", {})
    assert run("check", "--source", folder).output == run("check", "--source", folder).output


@pytest.mark.parametrize("left", [b"", b"SQLite format 3\x00", b"x" * 5000])
def test_a_check_that_was_broken_off_leaves_nothing_in_the_way_of_the_next(tmp_path: Path, left: bytes) -> None:
    folder = lay(tmp_path / "source", {})
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    said = run("check", "--source", folder).output
    (folder / FOLDER / "check.db").write_bytes(left)
    (folder / FOLDER / "check.json").unlink()
    assert said
    assert run("check", "--source", folder).output == said


def test_a_second_build_says_the_same_and_leaves_the_site_untouched(tmp_path: Path) -> None:
    folder, site = lay(tmp_path / "source", {}), tmp_path / "site"
    run("build", "--source", folder, "--output", site)
    before = fingerprint_of((site,))
    assert "(ghi 0 tệp" in run("build", "--source", folder, "--output", site).output
    assert fingerprint_of((site,)) == before


def test_a_site_that_was_tampered_with_is_built_anew(tmp_path: Path) -> None:
    folder, site = lay(tmp_path / "source", {}), tmp_path / "site"
    run("build", "--source", folder, "--output", site)
    (site / "index.html").write_text("lạ", encoding="utf-8")
    assert "(ghi 1 tệp" in run("build", "--source", folder, "--output", site).output
    assert (site / "index.html").read_text(encoding="utf-8") != "lạ"


def test_the_memory_stays_out_of_git(source: Path) -> None:
    ResultCache.of(source, "check", 1).save(FOUND)
    assert (source / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"
