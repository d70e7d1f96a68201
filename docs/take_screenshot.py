"""Takes docs/screenshot.png: the page of a task, from a fresh build, as a browser of 1280 pixels shows it."""

from __future__ import annotations

import datetime
import functools
import http.server
import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from congkhai.build.builder import Settings, build_site  # noqa: E402
from congkhai.build.output import write_output  # noqa: E402

PAGE = "ke-hoach/truc-ninh-2022/i-1/"
SIZE = (1280, 800)
MOST_BYTES = 150_000


def main() -> None:
    """Build, serve on a free port, take the picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is needed: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        build = build_site(Settings(ROOT, datetime.date.today()), even_with_errors=True)
        write_output(Path(folder) / "site", build.files.items())
        handler = functools.partial(Quiet, directory=f"{folder}/site")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        picture = _take(chromium, f"http://127.0.0.1:{server.server_port}/{PAGE}")
        server.shutdown()
    if len(picture) > MOST_BYTES:
        sys.exit(f"The picture has {len(picture)} bytes, more than {MOST_BYTES}: take less of the page.")
    (ROOT / "docs" / "screenshot.png").write_bytes(picture)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def _take(chromium: str, address: str) -> bytes:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        page.goto(address)
        picture = page.screenshot()
        browser.close()
    return picture


if __name__ == "__main__":
    main()
