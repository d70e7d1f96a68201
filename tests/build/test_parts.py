"""A site that several machines built in parts is the site that one builds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from congkhai.build.incremental.result_cache import fingerprint_of
from congkhai.build.parts import MANIFEST, Share
from tests.sources import SOUND, edited, lay, run

DAY = ("--today", "2024-06-01")


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("parts")
    for number in (1, 2, 3):
        made = run("build", "--source", SOUND, "--output", folder / str(number), "--part", f"{number}/3", *DAY)
        assert made.exit_code == 0, made.output
    return tuple(folder / str(number) for number in (1, 2, 3))


def merge(parts: tuple[Path, ...], site: Path, *more: str) -> str:
    given = [word for part in parts for word in ("--from-parts", part)]
    return run("build", "--source", SOUND, "--output", site, *given, *(more or DAY)).output


def test_parts_make_the_site_that_one_build_makes(parts: tuple[Path, ...], tmp_path: Path) -> None:
    merge((parts[2], parts[0], parts[1]), tmp_path / "merged")
    run("build", "--source", SOUND, "--output", tmp_path / "whole", *DAY)
    assert files_of(tmp_path / "merged") == files_of(tmp_path / "whole")


def test_every_page_is_in_one_part(parts: tuple[Path, ...]) -> None:
    pages = [path for part in parts for path in files_of(part) if path.endswith(".html")]
    assert len(pages) == len(set(pages)) > 40


def test_a_part_that_is_missing_is_named(parts: tuple[Path, ...], tmp_path: Path) -> None:
    assert "Thiếu phần 2/3" in merge((parts[0], parts[2]), tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_part_that_is_given_twice_is_named(parts: tuple[Path, ...], tmp_path: Path) -> None:
    assert "1/3 được ghi hai lần" in merge((parts[0], parts[0], parts[1]), tmp_path / "site")


def test_parts_of_another_day_are_refused(parts: tuple[Path, ...], tmp_path: Path) -> None:
    assert "thuộc một lần dựng khác" in merge(parts, tmp_path / "site", "--today", "2024-06-02")


@pytest.mark.parametrize("damage", [b"", b"[]", b"{}", b'{"files": 3}'])
def test_a_damaged_part_leaves_the_old_site(parts: tuple[Path, ...], tmp_path: Path, damage: bytes) -> None:
    run("build", "--source", SOUND, "--output", tmp_path / "site", *DAY)
    before = fingerprint_of((tmp_path / "site",))
    shutil.copytree(parts[0], tmp_path / "damaged")
    (tmp_path / "damaged" / MANIFEST).write_bytes(damage)
    assert "damaged" in merge((tmp_path / "damaged", *parts[1:]), tmp_path / "site")
    assert fingerprint_of((tmp_path / "site",)) == before


@pytest.mark.parametrize("text", ["", "2", "0/3", "4/3", "-1/3", "1/0", "a/b", "1/2/3", "1/1001"])
def test_what_is_no_share_is_told(text: str, tmp_path: Path) -> None:
    assert Share.read(text) is None
    assert run("build", "--source", SOUND, "--output", tmp_path / "site", "--part", text).exit_code == 2


def test_a_file_of_a_part_that_is_not_as_it_was_made_leaves_the_old_site(
    parts: tuple[Path, ...], tmp_path: Path
) -> None:
    shutil.copytree(parts[0], tmp_path / "damaged")
    page = next((tmp_path / "damaged").rglob("*.html"))
    page.write_bytes(page.read_bytes() + b" ")
    assert page.name in merge((tmp_path / "damaged", *parts[1:]), tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_what_the_checks_of_the_parts_found_is_told_where_they_are_merged(tmp_path: Path) -> None:
    record = "content/procedures/ho-tich/9.000001.yaml"
    source = lay(tmp_path / "source", edited(record, "legal_basis: [61/2018/NĐ-CP]", "legal_basis: [61/2098/NĐ-CP]"))
    options = ("--source", source, *DAY)
    folders = [tmp_path / str(number) for number in (1, 2)]
    for number, folder in enumerate(folders, start=1):
        run("build", *options, "--output", folder, "--part", f"{number}/2")
    given = [word for folder in folders for word in ("--from-parts", folder)]
    merged = run("build", *options, "--output", tmp_path / "site", *given)
    assert merged.output == run("build", *options, "--output", tmp_path / "site", "--full").output
    assert "unknown-document" in merged.output
