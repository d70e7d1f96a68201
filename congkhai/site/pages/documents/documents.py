"""The register of documents, and the page of each: what it is, what became of it, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from congkhai.foundation.text import fold, sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.documents.citing import Place
from congkhai.knowledge.documents.validity import expired_on
from congkhai.records.document import Document
from congkhai.site.data_sets.of_records import DOCUMENTS
from congkhai.site.exports.twins import document_twin
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.data_blocks import document_block
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.documents.expired import successor_links
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page, shortened, shown_date
from congkhai.site.pages.plans.plan_list import LinkView


class DocumentReference(Struct, frozen=True):
    """A document in a list; `stated` is what who cites it words otherwise."""

    number: str
    kind: str
    title: str
    issued: str
    url: str
    state: str
    successor: tuple[str, str] | None
    stated: str = ""


class DocumentsView(Struct, frozen=True):
    """All documents by type."""

    intro: str
    parts: tuple[tuple[str, str, int], ...]
    groups: tuple[tuple[str, str, tuple[DocumentReference, ...]], ...]


class DocumentView(Struct, frozen=True):
    """All that the page of a document shows."""

    number: str
    kind: str
    state: str
    expired: str
    successors: RichText
    facts: tuple[Fact, ...]
    cited_by: tuple[LinkView, ...]
    note: RichText | str
    pages: tuple[tuple[str, str, bool], ...] = ()


def make_register(context: Context) -> Iterator[Page]:
    """All documents by type."""
    href, labels = context.href(urls.DOCUMENTS), context.labels
    by_type: dict[str, list[Document]] = {}
    for document in context.library.documents.values():
        by_type.setdefault(document.type, []).append(document)
    groups = tuple(
        (kind, type_name(context, kind), tuple(reference(context, document, href) for document in _sorted(documents)))
        for kind, documents in sorted(by_type.items(), key=lambda item: sort_key(type_name(context, item[0])))
    )
    parts = tuple((name, f"#{kind}", len(documents)) for kind, name, documents in groups)
    view = DocumentsView(_intro(context), parts, groups)
    trail = ((labels("home.title"), href(urls.HOME)),)
    title = labels("documents.title")
    tables = table_files(href, DOCUMENTS)
    yield Page(
        urls.DOCUMENTS, "pages/documents.html", title, view, view.intro, trail, chapter=urls.DOCUMENTS, tables=tables
    )


# The parts of records that cite documents, but for those of plans.
_NOT_PLANS = {"procedure", "announcement"}


def _intro(context: Context) -> str:
    """How many documents there are, how many of them plans cite and how many procedures stand on."""
    cited = [{place.part for place in context.cited_by.get(key, ())} for key in context.library.documents]
    counts = {
        "plans": sum(bool(parts - _NOT_PLANS) for parts in cited),
        "procedures": sum("procedure" in parts for parts in cited),
    }
    return context.labels("documents.intro", total=len(cited), **counts)


def _sorted(documents: list[Document]) -> list[Document]:
    return sorted(documents, key=lambda document: (document.issued == "", _newest_first(document.issued), document.id))


def _newest_first(issued: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in issued.split("-") if part)


def type_name(context: Context, kind: str) -> str:
    """The name of a type of document ("Nghị định")."""
    return context.labels.get(f"document.type.{kind}", kind)


def title_beside_kind(kind: str, title: str) -> str:
    """A title where its type stands before it already: "Nghị định" and "Nghị định quy định …" would say it twice."""
    words = title.strip()
    if not fold(words).startswith(f"{fold(kind)} ") or len(fold(kind)) != len(kind):
        return words
    rest = words[len(kind) :].strip()
    return f"{rest[:1].upper()}{rest[1:]}" if rest else words


def state_of(context: Context, document: Document) -> str:
    """What became of a document by the day of the build: not_yet, expired, replaced or ""."""
    if document.effective and document.effective > context.today:
        return "not_yet"
    if expired_on(document, context.today):
        return "replaced" if document.repealed_by else "expired"
    return ""


def _expired(context: Context, document: Document) -> str:
    """That a document is no longer in force, since when, and whether something took its place."""
    day = expired_on(document, context.today)
    if not day:
        return ""
    key = "document.expired.replaced" if document.repealed_by else "document.expired"
    return context.labels(key, day=f"{day:%d/%m/%Y}")


def reference(context: Context, document: Document, href: Href) -> DocumentReference:
    """A document in a list, with its successor where it has expired."""
    state = state_of(context, document)
    successors = _links(context, document.repealed_by, href) if state else ()
    kind = type_name(context, document.type)
    return DocumentReference(
        number=document.number,
        kind=kind,
        title=title_beside_kind(kind, document.title),
        issued=context.labels("document.issued", day=shown_date(document.issued)) if document.issued else "",
        url=href(urls.document_url(document.id)),
        state=state,
        successor=successors[0] if successors else None,
    )


def _links(context: Context, ids: tuple[str, ...], href: Href) -> tuple[tuple[str, str], ...]:
    found = ((context.document_of(number, "", ""), number) for number in ids)
    return tuple(
        (_full_name(context, context.library.documents[key]), href(urls.document_url(key))) for key, _ in found if key
    )


def _full_name(context: Context, document: Document) -> str:
    return f"{type_name(context, document.type)} {document.number}"


def document_keys(context: Context) -> Iterator[str]:
    """The pages of all documents: the id, and for each further page of those that cite it the id and its number."""
    for document_id in context.library.documents:
        yield document_id
        for number in range(2, context.derived.citing_pages.get(document_id, 1) + 1):
            yield f"{document_id} {number}"


def document_page(context: Context, key: str) -> Page:
    """What a document is, what became of it, and who cites it; or a further page of those that do."""
    document_id, _, number = key.partition(" ")
    document, last = context.library.documents[document_id], context.derived.citing_pages.get(document_id, 1)
    first, this = urls.document_url(document_id), int(number or 1)
    shown = context.derived.cited_on.get(f"{document_id} {this}", ())
    url = urls.list_page(first, this)
    href, labels = context.href(url), context.labels
    title = _full_name(context, document)
    view = DocumentView(
        number=document.number,
        kind=type_name(context, document.type),
        state=state_of(context, document),
        expired=_expired(context, document),
        successors=successor_links(context, document, href),
        facts=tuple(_facts(context, document, href)),
        cited_by=_cited_by(context, shown, href),
        note=document.note,
        pages=tuple((str(n), href(urls.list_page(first, n)), n == this) for n in range(1, last + 1))
        if last > 1
        else (),
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("documents.title"), href(urls.DOCUMENTS)))
    own = title_beside_kind(type_name(context, document.type), document.title)
    description = shortened(f"{title}. {own}" if own else title)
    places = context.cited_by.get(document_id, ()) if this == 1 else ()
    twin = document_twin(document, [place.url for place in places]) if this == 1 else None
    title += labels("procedures.page", n=this) if this > 1 else ""
    block = document_block(context, document, url)
    return Page(url, "pages/document.html", title, view, description, trail, twin, urls.DOCUMENTS, data_block=block)


def _facts(context: Context, document: Document, href: Href) -> Iterator[Fact]:
    labels = context.labels
    if document.title:
        yield Fact(labels("document.fact.title"), document.title)
    if document.issuer:
        yield Fact(labels("document.fact.issuer"), actor_links(context, (document.issuer,), href))
    yield Fact(labels("document.fact.issued"), shown_date(document.issued) or labels("document.not_stated"))
    dates: Mapping[str, object] = {"effective": document.effective, "expired": document.expired}
    for name, day in dates.items():
        if day:
            yield Fact(labels(f"document.fact.{name}"), shown_date(str(day)))
    for name in ("amends", "replaces", "repealed_by"):
        links = _links(context, getattr(document, name), href)
        if links:
            yield Fact(labels(f"document.fact.{name}"), _joined(links))
    where = _joined(((document.url, document.url),)) if document.url else labels("document.no_address")
    yield Fact(labels("document.fact.url"), where)


def _joined(links: tuple[tuple[str, str], ...]) -> RichText:
    found: list[Segment] = []
    for words, url in links:
        found += [Segment("text", "; ")] if found else []
        found.append(Segment("link", words, url))
    return tuple(found)


def _cited_by(context: Context, places: tuple[Place, ...], href: Href) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(shortened(place.title, 120), href(place.url), context.labels(f"cited.{place.part}", plan=place.plan))
        for place in places
    )
