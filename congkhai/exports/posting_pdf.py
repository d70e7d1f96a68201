"""Pages for the wall as PDF; needs WeasyPrint, an optional extra."""

from __future__ import annotations

import importlib
import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

# An address that leads nowhere: every file under it is one of the site, none comes from the network.
_ROOT = "https://site.invalid/"


class NoPdfError(Exception):
    """WeasyPrint is not installed, so no PDF can be made."""


def posting_pdfs(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """A PDF beside each page for the wall: path → bytes, for the files of a built site. Raises NoPdfError."""
    pages = [path for path in files if _is_posting(path)]
    return {f"{posixpath.dirname(path)}/niem-yet.pdf": to_pdf(files, path) for path in pages}


def to_pdf(files: Mapping[str, bytes], path: str) -> bytes:
    """One page of a built site as PDF (A4); style sheets come from the site itself, nothing from the network."""
    try:
        weasyprint: Any = importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise NoPdfError from error

    def fetch(address: str, *_rest: object, **_more: object) -> dict[str, object]:
        name = unquote(urlsplit(address).path).lstrip("/")
        kind = "text/css" if name.endswith(".css") else "image/svg+xml" if name.endswith(".svg") else "text/html"
        return {"string": files[name], "mime_type": kind}

    html = files[path].decode("utf-8")
    found: bytes = weasyprint.HTML(string=html, base_url=_ROOT + path, url_fetcher=fetch).write_pdf()
    return found


def _is_posting(path: str) -> bool:
    """Whether a page is a sheet, a kit or the poster: below niem-yet/, or the sheet of one procedure."""
    parts = path.split("/")
    return (
        path.endswith("/index.html") and (parts[0] == "niem-yet" or parts[-2] == "niem-yet") and "kiem-tra" not in parts
    )
