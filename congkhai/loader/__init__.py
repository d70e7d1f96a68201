"""Reads a source folder into a library; the only room that reads content."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from congkhai.library import Library
from congkhai.loader.folder import files_below, is_inside, read_file, shown_path
from congkhai.plain_data import version_of
from congkhai.problem import Place, Problems
from congkhai.procedure_card import card_of
from congkhai.record import Record
from congkhai.records.abbreviation import AbbreviationFile, read_abbreviations
from congkhai.records.agency import Actor, Registry, read_registry
from congkhai.records.announcement import Announcement, read_announcement
from congkhai.records.document import DocumentFile, read_documents
from congkhai.records.feedback import FeedbackFile, read_feedback
from congkhai.records.indicator import IndicatorReport, read_indicators
from congkhai.records.plan import Plan, read_plan
from congkhai.records.posting import Posting, read_posting
from congkhai.records.procedure import Procedure, read_procedure
from congkhai.records.progress import Progress, read_progress
from congkhai.records.prose import ProsePage, read_prose, read_prose_front
from congkhai.records.search_phrase import SearchPhrase, read_search_phrases
from congkhai.records.sector import SectorFile, read_sectors
from congkhai.records.stored_file import PUBLISHED_TYPES, StoredFile
from congkhai.site_config import SiteConfig, read_site_config
from congkhai.stopwatch import STOPPED, Stopwatch
from congkhai.yaml_source import Node, parse_yaml

CONTENT = "content"
FILES = "files"


@dataclass(slots=True)
class _Shelf:
    """Records as they come in, by kind and id; a second record of the same id is a problem."""

    problems: Problems
    kinds: dict[str, dict[str, Any]] = field(default_factory=dict)

    def put(self, kind: str, record_id: str, record: Record, at: str = "id") -> None:
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


def load_config(source: Path, problems: Problems) -> SiteConfig:
    """Read site.yaml; without it the settings are empty and a problem is noted."""
    path = source / "site.yaml"
    if not os.path.lexists(path):
        problems.add("missing-site-config", Place("site.yaml"))
        return SiteConfig()
    node = _parse(path, source, problems) if is_inside(path, source, problems) else None
    config = read_site_config(node, problems) if node is not None else None
    return config or SiteConfig()


def load_library(source: Path, problems: Problems, watch: Stopwatch = STOPPED) -> Library:
    """Read all records below `source`/content; every fault of every file is noted."""
    shelf = _Shelf(problems)
    for path in files_below(source / CONTENT, source, problems):
        with watch("read", path.relative_to(source / CONTENT).parts[0]):
            _load_file(path, source, shelf)
    with watch("read", "cards"):
        procedures = shelf.kinds.get("procedures", {})
        cards = {code: card_of(procedure) for code, procedure in procedures.items()}
        versions = {code: version_of(procedure) for code, procedure in procedures.items()}
    return Library(**shelf.kinds, cards=cards, versions=versions)


def stored_files(source: Path, library: Library) -> Iterator[tuple[str, bytes]]:
    """The files below content/files that may be published: path there, bytes."""
    for path, file in library.files.items():
        if file.type in PUBLISHED_TYPES:
            yield path, (source / CONTENT / FILES / path).read_bytes()


def _load_file(path: Path, source: Path, shelf: _Shelf) -> None:
    relative = path.relative_to(source / CONTENT)
    kind = relative.parts[0] if len(relative.parts) > 1 else relative.name
    if kind == FILES:
        _put_file(path, source, shelf)
        return
    take = TAKERS.get(kind)
    if take is None or path.suffix != take.suffix:
        if kind not in UNREAD and relative.parts[0] not in UNREAD:
            shelf.problems.add("unknown-file", Place(shown_path(path, source)))
        return
    take.load(path, source, shelf)


def _put_file(path: Path, source: Path, shelf: _Shelf) -> None:
    name = path.relative_to(source / CONTENT / FILES).as_posix()
    data = read_file(path, source, shelf.problems)
    if data is not None:
        shelf.put("files", name, StoredFile(place=Place(shown_path(path, source)), path=name, size=len(data)))


def _parse(path: Path, source: Path, problems: Problems) -> Node | None:
    data = read_file(path, source, problems)
    return None if data is None else parse_yaml(data, shown_path(path, source), problems)


@dataclass(frozen=True, slots=True)
class _Taker:
    """How the files of one folder of content become records on the shelf."""

    read: Callable[[Node, Problems], Any]
    put: Callable[[Any, _Shelf], None]
    suffix: str = ".yaml"

    def load(self, path: Path, source: Path, shelf: _Shelf) -> None:
        if self.suffix == ".md":
            data = read_file(path, source, shelf.problems)
            found = None if data is None else read_prose(data, shown_path(path, source), shelf.problems)
        else:
            node = _parse(path, source, shelf.problems)
            found = self.read(node, shelf.problems) if node is not None else None
        if found is not None:
            self.put(found, shelf)


def _put_plan(plan: Plan, shelf: _Shelf) -> None:
    shelf.named_as_file(plan, plan.id)
    shelf.put("plans", plan.id, plan)


def _put_registry(registry: Registry, shelf: _Shelf) -> None:
    shelf.named_as_file(registry, registry.territory, at="territory")
    shelf.put("territories", registry.territory, registry, at="territory")
    actors: tuple[Actor, ...] = (*registry.agencies, *registry.groups, *registry.collectives)
    for actor in actors:
        shelf.put("actors", actor.id, actor)


def _put_documents(file: DocumentFile, shelf: _Shelf) -> None:
    for document in file.documents:
        territory = document.territory or file.territory
        shelf.put("documents", document.id, replace(document, territory=territory))


def _put_abbreviations(file: AbbreviationFile, shelf: _Shelf) -> None:
    for abbreviation in file.abbreviations:
        shelf.put("abbreviations", abbreviation.short, abbreviation, at="short")


def _put_progress(progress: Progress, shelf: _Shelf) -> None:
    shelf.named_as_file(progress, progress.plan, at="plan")
    shelf.put("progress", progress.plan, progress, at="plan")


def _put_prose(page: ProsePage, shelf: _Shelf) -> None:
    shelf.named_as_file(page, page.id)
    shelf.put("prose", page.id, page)


def _put_procedure(procedure: Procedure, shelf: _Shelf) -> None:
    shelf.named_as_file(procedure, procedure.code, at="code")
    shelf.put("procedures", procedure.code, procedure, at="code")


def _put_announcement(announcement: Announcement, shelf: _Shelf) -> None:
    shelf.named_as_file(announcement, announcement.id)
    shelf.put("announcements", announcement.id, announcement)


def _put_sectors(file: SectorFile, shelf: _Shelf) -> None:
    for sector in file.sectors:
        shelf.put("sectors", sector.id, sector)
    for event in file.life_events:
        shelf.put("life_events", event.id, event)


def _put_feedback(file: FeedbackFile, shelf: _Shelf) -> None:
    for feedback in file.feedback:
        shelf.put("feedback", feedback.id, feedback)


def _put_indicators(report: IndicatorReport, shelf: _Shelf) -> None:
    shelf.named_as_file(report, report.id)
    shelf.put("indicators", report.id, report)


def _put_posting(posting: Posting, shelf: _Shelf) -> None:
    shelf.named_as_file(posting, posting.id)
    shelf.put("postings", posting.id, posting)


def _put_search_phrases(phrases: tuple[SearchPhrase, ...], shelf: _Shelf) -> None:
    for phrase in phrases:
        shelf.put("search_phrases", f"{phrase.kind}:{phrase.phrase}", phrase)


# The folders of content/ (and its one single file) and what becomes of their files.
TAKERS: dict[str, _Taker] = {
    "plans": _Taker(read_plan, _put_plan),
    "agencies": _Taker(read_registry, _put_registry),
    "documents": _Taker(read_documents, _put_documents),
    "abbreviations": _Taker(read_abbreviations, _put_abbreviations),
    "progress": _Taker(read_progress, _put_progress),
    "procedures": _Taker(read_procedure, _put_procedure),
    "announcements": _Taker(read_announcement, _put_announcement),
    "feedback": _Taker(read_feedback, _put_feedback),
    "indicators": _Taker(read_indicators, _put_indicators),
    "postings": _Taker(read_posting, _put_posting),
    "search": _Taker(read_search_phrases, _put_search_phrases),
    "sectors.yaml": _Taker(read_sectors, _put_sectors),
    "pages": _Taker(read_prose_front, _put_prose, suffix=".md"),
}
# What lies in content for its editors.
UNREAD: Iterable[str] = ("README.md",)
