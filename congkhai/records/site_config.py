"""site.yaml: what this portal is called, where it will stand, and whom to write to."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import urlsplit

from msgspec.structs import replace

from congkhai.foundation.problem import Problems
from congkhai.records.base_address import normal_base_url
from congkhai.records.former_id import FormerId
from congkhai.records.model.fields import (
    boolean,
    cell,
    date,
    identifier,
    integer,
    line,
    list_of,
    one_of,
    prose,
    url,
)
from congkhai.records.model.record import Record, Shape, key, read_record, record, shaped
from congkhai.records.model.record_file import RecordFile
from congkhai.records.site_words import Language, SiteWords
from congkhai.source.yaml_source import Mapping as MappingNode
from congkhai.source.yaml_source import Node, Scalar


class DayKind(StrEnum):
    """What an exception makes of a day."""

    DAY_OFF = "day_off"
    WORKING_DAY = "working_day"


class DayException(Record, frozen=True, kw_only=True):
    """A day off or a working day that the calendar alone does not tell, and the document that orders it."""

    date: datetime.date | None = key(date, required=True)
    kind: DayKind | None = key(one_of(DayKind), required=True)
    document: str = key(line, required=True, default="")
    note: str = key(cell, default="")


class LateReception(Record, frozen=True, kw_only=True):
    """From which hour a dossier counts from the next working day, and the document that says so."""

    hour: int | None = key(integer(0, 23), required=True)
    document: str = key(line, required=True, default="")


class SiteContact(Record, frozen=True, kw_only=True):
    """Where a reader reports a mistake."""

    name: str = key(line, default="")
    address: str = key(line, default="")
    phone: str = key(line, default="")
    email: str = key(line, default="")
    url: str = key(url, default="")


PLACEHOLDER = "…"
_SHOWN = ("name", "address", "phone", "email", "url")


class EditorBackend(StrEnum):
    """On what kind of host the repository stands that the browser editor writes to."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


# Which hosts the browser editor asks where the repository stands on the public one of its kind.
_PUBLIC_HOSTS = {
    EditorBackend.GITHUB: ("https://api.github.com", "https://github.com", "https://www.githubstatus.com"),
    EditorBackend.GITLAB: ("https://gitlab.com",),
    EditorBackend.GITEA: (),
}


class Editor(Record, frozen=True, kw_only=True):
    """The repository that the browser editor writes to; `address` is the host's, where it is one's own."""

    backend: EditorBackend | None = key(one_of(EditorBackend), required=True)
    repo: str = key(line, required=True, default="")
    branch: str = key(line, default="main")
    address: str = key(url, default="")
    app_id: str = key(line, default="")

    def hosts(self) -> tuple[str, ...]:
        """The hosts that the editor's page must be let ask."""
        if self.address:
            parts = urlsplit(self.address)
            return (f"{parts.scheme}://{parts.netloc}",)
        return _PUBLIC_HOSTS[self.backend] if self.backend else ()


# A colour or length that may stand in a style sheet: no braces, no semicolons, and no function but those of colours
# and lengths, so that nothing is fetched.
_TOKEN_VALUE = re.compile(r"(?!.*(?<!rgb)(?<!rgba)(?<!hsl)(?<!hsla)(?<!calc)(?<!var)\()[#a-zA-Z0-9.,%() -]{1,60}\Z")
_TOKEN_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}\Z")


@shaped(Shape("tokens", pattern=_TOKEN_NAME.pattern))
def tokens(node: Node, problems: Problems) -> Mapping[str, str] | None:
    """Design tokens that a site overrides: name → plain CSS value."""
    if not isinstance(node, MappingNode):
        problems.add("expected-mapping", node.place)
        return None
    found = {}
    for name, value in node.values.items():
        if isinstance(value, Scalar) and _TOKEN_NAME.match(name) and _TOKEN_VALUE.match(value.text):
            found[name] = value.text
        else:
            problems.add("bad-token", node.place_of_key(name), name=name)
    return found


@shaped(Shape("url"))
def base_url(node: Node, problems: Problems) -> str | None:
    """The address the site will stand at, ending in a slash."""
    text = line(node, problems)
    if text is None:
        return None
    if not (address := normal_base_url(text)):
        problems.add("bad-base-url", node.place, url=text)
    return address or None


# A folder inside the site's own, none of its parts hidden or "..", all of them such as systems take.
_PART = r"[^./\\\s\x00-\x1f][^/\\\s\x00-\x1f]{0,79}"
_FOLDER = re.compile(rf"(?!(?:content|templates|static)(?:/|$)){_PART}(?:/{_PART}){{0,9}}\Z")


@shaped(Shape("folder", pattern=_FOLDER.pattern))
def folder_inside(node: Node, problems: Problems) -> str | None:
    """A folder of the site, as a path from there ("nguon/xa-an-binh")."""
    text = line(node, problems)
    found = text.rstrip("/") if text else text
    if found and not _FOLDER.match(found):
        problems.add("bad-source-folder", node.place, path=found)
        return None
    return found


class SourceFolder(Record, frozen=True, kw_only=True):
    """Another source in a folder of this site, and the territory whose office keeps it: a commune of the province."""

    path: str = key(folder_inside, required=True, default="")
    territory: str = key(identifier, required=True, default="")


# The form of content that this program reads: raised when records must be written otherwise than before.
FORMAT = 1


class SiteConfig(Record, frozen=True, kw_only=True):
    """The settings of a site; every one has a sensible default but its name. `format` is that of its content."""

    name: str = key(line, required=True, default="")
    tagline: str = key(line, default="")
    description: str = key(prose, default="")
    language: str = key(identifier, default="vi")
    languages: tuple[Language, ...] = key(list_of(one_of(Language)), default=())
    english: SiteWords | None = key(record(SiteWords))
    base_url: str = key(base_url, default="")
    contact: SiteContact | None = key(record(SiteContact))
    tokens: Mapping[str, str] | None = key(tokens)
    late_reception: LateReception | None = key(record(LateReception))
    days: tuple[DayException, ...] = key(list_of(record(DayException)), default=())
    former_ids: tuple[FormerId, ...] = key(list_of(record(FormerId)), default=())
    editor: Editor | None = key(record(Editor))
    sources: tuple[SourceFolder, ...] = key(list_of(record(SourceFolder)), default=())
    central_records: bool = key(boolean, default=False)
    national_register: bool = key(boolean, default=False)
    invented: bool = key(boolean, default=False)
    format: int | None = key(integer(1, 999), default=FORMAT)

    def with_base_url(self, address: str) -> SiteConfig:
        """The same settings for a site that will stand elsewhere."""
        return replace(self, base_url=normal_base_url(address))

    @property
    def editions(self) -> tuple[str, ...]:
        """The languages in which the site stands a second time, beside Vietnamese."""
        return tuple(dict.fromkeys(one.value for one in self.languages if one is not Language.VI))

    def css(self) -> str:
        """The site's own design tokens as CSS, "" where it has none."""
        if not self.tokens:
            return ""
        return ":root{" + "".join(f"--{name}:{value};" for name, value in self.tokens.items()) + "}\n"


def read_site_config(node: Node, problems: Problems) -> SiteConfig | None:
    """Read site.yaml; what a new site still has to fill in (“…”) is told, and is not there."""
    config = read_record(SiteConfig, node, problems)
    if config and config.format and config.format > FORMAT:
        problems.add("newer-format", config.place_of("format"), format=config.format, known=FORMAT)
    contact = config.contact if config else None
    if config is None or contact is None:
        return config
    left = [name for name in contact.__struct_fields__ if getattr(contact, name) == PLACEHOLDER]
    for name in left:
        problems.add("placeholder-left", contact.place_of(name), key=name)
    filled = replace(contact, **dict.fromkeys(left, ""))
    return replace(config, contact=filled if any(getattr(filled, name) for name in _SHOWN) else None)


FILES = RecordFile("site", "site.yaml", SiteConfig)
