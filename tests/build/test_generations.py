"""Killed at any step, a build leaves the whole old site or the whole new one, and the next build finds its way."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from congkhai.build.incremental.runs import build_incrementally, build_recorder, save_build
from congkhai.build.incremental.store import FOLDER
from congkhai.build.output import MARK, Patch, Staging, mark_of, switch
from congkhai.build.output.marks import mark_text, sum_of
from congkhai.build.preparation import Settings
from congkhai.foundation.digest import digest_of_bytes
from congkhai.site.rendering import no_progress
from tests.build.killing import killed_at
from tests.build.test_incremental import TODAY, edited, expected, site, whole
from tests.sources import ROOT, SOUND, tree

pytestmark = [pytest.mark.rebuilds, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]

OLD = {"index.html": b"old", "a/index.html": b"same", "b/c/index.html": b"gone", "x.js": b"1", "y.js": b"1"}
NEW = {"index.html": b"new", "a/index.html": b"same", "d/e/index.html": b"more", "x.js": b"2", "y.js": b"1"}
NEWER = {**NEW, "index.html": b"newer", "b/c/index.html": b"back"}


def pages(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if path != MARK}


def lay(folder: Path, cache: Path | None) -> None:
    """Publish the old site as a full build does."""
    with Staging(folder, cache=cache) as staging:
        staging.update(OLD)
        staging.publish(keep=True)


def update(folder: Path, cache: Path | None, new: dict[str, bytes]) -> None:
    """Publish a new site as an incremental build does."""
    before = pages(folder)
    with Patch(folder, cache) as patch:
        for path, data in new.items():
            if before.get(path) != data:
                patch.write(path, data)
        for path in before.keys() - new.keys():
            patch.remove(path)
        patch.publish(sum_of({path: digest_of_bytes(data) for path, data in new.items()}), len(new))


def is_whole(folder: Path, files: dict[str, bytes]) -> bool:
    mark = mark_text(sum_of({path: digest_of_bytes(data) for path, data in files.items()}))
    return pages(folder) == files and mark_of(folder) == mark


@pytest.mark.parametrize("cached", [True, False], ids=["cache", "beside"])
@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two-renames"])
def test_an_update_killed_at_any_step_leaves_the_old_site_or_the_new_one(
    exchange: bool, cached: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:
        monkeypatch.setattr(switch, "_exchange", lambda one, other: False)
    folder, cache = tmp_path / "site", tmp_path / "cache" if cached else None
    for step in range(1, 200):
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        lay(folder, cache)
        was_killed = killed_at(step, lambda: update(folder, cache, NEW))
        missing = not folder.exists() and not exchange  # between the two renames
        assert missing or is_whole(folder, OLD) or is_whole(folder, NEW), f"step {step}: a mix"
        with Staging(folder, cache=cache):  # any next build begins by cleaning up
            pass
        assert is_whole(folder, OLD) or is_whole(folder, NEW)
        update(folder, cache, NEW)
        update(folder, cache, NEWER)
        assert is_whole(folder, NEWER), f"step {step}"
        assert {path.name for path in tmp_path.iterdir()} <= {"site", "cache"}, f"step {step}"
        if not was_killed:
            assert step > 20
            return
    pytest.fail("never came to an end")


def test_a_site_that_was_set_aside_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switch, "_exchange", lambda one, other: False)
    folder, cache = tmp_path / "site", tmp_path / "cache"
    gone = 0
    for step in range(1, 200):
        shutil.rmtree(folder, ignore_errors=True)
        lay(folder, cache)
        if not killed_at(step, lambda: update(folder, cache, NEW)):
            break
        if not folder.exists():
            gone += 1
            with Staging(folder, cache=cache):
                pass
            assert is_whole(folder, OLD)
    assert gone == 1


def test_updates_go_on_from_the_generation_before(tmp_path: Path) -> None:
    folder, cache = tmp_path / "site", tmp_path / "cache"
    lay(folder, cache)
    for new in (NEW, NEWER, OLD, NEW):
        update(folder, cache, new)
        assert is_whole(folder, new)
    assert sum(path.is_dir() for path in cache.iterdir()) == 1
    assert [path.name for path in tmp_path.iterdir() if path != cache] == ["site"]


def test_a_removed_page_leaves_no_empty_folder_in_the_generation_that_follows(tmp_path: Path) -> None:
    folder, cache = tmp_path / "site", tmp_path / "cache"
    many = {f"{number}/index.html": b"page" for number in range(200)}  # so that the generation before is kept
    with Staging(folder, cache=cache) as staging:
        staging.update(many)
        staging.publish(keep=True)
    for changed in ("1/index.html", "2/index.html", "3/index.html"):
        many = {path: data for path, data in many.items() if path != "0/index.html"} | {changed: b"new"}
        update(folder, cache, many)
        assert is_whole(folder, many)
        assert not (folder / "0").exists()


def test_what_lies_in_the_generation_before_by_hand_is_never_published(tmp_path: Path) -> None:
    folder, cache = tmp_path / "site", tmp_path / "cache"
    lay(folder, cache)
    (folder / "strange.html").write_bytes(b"x")
    with Staging(folder, cache=cache) as staging:
        staging.update(OLD)
        staging.publish(keep=True)
    update(folder, cache, NEW)
    assert is_whole(folder, NEW)


EDIT = ("procedures/*/9.000001.yaml", "steps: |\n", "steps: |\n  Trước hết xem lại giấy tờ.\n\n")


@pytest.mark.parametrize("part", range(1, 9))
def test_a_build_that_follows_is_old_or_new_after_a_kill_and_the_next_one_is_right(part: int, tmp_path: Path) -> None:
    source, output = tmp_path / "source", tmp_path / "site"
    shutil.copytree(SOUND, source, ignore=shutil.ignore_patterns(".cache"))
    whole(source, output)
    old = site(output)
    edited(source, *EDIT)
    new = expected(source)[0]
    settings = Settings(source, TODAY)
    killed_at(part * 17, lambda: build_incrementally(output, settings, no_progress))
    assert site(output) in (old, new)
    if build_incrementally(output, settings, no_progress) is None:
        whole(source, output)
    assert site(output) == new
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "source"]
    assert not [path for path in (source / FOLDER).iterdir() if path.suffix == ".new"]


_BUILD = [sys.executable, str(ROOT / "build.py"), "build", "--today", TODAY.isoformat()]


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_a_command_that_is_killed_leaves_a_whole_site(name: str, tmp_path: Path) -> None:
    source, output = tmp_path / "source", tmp_path / "site"
    shutil.copytree(SOUND, source, ignore=shutil.ignore_patterns(".cache"))
    command = [*_BUILD, "--source", str(source), "--output", str(output)]
    subprocess.run(command, check=True, capture_output=True)
    old = site(output)
    edited(source, *EDIT)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(random.Random(name).uniform(0.2, 0.8))
        process.send_signal(getattr(signal, name))
    assert site(output) in (old, expected(source)[0])
    subprocess.run(command, check=True, capture_output=True)
    assert site(output) == expected(source)[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "source"]


def test_a_second_build_into_the_same_folder_waits_for_the_first(tmp_path: Path) -> None:
    source, output = tmp_path / "source", tmp_path / "site"
    shutil.copytree(SOUND, source, ignore=shutil.ignore_patterns(".cache"))
    command = [*_BUILD, "--source", str(source), "--output", str(output)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) for _ in range(2)]
    texts = [process.communicate()[1].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0], texts
    assert site(output) == expected(source)[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "source"]


def test_a_build_without_room_for_its_store_goes_on_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    from congkhai.build.builder import build_site
    from congkhai.build.incremental.store.tasks import TraceWriter

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    source, output = tmp_path / "source", tmp_path / "site"
    shutil.copytree(SOUND, source, ignore=shutil.ignore_patterns(".cache"))
    monkeypatch.setattr(TraceWriter, "write", full)
    settings = Settings(source, TODAY)
    with build_recorder(settings) as recorder, Staging(output, cache=source / FOLDER) as staging:
        assert recorder
        built = build_site(settings, staging, recorder=recorder)
        staging.publish()
        save_build(recorder, staging, built.pages)
    assert site(output) == expected(source)[0]
    monkeypatch.undo()
    assert build_incrementally(output, settings, no_progress) is None


@pytest.mark.parametrize("seed", range(12))
def test_a_store_with_a_flipped_byte_is_never_used(seed: int, tmp_path: Path) -> None:
    source, output = tmp_path / "source", tmp_path / "site"
    shutil.copytree(SOUND, source, ignore=shutil.ignore_patterns(".cache"))
    whole(source, output)
    store = source / FOLDER / "build.db"
    data = bytearray(store.read_bytes())
    data[random.Random(seed).randrange(len(data))] ^= 0xFF
    store.write_bytes(data)
    assert build_incrementally(output, Settings(source, TODAY), no_progress) is None


def test_a_full_build_beside_another_leaves_its_store_alone(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(SOUND, source, ignore=shutil.ignore_patterns(".cache"))
    script = "\n".join(
        (
            "import sys, datetime; from pathlib import Path",
            "from congkhai.build.incremental.runs import build_recorder",
            "from congkhai.build.preparation import Settings",
            "with build_recorder(Settings(Path(sys.argv[1]), datetime.date.min)) as found:",
            "    print(found is not None, flush=True); sys.stdin.readline()",
        )
    )
    command = [sys.executable, "-c", script, str(source)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "True\n"
        with build_recorder(Settings(source, TODAY)) as recorder:
            assert recorder is None
        other.communicate("\n")
    with build_recorder(Settings(source, TODAY)) as recorder:
        assert recorder is not None
