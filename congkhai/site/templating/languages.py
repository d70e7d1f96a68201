"""The languages of a page: where it stands in each, for the switch in its head and for search engines."""

from __future__ import annotations

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.site.edition import Edition
from congkhai.site.pages.page import Context, Page

# What a language calls itself.
_NAMES = {"vi": "Tiếng Việt", "en": "English"}


class LanguageLink(Struct, frozen=True):
    """A language: its code and own name, the link to the page in it, whether that is this page.

    `address` is the absolute address, or the link where the site does not know where it stands; "" where this page is
    in Vietnamese alone, and the link of another language leads to its chapter there, or to the first page.
    """

    code: str
    name: str
    url: str
    current: bool
    address: str


def language_links(context: Context, page: Page) -> tuple[LanguageLink, ...]:
    """The languages of a site, Vietnamese first; none where it has but one."""
    if not context.config.editions or page.url == urls.NOT_FOUND:
        return ()
    editions = tuple(map(context.edition_in, context.config.editions))
    held = editions[0].holds(page.url)
    return tuple(_link(context, page, edition, held=held) for edition in (None, *editions))


def _link(context: Context, page: Page, edition: Edition | None, *, held: bool) -> LanguageLink:
    folder, language = (edition.folder, edition.language) if edition else ("", "vi")
    chapter = page.chapter if edition and edition.holds(page.chapter) else urls.HOME
    target = page.url if held or not edition else chapter
    here = f"{page.folder}{page.url}"
    link = urls.relative(here, f"{folder}{target}")
    base = context.config.base_url
    address = (f"{base}{folder}{target}" if base else link) if held else ""
    return LanguageLink(language, _NAMES[language], link, folder == page.folder, address)
