"""Sites of a register's records, and what of a record its page lacks: words, and levels of lists."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from congkhai.build.builder import Build, Settings, build_site
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.listing import to_markdown
from congkhai.editing.importers.procedures import import_procedures
from congkhai.knowledge.urls import procedure_url

# Values of lists that are known here by an id, and are shown with our own words for it.
KNOWN_BY_ID = ("level", "applicants", "channel", "field")
# What a page does without: the marks of the crawl, and where it links to instead of quoting.
NOT_SHOWN = ("quality", "source", "also", "detail_url")


def site_of(records: Iterable[Mapping[str, Any]], folder: Path) -> Build:
    """A site of records, brought in by the importer."""
    lines = folder / "records.jsonl"
    lines.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    report = ImportReport(lines.name)
    for path, text in import_procedures(lines, report):
        target = folder / "site" / "content" / "procedures" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    sectors = {"sectors": [{"id": key, "name": name} for key, name in report.sectors.items()]}
    (folder / "site" / "content" / "sectors.yaml").write_text(yaml.safe_dump(sectors, allow_unicode=True), "utf-8")
    (folder / "site" / "site.yaml").write_text("name: Thử\n", encoding="utf-8")
    return build_site(Settings(folder / "site", datetime.date(2026, 11, 22)))


def page_of(build: Build, code: str) -> str:
    """The page of a procedure."""
    return build.files[f"{procedure_url(code)}index.html"].decode("utf-8")


def levels_of(text: str) -> list[int]:
    """How deep each item of a plain text stands in the record that the importer writes."""
    items = (re.match(r"( *)- ", line) for line in to_markdown(text).split("\n"))
    return [len(item[1]) // 2 + 1 for item in items if item]


def part_levels(html: str, part: str) -> list[int]:
    """How deep each item of a list stands in a part of a page."""
    inside = html.split(f'id="{part}"', 1)[1].split("</section>", 1)[0]
    depth, found = 0, []
    for end, tag in re.findall(r"<(/?)(ul|ol|li)\b", inside):
        if tag == "li":
            found += [] if end else [depth]
        else:
            depth += -1 if end else 1
    return found


class _Words(HTMLParser):
    """Collects the words of a page as a reader sees them; numbers of items count as words."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def bare(text: str) -> str:
    """The letters and digits of a text, in one form and one case."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(re.findall(r"[^\W_]+", folded))


def words_of(html: str) -> str:
    """The letters and digits that a page shows."""
    words = _Words()
    words.feed(html)
    return bare("".join(words.words))


def missing_on(html: str, record: Mapping[str, Any]) -> list[str]:
    """The fields of a record, such as "dossier.name", whose words are not all on the page."""
    shown = words_of(html)
    return sorted(
        {key for key, text in _texts(record, "") if not all(bare(part) in shown for part in text.split("\n"))}
    )


def _texts(node: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for name, value in node.items():
            if name not in NOT_SHOWN + KNOWN_BY_ID:
                yield from _texts(value, f"{key}.{name}" if key else name)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value, key)
    elif isinstance(node, str):
        yield key, node.replace("\r", "\n")
