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

from tests.browser.kinds import Kinds
from tests.chromium import lacking
from tests.real_site import RealSite
from tests.sources import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


class Served(NamedTuple):
    """A built site: its folder, its address, and one page of each kind."""

    folder: Path
    address: str
    kinds: Kinds


@pytest.fixture(scope="session")
def site(real_site: RealSite) -> Iterator[Served]:
    """The real content, built and served."""
    with served(real_site.folder) as address:
        yield Served(real_site.folder, address, real_site.kinds)


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
    """Serves files as a static host does: 404.html for what is lost, nothing to the terminal.

    Connections stay open and what has a fingerprint in its name is kept, so that a page costs few requests.
    """

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".ics": "text/calendar",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Let browsers keep what the host lets them keep (`_headers` of the site)."""
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for lost addresses."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
