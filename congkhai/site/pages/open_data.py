"""The page of open data: every table as files, how to use them, and what programs find."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.site.data_sets import DATA_SETS
from congkhai.site.data_sets.columns import DataSet
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.data_sets.of_procedures import PROCEDURES
from congkhai.site.pages.page import Context, Href, Page

# The label of each form of a file.
_FORMS = {"xlsx": "xlsx", "csv": "csv", "jsonl": "jsonl", "schema.json": "schema", "jsonld": "description"}


class FileView(Struct, frozen=True):
    """A file to download: its form in words, and its address."""

    words: str
    url: str


class DataSetView(Struct, frozen=True):
    """A data set: what it is called and tells, how large it is, its files."""

    id: str
    title: str
    about: str
    size: str
    files: tuple[FileView, ...]


class OpenDataView(Struct, frozen=True):
    """All that the page of open data shows; `first` are the files that most come for."""

    intro: str
    first: tuple[FileView, ...]
    tables: tuple[DataSetView, ...]
    years: tuple[FileView, ...]
    uses: tuple[str, ...]
    machines: tuple[FileView, ...]
    public_url: str
    terms_url: str


def make_open_data_page(context: Context) -> Iterator[Page]:
    """The page of open data."""
    href, labels = context.href(urls.OPEN_DATA), context.labels
    counts = {name: len(one.records(context)) for name, one in DATA_SETS.items()}
    view = OpenDataView(
        intro=labels("data.intro", day=f"{context.today:%d/%m/%Y}"),
        first=tuple(_first(context, href, counts)),
        tables=tuple(_view(context, one, counts[name], href) for name, one in DATA_SETS.items() if counts[name]),
        years=tuple(_years(context, href)),
        uses=(labels("data.use.origin"), labels("data.use.csv"), labels("data.use.pandas"), labels("data.use.cite")),
        machines=(
            FileView(f"{labels('data.everything')} ({labels('data.form.sqlite')})", href(urls.DATABASE)),
            FileView(labels("data.dictionary"), href(urls.DICTIONARY)),
            FileView(labels("data.api.link"), href(urls.OPEN_DATA_API)),
            FileView(labels("data.catalogue.link"), href(urls.CATALOGUE)),
            *((FileView(labels("data.cpsv"), href(urls.SERVICES)),) if counts["procedures"] else ()),
        ),
        public_url=href(urls.PUBLIC_INFORMATION),
        terms_url=href(urls.prose_url("giay-phep")) if "giay-phep" in context.library.prose else "",
    )
    trail = ((labels("home.title"), href(urls.HOME)),)
    yield Page(
        urls.OPEN_DATA,
        "pages/open_data.html",
        labels("data.title"),
        view,
        view.intro,
        trail,
        chapter=urls.OPEN_DATA,
        linked_data=href(urls.CATALOGUE),
    )


def _first(context: Context, href: Href, counts: dict[str, int]) -> Iterator[FileView]:
    for data_set, key in ((TASKS, "data.first"), (PROCEDURES, "data.first.procedures")):
        if count := counts[data_set.name]:
            yield FileView(context.labels(key, n=_shown(count)), href(urls.data_url(data_set.file_name, "xlsx")))


def _shown(count: int) -> str:
    """A number as it is written in Vietnamese: 2.509."""
    return f"{count:,}".replace(",", ".")


def _view(context: Context, data_set: DataSet, count: int, href: Href) -> DataSetView:
    labels = context.labels
    size = labels("data.rows", n=_shown(count), columns=len(data_set.columns))
    title = labels(f"data.{data_set.name}")
    files = tuple(
        FileView(labels(f"data.form.{word}"), href(urls.data_url(data_set.file_name, form)))
        for form, word in _FORMS.items()
    )
    return DataSetView(data_set.file_name, title, labels(f"data.{data_set.name}.about"), size, files)


def _years(context: Context, href: Href) -> Iterator[FileView]:
    for year in sorted({plan.year for plan in context.library.plans.values() if plan.sections}, reverse=True):
        url = href(urls.part_url(urls.YEARS, TASKS.file_name, str(year), "xlsx"))
        yield FileView(context.labels("data.year", year=year), url)
