"""Jinja: the only room that turns views into HTML."""

from __future__ import annotations

import datetime
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from msgspec import Struct

from congkhai.foundation.own_words import own
from congkhai.knowledge import urls
from congkhai.site.assets import Assets
from congkhai.site.edition import OUTSIDE
from congkhai.site.pages.page import Context, Page
from congkhai.site.templating.environment import make_environment
from congkhai.site.templating.languages import language_links
from congkhai.site.templating.spoken import Speech, spoken

# The chapters of the portal in the order of the menu: label key and address.
CHAPTERS: tuple[tuple[str, str], ...] = (
    ("plans.title", urls.PLANS),
    ("deadlines.title", urls.DEADLINES),
    ("targets.title", urls.TARGETS),
    ("compare.title", urls.COMPARISON),
    ("procedures.title", urls.PROCEDURES),
    ("agencies.title", urls.AGENCIES),
    ("documents.title", urls.DOCUMENTS),
    ("decisions.title", urls.DECISIONS),
    ("posting.title", urls.POSTING),
    ("changes.title", urls.CHANGES),
    ("feedback.title", urls.FEEDBACK),
    ("data.title", urls.OPEN_DATA),
)
# Chapters that a site has only where it discloses procedures.
OF_PROCEDURES = frozenset((urls.PROCEDURES, urls.DECISIONS, urls.POSTING))


class SiteView(Struct, frozen=True):
    """What every page knows of the site; all addresses are hrefs from the page. Each is equal to itself only."""

    name: str
    root: str
    url: Callable[[str], str]
    asset: Callable[[str], str]
    nav: tuple[tuple[str, str, bool], ...]
    links: tuple[tuple[str, str], ...]
    as_of_url: str
    about: str
    invented: bool
    language: str
    edition: str
    outside: str
    search_description: str
    today: datetime.date

    @property
    def built(self) -> str:
        """The day of the build (dd/mm/yyyy): a page that shows it is another one each day."""
        return f"{self.today:%d/%m/%Y}"

    __eq__ = object.__eq__
    __hash__ = object.__hash__


class TemplateError(Exception):
    """A template that can't be rendered: its file and line where known, and what is wrong there."""

    def __init__(self, file: Path, line: int, detail: str) -> None:
        super().__init__(file, line, detail)
        self.file, self.line, self.detail = file, line, detail

    @classmethod
    def of(cls, error: Exception) -> TemplateError:
        """The fault behind an error; Jinja puts the lines of templates into its tracebacks."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return cls(Path(error.filename or ""), error.lineno, str(error.message))
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]
        last = frames[-1] if frames else None
        return cls(Path(last.filename if last else ""), (last.lineno if last else 0) or 0, str(error))


class Renderer:
    """Renders pages with the templates of the site laid over the built-in ones; the folder `compiled` keeps those."""

    def __init__(
        self,
        context: Context,
        assets: Assets,
        *folders: Path,
        compiled: Path | None = None,
        frame: Frame | None = None,
    ) -> None:
        self._context, self.assets, self.frame = context, assets, frame or Frame.of(context)
        self._environment = make_environment(context.labels, folders[::-1], compiled)
        self._sites: dict[tuple[int, str], SiteView] = {}
        self._editions = {
            f"{one}/": Renderer(context.in_language(one), assets, *folders, compiled=compiled, frame=self.frame)
            for one in (() if context.edition else context.config.editions)
        }

    def render(self, page: Page) -> str:
        """The HTML of a page, of the site or of one of its editions."""
        edition = self._context.edition
        if page.folder and not edition:
            return self._editions[page.folder].render(page)
        html = self._rendered(page)
        if not edition:
            return html
        return spoken(html, Speech(edition.language, page.url.count("/"), self._context.labels("edition.leaving")))

    def _rendered(self, page: Page) -> str:
        try:
            template = self._environment.get_template(page.template)
            if type(template.globals) is not dict:  # a chain of mappings is looked up several times as slowly
                template.globals = dict(template.globals)
            languages = language_links(self._context, page)
            return template.render(page=page, view=page.view, site=self._site(page), languages=languages)
        except Exception as error:
            raise TemplateError.of(error) from error

    def _site(self, page: Page) -> SiteView:
        """The same for all pages of a chapter in folders of one depth; the page for lost addresses stands in all."""
        key = -1 if page.url == urls.NOT_FOUND else page.url.count("/"), page.chapter
        if key not in self._sites:
            self._sites[key] = self._new_site(page)
        return self._sites[key]

    def _new_site(self, page: Page) -> SiteView:
        context = self._context
        href, labels, edition = context.href(page.url), context.labels, context.edition
        return SiteView(
            name=context.config.name,
            root=urls.relative(f"{page.folder}{page.url}", ""),
            url=cache(lambda url: href(url.lstrip("/"))),
            asset=cache(lambda name: href(self.assets[name])),
            nav=tuple((labels(key), href(url), page.chapter == url) for key, url in self.frame.chapters),
            links=tuple(
                (labels(key) if key else own(english) if edition and english else title, href(url))
                for key, title, url, english in self.frame.footer
            ),
            as_of_url=href(urls.CHANGES),
            about=labels("site.about"),
            invented=context.config.invented,
            language=edition.language if edition else "vi",
            edition=edition.folder if edition else "",
            outside=" ".join((*OUTSIDE, *self.frame.outside)) if edition else "",
            today=context.today,
            search_description=href(urls.OPEN_SEARCH) if context.config.base_url else "",
        )


class Frame(Struct, frozen=True):
    """What follows from the records for the frame of every page.

    Its chapters (label key, address), the links of its footer (label key or "", title or "", address, title
    in English or ""), and the addresses of prose that editions do not have.
    """

    chapters: tuple[tuple[str, str], ...]
    footer: tuple[tuple[str, str, str, str], ...]
    outside: tuple[str, ...] = ()

    def as_row(self) -> list[list[Any]]:
        """The frame as plain values, fit for JSON."""
        return [list(self.chapters), list(self.footer), list(self.outside)]

    @classmethod
    def of_row(cls, row: list[list[Any]]) -> Frame:
        """The frame of a row that `as_row` made."""
        chapters, footer, outside = row
        return cls(tuple(map(tuple, chapters)), tuple(map(tuple, footer)), tuple(outside))

    @classmethod
    def of(cls, context: Context) -> Frame:
        """The frame of a site: one of plans only has no procedures, and the other way round."""
        library = context.library
        absent = set() if library.cards else set(OF_PROCEDURES)
        absent |= set() if library.plans else {urls.PLANS, urls.DEADLINES, urls.TARGETS, urls.COMPARISON}
        prose = sorted(library.prose.values(), key=lambda page: (page.order, page.id))
        english = library.prose_in_english if context.config.editions else {}
        pages = tuple(
            ("", page.title, urls.prose_url(page.id), english[page.id].title if page.id in english else "")
            for page in prose
            if page.in_footer
        )
        return cls(
            tuple(chapter for chapter in CHAPTERS if chapter[1] not in absent),
            (
                (
                    f"report.page.link{'' if context.config.contact else '.nobody'}",
                    "",
                    f"{urls.FEEDBACK}#bao-sai-title",
                    "",
                ),
                ("feedback.report", "", urls.FEEDBACK, ""),
                *pages,
                ("abbreviations.title", "", urls.ABBREVIATIONS, ""),
                *((("processes.title", "", urls.PROCESSES, ""),) if library.cards else ()),
                ("disclosure.title", "", urls.DISCLOSURE, ""),
                ("indicators.title", "", urls.INDICATORS, ""),
                *((("scoring.title", "", urls.SELF_SCORING, ""),) if library.criteria else ()),
            ),
            tuple(urls.prose_url(page) for page in sorted(library.prose) if page not in english),
        )
