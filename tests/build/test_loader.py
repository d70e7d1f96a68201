"""From files to a library: every file is read, and every fault of every file is told in one run."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from congkhai.build.loader import load_config, load_library, stored_files
from congkhai.foundation.problem import Problems
from tests.reading import told
from tests.sources import AGENCIES, PAGE, PLAN, Change, added, edited, lay


def load(tmp_path: Path, changes: dict[str, Change] | None = None) -> tuple[object, list[str]]:
    problems = Problems()
    library = load_library(lay(tmp_path / "source", changes), problems)
    return library, told(problems)


def test_all_records_of_the_sound_source_are_read(tmp_path: Path) -> None:
    library, problems = load(tmp_path)
    assert problems == []
    assert list(library.plans) == ["an-binh-2024"]
    assert [task.id for task in library.plans["an-binh-2024"].tasks()] == ["I.1", "I.2.1", "I.2.#kiem-tra-dot-xuat"]
    assert library.actors["ubnd-an-binh"].territory == "an-binh"
    assert library.documents["12-2025-nq-hdnd"].territory == "an-binh"
    assert library.prose["gioi-thieu"].title == "Giới thiệu"


def test_faults_of_several_files_are_told_in_one_run(tmp_path: Path) -> None:
    changes = {
        **edited(PLAN, "type: plan", "type: plam"),
        **edited(AGENCIES, "level: province\n    parent: chinh-phu", "level: tỉnh"),
    }
    assert [problem.split(" ")[0] for problem in load(tmp_path, changes)[1]] == ["bad-choice", "bad-choice"]


def test_the_second_record_of_an_id_is_told_and_the_first_kept(tmp_path: Path) -> None:
    library, problems = load(tmp_path, added(AGENCIES, "  - {id: ubnd-an-binh, name: Tên khác}\n"))
    assert problems == ["duplicate-id 33:10"]
    assert library.actors["ubnd-an-binh"].name == "UBND tỉnh An Bình"


def test_the_body_of_a_page_knows_where_it_begins(tmp_path: Path) -> None:
    library, _ = load(tmp_path)
    page = library.prose["gioi-thieu"]
    assert page.place_of("body").inside(page.body, page.body.index("chữ đậm"))[1:3] == (5, 16)


def test_front_matter_is_found_after_a_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    changes: dict[str, Change] = {PAGE: "\ufeff---\r\nid: gioi-thieu\r\ntitle: Giới thiệu\r\n---\r\nChữ.\r\n"}
    library, problems = load(tmp_path, changes)
    assert problems == ["yaml-byte-order-mark 1:1"]
    assert library.prose["gioi-thieu"].body == "Chữ.\n"


def test_hidden_files_are_not_read_and_strange_ones_are_told(tmp_path: Path) -> None:
    changes: dict[str, Change] = {
        "content/plans/.a.yaml": "][",
        "content/plans/a.txt": "x",
        "content/files/to-khai.docx": b"x",
    }
    assert load(tmp_path, changes)[1] == ["unknown-file 0:0"]


def test_links_inside_the_source_are_followed_and_those_leading_out_are_not(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("documents: []\n", encoding="utf-8")
    inside: Change = lambda path: path.symlink_to("../documents/an-binh.yaml")  # noqa: E731
    outside: Change = lambda path: path.symlink_to(secret)  # noqa: E731
    assert load(tmp_path, {"content/documents/a.yaml": outside})[1] == ["outside-link 0:0"]
    _, problems = load(tmp_path / "other", {"content/documents/b.yaml": inside})
    assert problems == ["duplicate-id 3:9"]


def test_without_settings_a_site_is_nameless_and_the_lack_is_told(tmp_path: Path) -> None:
    problems = Problems()
    assert load_config(tmp_path, problems).name == ""
    assert told(problems) == ["missing-site-config 0:0"]


def test_what_other_programs_leave_in_a_folder_is_passed_by(tmp_path: Path) -> None:
    left = {"content/files/~$mau.docx": "x", "content/files/Thumbs.db": "x", "content/documents/desktop.ini": "x"}
    library, problems = load(tmp_path, dict(left))
    assert problems == []
    assert not library.files


@pytest.mark.parametrize("target", ["../../.git/config", "../../site.yaml", "../.hidden/x.pdf"])
def test_a_link_publishes_nothing_that_lies_outside_the_content_or_is_hidden(target: str, tmp_path: Path) -> None:
    for path in (".git/config", "site.yaml", "content/.hidden/x.pdf"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("secret", encoding="utf-8")
    (tmp_path / "content" / "files").mkdir()
    (tmp_path / "content" / "files" / "mau.pdf").symlink_to(target)
    problems = Problems()
    assert not load_library(tmp_path, problems).files
    assert [(one.code, one.place.path) for one in problems] == [("outside-link", "content/files/mau.pdf")]


def test_a_content_folder_that_is_a_link_out_of_the_source_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "strange" / "files").mkdir(parents=True)
    (tmp_path / "strange" / "files" / "x.pdf").write_bytes(b"secret")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "content").symlink_to(tmp_path / "strange")
    problems = Problems()
    assert not load_library(tmp_path / "source", problems).files
    assert [(one.code, one.place.path) for one in problems] == [("outside-link", "content")]


def test_a_file_whose_name_has_letters_and_marks_apart_is_known_by_its_name_in_one_piece(tmp_path: Path) -> None:
    name = "Mẫu đơn.docx"
    apart = unicodedata.normalize("NFD", name)
    source = lay(tmp_path / "source", {f"content/files/{apart}": "x"})
    problems = Problems()
    library = load_library(source, problems)
    assert (name in library.files, apart in library.files, len(problems)) == (True, False, 0)
    assert dict(stored_files(source, library))[name] == b"x"
