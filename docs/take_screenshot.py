"""Takes the pictures of the README from a fresh build: a plan, a calendar, a procedure, as a browser shows them."""

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

PAGES = {
    "plan": "ke-hoach/ben-tre-2024/#i",
    "calendar": "ke-hoach/ben-tre-2024/#nhiem-vu",
    "procedure": "thu-tuc/1.001193/",
}
SIZE = (1100, 720)
MOST_BYTES = 130_000


def main() -> None:
    """Build, serve on a free port, take the pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is needed: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        build = build_site(Settings(ROOT, datetime.date.today()), even_with_errors=True)
        write_output(Path(folder) / "site", build.files.items())
        handler = functools.partial(Quiet, directory=f"{folder}/site")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        pictures = {name: _take(chromium, f"{address}/{page}") for name, page in PAGES.items()}
        server.shutdown()
    for name, picture in pictures.items():
        if len(picture) > MOST_BYTES:
            sys.exit(f"The picture {name} has {len(picture)} bytes, more than {MOST_BYTES}: take less of the page.")
        (ROOT / "docs" / "pictures").mkdir(exist_ok=True)
        (ROOT / "docs" / "pictures" / f"{name}.png").write_bytes(picture)


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
