"""Prose pages, the list of abbreviations, the search page, and the page for addresses that lead nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.labels import load_labels
from congkhai.foundation.own_words import own, own_html
from congkhai.foundation.text import fold, sort_key
from congkhai.knowledge import urls
from congkhai.records.prose import ProsePage
from congkhai.site.pages.elsewhere import ElsewhereView, elsewhere_view
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.others import has_others
from congkhai.site.pages.procedures.report_box import report_places
from congkhai.source.markup import plain, to_html

# The page on how to report errors: without a contact it says what the page on feedback does.
_ON_ERRORS = "bao-sai-sot"


class Stat(Struct, frozen=True):
    """A number with what it is out of."""

    value: str
    of: str
    text: str
    url: str = ""
    share: int | None = None


class ProseView(Struct, frozen=True):
    """A page of our own words; `notice` says first what is so of this site alone."""

    html: str
    notice: str = ""


def make_prose_pages(context: Context) -> Iterator[Page]:
    """A page for each Markdown file of content/pages; in an edition for those with a file in its language."""
    english = context.library.prose_in_english
    for prose in context.library.prose.values():
        if not context.edition:
            yield _prose_page(context, prose)
        elif prose.id in english:
            page = _prose_page(context, english[prose.id])
            view = replace(page.view, html=own_html(page.view.html))
            yield replace(page, title=own(page.title), description=own(page.description), view=view)


def _prose_page(context: Context, prose: ProsePage) -> Page:
    url = urls.prose_url(prose.id)
    trail = ((context.labels("home.title"), context.href(url)(urls.HOME)),)
    description = prose.description or shortened(plain(prose.body))
    is_unanswered = prose.id == _ON_ERRORS and not context.config.contact
    notice = context.labels("feedback.to.page.nobody") if is_unanswered else ""
    return Page(url, "pages/prose.html", prose.title, ProseView(to_html(prose.body), notice), description, trail)


class AbbreviationView(Struct, frozen=True):
    """A short form with its long form."""

    id: str
    short: str
    long: str
    note: str


class AbbreviationsView(Struct, frozen=True):
    """All abbreviations by their first letter."""

    intro: str
    groups: tuple[tuple[str, tuple[AbbreviationView, ...]], ...]


def make_abbreviation_page(context: Context) -> Iterator[Page]:
    """The list of abbreviations in the order of the alphabet."""
    groups: dict[str, list[AbbreviationView]] = {}
    for one in sorted(context.library.abbreviations.values(), key=lambda found: sort_key(found.short)):
        anchor = urls.abbreviation_url(one.short).split("#")[1]
        letter = one.short[0].upper()
        groups.setdefault(letter, []).append(AbbreviationView(anchor, one.short, one.long, one.note))
    labels = context.labels
    intro = labels("abbreviations.intro", total=len(context.library.abbreviations))
    view = AbbreviationsView(intro, tuple((letter, tuple(found)) for letter, found in groups.items()))
    trail = ((labels("home.title"), context.href(urls.ABBREVIATIONS)(urls.HOME)),)
    yield Page(urls.ABBREVIATIONS, "pages/abbreviations.html", labels("abbreviations.title"), view, intro, trail)


class SearchView(Struct, frozen=True):
    """The search page; without a script it leads to the lists that hold everything."""

    action: str
    words: str
    lists: tuple[LinkView, ...]
    help: tuple[LinkView, ...]
    elsewhere: ElsewhereView | None
    without_script: tuple[tuple[str, str], ...]


class AlphabetView(Struct, frozen=True):
    """Plans and agencies by their first letter."""

    titles: tuple[tuple[str, tuple[LinkView, ...]], ...]


def make_search_page(context: Context) -> Iterator[Page]:
    """The search page."""
    href, labels = context.href(urls.SEARCH), context.labels
    procedures = (("procedures.title", urls.PROCEDURES), ("codes.title", urls.CODES)) if context.library.cards else ()
    others = (("others.title", urls.OTHERS),) if procedures and has_others(context) else ()
    chapters = (
        *procedures,
        *others,
        ("plans.title", urls.PLANS),
        ("agencies.title", urls.AGENCIES),
        ("documents.title", urls.DOCUMENTS),
        ("abbreviations.title", urls.ABBREVIATIONS),
        ("search.az", urls.ALPHABET),
    )
    lists = tuple(LinkView(labels(key), href(url)) for key, url in chapters)
    places = tuple(LinkView(label, url) for label, url in report_places(context, href))
    ways = tuple((labels(key), href(url)) for key, url in others)
    view = SearchView(href(urls.SEARCH), _words(context), lists, places, elsewhere_view(context), ways)
    trail = ((labels("home.title"), href(urls.HOME)),)
    yield Page(urls.SEARCH, "pages/search.html", labels("search.title"), view, labels("search.description"), trail)


def make_alphabet_page(context: Context) -> Iterator[Page]:
    """All plans and agencies from A to Z, for who knows how a thing begins."""
    href, labels = context.href(urls.ALPHABET), context.labels
    view = AlphabetView(_titles(context, href))
    trail = ((labels("home.title"), href(urls.HOME)), (labels("search.title"), href(urls.SEARCH)))
    yield Page(urls.ALPHABET, "pages/alphabet.html", labels("search.az"), view, labels("search.az.what"), trail)


# The labels that filters of the index have as their values.
_VALUES = ("procedure.level.", "level.", "procedure.applicant.", "procedures.online.", "design.state.")


# The labels of the page that stand in its template, not in what its script makes.
_IN_TEMPLATE = (
    *("search.az", "search.description", "search.forget", "search.help", "search.label", "search.lists"),
    *("search.missed", "search.recent", "search.submit", "search.suggestions", "search.title", "search.without_script"),
)


def _words(context: Context) -> str:
    """The words that the script of the page needs, as JSON; in an edition those of the values of filters, too."""
    words = context.labels.words
    needed = {key: phrase for key, phrase in words.items() if key.startswith(("search.", "design.pages"))}
    needed = {key: phrase for key, phrase in needed.items() if not key.startswith(_IN_TEMPLATE)}
    newest = max((plan.last_year for plan in context.library.plans.values()), default="")
    needed["search.plan.newest"] = f"{newest}"
    if context.edition:
        indexed = load_labels().words
        needed |= {f"search.value.{indexed[key]}": words[key] for key in indexed if key.startswith(_VALUES)}
    return json.dumps(needed, ensure_ascii=False, sort_keys=True)


def _titles(context: Context, href: Href) -> tuple[tuple[str, tuple[LinkView, ...]], ...]:
    links = [LinkView(plan.title, href(urls.plan_url(plan.id))) for plan in context.library.plans.values()]
    links += [
        LinkView(actor.name, href(urls.agency_url(actor.id)), context.territory_name(actor.territory))
        for actor in context.library.actors.values()
    ]
    groups: dict[str, list[LinkView]] = {}
    for link in sorted(links, key=lambda link: sort_key(link.title)):
        groups.setdefault(first_letter(link.title), []).append(link)
    return tuple((letter, tuple(found)) for letter, found in groups.items())


def first_letter(title: str) -> str:
    """The letter under which a title stands: Đ apart from D, tone marks dropped."""
    return _letter_of(title[0]) if title else "–"


@cache
def _letter_of(char: str) -> str:
    first = char.upper()
    return first if first in "ĂÂĐÊÔƠƯ" else fold(first).upper() or first


class NotFoundView(Struct, frozen=True):
    """What to do when an address leads nowhere."""

    search: str
    links: tuple[LinkView, ...]


def make_not_found(context: Context) -> Iterator[Page]:
    """404.html; its links begin at the site's root, because it is shown at any address."""
    labels, root = context.labels, context.root
    chapters = (
        *((("procedures.title", urls.PROCEDURES),) if context.library.cards else ()),
        ("plans.title", urls.PLANS),
        ("agencies.title", urls.AGENCIES),
        ("documents.title", urls.DOCUMENTS),
    )
    links = tuple(LinkView(labels(key), root + url) for key, url in chapters)
    view = NotFoundView(root + urls.SEARCH, links)
    trail = ((labels("home.title"), root),)
    told = labels("not_found.description")
    yield Page(urls.NOT_FOUND, "pages/not_found.html", labels("not_found.title"), view, told, trail)
