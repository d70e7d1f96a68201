"""Prose pages of the site (about, how to report an error, accessibility): front matter, then Markdown."""

from __future__ import annotations

import re

from msgspec.structs import replace

from congkhai.foundation.problem import Place, Problems
from congkhai.foundation.spots import last_in_row, place_at, row, spot
from congkhai.foundation.text import nfc
from congkhai.records.model.fields import boolean, identifier, integer, line
from congkhai.records.model.record import Record, key, read_record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.source.source_text import CONTROL, code_point, decode, place_of
from congkhai.source.yaml_source import parse_yaml

# Front matter: YAML between two lines of three hyphens at the top of a Markdown file.
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


class ProsePage(Record, frozen=True, kw_only=True):
    """A page of content/pages: front matter, then Markdown; the place of `body` is where it begins."""

    id: str = key(identifier, required=True, default="")
    title: str = key(line, required=True, default="")
    description: str = key(line, default="")
    order: int = key(integer(0, 999), default=100)
    in_footer: bool = key(boolean, default=True)
    body: str = ""

    def place_of(self, name: str) -> Place:
        """Where the value of a key stands; the spot of the body is the last."""
        return place_at(self.file_path, last_in_row(self.spots)) if name == "body" else Record.place_of(self, name)


def read_prose(data: bytes, path: str, problems: Problems) -> ProsePage | None:
    """Read a file of content/pages; `path` (relative to the source) goes into places."""
    text = decode(data, path, problems)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := CONTROL.search(text):
        problems.add("yaml-control-character", place_of(text, control.start(), path), detail=code_point(control[0]))
        return None
    found = _FRONT_MATTER.match(text)
    if not found:
        problems.add("missing-front-matter", Place(path, 1, 1))
        return None
    # A line break in place of the first "---" keeps the line numbers of the front matter.
    node = parse_yaml(f"\n{found[1]}".encode(), path, problems)
    page = read_record(ProsePage, node, problems) if node is not None else None
    if page is None:
        return None
    # The body lies in the file as the text of a block scalar does that begins on the next line.
    begin = spot(text.count("\n", 0, found.end()), 1, indent=0)
    return replace(page, body=nfc(text[found.end() :]), spots=page.spots + row((begin,)))


# Pages of prose in English, by the ids of those that they translate.
FILES_IN_ENGLISH = RecordFile(
    "page_in_english", "content/pages_en/*.md", ProsePage, "id", keeps=(Kept("prose_in_english"),), summary="{{title}}"
)
FILES = RecordFile("page", "content/pages/*.md", ProsePage, "id", keeps=(Kept("prose"),), menu=10, summary="{{title}}")
