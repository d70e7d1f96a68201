"""One page of every kind: the first that each template renders, and a plan with every oddity."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.pages import make_pages
from congkhai.site.pages.page import Page
from tests.sources import ROOT

# Address of a page by its kind, which is the name of its template.
Kinds = Mapping[str, str]
# What a page template is called: pages/plan.html.
_KIND = re.compile(r"pages/([a-z_]+)\.html")
KIND_NAMES = tuple(sorted(path.stem for path in (ROOT / "templates" / "pages").glob("*.html")))


def settings() -> Settings:
    """The settings of the build that the browser tests look at."""
    return Settings(ROOT, datetime.date(2026, 11, 22))


def kinds_of(chosen: Settings) -> Kinds:
    """The address of one page of each kind."""
    found: dict[str, str] = {}
    for made in make_pages(make_context(check_source(chosen), chosen)):
        page = made.make()
        if isinstance(page, Page) and (match := _KIND.fullmatch(page.template)):
            found.setdefault(match[1], page.url)
    return {**found, "plan": "ke-hoach/truc-ninh-2022/"}
