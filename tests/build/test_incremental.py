"""What follows from the last build is what a whole build makes, byte for byte, whatever was edited or deleted."""

from __future__ import annotations

import datetime
import os
import random
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site
from congkhai.build.incremental.dependency_digests import FOLDERS
from congkhai.build.incremental.runs import (
    BuildResult,
    build_incrementally,
    build_recorder,
    check_in_full,
    check_incrementally,
    save_build,
)
from congkhai.build.incremental.store import FOLDER
from congkhai.build.output import MARK, Staging, Written
from congkhai.build.preparation import check_source
from congkhai.foundation.dependencies import TrackedMapping
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problem
from congkhai.foundation.report import has_errors
from congkhai.knowledge import urls
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.library import Library
from congkhai.site.rendering import no_progress
from tests.build.random_edits import add_a_record, move_a_procedure
from tests.sources import SOUND, tree

TODAY = datetime.date(2026, 11, 22)


def whole(source: Path, output: Path, day: datetime.date = TODAY) -> tuple[Problem, ...]:
    """Build a whole site, and keep what the next build needs."""
    settings = Settings(source, day)
    cache = source / FOLDER
    with build_recorder(settings) as recorder, Staging(output, cache=cache) as staging:
        built = build_site(settings, staging, recorder=recorder)
        if built.files and recorder:
            staging.publish(keep=True)
            save_build(recorder, staging, built.pages)
    return built.problems


def expected(source: Path, day: datetime.date = TODAY) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """What a whole build makes, in memory; no files where problems forbid them."""
    built = build_site(Settings(source, day))
    return dict(built.files), built.problems


def site(output: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(output).items() if path != MARK}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    shutil.copytree(SOUND, folder, ignore=shutil.ignore_patterns(".cache"))
    return folder


def test_a_page_that_led_to_what_is_gone_is_told_of_though_nobody_changed_it(source: Path, tmp_path: Path) -> None:
    output, settings, pages = tmp_path / "site", Settings(source, TODAY), source / "content" / "pages"
    gone = pages / "tam-thoi.md"
    gone.write_text("---\nid: tam-thoi\ntitle: Tạm thời\n---\n## Mục một\n\n## Mục hai\n", encoding="utf-8")
    links = "[a](../tam-thoi/) [b](../tam-thoi/#muc-muc-hai) [c](../thu-tuc/doi-tuong/cong-dan-viet-nam/)"
    (pages / "khac.md").write_text(f"---\nid: khac\ntitle: Khác\n---\n{links}\n", encoding="utf-8")
    assert not [problem for problem in whole(source, output) if problem.code == "broken-link"]
    gone.write_text(gone.read_text(encoding="utf-8").replace("hai", "ba"), encoding="utf-8")
    assert _broken(build_incrementally(output, settings, no_progress)) == ["../tam-thoi/#muc-muc-hai"]
    procedure = next((source / "content" / "procedures").rglob("*.yaml"))
    text = procedure.read_text(encoding="utf-8")
    procedure.write_text(text.replace("applicants: [citizen]", "applicants: [business]"), encoding="utf-8")
    found = _broken(build_incrementally(output, settings, no_progress))
    assert found == ["../tam-thoi/#muc-muc-hai", "../thu-tuc/doi-tuong/cong-dan-viet-nam/"]


def _broken(followed: BuildResult | None) -> list[str]:
    """The links that a build found to lead nowhere."""
    assert followed
    return [dict(problem.values)["target"] for problem in followed.problems if problem.code == "broken-link"]


def edited(source: Path, pattern: str, old: str, new: str) -> None:
    """Replace words in the one file that a pattern names."""
    (path,) = (source / "content").glob(pattern)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def follow(source: Path, output: Path, *, even_with_errors: bool = False) -> BuildResult:
    """Build what changed, which must be possible."""
    settings = Settings(source, TODAY)
    followed = build_incrementally(output, settings, no_progress, even_with_errors=even_with_errors)
    assert followed
    return followed


def test_a_step_of_a_procedure_touches_its_own_pages_its_place_in_search_and_the_version_of_its_sheet_alone(
    source: Path, tmp_path: Path
) -> None:
    output = tmp_path / "site"
    whole(source, output)
    before = site(output)
    edited(source, "procedures/*/9.000001.yaml", "steps: |\n", "steps: |\n  Trước hết xem lại giấy tờ.\n\n")
    followed = follow(source, output)
    found = site(output)
    other = {path for path in {*found, *before} if found.get(path) != before.get(path)}
    assert followed.written
    assert followed.written.written < 15
    assert {"thu-tuc/9.000001/index.html", "thu-tuc/9.000001/index.json"} <= other
    # The page of codes tells which version of each sheet holds, for whoever has one on paper.
    own = ("thu-tuc/9.000001/", f"{urls.CODES}index.html", "niem-yet/", "tim-kiem/", "search/")
    assert all(path.startswith(own) for path in other), other


def test_nothing_changed_touches_nothing(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    whole(source, output)
    assert follow(source, output).written == Written(0, len(site(output)), 0)


def set_back(path: Path) -> None:
    """Another file of the same size and an old time, as an unpacked archive has it."""
    path.write_bytes(b"x" * path.stat().st_size)
    os.utime(path, (0, 0))


def link_folder(path: Path) -> None:
    """A folder of the site moved elsewhere, with a link in its place."""
    moved = path.parents[1] / "moved"
    (path.parent / "thu-tuc").rename(moved)
    (path.parent / "thu-tuc").symlink_to(moved)


def keep_times(path: Path) -> None:
    """Another file of the same size and time, as a careful hand leaves it."""
    state = path.stat()
    path.write_bytes(b"x" * state.st_size)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


SPOILT: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "other": lambda path: path.write_bytes(b"x"),
    "set-back": set_back,
    "same-times": keep_times,
    "linked-folder": link_folder,
    "unreadable": lambda path: path.chmod(0o600),
    "closed-folder": lambda path: (path.parent / "thu-tuc").chmod(0o700),
    "empty-folder": lambda path: (path.parent / "rong").mkdir(),
}


@pytest.mark.parametrize("is_edited", [False, True], ids=["source-as-it-was", "source-edited"])
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_a_site_that_is_not_as_it_was_left_is_mended(
    spoil: Callable[[Path], object], is_edited: bool, source: Path, tmp_path: Path
) -> None:
    output = tmp_path / "site"
    whole(source, output)
    spoil(output / "index.html")
    if is_edited:
        edited(source, "procedures/*/9.000001.yaml", "steps: |\n", "steps: |\n  Trước hết xem lại giấy tờ.\n\n")
    moved = tree(tmp_path / "moved") if (tmp_path / "moved").is_dir() else None
    assert build_incrementally(output, Settings(source, TODAY), no_progress) is None
    whole(source, output)
    assert site(output) == expected(source)[0]
    assert moved is None or tree(tmp_path / "moved") == moved
    assert not [path for path in output.rglob("*") if ~path.stat().st_mode & (0o555 if path.is_dir() else 0o444)]
    assert not (output / "rong").exists()


def test_errors_leave_the_site_as_it_was_and_the_preview_shows_what_it_can(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    whole(source, output)
    before = tree(output)
    edited(source, "procedures/*/9.000001.yaml", "name: ", "tên: ")
    followed = follow(source, output)
    assert has_errors(followed.problems, load_labels("vi"))
    assert followed.written is None
    assert tree(output) == before
    assert follow(source, output, even_with_errors=True).written
    built = build_site(Settings(source, TODAY), even_with_errors=True)
    assert site(output) == built.files


def other_store(path: Path) -> None:
    """A sound file of SQLite that another program made, with the checksum that it should have."""
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
    data = path.read_bytes()
    path.with_suffix(".crc").write_text(f"{zlib.crc32(data):08x} {len(data)}")


def pipe(path: Path) -> None:
    """A pipe, whose reader would wait for ever."""
    path.unlink()
    os.mkfifo(path)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "head-alone": lambda path: path.write_bytes(b"SQLite format 3\0 and nothing more"),
    "zeros": lambda path: path.write_bytes(b"\0" * 100_000),
    "other": other_store,
    "pipe": pipe,
    "pipe-of-checksum": lambda path: pipe(path.with_suffix(".crc")),
    "pipe-beside": lambda path: pipe(path.with_name(".gitignore")) or path.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_store_is_as_good_as_none(damage: Callable[[Path], object], source: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    whole(source, output)
    damage(source / ".cache" / "congkhai" / "build.db")
    assert build_incrementally(output, Settings(source, TODAY), no_progress) is None
    whole(source, output)
    assert follow(source, output).written


def test_a_check_follows_from_the_last_one(source: Path) -> None:
    settings = Settings(source, TODAY)
    check_in_full(settings)
    edited(source, "procedures/*/9.000001.yaml", "name: ", "tên: ")
    checked = check_incrementally(settings)
    assert checked
    assert set(checked.problems) == set(check_source(settings).problems)
    assert any(problem.code == "unknown-key" for problem in checked.problems)


@pytest.mark.parametrize("days", [1, 2, 9, 30, 400, -1, -200, -1500])
def test_another_day_writes_only_the_pages_for_which_something_has_come(
    days: int, source: Path, tmp_path: Path
) -> None:
    output, day = tmp_path / "site", TODAY + datetime.timedelta(days=days)
    whole(source, output)
    before = site(output)
    followed = build_incrementally(output, Settings(source, day), no_progress)
    assert site(output) == expected(source, day)[0]
    differing = [path for path, data in site(output).items() if before.get(path) != data]
    assert followed
    assert followed.written
    assert followed.written.written == len(differing) < len(before) / 2


def test_a_day_on_which_nothing_comes_due_leaves_procedures_sheets_and_data_as_they_are(source: Path) -> None:
    before, after = expected(source)[0], expected(source, TODAY + datetime.timedelta(days=1))[0]
    kept = [path for path in before if path.startswith(("thu-tuc/9.", "niem-yet/", "linh-vuc/", "data/"))]
    assert {path.partition("/")[0] for path in kept} == {"thu-tuc", "niem-yet", "linh-vuc", "data"}
    assert [path for path in kept if after[path] != before[path]] == [urls.CATALOGUE]


def test_a_fresh_checkout_beside_a_cache_follows_by_content(source: Path, tmp_path: Path) -> None:
    output, fresh, public = tmp_path / "site", tmp_path / "fresh" / "source", tmp_path / "fresh" / "site"
    whole(source, output)
    for old, new in ((source, fresh), (output, public)):
        shutil.copytree(old, new, copy_function=shutil.copyfile)  # new times, new places
    path = next((fresh / "content" / "procedures").rglob("*.yaml"))
    path.write_text(path.read_text(encoding="utf-8").replace("name: ", "name: Mới "), encoding="utf-8")
    followed = build_incrementally(public, Settings(fresh, TODAY), no_progress)
    assert followed
    assert followed.written
    assert 0 < followed.written.written < followed.pages
    assert site(public) == expected(fresh)[0]


def test_a_page_that_was_changed_in_the_cache_is_built_again(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    whole(source, output)
    page = output / "index.html"
    page.write_bytes(page.read_bytes().replace(b"<h1>", b"<H1>"))
    assert build_incrementally(output, Settings(source, TODAY), no_progress) is None


def test_every_table_that_tasks_read_is_told_which_folders_it_comes_from() -> None:
    library = Library()
    derived = Derived(library, TODAY)
    tables = [getattr(derived, name) for name in dir(Derived) if not name.startswith("_")]
    tables += [derived.citations.candidates, derived.citations.chains, derived.handling.by_name]
    read: set[str] = set()
    for table in tables:
        if isinstance(table, TrackedMapping):
            table._on_read = lambda topic, _: read.add(topic)
            list(table)
    assert {"processes_of", "candidates", "handling"} <= read
    assert read <= FOLDERS.keys()


def test_a_process_that_is_added_stands_on_the_page_of_its_procedure(source: Path, tmp_path: Path) -> None:
    (path,) = (source / "content" / "processes").glob("*.yaml")
    text = path.read_text(encoding="utf-8")
    path.unlink()
    whole(source, tmp_path / "site")
    path.write_text(text, encoding="utf-8")
    follow(source, tmp_path / "site")
    assert site(tmp_path / "site") == expected(source)[0]


def test_an_official_list_that_is_added_and_edited_follows_to_all_that_name_it(source: Path, tmp_path: Path) -> None:
    (path,) = (source / "content" / "window_lists").glob("*.yaml")
    text = path.read_text(encoding="utf-8")
    path.unlink()
    whole(source, tmp_path / "site")
    for written in (text, text.replace('["9.000001"]', '["9.000777"]')):
        path.write_text(written, encoding="utf-8")
        follow(source, tmp_path / "site")
        assert site(tmp_path / "site") == expected(source)[0]


def test_the_sitemap_follows_where_the_site_has_an_address_and_an_editor(source: Path, tmp_path: Path) -> None:
    output, settings = tmp_path / "site", source / "site.yaml"
    whole(source, output)
    text = settings.read_text(encoding="utf-8")
    assert "base_url:" not in text
    assert "editor:" not in text
    more = "base_url: https://example.org/x/\neditor:\n  backend: github\n  repo: a/b\n"
    settings.write_text(f"{text}\n{more}", encoding="utf-8")
    whole(source, output)
    chance = random.Random(1)
    add_a_record(source, chance, "procedures")
    follow(source, output)
    assert site(output) == expected(source)[0]
    move_a_procedure(source, chance)
    if build_incrementally(output, Settings(source, TODAY), no_progress) is None:
        whole(source, output)
    assert site(output) == expected(source)[0]
