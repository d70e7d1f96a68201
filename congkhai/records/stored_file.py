"""Files that are published as they are: forms to fill in, below content/files."""

from __future__ import annotations

from pathlib import PurePosixPath

from congkhai.records.model.record import Record

# What may be published as it is: documents and pictures; nothing that a browser would run.
PUBLISHED_TYPES = frozenset(
    (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv", ".txt", ".pdf", ".zip", ".jpg", ".jpeg", ".png")
)


class StoredFile(Record, frozen=True, kw_only=True):
    """A file by its path below content/files, with its size in bytes."""

    path: str = ""
    size: int = 0

    @property
    def type(self) -> str:
        """Its type by the end of its name, in lower case: ".docx"."""
        return PurePosixPath(self.path).suffix.casefold()
