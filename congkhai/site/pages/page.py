"""What a page is before it is rendered: an address, a template, and a frozen view made for it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from msgspec import Struct, field
from msgspec.structs import replace

from congkhai.foundation.dependencies import DependencyTracker
from congkhai.foundation.labels import Labels
from congkhai.foundation.text import nfc
from congkhai.knowledge import urls
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.documents.annotation import Annotator, Citations
from congkhai.knowledge.documents.citing import Place as CitingPlace
from congkhai.knowledge.library import Library
from congkhai.records.site_config import SiteConfig
from congkhai.site.edition import Edition, labels_of, settings_in_english
from congkhai.vietnamese.holiday_names import holiday_name
from congkhai.vietnamese.workdays import Calendar

if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Assignments
    from congkhai.knowledge.plans.deadlines import DueItem, RowTime
    from congkhai.records.plan import Plan
    from congkhai.site.exports.twins import Understanding

Href = Callable[[str], str]


class DataLink(Struct, frozen=True):
    """The same facts in another format; `address` is the whole one, where programs must know it ("" if unknown)."""

    format: str
    url: str
    note: str = ""
    address: str = ""


class Page(Struct, frozen=True):
    """A page to be rendered. `url` is relative to the site's root; all addresses in `view` are hrefs from there.

    `title` is short, for the window and the trail; `heading` is the whole name where that is longer. `trail` are the
    pages above (title, href); `twin` is the same as data, written beside the page as index.json; `linked_data` is the
    href of what the page is about as JSON-LD, `data_block` the same in the page; `tables` are its table as files,
    `subscriptions` its calendar and feed. `folder` is that of the edition which the page belongs to ("en/"), "" for the
    site itself; `url` is the same in all of them.
    """

    url: str
    template: str
    title: str
    view: Any
    description: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    twin: Mapping[str, Any] | None = None
    chapter: str = ""
    heading: str = ""
    linked_data: str = ""
    data_block: str = ""
    tables: tuple[DataLink, ...] = ()
    subscriptions: tuple[DataLink, ...] = ()
    folder: str = ""

    @property
    def breadcrumbs(self) -> tuple[tuple[str, str], ...]:
        """The pages above; the page itself is named by its heading right below."""
        return self.trail

    @property
    def data_url(self) -> str:
        """The href of the twin, "" where there is none."""
        return own_file(self.folder, self.url, "index.json") if self.twin is not None else ""

    @property
    def file(self) -> str:
        """The file the page is written to."""
        path = f"{self.folder}{self.url}"
        return f"{path}index.html" if path.endswith("/") or not path else path


class Files(NamedTuple):
    """Files of their own kind (path, bytes) that are made, as pages are, for each plan or agency."""

    files: tuple[tuple[str, bytes], ...]


# The promise of a page: makers that make many pages promise them, so that several processes may keep their share.
MakePage = Callable[[], Page | Files]


class PageFamily(NamedTuple):
    """Pages of records, one by one: the keys of those there are, and how the page of a key is made.

    A page looks up for itself whatever it shows, by its key; a key may be JSON that tells more than a name.
    """

    keys: Callable[[Context], Iterable[str]]
    page: Callable[[Context, str], Page]


class PageSeries(NamedTuple):
    """Pages that are promised as partial functions of a context and of plain values: what differs, is another page."""

    make: Callable[[Context], Iterator[MakePage]]


class PageTask(NamedTuple):
    """A page to be made: the name of its family, its key there, how it is made."""

    family: str
    key: str
    make: MakePage


class Context(Struct, frozen=True):
    """All that page makers draw on; nothing in it changes during a build."""

    config: SiteConfig
    library: Library
    derived: Derived
    labels: Labels
    today: datetime.date
    workdays: Calendar
    posting: bool = False
    tracker: DependencyTracker = field(default_factory=DependencyTracker)
    edition: Edition | None = None

    def in_language(self, language: str) -> Context:
        """The same for the edition of the site in another language, whose labels bear marks."""
        config, labels = settings_in_english(self.config), labels_of(language)
        return replace(self, config=config, labels=labels, edition=self.edition_in(language))

    def edition_in(self, language: str) -> Edition:
        """The edition of the site in another language."""
        return Edition(language, self.library.prose, self.library.prose_in_english)

    @property
    def assignments(self) -> Assignments:
        """Who does what."""
        return self.derived.assignments

    @property
    def times(self) -> Mapping[tuple[str, str], RowTime]:
        """By when, row by row."""
        return self.derived.times

    @property
    def due(self) -> tuple[DueItem, ...]:
        """The due days of all rows in the order of the calendar."""
        return self.derived.due

    @property
    def citations(self) -> Citations:
        """Which document a citation means."""
        return self.derived.citations

    @property
    def cited_by(self) -> Mapping[str, tuple[CitingPlace, ...]]:
        """The places that cite each document."""
        return self.derived.cited_by

    @property
    def root(self) -> str:
        """The path of the site on its host: "/" or "/cong-khai/"; only the page for lost addresses needs it."""
        return urlsplit(self.config.base_url).path or "/"

    @property
    def understanding(self) -> Understanding:
        """What twins need of what was derived."""
        from congkhai.site.exports.twins import Understanding

        return Understanding(self.assignments, self.times, self.labels, self.today)

    def href(self, page_url: str) -> Href:
        """The function that turns a site address into a link from this page."""
        if page_url == urls.NOT_FOUND:
            return lambda url: self.root + url
        return partial(self.edition.relative if self.edition else urls.relative, page_url)

    def twin_link(self, page_url: str) -> DataLink:
        """The link from a page to its twin."""
        return DataLink("json", own_file(self.edition.folder if self.edition else "", page_url, "index.json"))

    def address(self, page_url: str) -> Href:
        """The same, but absolute where the site knows where it stands: for data that are read elsewhere."""
        base = self.config.base_url
        return (lambda url: base + url) if base else self.href(page_url)

    def annotator(self, page_url: str, plan: Plan | None = None) -> Annotator:
        """An annotator for the texts of one page, in the place and time of the plan it shows."""
        territory, date = (plan.territory, plan.signed or f"{plan.year}-12-31") if plan else ("", "")
        return Annotator(self.library, self.citations, self.href(page_url), territory=territory, date=date)

    def document_of(self, number: str, territory: str, date: str) -> str:
        """The id of the document that a number or id in a list means, "" where none is known."""
        if number in self.library.documents:
            return number
        return self.citations.numbered(number, territory, date)

    def short_name(self, plan: Plan) -> str:
        """A plan's name where there is little room: its year and place."""
        return self.labels("plan.short", year=plan.years, territory=self.territory_name(plan.territory))

    def holiday(self, day: datetime.date) -> str:
        """The name of the public holiday on a day, "" for any other day or an unknown year."""
        if not self.workdays.knows(day):
            return ""
        reason = self.workdays.reason(day)
        return holiday_name(self.labels, reason.detail) if reason and reason.code != "weekend" else ""

    def territory_name(self, territory_id: str) -> str:
        """The name of a territory, or its id where its registry gives none."""
        registry = self.library.territories.get(territory_id)
        return registry.name if registry and registry.name else territory_id


def own_file(folder: str, page_url: str, name: str) -> str:
    """The link from a page to a file that lies beside the page of the site itself."""
    return urls.relative(f"{folder}{page_url}", f"{page_url}{name}") if folder else name


def shown_date(iso: str) -> str:
    """A full or partial ISO date as it is shown: 31/12/2021, 12/2021, 2021."""
    return "/".join(reversed(iso.split("-")))


def shortened(text: str, limit: int = 160) -> str:
    """A text on one line, cut at a word with an ellipsis where it is longer than `limit` characters."""
    text = " ".join(nfc(text).split())
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"
