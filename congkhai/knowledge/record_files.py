"""Which kind of record stands in which files of a source: for schemas, scaffolds and the house form."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from congkhai.records.abbreviation import AbbreviationFile
from congkhai.records.agency import Registry
from congkhai.records.announcement import Announcement
from congkhai.records.document import DocumentFile
from congkhai.records.feedback import FeedbackFile
from congkhai.records.indicator import IndicatorReport
from congkhai.records.model.record import Record
from congkhai.records.plan import Plan
from congkhai.records.posting import Posting
from congkhai.records.procedure import Procedure
from congkhai.records.progress import Progress
from congkhai.records.prose import ProsePage
from congkhai.records.sector import SectorFile
from congkhai.records.site_config import SiteConfig


class RecordFile(NamedTuple):
    """Files of one kind: a pattern of their paths, the record in each, and the key that bears the file's name.

    `id_key` is "" where a file may be called anything, and where only one file of the kind can be.
    """

    kind: str
    pattern: str
    record: type[Record]
    id_key: str = ""

    def path(self, record_id: str) -> PurePosixPath:
        """The path of a record's file, relative to the source."""
        return PurePosixPath(self.pattern.replace("**/*", "*").replace("*", record_id))


RECORD_FILES: tuple[RecordFile, ...] = (
    RecordFile("plan", "content/plans/*.yaml", Plan, "id"),
    RecordFile("agency", "content/agencies/*.yaml", Registry, "territory"),
    RecordFile("document", "content/documents/*.yaml", DocumentFile, "territory"),
    RecordFile("procedure", "content/procedures/**/*.yaml", Procedure, "code"),
    RecordFile("announcement", "content/announcements/*.yaml", Announcement, "id"),
    RecordFile("progress", "content/progress/*.yaml", Progress, "plan"),
    RecordFile("page", "content/pages/*.md", ProsePage, "id"),
    RecordFile("feedback", "content/feedback/*.yaml", FeedbackFile),
    RecordFile("indicator", "content/indicators/*.yaml", IndicatorReport, "id"),
    RecordFile("posting", "content/postings/*.yaml", Posting, "id"),
    RecordFile("abbreviation", "content/abbreviations/*.yaml", AbbreviationFile),
    RecordFile("sector", "content/sectors.yaml", SectorFile),
    RecordFile("site", "site.yaml", SiteConfig),
)


def record_file_at(path: str) -> RecordFile | None:
    """The kind of file that stands at a path relative to the source; none where no record is declared for it."""
    return next((found for found in RECORD_FILES if _stands_at(found, PurePosixPath(path))), None)


def _stands_at(file: RecordFile, path: PurePosixPath) -> bool:
    pattern = PurePosixPath(file.pattern)
    if "*" not in file.pattern:
        return path == pattern
    folder = PurePosixPath(file.pattern.split("*")[0])
    return path.suffix == pattern.suffix and folder in path.parents
