"""The style sheet: readable in light and dark, whole, small, and asking nobody else for anything."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

from congkhai.source.commonmark import PARENTHESES
from tests.site.design.rendering import COMPONENTS, ROOT, TEMPLATES

CSS = ROOT / "static" / "css"
SHEETS = sorted(path for path in CSS.rglob("*.css") if path.name != "site.css")
# Sheets that some pages link by themselves beside the bundle.
LINKED_ALONE = {"posting.css", "leaflet.css", "filter_slots.css", "pictures.css", "chain.css", "calendar.css"} | {
    "agenda.css",
    "beside.css",
}
# A sheet of one page: the page stands for the component.
OF_A_PAGE = {"procedure"}
# Sheets of what scripts make, and of another look of a component.
WITHOUT_TEMPLATE = {"task_cards", "task_rows", "search_answers"}
# What is read, and what is operated or must be told apart (WCAG 1.4.3 and 1.4.11).
TEXT_PAIRS = [
    *((ink, paper) for ink in ("ink", "ink-soft", "accent", "accent-strong") for paper in ("paper", "surface")),
    *((ink, "accent-wash") for ink in ("ink", "ink-soft", "accent", "accent-strong")),
    *((state, f"{state}-wash") for state in ("bad", "warn", "good")),
    *(("ink", wash) for wash in ("bad-wash", "warn-wash", "good-wash", "mark", "heat-1", "heat-2", "heat-3")),
    *((ink, "mark") for ink in ("ink-soft", "accent", "accent-strong")),
    ("bad", "paper"),
    ("accent-ink", "accent"),
    ("accent-ink", "accent-strong"),
    ("heat-4-ink", "heat-4"),
]
OPERABLE_PAIRS = [
    *((edge, paper) for edge in ("edge", "focus", "accent") for paper in ("paper", "surface", "accent-wash")),
    *((state, "paper") for state in ("bad", "warn", "good")),
]


def tokens(block: str) -> dict[str, str]:
    """The custom properties of one block of tokens.css."""
    # A custom property: its name after two dashes, its value up to the semicolon.
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", block))


def themes() -> dict[str, dict[str, str]]:
    """The tokens by theme; dark overrides light."""
    source = (CSS / "tokens.css").read_text(encoding="utf-8")
    light, by_system, by_page = re.findall(r":root[^{]*\{(.*?)\}", source, re.DOTALL)
    return {
        "light": tokens(light),
        "dark": tokens(light) | tokens(by_system),
        "dark, asked for by the page": tokens(light) | tokens(by_page),
    }


def luminance(colour: str) -> float:
    """The relative luminance of a hex colour (WCAG 2)."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    shares = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two hex colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_defines_it() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, 4.5), (OPERABLE_PAIRS, 3.0)], ids=["text", "operable"])
def test_colours_can_be_told_apart(theme: str, pairs: list[tuple[str, str]], least: float) -> None:
    colours = themes()[theme]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


def test_dark_is_the_same_whoever_asks_for_it() -> None:
    assert themes()["dark"] == themes()["dark, asked for by the page"]


def test_every_colour_stands_in_the_tokens() -> None:
    # A colour written out: a hash and hex digits, or a colour function.
    found = {
        path.name: re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", path.read_text(encoding="utf-8"))
        for path in SHEETS
        if path.name not in {"tokens.css", "print.css"}
    }
    # A sheet for the wall is black on white in every theme, and nothing else.
    found |= {name: sorted(set(found[name]) - {"#000", "#fff"}) for name in LINKED_ALONE}
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_every_property_that_is_used_is_defined() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SHEETS)
    used = set(re.findall(r"var\(--([\w-]+)", source))
    assert used - set(tokens(source)) == set()


def imported(name: str) -> list[str]:
    """The sheets that a sheet imports."""
    return re.findall(r'@import "([^"]+)";', (CSS / name).read_text(encoding="utf-8"))


def test_the_bundle_lists_every_sheet_once() -> None:
    listed = imported("site.css")
    assert sorted(listed + imported("pictures.css")) == sorted(
        {path.relative_to(CSS).as_posix() for path in SHEETS} - LINKED_ALONE
    )
    assert (listed[0], listed[-1]) == ("tokens.css", "print.css")


@pytest.mark.parametrize("name", sorted(LINKED_ALONE))
def test_a_sheet_beside_the_bundle_is_linked_by_a_page(name: str) -> None:
    pages = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*/*.html")]
    assert any(f"site.asset('css/{name}')" in page for page in pages)


@pytest.mark.parametrize("name", sorted(OF_A_PAGE))
def test_a_sheet_of_a_page_styles_that_page_only(name: str) -> None:
    source = strip_comments(CSS / "components" / f"{name}.css")
    selectors = [line.strip() for line in source.splitlines() if "{" in line and not line.startswith("@")]
    assert selectors
    assert [line for line in selectors if not line.startswith(f".{name} ")] == []
    assert (TEMPLATES / "pages" / f"{name}.html").exists()


def test_every_component_sheet_belongs_to_a_component() -> None:
    sheets = {path.stem for path in (CSS / "components").glob("*.css")} - WITHOUT_TEMPLATE - OF_A_PAGE
    assert sheets <= {path.stem for path in COMPONENTS.glob("*.html")}


def rules(path: Path) -> str:
    """A style sheet without its comments and without the names of files."""
    return re.sub(r'"[^"]*"', '""', strip_comments(path))


def test_every_class_that_is_styled_is_used_or_offered_to_pages() -> None:
    offered = {"stack", "lead", "measure", "prose", "cluster", "grid", "halves", "hero", "with-nav", "page"}
    styled = {name for path in SHEETS for name in re.findall(r"\.([a-z][a-z-]+)", rules(path))}
    users = (*TEMPLATES.rglob("*.html"), *(ROOT / "static" / "js").rglob("*.js"))
    markup = "".join(path.read_text(encoding="utf-8") for path in users)
    columns = {"col-time", "col-remark", PARENTHESES}  # written as col-{{ column }}; by the reader of Markdown
    assert {name for name in styled - offered - columns if name not in markup} == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_is_short_and_shouts_at_nobody(path: Path) -> None:
    source = strip_comments(path)
    assert len(source.splitlines()) <= 100
    assert "uppercase" not in source
    # A file that the style sheet names: ours, and never one of another host.
    assert [name for name in re.findall(r"url\(([^)]*)\)", source) if not name.startswith('"../fonts/')] == []


def test_the_style_that_every_page_fetches_is_small() -> None:
    source = b"".join((CSS / name).read_bytes() for name in imported("site.css"))
    assert len(zlib.compress(source, 9)) < 9_700  # about 8.5 KB in brotli


@pytest.mark.parametrize("name", sorted(LINKED_ALONE))
def test_a_sheet_that_few_pages_fetch_is_small(name: str) -> None:
    source = b"".join((CSS / part).read_bytes() for part in (name, *imported(name)))
    assert len(zlib.compress(source, 9)) < 2_100


def test_text_is_large_and_lines_leave_room_for_stacked_marks() -> None:
    light = themes()["light"]
    assert float(light["line"]) >= 1.55
    assert light["target"] == "44px"
    assert "font-size: 106.25%" in (CSS / "base.css").read_text(encoding="utf-8")  # 17 px of 16


def strip_comments(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
