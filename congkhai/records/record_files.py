"""All kinds of records by their files: what is declared in a kind's own module becomes known to all others here."""

from __future__ import annotations

from pathlib import PurePosixPath

from congkhai.records import (
    abbreviation,
    agency,
    announcement,
    assessment,
    criteria,
    document,
    elsewhere,
    feedback,
    indicator,
    internal_process,
    plan,
    posting,
    procedure,
    progress,
    prose,
    search_phrase,
    sector,
    site_config,
    window_list,
)
from congkhai.records.model.record_file import RecordFile

# Those with a schema and a house form.
RECORD_FILES: tuple[RecordFile, ...] = (
    plan.FILES,
    agency.FILES,
    document.FILES,
    procedure.FILES,
    internal_process.FILES,
    announcement.FILES,
    progress.FILES,
    prose.FILES,
    prose.FILES_IN_ENGLISH,
    feedback.FILES,
    indicator.FILES,
    criteria.FILES,
    assessment.FILES,
    posting.FILES,
    window_list.FILES,
    abbreviation.FILES,
    elsewhere.FILES,
    sector.FILES,
    site_config.FILES,
)
# The folders of content/ and the one single file there.
BY_FOLDER = {file.folder: file for file in (*RECORD_FILES, search_phrase.FILES) if file.keeps}
# Where the records of each mapping of the library stand.
FOLDERS = {kept.mapping: folder for folder, file in BY_FOLDER.items() for kept in file.keeps}


def record_file_at(path: str) -> RecordFile | None:
    """The kind of file that stands at a path relative to the source; none where no record is declared for it."""
    return next((found for found in RECORD_FILES if _stands_at(found, PurePosixPath(path))), None)


def _stands_at(file: RecordFile, path: PurePosixPath) -> bool:
    pattern = PurePosixPath(file.pattern)
    if "*" not in file.pattern:
        return path == pattern
    folder = PurePosixPath(file.pattern.split("*")[0])
    return path.suffix == pattern.suffix and folder in path.parents
