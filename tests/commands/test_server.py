"""The preview: pages with their problems, a change that reaches the page, and nothing written beside its folder."""

from __future__ import annotations

import datetime
import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tornado.ioloop import IOLoop
from tornado.websocket import websocket_connect

from congkhai.build.builder import Settings
from congkhai.commands.server import serve
from congkhai.commands.server.preview import Preview
from congkhai.commands.server.serving import preview_folder
from congkhai.foundation.labels import load_labels
from tests.sources import run

ROOT = Path(__file__).resolve().parents[2]
PAGE = "---\nid: gioi-thieu\ntitle: {title}\n---\n\nLời giới thiệu.\n"
START = (
    "import datetime, sys; from pathlib import Path; from congkhai.build.builder import Settings;"
    "from congkhai.commands.server import serve;"
    "serve(Settings(Path(sys.argv[1]), datetime.date(2026, 11, 22)), port=int(sys.argv[2]), say=print)"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("name: Cổng thử\n", encoding="utf-8")
    (tmp_path / "content" / "pages" / "gioi-thieu.md").write_text(PAGE.format(title="Giới thiệu"), encoding="utf-8")
    return tmp_path


def _preview(source: Path) -> Preview:
    settings = Settings(source, datetime.date(2026, 11, 22))
    preview = Preview(settings, load_labels("vi"), lambda _line: None, preview_folder(source))
    preview.rebuild()
    return preview


def _get(preview: Preview, path: str) -> tuple[str, dict[str, str], str]:
    answer: list[tuple[str, list[tuple[str, str]]]] = []
    body = b"".join(preview.respond({"PATH_INFO": path}, lambda status, headers: answer.append((status, headers))))
    status, headers = answer[0]
    return status, dict(headers), body.decode("utf-8")


def _break(source: Path) -> None:
    (source / "site.yaml").write_text("name: Cổng thử\ntagilne: <b>x</b>\n", encoding="utf-8")


def test_a_page_comes_from_the_build_with_the_reloading_script(source: Path) -> None:
    status, headers, html = _get(_preview(source), "/gioi-thieu/")
    assert status == "200 OK"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert '<script src="/livereload.js"></script>' in html
    assert "connect-src 'self' ws:;" in html


def test_a_build_holds_neither_the_script_nor_the_wider_policy(source: Path) -> None:
    files = [path.read_bytes() for path in _preview(source).folder.rglob("*") if path.is_file()]
    assert files
    assert not any(b"livereload" in data or b" ws:" in data for data in files)


def test_every_page_shows_the_problems_with_place_message_and_hint(source: Path) -> None:
    _break(source)
    preview = _preview(source)
    for path in ("/", "/gioi-thieu/", "/khong-co/"):
        html = _get(preview, path)[2]
        assert "<code>site.yaml:2:1</code>" in html
        assert "[unknown-key]" in html
        assert "tagline" in html
    assert html.index("site.yaml:2:1") < html.index("<main")


def test_what_the_content_says_is_escaped_in_the_box(source: Path) -> None:
    (source / "site.yaml").write_text("name: x\n'<img src=x onerror=1>': y\n", encoding="utf-8")
    html = _get(_preview(source), "/")[2]
    assert "<img src=x" not in html
    assert "&lt;img src=x" in html


def test_an_address_without_its_slash_is_redirected(source: Path) -> None:
    status, headers, _ = _get(_preview(source), "/gioi-thieu")
    assert (status, headers["Location"]) == ("302 Found", "/gioi-thieu/")


def test_an_address_that_leads_nowhere_gets_the_page_for_it(source: Path) -> None:
    status, _, html = _get(_preview(source), "/../site.yaml")
    assert status == "404 Not Found"
    assert "Cổng thử" in html


def test_a_template_that_fails_leaves_the_last_pages_and_says_where(source: Path) -> None:
    preview = _preview(source)
    (source / "templates" / "pages").mkdir(parents=True)
    (source / "templates" / "pages" / "prose.html").write_text("{% if %}", encoding="utf-8")
    preview.rebuild()
    html = _get(preview, "/gioi-thieu/")[2]
    assert "Lời giới thiệu." in html
    assert "<code>templates/pages/prose.html:1:1</code>" in html


def _lose(*_args: object, **_options: object) -> None:
    raise KeyError("<lost>")


def test_a_fault_of_the_program_leaves_the_last_pages_and_shows_its_report(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = _preview(source)
    monkeypatch.setattr("congkhai.commands.server.preview.build_preview", _lose)
    preview.rebuild()
    html = _get(preview, "/gioi-thieu/")[2]
    assert "Lời giới thiệu." in html
    assert "KeyError: &#39;&lt;lost&gt;&#39;" in html


def test_a_port_that_is_taken_is_said_before_anything_is_built(source: Path) -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        serve(Settings(source, datetime.date(2026, 11, 22)), port=taken.getsockname()[1], say=said.append)
    assert said == []


@pytest.mark.parametrize("host", ["a" * 70, "á" * 70, "a..b"])
def test_a_host_that_no_machine_can_have_is_said_in_a_line(host: str, source: Path) -> None:
    answer = run("serve", "--host", host, "--source", source)
    assert answer.exit_code == 2
    assert f"“{host}”" in answer.stderr


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@pytest.fixture
def address(source: Path) -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-c", START, str(source), str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        _wait_until(lambda: "Cổng thử" in _fetch(f"http://127.0.0.1:{port}/"))
        yield f"127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _fetch(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except urllib.error.URLError:
        return ""


def _wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "the preview did not come up"
        time.sleep(0.1)


async def _reload_after(address: str, change: Callable[[], object]) -> dict[str, object]:
    """Shake hands as livereload.js does, change something, and give the message that follows."""
    connection = await websocket_connect(f"ws://{address}/livereload")
    await connection.write_message(json.dumps({"command": "hello"}))
    await connection.read_message()
    await connection.write_message(json.dumps({"command": "info", "url": "/"}))
    change()
    message = await connection.read_message()
    answer: dict[str, object] = json.loads(message or "{}")
    return answer


def test_a_change_of_the_content_is_built_and_open_pages_reload(source: Path, address: str) -> None:
    page = source / "content" / "pages" / "gioi-thieu.md"

    def change() -> None:
        page.write_text(PAGE.format(title="Lời mới sửa"), encoding="utf-8")

    def hear() -> Any:
        return IOLoop(make_current=False).run_sync(lambda: _reload_after(address, change), timeout=20)

    with ThreadPoolExecutor(1) as own_thread:  # a browser of other tests may hold the loop of this one
        message = own_thread.submit(hear).result()
    assert message["command"] == "reload"
    assert "Lời mới sửa" in _fetch(f"http://{address}/gioi-thieu/")
    assert sorted(path.name for path in source.iterdir()) == [".cache", "content", "site.yaml"]


def test_head_is_answered_with_the_headers_of_the_page_alone(source: Path) -> None:
    headers: dict[str, str] = {}
    asked = {"PATH_INFO": "/", "REQUEST_METHOD": "HEAD"}
    body = b"".join(_preview(source).respond(asked, lambda _status, found: headers.update(found)))
    assert body == b""
    assert int(headers["Content-Length"]) > 1000
