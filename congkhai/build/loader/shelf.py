"""The shelf that records come in on, and how the files of each folder of content/ become records there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from congkhai.build.loader.folder import read_file, shown_path
from congkhai.foundation.digest import digest_of_bytes
from congkhai.foundation.problem import Problems
from congkhai.records.abbreviation import AbbreviationFile, read_abbreviations
from congkhai.records.agency import Actor, Registry, read_registry
from congkhai.records.announcement import Announcement, read_announcement
from congkhai.records.document import DocumentFile, read_documents
from congkhai.records.feedback import FeedbackFile, read_feedback
from congkhai.records.indicator import IndicatorReport, read_indicators
from congkhai.records.model.record import Record
from congkhai.records.plan import Plan, read_plan
from congkhai.records.posting import Posting, read_posting
from congkhai.records.procedure import Procedure, read_procedure
from congkhai.records.progress import Progress, read_progress
from congkhai.records.prose import ProsePage, read_prose, read_prose_front
from congkhai.records.search_phrase import SearchPhrase, read_search_phrases
from congkhai.records.sector import SectorFile, read_sectors
from congkhai.source.yaml_source import Node, parse_yaml

CONTENT = "content"
FILES = "files"


@dataclass(slots=True)
class Shelf:
    """Records as they come in, by kind and id; a second record of the same id is a problem."""

    problems: Problems
    kinds: dict[str, dict[str, Any]] = field(default_factory=dict)
    digests: dict[str, bytes] = field(default_factory=dict)

    def bytes_of(self, path: str, source: Path) -> bytes | None:
        """The bytes of a file, whose digest is kept; None where it can't be read."""
        data = read_file(source, path, self.problems)
        if data is not None:
            self.digests[path.removeprefix(f"{CONTENT}/")] = digest_of_bytes(data)
        return data

    def put(self, kind: str, record_id: str, record: Record, at: str = "id") -> None:
        """Put a record where it belongs, unless one of its id is there."""
        records = self.kinds.setdefault(kind, {})
        if first := records.get(record_id):
            address = f"{first.place.path}:{first.place_of(at).line}"
            self.problems.add("duplicate-id", record.place_of(at), id=record_id, first=address)
        elif record_id:
            records[record_id] = record

    def named_as_file(self, record: Record, record_id: str, at: str = "id") -> None:
        """Note a problem where a file's name is not the id of the record in it."""
        stem = PurePosixPath(record.place.path).stem
        if record_id and record_id != stem:
            self.problems.add("id-not-file-name", record.place_of(at), id=record_id, stem=stem)


class Taker(Struct, frozen=True):
    """How the files of one folder of content become records on the shelf."""

    read: Callable[[Node, Problems], Any]
    put: Callable[[Any, Shelf], None]
    suffix: str = ".yaml"

    def load(self, path: str, source: Path, shelf: Shelf) -> None:
        """Read a file and put what is in it on the shelf."""
        if self.suffix == ".md":
            data = shelf.bytes_of(path, source)
            found = None if data is None else read_prose(data, shown_path(path), shelf.problems)
        else:
            data = shelf.bytes_of(path, source)
            node = None if data is None else parse_yaml(data, shown_path(path), shelf.problems)
            found = self.read(node, shelf.problems) if node is not None else None
        if found is not None:
            self.put(found, shelf)


def _put_plan(plan: Plan, shelf: Shelf) -> None:
    shelf.named_as_file(plan, plan.id)
    shelf.put("plans", plan.id, plan)


def _put_registry(registry: Registry, shelf: Shelf) -> None:
    shelf.named_as_file(registry, registry.territory, at="territory")
    shelf.put("territories", registry.territory, registry, at="territory")
    actors: tuple[Actor, ...] = (*registry.agencies, *registry.groups, *registry.collectives)
    for actor in actors:
        shelf.put("actors", actor.id, actor)


def _put_documents(file: DocumentFile, shelf: Shelf) -> None:
    for document in file.documents:
        territory = document.territory or file.territory
        shelf.put("documents", document.id, replace(document, territory=territory))


def _put_abbreviations(file: AbbreviationFile, shelf: Shelf) -> None:
    for abbreviation in file.abbreviations:
        shelf.put("abbreviations", abbreviation.short, abbreviation, at="short")


def _put_progress(progress: Progress, shelf: Shelf) -> None:
    shelf.named_as_file(progress, progress.plan, at="plan")
    shelf.put("progress", progress.plan, progress, at="plan")


def _put_prose(page: ProsePage, shelf: Shelf) -> None:
    shelf.named_as_file(page, page.id)
    shelf.put("prose", page.id, page)


def _put_procedure(procedure: Procedure, shelf: Shelf) -> None:
    shelf.named_as_file(procedure, procedure.code, at="code")
    shelf.put("procedures", procedure.code, procedure, at="code")


def _put_announcement(announcement: Announcement, shelf: Shelf) -> None:
    shelf.named_as_file(announcement, announcement.id)
    shelf.put("announcements", announcement.id, announcement)


def _put_sectors(file: SectorFile, shelf: Shelf) -> None:
    for sector in file.sectors:
        shelf.put("sectors", sector.id, sector)
    for event in file.life_events:
        shelf.put("life_events", event.id, event)


def _put_feedback(file: FeedbackFile, shelf: Shelf) -> None:
    for feedback in file.feedback:
        shelf.put("feedback", feedback.id, feedback)


def _put_indicators(report: IndicatorReport, shelf: Shelf) -> None:
    shelf.named_as_file(report, report.id)
    shelf.put("indicators", report.id, report)


def _put_posting(posting: Posting, shelf: Shelf) -> None:
    shelf.named_as_file(posting, posting.id)
    shelf.put("postings", posting.id, posting)


def _put_search_phrases(phrases: tuple[SearchPhrase, ...], shelf: Shelf) -> None:
    for phrase in phrases:
        shelf.put("search_phrases", f"{phrase.kind}:{phrase.phrase}", phrase)


# The folders of content/ (and its one single file) and what becomes of their files.
TAKERS: dict[str, Taker] = {
    "plans": Taker(read_plan, _put_plan),
    "agencies": Taker(read_registry, _put_registry),
    "documents": Taker(read_documents, _put_documents),
    "abbreviations": Taker(read_abbreviations, _put_abbreviations),
    "progress": Taker(read_progress, _put_progress),
    "procedures": Taker(read_procedure, _put_procedure),
    "announcements": Taker(read_announcement, _put_announcement),
    "feedback": Taker(read_feedback, _put_feedback),
    "indicators": Taker(read_indicators, _put_indicators),
    "postings": Taker(read_posting, _put_posting),
    "search": Taker(read_search_phrases, _put_search_phrases),
    "sectors.yaml": Taker(read_sectors, _put_sectors),
    "pages": Taker(read_prose_front, _put_prose, suffix=".md"),
}
# What lies in content for its editors.
UNREAD: Iterable[str] = ("README.md",)
