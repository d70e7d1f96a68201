"""The bundle: one ZIP of a site that opens from a disk, the same bytes for the same site."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from importlib import resources

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.site.exports.offline.kiosk import kiosk_files, kiosk_page
from congkhai.site.exports.offline.pages import LOADER, age_notice, offline_page
from congkhai.site.modules import plain_script

# For hosts, for editors, and for those who have a network.
_LEFT_OUT = ("_headers", "_redirects", ".nojekyll", "sw.js", "robots.txt", "sitemap", "opensearch.xml", urls.NOT_FOUND)
_FETCHED = ("search/", urls.CALENDAR_DATA)
# The first moment that a ZIP can tell.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def bundle(files: Mapping[str, bytes], day: str, labels: Labels, *, kiosk: bool = False) -> bytes:
    """All files of a site of a day (ISO) as a ZIP, in a folder of its own; `kiosk` is for a screen at a counter."""
    written = io.BytesIO()
    folder = f"{labels('offline.folder')}-{day}"
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(offline_files(files, day, labels, kiosk=kiosk)):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _MOMENT)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, data)
    return written.getvalue()


def offline_files(
    files: Mapping[str, bytes], day: str, labels: Labels, *, kiosk: bool = False
) -> Iterator[tuple[str, bytes]]:
    """The files of a site as they lie on a disk."""
    shown = "/".join(reversed(day.split("-")))
    notice = age_notice(day, labels("offline.notice", day=shown), labels("offline.age"))
    modules = {path: data.decode() for path, data in files.items() if _is_module(path)}
    for path, data in files.items():
        if path.startswith((*_LEFT_OUT, urls.EDITOR)):
            continue
        if path.startswith(_FETCHED) or path.endswith(f"/{urls.CALENDAR_DATA}"):
            yield f"{path}.js", _as_script(path, _with_files(path, data))
        elif path.endswith(".html"):
            page = offline_page(path, data.decode(), notice)
            yield path, (kiosk_page(path, page, labels) if kiosk else page).encode()
        else:
            yield path, plain_script(path, modules).encode() if path in modules else data
    if kiosk:
        yield from kiosk_files()
    yield LOADER, resources.files(__package__).joinpath("loader.js").read_bytes()


def _is_module(path: str) -> bool:
    return path.startswith("assets/js/") and path.endswith(".js")


def _as_script(path: str, data: bytes) -> bytes:
    """A file that scripts fetch as a script that gives it."""
    return f"congkhaiFile({json.dumps(path)}, {json.dumps(base64.b64encode(data).decode())});\n".encode()


def _with_files(path: str, data: bytes) -> bytes:
    """A file of search cards, whose addresses of folders become those of files; any other file as it is."""
    if not path.startswith("search/c-"):
        return data
    columns = json.loads(data)
    columns["url"] = [f"{url}index.html" if url.endswith("/") else url for url in columns["url"]]
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()
