"""A file is replaced in one step; what is no file is never replaced."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from congkhai.foundation.atomic import write_atomically
from congkhai.foundation.paths import real
from tests.sources import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")


def test_a_pipe_is_written_to_while_somebody_reads_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(tmp_path / "pipe", b"x")
    assert os.read(reader, 9) == b"x"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()
    write_atomically(tmp_path / "pipe", b"nobody reads it")
    assert (tmp_path / "pipe").read_bytes() == b"nobody reads it"
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_what_a_killed_write_left_goes_with_the_next_write_of_the_file(tmp_path: Path) -> None:
    killed = (
        "import os, signal, sys; from pathlib import Path; from congkhai.foundation.atomic import write_atomically\n"
    )
    killed += "os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
    killed += "write_atomically(Path(sys.argv[1]), b'a longer text')"
    subprocess.run([sys.executable, "-c", killed, tmp_path / "plan.yaml"], cwd=ROOT, check=False)
    assert len(list(tmp_path.iterdir())) == 1
    write_atomically(tmp_path / "plan.yaml", b"short")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"plan.yaml": b"short"}


def test_a_write_that_is_under_way_is_left_alone_by_another_of_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, file = os.fsync, tmp_path / "plan.yaml"

    def write_another(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", sync)
        write_atomically(file, b"another")
        assert file.read_bytes() == b"another"
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", write_another)
    write_atomically(file, b"one")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"plan.yaml": b"one"}


def test_links_that_lead_in_a_circle_are_no_fault_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert real(tmp_path / "a") in (tmp_path / "a", tmp_path / "b")
    with pytest.raises(OSError, match=r"exists|symbolic"):
        write_atomically(tmp_path / "a" / "x", b"x")


def test_no_path_from_outside_is_resolved_in_another_way() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "congkhai").rglob("*.py")}
    found = [f"{path}: {line}" for path, text in texts.items() for line in text.splitlines() if ".resolve()" in line]
    assert all("Path(__file__).resolve()" in line for line in found if "Promise" not in line), found
