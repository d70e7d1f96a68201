"""Writing the site: only where it is ours, all or nothing, and the old site whole until the new one stands."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from congkhai.build.output import MARK, NotOursError, Written, check_output_folder, switch, write_output
from tests.sources import ROOT, SOUND, lay, run, tree

OLD = {"index.html": b"old", "a/index.html": b"same", "b/index.html": b"gone"}
NEW = {"index.html": b"new", "a/index.html": b"same", "c/index.html": b"more"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    write_output(folder, OLD.items())
    return folder


def pages(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if path != MARK}


def test_a_new_site_takes_the_place_of_the_old_one_and_says_what_changed(site: Path) -> None:
    assert write_output(site, NEW.items()) == Written(written=2, unchanged=1, removed=1)
    assert pages(site) == NEW
    assert (site / MARK).is_file()


def test_files_that_did_not_change_keep_their_place_on_the_disk(site: Path) -> None:
    before = (site / "a/index.html").stat().st_ino
    write_output(site, NEW.items())
    assert (site / "a/index.html").stat().st_ino == before
    write_output(site, NEW.items(), full=True)
    assert (site / "a/index.html").stat().st_ino != before


def test_nothing_is_left_beside_the_site(site: Path) -> None:
    write_output(site, NEW.items())
    assert [entry.name for entry in site.parent.iterdir()] == ["site"]


def test_a_fault_on_the_way_leaves_the_old_site_as_it_was(site: Path) -> None:
    def faulty() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_output(site, faulty())
    assert pages(site) == OLD
    assert [entry.name for entry in site.parent.iterdir()] == ["site"]


def test_a_fault_when_the_folders_change_places_leaves_the_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.rename

    def failing(one: Path, other: Path) -> None:
        if other == site and ".aside" not in str(one):
            raise OSError("no")
        rename(one, other)

    monkeypatch.setattr(switch, "_exchange", lambda one, other: False)
    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(OSError, match="no"):
        write_output(site, NEW.items())
    assert pages(site) == OLD
    assert [entry.name for entry in site.parent.iterdir()] == ["site"]


def test_a_strangers_folder_beside_the_site_is_left_alone(site: Path) -> None:
    for name in (".site.new-x", ".site.old-x", ".site.patch"):
        (site.parent / name).mkdir()
        (site.parent / name / "thesis.docx").write_text("x", encoding="utf-8")
    write_output(site, NEW.items())
    assert (site.parent / ".site.new-x" / "thesis.docx").is_file()
    assert len(list(site.parent.iterdir())) == 4


def test_a_folder_of_the_site_that_is_a_link_is_replaced_and_never_written_through(site: Path) -> None:
    strange = site.parent / "strange"
    (site / "a").rename(strange)
    (site / "a").symlink_to(strange)
    write_output(site, {**NEW, "a/more.html": b"more"}.items())
    assert not (site / "a").is_symlink()
    assert tree(strange) == {"index.html": b"same"}
    assert (strange / "index.html").stat().st_nlink == 1


def test_a_site_in_place_becomes_the_new_one_file_by_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("congkhai.build.output.generations.is_fixed", lambda output: True)
    before = site.stat().st_ino
    (site / "a").chmod(0o700)
    kept = (site / "a/index.html").stat().st_ino
    assert write_output(site, NEW.items()) == Written(written=2, unchanged=1, removed=1)
    assert pages(site) == NEW
    assert site.stat().st_ino == before
    assert (site / "a/index.html").stat().st_ino == kept
    assert (site / "a").stat().st_mode & 0o777 == 0o755
    assert [entry.name for entry in site.parent.iterdir()] == ["site"]


def test_a_new_volume_is_taken(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "site" / "lost+found").mkdir(parents=True)
    check_output_folder(tmp_path / "site", tmp_path / "source")
    write_output(tmp_path / "site", NEW.items())
    assert pages(tmp_path / "site") == NEW


@pytest.mark.parametrize("name", ["../evil.html", "a/../../evil.html", "/evil.html"])
def test_no_page_is_written_outside_the_site(name: str, site: Path) -> None:
    with pytest.raises(ValueError, match="outside"):
        write_output(site, [(name, b"x")])
    assert pages(site) == OLD


_WRITE_AGAIN = """
import sys
from pathlib import Path
from congkhai.build.output import write_output
for turn in range(10_000):
    text = b"%d" % turn
    write_output(Path(sys.argv[1]), [(f"{n}/index.html", text) for n in range(40)])
    print(turn, flush=True)
"""


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment_a_whole_site_stands(seed: int, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with subprocess.Popen([sys.executable, "-c", _WRITE_AGAIN, folder], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
    found = pages(folder)
    assert len(found) == 40
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        (".", "buries-source"),
        ("..", "buries-source"),
        ("content", "in-source"),
        ("content/plans/x", "in-source"),
        ("static/x", "in-source"),
        ("templates", "in-source"),
        ("site.yaml", "not-a-folder"),
        ("strange", "foreign"),
        ("link-to-source", "buries-source"),
        ("link-to-itself", "not-a-folder"),
    ],
)
def test_a_folder_that_is_not_ours_is_refused(output: str, reason: str, tmp_path: Path) -> None:
    source = tmp_path / "source"
    for folder in ("content/plans", "static", "templates", "strange"):
        (source / folder).mkdir(parents=True)
    (source / "site.yaml").write_text("name: x\n", encoding="utf-8")
    (source / "strange" / "thesis.docx").write_text("x", encoding="utf-8")
    (source / "link-to-source").symlink_to(source)
    (source / "link-to-itself").symlink_to("link-to-itself")
    with pytest.raises(NotOursError) as caught:
        check_output_folder(source / output, source)
    assert caught.value.args[1] == reason


@pytest.mark.parametrize("output", ["new", "empty", "new/in/new"])
def test_a_new_or_empty_folder_is_taken(output: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "empty").mkdir()
    check_output_folder(tmp_path / output, tmp_path / "source")


def test_an_old_site_of_ours_is_taken(site: Path, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    check_output_folder(site, tmp_path / "source")


def test_a_site_that_lost_its_mark_is_ours_as_long_as_nothing_else_lies_in_it(tmp_path: Path) -> None:
    site, call = tmp_path / "site", ("build", "--today", "2024-06-01", "--source", lay(tmp_path / "source"))
    assert run(*call, "--output", site).exit_code == 0
    before = tree(site)
    (site / MARK).unlink()
    (site / "thesis.docx").write_text("x", encoding="utf-8")
    assert run(*call, "--output", site).exit_code == 2
    (site / "thesis.docx").unlink()
    assert run(*call, "--output", site).exit_code == 0
    assert tree(site) == before


@pytest.mark.parametrize("command", ["build", "bundle"])
@pytest.mark.parametrize("output", ["file/below", "foreign", "foreign.html/x", "circle/x", "a" * 300])
def test_the_command_refuses_a_bad_folder_as_a_wrong_call_and_touches_nothing(
    output: str, command: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "foreign.html").write_text("x", encoding="utf-8")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "thesis.docx").write_text("x", encoding="utf-8")
    (tmp_path / "circle").symlink_to("circle")
    before = tree(tmp_path)
    result = run(command, "--source", SOUND, "--output", tmp_path / output, "--today", "2024-06-01")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert tree(tmp_path) == before
