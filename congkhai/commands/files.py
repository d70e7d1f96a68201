"""Files that the editors' commands read and write."""

from __future__ import annotations

from pathlib import Path

import click

from congkhai.foundation.atomic import write_atomically
from congkhai.foundation.language import words


def text_of(path: Path) -> str | None:
    """The text of a file; None where there is none."""
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else None


def save_text(path: Path, text: str) -> None:
    """Write a text with LF lines in one step, with the folders it needs; raise UsageError where that fails."""
    save_bytes(path, text.encode("utf-8"))


def save_bytes(path: Path, data: bytes) -> None:
    """Write a file in one step, with the folders it needs; raise UsageError where that fails."""
    try:
        write_atomically(path, data)
    except OSError as error:
        raise click.UsageError(words()("import.unwritable", path=path, reason=error.strerror)) from error
