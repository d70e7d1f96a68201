"""Collects the files of a site as they are made, their links and sizes, search cards and problems."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field

from congkhai.build.incremental.recorder import BuildRecorder
from congkhai.build.merging import Part
from congkhai.build.output import Staging
from congkhai.build.parts import Share, digest_of
from congkhai.build.preparation import Settings
from congkhai.checks.hosts import check_hosts
from congkhai.checks.links import SiteLinks
from congkhai.foundation.digest import digest_of_bytes
from congkhai.foundation.leads import Leads
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.problem import Problem
from congkhai.foundation.program import library_versions
from congkhai.site.indexing import search_files
from congkhai.site.pages.page import Context
from congkhai.site.rendering import File, Progress, TaskResult
from congkhai.site.search import Card


@dataclass(slots=True)
class Build:
    """The result of a build: its files (path → bytes), all problems, the number of pages.

    There are no files where problems forbid publishing.
    """

    files: MutableMapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    pages: int = 0


class MadeSite:
    """The files of a site as they come, and what the checks at the end, the search index and other machines need."""

    def __init__(
        self,
        settings: Settings,
        context: Context,
        build: Build,
        progress: Progress,
        recorder: BuildRecorder | None,
    ) -> None:
        self.settings, self.context, self.built, self.progress = settings, context, build, progress
        self.recorder, self.may_spread_writing = recorder, False
        self.leads, self.links = Leads(context.root), SiteLinks()
        self.sizes: dict[str, int] = {}
        self.cards: list[Card] = []
        self.awaited, self.has_index = 0, False
        self.told: tuple[Problem, ...] = ()
        self.own_assets: set[str] = set()

    def add_result(self, result: TaskResult) -> None:
        """Write the files of a task, or collect its search card; once all cards are there, write the search index."""
        if self.recorder:
            self.recorder.record_result(result)
        if result.extract:
            self.cards.append(Card(*result.extract))
            if len(self.cards) == self.awaited and not self.settings.share:
                self.write_index()  # while other processes make pages
        for file in result.files:
            self.write(file)

    def write_index(self) -> None:
        """Write the search index of the cards that were collected, once."""
        if self.has_index:
            return
        self.has_index = True
        keep = self.recorder.pieces if self.recorder else None
        for path, data in search_files(self.cards, self.context.library, keep):
            self.write(File(path, data))
        self.cards.clear()

    def write(self, file: File) -> None:
        """Write a file of the site."""
        if file.staged and isinstance(self.built.files, Staging):
            self.built.files.take(file.path, file.staged)
        else:
            self.built.files[file.path] = file.data
        self.sizes[file.path] = file.staged.size if file.staged else len(file.data)
        if file.path.endswith(".html"):
            self.take_links(file)

    def take_links(self, file: File) -> None:
        """Take in the links of a page; those of a page of a part are known."""
        if not (self.settings.parts and file.path in self.links):
            linked = file.linked or self.leads.linked(file.path, PageLinks.of(file.data.decode("utf-8")))
            codes = self.links.take(file.path, linked)
            if self.recorder:
                self.recorder.record_links(file.path, codes)
        self.built.pages = len(self.links)

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of the built site; a part alone is not checked."""
        if self.settings.share:
            return
        files = self.built.files
        for page, broken in self.links.check(self.sizes, lambda path: files[path].decode("utf-8"), self.leads):
            if self.recorder:
                self.recorder.record_broken_links(page, broken)
            yield from broken
        yield from check_hosts(self.sizes)

    def digest(self) -> str:
        """Return the digest that all parts of one site share."""
        settings, base_url = self.settings, self.context.config.base_url
        request = (settings.today.isoformat(), base_url, settings.posting, library_versions())
        return digest_of(settings.source, *request)

    def part(self, share: Share) -> Part:
        """Return what this share of the site has for the whole."""
        files = self.built.files
        if isinstance(files, Staging):
            digests = files.digests
        else:
            digests = {path: digest_of_bytes(data) for path, data in files.items()}
        return Part(self.digest(), str(share), digests, self.links.saved(), self.cards, self.told)
