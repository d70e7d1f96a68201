"""The editor in the browser, from its forms to the saved file, in Chromium on a folder of this machine."""

from __future__ import annotations

import functools
import hashlib
import json
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from congkhai.build.loader import load_library
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problems
from congkhai.knowledge.library import Library
from congkhai.records.model.record import Record, keys_of, shape_of
from congkhai.records.record_files import RECORD_FILES
from congkhai.records.site_config import Editor, EditorBackend, SiteConfig
from congkhai.site import browser_editor
from congkhai.site.browser_editor import editor_files, editor_headers
from congkhai.site.browser_editor.collections import FORMS, depth_of
from tests.site.editor_desk import PAGE, PLAN, PROCEDURE, Desk
from tests.sources import ROOT

pytestmark = pytest.mark.browser
VENDOR = Path(browser_editor.__file__).parent / "client" / "vendor"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    library = load_library(ROOT, Problems())
    return dict(editor_files(SiteConfig(name="Cổng thử"), library, load_labels("vi")))


@pytest.fixture(scope="module")
def config(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["quan-tri/config.json"])
    return found


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("editor")
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/quan-tri/"
    server.shutdown()


@pytest.fixture(scope="module")
def desk(browser: Browser, address: str) -> Desk:
    return Desk(browser, address)


def test_a_cell_of_a_task_is_edited_and_nothing_else_changes(desk: Desk) -> None:
    desk.open("plan/entries/truc-ninh-2022")
    desk.unfold("sections")
    desk.unfold("sections.0.items")
    desk.field("sections.0.items.0.deliverable").get_by_role("textbox").first.fill("Kế hoạch đã ban hành")
    old = "        deliverable: Kế hoạch Kiểm soát TTHC năm 2022"
    assert desk.save(PLAN) == [f"-{old}", "+        deliverable: Kế hoạch đã ban hành"]


def test_the_name_of_a_procedure_is_edited_and_nothing_else_changes(desk: Desk) -> None:
    desk.open("procedure/entries/ho-tich/1.001193")
    desk.field("name").get_by_role("textbox").first.fill("Đăng ký khai sinh: thử, 2026")
    assert desk.save(PROCEDURE) == ["-name: Thủ tục đăng ký khai sinh", '+name: "Đăng ký khai sinh: thử, 2026"']


def test_the_title_of_a_page_is_edited_and_its_text_stays(desk: Desk) -> None:
    desk.open("page/entries/gioi-thieu")
    desk.field("title").get_by_role("textbox").first.fill("Về cổng này")
    assert desk.save(PAGE) == ["-title: Giới thiệu", "+title: Về cổng này"]


def test_the_editor_asks_no_other_host(desk: Desk) -> None:
    own = desk.address.removesuffix("quan-tri/")
    assert len(desk.asked) > 5
    assert {url for url in desk.asked if not url.startswith((own, "blob:", "data:"))} == set()


def test_the_editor_speaks_vietnamese(desk: Desk) -> None:
    desk.open("plan/entries/truc-ninh-2022")
    assert desk.page.get_by_role("button", name="Lưu", exact=True).count() == 1
    assert desk.page.get_by_text("Chữ thường không dấu, chữ số, dấu gạch nối.").count() > 1


@pytest.mark.parametrize("kind", [file.kind for file in FORMS])
def test_a_form_has_every_key_of_its_record(kind: str, config: dict[str, Any]) -> None:
    collection = next(one for one in config["collections"] if one["name"] == kind)
    record = next(file.record for file in RECORD_FILES if file.kind == kind)
    _has_all_keys(record, collection["fields"], set())


def _has_all_keys(record: type[Record], fields: list[dict[str, Any]], seen: set[type[Record]]) -> None:
    by_name = {field["name"]: field for field in fields}
    for declared in keys_of(record).values():
        field, shape = by_name[declared.name], shape_of(declared.reader)
        while shape.kind == "list":
            shape = shape_of(shape.inside[0])
        if shape.record and shape.record not in seen:
            _has_all_keys(shape.record, field["fields"], {*seen, shape.record})


@pytest.mark.parametrize(
    ("typed", "fits"), [("5,25", True), ("100", True), ("105", False), ("100,01", False), ("x", False)]
)
def test_the_form_refuses_points_that_the_check_would(typed: str, fits: bool, config: dict[str, Any]) -> None:
    collection = next(one for one in config["collections"] if one["name"] == "indicator")
    scores = next(field for field in collection["fields"] if field["name"] == "scores")
    pattern, _ = next(field for field in scores["fields"] if field["name"] == "points")["pattern"]
    assert bool(re.search(pattern, typed)) is fits


def test_rows_may_go_one_heading_deeper_than_any_plan_does(config: dict[str, Any]) -> None:
    plan = next(one for one in config["collections"] if one["name"] == "plan")
    rows = next(field for field in plan["fields"] if field["name"] == "sections")["fields"]
    depth = 0
    while groups := [row for field in rows for row in field.get("types", ()) if row["name"] == "group"]:
        rows, depth = groups[0]["fields"], depth + 1
    assert depth == depth_of(load_library(ROOT, Problems())) + 1


def test_the_page_is_not_for_search_engines_and_has_its_own_policy(files: dict[str, bytes]) -> None:
    page = files["quan-tri/index.html"].decode()
    assert '<meta name="robots" content="noindex">' in page
    assert "script-src 'self';" in page
    assert "connect-src 'self' data: blob:;" in page


def test_only_the_host_of_the_repository_may_be_asked() -> None:
    editor = Editor(backend=EditorBackend.GITEA, repo="a/b", address="https://git.example.vn/x")
    found = dict(editor_files(SiteConfig(editor=editor), Library(), load_labels("vi")))
    assert b"connect-src 'self' data: blob: https://git.example.vn;" in found["quan-tri/index.html"]
    assert b"https://git.example.vn" in editor_headers(SiteConfig(editor=editor))
    backend = json.loads(found["quan-tri/config.json"])["backend"]
    assert backend["api_root"] == "https://git.example.vn/x/api/v1"


def test_what_is_vendored_is_what_its_list_says() -> None:
    made = json.loads((VENDOR.parents[1] / "vendor.json").read_text(encoding="utf-8"))
    found = {path.relative_to(VENDOR).as_posix(): path for path in VENDOR.rglob("*") if path.is_file()}
    digests = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()}
    assert digests == made["files"]


def test_no_font_of_the_vendored_editor_comes_from_a_network() -> None:
    text = (VENDOR / "sveltia-cms" / "index.js").read_text(encoding="utf-8")
    # The address of a font in a style sheet.
    fonts = re.findall(r"src:url\(([^)]+woff2)\)", text)
    assert len(fonts) == 3
    assert all((VENDOR.parent / font).is_file() for font in fonts)


def test_the_vendored_editor_does_not_ask_how_its_host_is() -> None:
    text = (VENDOR / "sveltia-cms" / "index.js").read_text(encoding="utf-8")
    # The function with which a back end asks the status page of its host.
    assert set(re.findall(r"\bcheckStatus:([\w$]+)", text)) == {"null"}
