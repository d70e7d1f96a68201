"""The list of information that must be public, kind by kind, with what it rests on and how long each stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.site.data_sets.of_disclosure import PUBLIC_INFORMATION, PublicItem, PublicKind, public_items
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.page import Context, Href, Page

# Where all of a kind are listed.
_LISTS: Mapping[PublicKind, str] = {
    PublicKind.PLAN: urls.PLANS,
    PublicKind.RESULT: urls.PLANS,
    PublicKind.PROCEDURE: urls.PROCEDURES,
    PublicKind.ANNOUNCEMENT: urls.DECISIONS,
    PublicKind.FEEDBACK: urls.FEEDBACK,
    PublicKind.INDICATOR: urls.INDICATORS,
}
Cells = tuple[tuple[Segment, ...] | str, ...]


class PublicInformationView(Struct, frozen=True):
    """The kinds in a table: what, how many, by which article, latest day, how long; those of which there is none."""

    intro: str
    rows: tuple[Cells, ...]
    lacking: str
    note: str


def make_public_information_page(context: Context) -> Iterator[Page]:
    """The page of the list."""
    url, labels = urls.PUBLIC_INFORMATION, context.labels
    href = context.href(url)
    by_kind: dict[PublicKind, list[PublicItem]] = {kind: [] for kind in PublicKind}
    for item in public_items(context):
        by_kind[item.kind].append(item)
    lacking = ", ".join(labels(f"public.kind.{kind}") for kind, items in by_kind.items() if not items)
    view = PublicInformationView(
        intro=labels("public.intro", day=f"{context.today:%d/%m/%Y}"),
        rows=tuple(_row(context, kind, items, href) for kind, items in by_kind.items() if items),
        lacking=labels("public.lacking", kinds=lacking) if lacking else "",
        note=labels("public.verify"),
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("data.title"), href(urls.OPEN_DATA)))
    title, tables = labels("public.title"), table_files(href, PUBLIC_INFORMATION)
    chapter = urls.OPEN_DATA
    yield Page(url, "pages/public_information.html", title, view, view.intro, trail, chapter=chapter, tables=tables)


def _row(context: Context, kind: PublicKind, items: Sequence[PublicItem], href: Href) -> Cells:
    labels = context.labels
    dated = [item.published for item in items if item.published]
    since = f"{max(dated):%d/%m/%Y}" if dated else labels("public.no_day")
    named = Segment("link", labels(f"public.kind.{kind}"), href(_LISTS[kind]))
    stays = labels(f"public.stays.{items[0].stay}")
    return (named,), str(len(items)), labels(f"public.article.{kind}"), f"{len(dated)}/{len(items)}", since, stays
