"""The languages of a site, and what it calls itself in another than Vietnamese."""

from __future__ import annotations

from enum import StrEnum

from congkhai.records.model.fields import line, prose
from congkhai.records.model.record import Record, key


class Language(StrEnum):
    """A language in which a site can be read; its records stay in Vietnamese."""

    VI = "vi"
    EN = "en"


class SiteWords(Record, frozen=True, kw_only=True):
    """What the site calls itself in another language; what is not given stands in Vietnamese there, too."""

    name: str = key(line, default="")
    tagline: str = key(line, default="")
    description: str = key(prose, default="")
