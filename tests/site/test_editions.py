"""The site in English: the same pages below /en/, no word of ours in Vietnamese, every record's words told as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from congkhai.build import preparation
from congkhai.build.builder import Settings, build_site, check_source, make_context
from congkhai.foundation.labels import load_labels
from congkhai.foundation.own_words import BEGIN, END
from congkhai.foundation.page_links import PageLinks
from congkhai.knowledge import urls
from congkhai.site.pages import make_pages
from congkhai.site.pages.page import Page
from tests.sources import ROOT, TODAY, lay

BASE = "https://cong-khai.example/"
SITE = "languages: [vi, en]\n"
# What a person reads or hears of an element besides its text.
READ = ("title", "alt", "aria-label", "placeholder", "content", "label", "data-label")
# A letter that English does not have.
VIETNAMESE = re.compile(r"[^\W\d_a-zA-Z]")


def bilingual(folder: Path) -> Path:
    """The sound source with English beside Vietnamese."""
    source = lay(folder)
    (source / "site.yaml").write_text((source / "site.yaml").read_text(encoding="utf-8") + SITE, encoding="utf-8")
    return source


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the bilingual site by their addresses."""
    source = bilingual(tmp_path_factory.mktemp("editions") / "source")
    build = build_site(Settings(source, TODAY, base_url=BASE))
    assert build.problems == ()
    files = {path: data.decode() for path, data in build.files.items() if path.endswith(".html")}
    return {path.removesuffix("index.html"): html for path, html in files.items()}


def english(pages: dict[str, str]) -> dict[str, str]:
    return {url: html for url, html in pages.items() if url.startswith("en/")}


def spoken_words(element: Any, language: str) -> Iterator[tuple[str, str]]:
    """All that a person reads or hears in an element, each with the language it is told to be in."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return
    language = element.get("lang", language)
    yield from ((element.get(name), language) for name in READ if element.get(name))
    for child in (element, *element):
        words = child.text if child is element else child.tail
        yield from spoken_words(child, language) if child is not element else ()
        if words and words.strip():
            yield words, language


def test_no_vietnamese_stands_outside_an_element_that_says_so(pages: dict[str, str]) -> None:
    words = [found for html in english(pages).values() for found in spoken_words(lxml_html.fromstring(html), "")]
    assert [found for found in words if found[1] != "vi" and VIETNAMESE.search(found[0])] == []
    assert len(words) > 5000


def test_no_mark_is_left(pages: dict[str, str]) -> None:
    assert [url for url, html in pages.items() if BEGIN in html or END in html] == []


def test_no_label_of_vietnamese_stands_on_an_english_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = load_labels()
    told = replace(labels, words={key: f"⟦{key}⟧{words}" for key, words in labels.words.items()})
    monkeypatch.setattr(preparation, "load_labels", lambda _: told)
    files = build_site(Settings(bilingual(tmp_path / "source"), TODAY), even_with_errors=True).files
    found = {path: data.decode() for path, data in files.items() if path.startswith("en/") and path.endswith(".html")}
    assert found
    assert [path for path, html in found.items() if "⟦" in html] == []


def test_a_page_and_its_counterpart_name_each_other(pages: dict[str, str]) -> None:
    for url, html in pages.items():
        alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))
        for address in alternates.values():
            there = pages[address.removeprefix(BASE)]
            assert f'hreflang="{"en" if url.startswith("en/") else "vi"}" href="{BASE}{url}"' in there
        assert not alternates or alternates.keys() == {"vi", "en", "x-default"}
        assert alternates or url in (urls.NOT_FOUND, "gioi-thieu/") or url.startswith(urls.POSTING)


def test_every_english_page_has_its_vietnamese_one_and_its_own_canonical_address(pages: dict[str, str]) -> None:
    for url, html in english(pages).items():
        assert url.removeprefix("en/") in pages
        assert f'<link rel="canonical" href="{BASE}{url}">' in html
        assert html.startswith('<!DOCTYPE html>\n<html lang="en"')


def test_the_edition_has_the_pages_that_it_says_it_holds(tmp_path: Path) -> None:
    settings = Settings(bilingual(tmp_path / "source"), TODAY)
    context = make_context(check_source(settings), settings)
    edition = context.in_language("en").edition
    tasks = [(task.family, task.make()) for task in make_pages(context)]
    assert [family for family, found in tasks if family.startswith("en/") and not isinstance(found, Page)] == []
    made = [found for _, found in tasks if isinstance(found, Page)]
    of_site = {page.url for page in made if not page.folder}
    assert edition
    assert {page.url for page in made if page.folder} == {url for url in of_site if edition.holds(url)}


def test_links_of_english_pages_stay_there_where_they_can(pages: dict[str, str]) -> None:
    for url, html in english(pages).items():
        for link in PageLinks.of(html).links:
            path = link.partition("#")[0].partition("?")[0]
            up, path = path.count("../"), path.removeprefix("../" * path.count("../"))
            if up == url.count("/") and (not path or path.endswith("/")):
                assert f"en/{path}" not in pages or f'href="{link}" lang="vi" hreflang="vi"' in html, (url, link)


def test_what_leads_to_a_page_in_vietnamese_alone_says_so(pages: dict[str, str]) -> None:
    link = (
        r'<a href="\.\./\.\./gioi-thieu/" hreflang="vi">.*?</a> <span class="meta" lang="en">\(in Vietnamese\)</span>'
    )
    assert re.search(link, pages["en/thu-tuc/"])


def test_a_page_of_prose_is_in_the_edition_where_somebody_translated_it(tmp_path: Path) -> None:
    source = bilingual(tmp_path / "source")
    (source / "content" / "pages_en").mkdir()
    text = "---\nid: gioi-thieu\ntitle: About us\n---\nWe *all* know Bến Tre.\n"
    (source / "content" / "pages_en" / "gioi-thieu.md").write_text(text, encoding="utf-8")
    build = build_site(Settings(source, TODAY))
    html = build.files["en/gioi-thieu/index.html"].decode()
    assert build.problems == ()
    assert '<p>We <em>all</em> know <span lang="vi">Bến Tre</span>.</p>' in html
    assert "(in Vietnamese)" not in html.split("site-footer")[1]
    assert '<a href="gioi-thieu/">About us</a>' in build.files["en/index.html"].decode()


def test_a_translation_of_no_page_is_told(tmp_path: Path) -> None:
    source = bilingual(tmp_path / "source")
    (source / "content" / "pages_en").mkdir()
    (source / "content" / "pages_en" / "x.md").write_text("---\nid: x\ntitle: X\n---\n", encoding="utf-8")
    assert [found.code for found in check_source(Settings(source, TODAY)).problems] == ["unknown-reference"]


def test_the_words_of_the_site_itself_are_those_of_its_editor(tmp_path: Path) -> None:
    source = bilingual(tmp_path / "source")
    with (source / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("english: {tagline: For tests, description: A *small* source}\n")
    html = build_site(Settings(source, TODAY)).files["en/index.html"].decode()
    assert '<p class="lead">For tests</p>' in html
    assert '<meta name="description" content="A small source">' in html
    assert "<em>small</em>" in html


def test_a_site_of_one_language_has_no_switch(tmp_path: Path) -> None:
    build = build_site(Settings(lay(tmp_path / "source", procedures=False), TODAY))
    assert not any("hreflang" in data.decode() for path, data in build.files.items() if path.endswith(".html"))


def test_the_example_that_has_english_on_is_sound_in_both_languages() -> None:
    build = build_site(Settings(ROOT / "examples" / "tien-do", TODAY, base_url=BASE))
    files = {path: data.decode() for path, data in build.files.items() if path.endswith(".html")}
    words = [found for html in english(files).values() for found in spoken_words(lxml_html.fromstring(html), "")]
    assert len(english(files)) > 20
    assert [found for found in words if found[1] != "vi" and VIETNAMESE.search(found[0])] == []
    assert not [found for found in words if re.search(r"(?<![\w,.])1 (?:tasks|plans|agencies|targets)\b", found[0])]


def test_an_answer_in_english_begins_with_a_capital_letter(pages: dict[str, str]) -> None:
    leads = [lead for page in english(pages).values() for lead in re.findall(r'<p class="lead">([^<]+)', page)]
    assert [lead for lead in leads if lead[0].islower()] == []
    assert any(lead.startswith("Leads ") for lead in leads)
