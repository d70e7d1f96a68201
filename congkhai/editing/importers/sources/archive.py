"""Guards for files that are zip archives (Word, Excel): no bombs, no declared entities, no spreadsheet of air."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from congkhai.editing.importers.sources.unreadable import UnreadableError

_LARGEST_WHOLE = 200_000_000  # bytes unpacked
_LARGEST_PART = 80_000_000
_MOST_PARTS = 5_000
_MOST_MERGED = 500_000  # cells that all merged ranges of a sheet may cover
# The range of a merged cell, as "A1:C3".
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,4})(\d{1,8}):([A-Z]{1,4})(\d{1,8})"')


def check_archive(path: Path) -> None:
    """Raise `UnreadableError` if a file is no sound zip archive, or would grow or unfold beyond measure."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_WHOLE:
                raise UnreadableError("import-file-too-large", limit=_LARGEST_WHOLE // 1_000_000)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(archive, part)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise UnreadableError("import-file-corrupt") from None


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.file_size > _LARGEST_PART:
        raise UnreadableError("import-file-too-large", limit=_LARGEST_PART // 1_000_000)
    with archive.open(part) as stream:
        data = stream.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise UnreadableError("import-file-too-large", limit=_LARGEST_PART // 1_000_000)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableError("import-file-hostile")
    if sum(_area(*match.groups()) for match in _MERGED.finditer(data)) > _MOST_MERGED:
        raise UnreadableError("import-file-hostile")


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
