"""Files of other programs (.doc, .odt, .rtf, .pdf): converted first by a tool, where one is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from congkhai.importers.blocks import Block
from congkhai.importers.sources.columns import read_columned
from congkhai.importers.sources.unreadable import UnreadableError
from congkhai.importers.sources.word import read_word

_PATIENCE = 120  # seconds


def read_word_97(path: Path) -> list[Block]:
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
    """Read a .pdf through pdftotext, its columns by their places; raise `UnreadableError` without that tool."""
    tool = shutil.which("pdftotext")
    if tool is None:
        raise UnreadableError("import-file-needs-pdftotext", suffix=path.suffix)
    text = _run([tool, "-layout", "-enc", "UTF-8", str(path), "-"]).decode("utf-8", errors="replace")
    if not text.strip():
        raise UnreadableError("import-file-scanned")
    return read_columned(text)


def _run(command: list[str]) -> bytes:
    try:
        return subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE).stdout
    except (subprocess.SubprocessError, OSError):
        raise UnreadableError("import-file-corrupt") from None
