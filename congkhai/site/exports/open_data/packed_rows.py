"""Rows of a sheet as they stand in a workbook, packed (DEFLATE, RFC 1951) block by block, so that most can stay.

A block that ends with a full flush knows nothing of what stands before it: blocks joined are one stream.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LEVEL = 6
_ROW_END = b"</row>"
# The head of a part of a ZIP file (APPNOTE 4.3.7): its bytes, and where the lengths of its two texts stand in it.
_HEAD_BYTES, _LENGTHS_AT = 30, 26


class PackedRows(NamedTuple):
    """Bytes packed, the number of them and their CRC-32 before that."""

    data: bytes
    size: int
    crc: int


def packed(data: bytes, end: int = zlib.Z_FULL_FLUSH) -> PackedRows:
    """Pack a block; the last one of a stream ends with Z_FINISH."""
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return PackedRows(stream.compress(data) + stream.flush(end), len(data), zlib.crc32(data))


def joined(blocks: Iterable[PackedRows]) -> PackedRows:
    """Blocks as one; CRC-32 is linear, so that what stands before a block counts like that much of nothing."""
    parts = list(blocks)
    nothing = memoryview(bytes(max((part.size for part in parts), default=0)))
    crc = 0
    for part in parts:
        crc = zlib.crc32(nothing[: part.size], crc) ^ zlib.crc32(nothing[: part.size]) ^ part.crc
    return PackedRows(b"".join(part.data for part in parts), sum(part.size for part in parts), crc)


def moved(block: bytes, before: int, now: int) -> PackedRows:
    """A packed block whose first row had the number `before` and has the number `now` (see `xlsx_rows`)."""
    lines = zlib.decompressobj(-zlib.MAX_WBITS).decompress(block).split(_ROW_END)
    numbered = (line.replace(b'%d"' % (before + at), b'%d"' % (now + at)) for at, line in enumerate(lines))
    return packed(_ROW_END.join(numbered))


def add_packed(package: ZipFile, written: IO[bytes], part: ZipInfo, whole: PackedRows) -> None:
    """Add a part to a ZIP file that is written to `written`, as it is packed already."""
    part.compress_type, part.CRC = ZIP_DEFLATED, whole.crc
    part.file_size, part.compress_size = whole.size, len(whole.data)
    part.header_offset = written.tell()
    written.write(part.FileHeader(zip64=False) + whole.data)
    package.filelist.append(part)
    package.NameToInfo[part.filename] = part
    package.start_dir = written.tell()


def packed_part(package: bytes, name: str) -> bytes:
    """A part of a ZIP file as it is packed in it."""
    with ZipFile(BytesIO(package)) as given:
        part = given.getinfo(name)
    lengths = struct.unpack_from("<HH", package, part.header_offset + _LENGTHS_AT)
    start = part.header_offset + _HEAD_BYTES + sum(lengths)
    return package[start : start + part.compress_size]
