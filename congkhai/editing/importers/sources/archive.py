"""Guards for files that are zip archives (Word, Excel): no bombs, no declared entities, no spreadsheet of air."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

from congkhai.editing.importers.sources.unreadable import UnreadableError

_LARGEST_WHOLE = 200_000_000  # bytes unpacked
_LARGEST_PART = 80_000_000
_MOST_PARTS = 5_000
# Elements of all parts together, which take some seconds and 500 MB; a plan of 200 pages has a tenth.
_MOST_ELEMENTS = 1_000_000
_MOST_MERGED = 500_000  # cells that all merged ranges of a sheet may cover
_MERGED = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"
# The range of a merged cell, as "A1:C3".
_RANGE = re.compile(r"([A-Z]{1,4})(\d{1,8}):([A-Z]{1,4})(\d{1,8})", re.IGNORECASE)
# What may declare entities, in the encodings that XML parsers take.
_FORMS = ("ascii", "utf-16-le", "utf-16-be")
_DECLARED = tuple(sign.encode(form) for sign in ("<!DOCTYPE", "<!ENTITY") for form in _FORMS)


def check_archive(path: Path) -> None:
    """Raise `UnreadableError` if a file is no sound zip archive, or would grow or unfold beyond measure."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(archive)
    except UnreadableError:
        raise
    except Exception:  # a damaged archive fails in as many ways as there are modules below
        raise UnreadableError("import-file-corrupt") from None


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_WHOLE:
        raise UnreadableError("import-file-too-large", limit=_LARGEST_WHOLE // 1_000_000)
    elements = 0
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels")):
            elements += _elements_of(archive, part)
            if elements > _MOST_ELEMENTS:
                raise UnreadableError("import-file-hostile")


def _elements_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """The number of elements of a sound part, of which nothing else is unfolded."""
    if part.file_size > _LARGEST_PART:
        raise UnreadableError("import-file-too-large", limit=_LARGEST_PART // 1_000_000)
    with archive.open(part) as stream:
        data = stream.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise UnreadableError("import-file-too-large", limit=_LARGEST_PART // 1_000_000)
    if any(sign in data for sign in _DECLARED):
        raise UnreadableError("import-file-hostile")
    count = data.count(b"<") - data.count(b"</")
    if count <= _MOST_ELEMENTS and b"mergeCell" in data and _merged_area(data) > _MOST_MERGED:
        raise UnreadableError("import-file-hostile")
    return count


def _merged_area(data: bytes) -> int:
    """How many cells the merged ranges of a sheet cover."""
    area = 0
    parser = etree.XMLPullParser(("end",), tag=_MERGED, resolve_entities=False, recover=True)
    parser.feed(data)
    for _, element in parser.read_events():
        match = _RANGE.fullmatch((element.get("ref") or "").strip().replace("$", ""))
        area += _area(*match.groups()) if match else 0
    return area


def _area(left: str, top: str, right: str, bottom: str) -> int:
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
