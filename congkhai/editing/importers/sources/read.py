"""One door to all formats: the suffix and the first bytes decide who reads a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from congkhai.editing.importers.blocks import Block, Notice
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.sources.plain_text import read_text
from congkhai.editing.importers.sources.unreadable import UnreadableError

_LARGEST = 30_000_000  # bytes; a plan of 200 pages has less than 2 million

__all__ = ["UnreadableError", "check_size", "read_source"]


def read_source(path: Path, report: ImportReport | None = None) -> list[Block]:
    """Read a file as blocks, and note in the report what its reader tells of places.

    Raise `UnreadableError` where it is missing, too large, corrupt or of an unknown kind.
    """
    check_size(path)
    reader = _readers().get(path.suffix.casefold())
    if reader is None:
        raise UnreadableError("import-file-kind", suffix=path.suffix)
    blocks: list[Block] = []
    for found in reader(path):
        if not isinstance(found, Notice):
            blocks.append(found)
        elif report:
            report.note(found.code, found.line, **dict(found.values))
    return blocks


def check_size(path: Path) -> None:
    """Raise `UnreadableError` where a file is missing, empty or too large to be read as a whole."""
    try:
        size = path.stat().st_size
    except OSError:
        raise UnreadableError("import-file-missing") from None
    if size > _LARGEST:
        raise UnreadableError("import-file-too-large", limit=_LARGEST // 1_000_000)
    if not size:
        raise UnreadableError("import-file-empty")


def _readers() -> dict[str, Callable[[Path], Sequence[Block | Notice]]]:
    """The reader of each suffix; the rooms for Word and Excel are opened only when needed."""
    from congkhai.editing.importers.sources.converted import read_pdf, read_word_97
    from congkhai.editing.importers.sources.excel import read_excel
    from congkhai.editing.importers.sources.separated import read_separated
    from congkhai.editing.importers.sources.web import read_web
    from congkhai.editing.importers.sources.word import read_word

    text = dict.fromkeys((".txt", ".text", ".md", ".markdown", ".tsv", ""), read_text)
    web = dict.fromkeys((".html", ".htm", ".xhtml"), read_web)
    return {**text, **web, ".csv": read_separated, ".docx": read_word, ".xlsx": read_excel, ".xlsm": read_excel,
            ".doc": read_word_97, ".rtf": read_word_97, ".odt": read_word_97, ".pdf": read_pdf}  # fmt: skip
