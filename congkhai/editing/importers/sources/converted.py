"""Files of other programs (.doc, .odt, .rtf, .pdf): converted first by a tool, where one is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from congkhai.editing.importers.blocks import Block, Grid, Notice
from congkhai.editing.importers.sources.columns import read_columned
from congkhai.editing.importers.sources.drawing import Page, lines_of, words_of
from congkhai.editing.importers.sources.ruled import read_ruled
from congkhai.editing.importers.sources.unreadable import UnreadableError
from congkhai.editing.importers.sources.word import read_word

_PATIENCE = 120  # seconds


def read_word_97(path: Path) -> list[Block | Notice]:
    """Read .doc, .odt or .rtf through LibreOffice; raise `UnreadableError` where it is not installed or fails."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableError("import-file-needs-libreoffice", suffix=path.suffix)
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        _run([office, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(path)])
        made = Path(folder, path.with_suffix(".docx").name)
        if not made.exists():
            raise UnreadableError("import-file-corrupt")
        return read_word(made)


def read_pdf(path: Path) -> list[Block]:
    """Read a .pdf through poppler's tools; raise `UnreadableError` without them.

    Tables are read by their ruled lines; where none are drawn, by the places of their words.
    """
    tool = shutil.which("pdftotext")
    if tool is None:
        raise UnreadableError("import-file-needs-pdftotext", suffix=path.suffix)
    text = _run([tool, "-layout", "-enc", "UTF-8", str(path), "-"]).decode("utf-8", errors="replace")
    if not text.strip():
        raise UnreadableError("import-file-scanned")
    ruled = read_ruled(_pages(path, tool))
    return ruled if any(isinstance(block, Grid) for block in ruled) else read_columned(text)


def _pages(path: Path, tool: str) -> Iterator[Page]:
    """The words and ruled lines of all pages; no page where the tool that tells of lines is missing."""
    drawer = shutil.which("pdftocairo")
    words = words_of(_run([tool, "-bbox", "-enc", "UTF-8", str(path), "-"])) if drawer else []
    for number, found in enumerate(words, start=1):
        drawn = _run([str(drawer), "-svg", "-f", str(number), "-l", str(number), str(path), "-"])
        yield Page(found, lines_of(drawn))


def _run(command: list[str]) -> bytes:
    try:
        return subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE).stdout
    except (subprocess.SubprocessError, OSError):
        raise UnreadableError("import-file-corrupt") from None
