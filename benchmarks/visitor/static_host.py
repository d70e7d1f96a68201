"""Serves a built site as a good host does: what is packed beside a file goes out packed, named files may be kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """The address of a site on this machine, as long as the block lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
    }

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.split("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        status = 200 if path.is_file() else 404
        path = path if status == 200 else Path(self.directory) / "404.html"
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        kept = "public, max-age=31536000, immutable" if "/assets/" in self.path else "max-age=0, must-revalidate"
        self.send_header("Cache-Control", kept)
        self.send_header("X-Content-Type-Options", "nosniff")
        body = self._packed(path)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _packed(self, path: Path) -> bytes:
        accepted = self.headers.get("Accept-Encoding", "")
        for name, suffix in _ENCODINGS:
            twin = path.with_name(path.name + suffix)
            if name in accepted and twin.is_file():
                self.send_header("Content-Encoding", name)
                return twin.read_bytes()
        return path.read_bytes()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
