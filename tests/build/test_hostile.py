"""Hostile and broken sources: exact problems or a harmless site, never a traceback; the old site stays.
Hostile words come out as words.

The sources stand in hostile.py, what must come of each in hostile.txt. Write that anew: python -m tests.bless hostile
"""

from __future__ import annotations

import json
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import Result

from tests.build.hostile import CASES, PROCEDURES, PUBLISHED
from tests.sources import TODAY, lay, run, tree

pytestmark = pytest.mark.rebuilds

EXPECTED = Path(__file__).parent / "hostile.txt"
OLD_SITE = {".congkhai": b"ours", "index.html": b"the old site"}
MOST_TOLD = 12


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An output folder that holds an old site."""
    folder = tmp_path / "site"
    folder.mkdir()
    for name, data in OLD_SITE.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_source_is_refused_with_exact_places_or_built_without_harm(
    name: str, tmp_path: Path, site: Path
) -> None:
    source = laid(name, tmp_path / "source")
    assert outcome(source, site) == expected()[name]
    if name in PUBLISHED or "script" in name:
        pages = {path: data.decode("utf-8") for path, data in tree(site).items() if path.endswith(".html")}
        assert {path: found for path, html in pages.items() if (found := _Active.found_in(html))} == {}


def test_at_least_one_hundred_and_twenty_hostile_sources_are_thrown() -> None:
    assert len(CASES) >= 120
    assert list(expected()) == list(CASES)


def laid(name: str, folder: Path) -> Path:
    """The hostile source of a name, in a new folder."""
    return lay(folder, CASES[name], procedures=name in PROCEDURES)


def outcome(source: Path, site: Path) -> str:
    """What check and build say of a source: exits, problems, and that a site was written whole or left alone."""
    checked = run("check", "--source", source, "--format", "json", "--today", TODAY)
    built = run("build", "--source", source, "--output", site, "--today", TODAY)
    _assert_no_crash(checked)
    _assert_no_crash(built)
    _assert_old_or_new(site, built.exit_code)
    lines = [f"check {checked.exit_code}, build {built.exit_code}"]
    problems = json.loads(checked.stdout or "[]")
    lines += [f"{found['code']} {_address(found)}" for found in problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        lines.append(f"… {len(problems)} problems")
    if built.exit_code and not checked.exit_code:
        lines += sorted(line.partition(" ")[2] for line in built.stderr.splitlines() if line.startswith("LỖI "))[:3]
    return "\n".join(lines)


def _address(found: dict[str, object]) -> str:
    return ":".join(str(found[part]) for part in ("path", "line", "column")).replace("\n", "\\n")


def _assert_no_crash(result: Result) -> None:
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in (0, 1)
    assert "Traceback" not in result.output


def _assert_old_or_new(site: Path, exit_code: int) -> None:
    if exit_code:
        assert tree(site) == OLD_SITE
    else:
        assert (site / "404.html").is_file()
    assert [entry.name for entry in site.parent.iterdir() if entry.name.startswith(".")] == []


@cache
def expected() -> dict[str, str]:
    """What must come of each source, by its name."""
    parts = EXPECTED.read_text(encoding="utf-8").split("\n\n")
    return dict(part.strip().partition("\n")[::2] for part in parts)


class _Active(HTMLParser):
    """Finds what could run or fetch in a page that holds none of it itself."""

    @classmethod
    def found_in(cls, html: str) -> list[str]:
        parser = cls()
        parser.feed(html)
        return parser.found

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        is_data = values.get("type") in ("application/json", "application/ld+json")
        ours = is_data or "assets/js/" in values.get("src", "")
        if tag in ("iframe", "object", "embed", "style", "base") or (tag == "script" and not ours):
            self.found.append(tag)
        self.found += [name for name in values if name.startswith("on") or name == "style"]
        addresses = (values.get(name, "") for name in ("href", "src", "action", "formaction"))
        self.found += [value for value in addresses if value.lower().startswith(("javascript:", "data:", "vbscript:"))]
