"""The real site, built once and served on this machine, and a browser to look at it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar, NamedTuple

import pytest

from congkhai.build.builder import build_site
from congkhai.build.output import write_output
from tests.browser.kinds import Kinds, kinds_of
from tests.browser.kinds import settings as real_settings
from tests.chromium import lacking
from tests.sources import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


class Served(NamedTuple):
    """A built site: its folder, its address, and one page of each kind."""

    folder: Path
    address: str
    kinds: Kinds


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real content, built and served."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    settings = real_settings()
    build = build_site(settings)
    assert build.files, "the content has errors: python build.py check"
    write_output(folder, build.files.items())
    with served(folder) as address:
        yield Served(folder, address, kinds_of(settings))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder served on this machine, and its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    if not AXE.is_file():
        lacking("axe-core (npm ci)")
    return AXE.read_text(encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files as a static host does: 404.html for what is lost, nothing to the terminal."""

    extensions_map: ClassVar = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".ics": "text/calendar",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for lost addresses."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
