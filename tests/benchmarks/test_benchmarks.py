"""The benchmarks measure what they say: a corpus without errors, the same for all, and what a command really costs."""

import datetime
import sys
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, check_source
from tests.sources import ROOT


@pytest.fixture(autouse=True)
def _scripts(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "benchmarks" / "build")


@pytest.fixture
def source(tmp_path):
    from synthetic import write_source

    write_source(30, tmp_path / "source")
    return tmp_path / "source"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_synthetic_source_has_nothing_to_complain_of(source):
    checked = check_source(Settings(source, datetime.date(2025, 7, 15)))
    assert checked.problems == ()
    assert (len(checked.subject.library.procedures), len(checked.subject.library.plans)) == (30, 1)


def test_the_same_size_gives_the_same_source(source, tmp_path):
    from synthetic import write_source

    write_source(30, tmp_path / "again")
    assert bytes_of(tmp_path / "again") == bytes_of(source)


def test_peers_get_every_procedure_and_task_with_its_words(source, tmp_path):
    from peer_source import write_peer_source

    write_peer_source(source, tmp_path / "peer")
    pages = bytes_of(tmp_path / "peer")
    assert sum(name.startswith("content/thu-tuc/") for name in pages) == 30
    assert sum(name.startswith("content/nhiem-vu/") for name in pages) == 3
    first = pages["content/thu-tuc/1-100000.md"].decode()
    assert "competent_agency:" in first
    assert "**Bước 1.**" in first


def test_a_cost_counts_the_time_and_memory_of_children(tmp_path):
    from measuring import measure

    child = "b = bytearray(90_000_000)\nfor _ in range(3_000_000): pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    cost = measure([sys.executable, "-c", parent], folder=tmp_path, log=tmp_path / "log")
    assert cost.exit_code == 0
    assert cost.resident > 90_000_000
    assert cost.cpu > 0.02


def test_a_section_of_results_is_replaced_and_the_others_stay(tmp_path):
    from report import put

    results = tmp_path / "RESULTS.md"
    put(results, "1000", "## Synthetic corpus, 1,000 procedures\n\nold\n")
    put(results, "real", "## Real procedures\n\nreal\n")
    put(results, "1000", "## Synthetic corpus, 1,000 procedures\n\nnew\n")
    said = results.read_text()
    assert "old" not in said
    assert said.index("new") < said.index("## Real procedures") < said.index("\nreal")
