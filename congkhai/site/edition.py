"""The edition of a site in another language: which pages it has, and where they stand.

An edition has whole kinds of pages: its labels are in its language, the words of records stay what they are. Files
(data, calendars, feeds, pictures) are not made again, but for the one with words for a script; its pages lead to those
of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.labels import Labels, load_labels
from congkhai.foundation.own_words import marked, own
from congkhai.knowledge import urls
from congkhai.records.prose import ProsePage
from congkhai.records.site_config import SiteConfig
from congkhai.records.site_words import SiteWords

# Families that no edition has: what hangs on a wall or tells of a lost address speaks Vietnamese, and files are of all.
OUTSIDE_FAMILIES = frozenset(("posting", "sheets", "not-found", "subscriptions", "due-feeds", "task-tables"))
# How the addresses of the pages begin that no edition has.
OUTSIDE = (urls.POSTING, urls.EDITOR)
_SHEET = urls.sheet_url("").removeprefix(urls.PROCEDURES)


class Edition(Struct, frozen=True, eq=False):
    """The site in another language, in a folder of that name.

    `prose` are the pages of prose in Vietnamese, `translated` those in its language.
    """

    language: str
    prose: Mapping[str, ProsePage]
    translated: Mapping[str, ProsePage]

    @property
    def folder(self) -> str:
        """The folder that it stands in: "en/"."""
        return f"{self.language}/"

    def holds(self, url: str) -> bool:
        """Whether a page (or file) of the site, by its address there, is in this edition, too."""
        path = url.partition("#")[0].partition("?")[0]
        if path and not path.endswith("/"):
            return path == urls.CALENDAR_DATA
        if path.startswith(OUTSIDE) or (path.startswith(urls.PROCEDURES) and path.endswith(f"/{_SHEET}")):
            return False
        if path.count("/") != 1 or path in urls.RESERVED:
            return True
        return path[:-1] not in self.prose or path[:-1] in self.translated

    def relative(self, page_url: str, url: str) -> str:
        """The link from a page of the edition, by its address in the site, to a page or file of the site."""
        return urls.relative(page_url if self.holds(url) else f"{self.folder}{page_url}", url)


@cache
def labels_of(language: str) -> Labels:
    """The labels of an edition, which bear marks."""
    return marked(load_labels(language))


def settings_in_english(config: SiteConfig) -> SiteConfig:
    """The settings of a site with what it calls itself in English; marks in a Markdown text are set when it is HTML."""
    words = config.english or SiteWords()
    given = {name: own(text) for name in ("name", "tagline") if (text := getattr(words, name))}
    return replace(config, **given, description=words.description or config.description)
