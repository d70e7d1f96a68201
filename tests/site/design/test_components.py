"""Every component renders every one of its examples, and what comes out may stand in a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest

from tests.site.design.rendering import COMPONENTS, a_site, environment, examples, labels, render

VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "use"}
ALL = [pytest.param(name, example, id=f"{name}: {example['name']}") for name, example in examples()]
NAMES = sorted(path.stem for path in COMPONENTS.glob("*.html"))


class Page(HTMLParser):
    """What a fragment consists of: tags in balance, ids, and everything a strict policy forbids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.fields: list[str] = []
        self.labelled: set[str] = set()
        self.feed(html)
        self.faults += [f"not closed: {tag}" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.faults += [f"forbidden: {name}" for name in found if name == "style" or name.startswith("on")]
        self.faults += ["img without alt"] if tag == "img" and "alt" not in found else []
        self.faults += ["script in the page"] if tag == "script" and "src" not in found else []
        self.faults += [tag] if tag == "style" else []
        self.ids += [found["id"] or "empty"] if "id" in found else []
        self.labelled |= {found["for"] or ""} if tag == "label" else set()
        self.fields += [found.get("id") or "no id"] if tag in {"input", "select"} else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"closed out of order: {tag}")


@pytest.mark.parametrize(("name", "example"), ALL)
def test_an_example_renders_to_sound_html(name: str, example: dict[str, Any]) -> None:
    page = Page(render(name, example))
    assert page.faults == []
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    assert set(page.fields) <= page.labelled, "a field has no label"


@pytest.mark.parametrize("name", NAMES)
def test_a_component_is_documented_shown_and_named_like_its_file(name: str) -> None:
    source = (COMPONENTS / f"{name}.html").read_text(encoding="utf-8")
    assert source.startswith(f"{{#- {name}("), "the signature stands on top"
    assert f"macro {name}(" in source
    assert (COMPONENTS / f"{name}.examples.yaml").exists()


@pytest.mark.parametrize("name", NAMES)
def test_the_documented_signature_is_the_real_one(name: str) -> None:
    source = (COMPONENTS / f"{name}.html").read_text(encoding="utf-8")
    documented = re.search(rf"{{#- {name}\((.*?)\)\n", source)
    written = re.search(rf"macro {name}\((.*?)\) -?%}}", source)
    assert documented
    assert written
    assert documented[1] == written[1]


def test_text_of_a_record_never_becomes_markup() -> None:
    example = {"args": ["<script>alert(1)</script>", "<img src=x onerror=y>"]}
    html = render("signed_understood", example)
    assert "<script" not in html
    assert "<img" not in html


def test_line_breaks_of_a_cell_are_kept() -> None:
    html = render("signed_understood", {"args": ["- Huyện\n- Xã", "như trên"]})
    assert 'class="lines">- Huyện\n- Xã</dd>' in html


def test_a_missing_field_stops_the_build() -> None:
    with pytest.raises(Exception, match="url"):
        render("link_list", {"args": [[{"title": "Kế hoạch"}]]})


def test_a_state_is_a_word_and_not_only_a_colour() -> None:
    assert ">quá hạn</span>" in render("tag", {"args": ["overdue"]})


def test_an_unknown_icon_stops_the_build() -> None:
    with pytest.raises(Exception, match="carousel"):
        render("icon", {"args": ["carousel"]})


def test_the_shell_names_its_language_landmarks_and_policy() -> None:
    html = render_shell()
    page = Page(re.sub("<!DOCTYPE html>", "", html))
    assert page.faults == []
    assert '<html lang="vi">' in html
    assert "unsafe-inline" not in html
    assert html.index("skip-link") < html.index("<header") < html.index("<main") < html.index("<footer")


def test_the_shell_asks_no_other_host() -> None:
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', render_shell()) == []


def render_shell() -> str:
    page = SimpleNamespace(
        title="Kế hoạch",
        description="Mô tả",
        url="/ke-hoach/",
        breadcrumbs=(("Trang chủ", "/"),),
        data_url="index.json",
    )
    return environment().get_template("base.html").render(site=a_site(), page=page, labels=labels)
