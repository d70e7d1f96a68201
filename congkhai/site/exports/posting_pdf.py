"""Pages for the wall as PDF; needs WeasyPrint, an optional extra."""

from __future__ import annotations

import importlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from congkhai.foundation.processes import spread
from congkhai.knowledge import urls

# An address that leads nowhere: every file under it is one of the site, none comes from the network.
_ROOT = "https://site.invalid/"
_KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
# A style sheet of a page, as templates/base.html writes it.
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')

# With fewer pages than this, starting processes costs more than they save.
_WORTH_SPREADING = 6


class NoPdfError(Exception):
    """WeasyPrint, or a library of the system that it draws with, is not installed, so no PDF can be made."""


def posting_pages(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The pages of a built site that hang on a wall: sheets, kits and the poster.

    The way in (niem-yet/ itself) and the audits are read on a screen.
    """
    return tuple(sorted(path for path in files if _hangs(path.split("/"))))


def check_pdf_can_be_made() -> None:
    """Raise NoPdfError where WeasyPrint is not there."""
    _weasyprint()


def posting_pdfs(files: Mapping[str, bytes], jobs: int = 1) -> Iterator[tuple[str, bytes]]:
    """A PDF beside each page for the wall (path, bytes), drawn by `jobs` processes; raises NoPdfError."""
    check_pdf_can_be_made()
    pages = posting_pages(files)
    paths = [urls.posting_pdf_url(posixpath.dirname(page) + "/") for page in pages]
    press = cache(lambda: Press(files))  # each process has one of its own
    drawn = spread(lambda page: press().pdf(page), pages, jobs if len(pages) >= _WORTH_SPREADING else 1)
    yield from zip(paths, drawn, strict=True)


class Press:
    """Draws pages of one built site as PDF (A4); styles and fonts come from the site, nothing from the network.

    The same page gives the same bytes.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Take the files of a site; raises NoPdfError."""
        self._files = files
        self._weasyprint = _weasyprint()
        self._fonts = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
        self._sheets: dict[str, Any] = {}  # style sheets by address: read once for all pages

    def pdf(self, path: str) -> bytes:
        """One page as PDF."""
        html = self._files[path].decode("utf-8")
        address = _ROOT + path
        sheets = [self._sheet(urljoin(address, href)) for href in _SHEET.findall(html)]
        document = self._weasyprint.HTML(
            string=_SHEET.sub("", html), base_url=address, url_fetcher=_fetcher(self._weasyprint, self._files)
        )
        found: bytes = document.write_pdf(stylesheets=sheets, font_config=self._fonts)
        return found

    def _sheet(self, address: str) -> Any:
        if address not in self._sheets:
            fetcher = _fetcher(self._weasyprint, self._files)
            self._sheets[address] = self._weasyprint.CSS(url=address, url_fetcher=fetcher, font_config=self._fonts)
        return self._sheets[address]


def _hangs(parts: list[str]) -> bool:
    """Whether the page at a path is a sheet, a kit or the poster: below niem-yet/, or niem-yet/ of a procedure."""
    folder = urls.POSTING.rstrip("/")
    return len(parts) > 2 and parts[-1] == "index.html" and folder in (parts[0], parts[-2]) and "kiem-tra" not in parts


def _weasyprint() -> Any:
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise NoPdfError from error


def _fetcher(weasyprint: Any, files: Mapping[str, bytes]) -> Any:
    """A fetcher that knows the files of the site and nothing else; a file that is not there stops the drawing."""

    def fetch(_self: object, address: str, _headers: object = None) -> object:
        name = unquote(urlsplit(address).path).lstrip("/")
        kind = _KINDS.get(posixpath.splitext(name)[1], "text/html")
        return weasyprint.urls.URLFetcherResponse(address, files[name], {"Content-Type": kind})

    return type("SiteFetcher", (weasyprint.urls.URLFetcher,), {"fetch": fetch})(fail_on_errors=True)
