"""Running text: citations become links, abbreviations are explained once a page, nothing is marked twice."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from congkhai.build.loader import load_library
from congkhai.foundation.problem import Problems
from congkhai.knowledge.documents.annotation import Annotator, Citations
from congkhai.knowledge.documents.citing import citations_of_library
from congkhai.knowledge.library import Library
from tests.sources import SOUND


@cache
def library() -> Library:
    return load_library(SOUND, Problems())


def annotator() -> Annotator:
    return Annotator(library(), Citations.of(library()), lambda url: "/" + url, territory="an-binh", date="2024-01-15")


def test_a_citation_becomes_a_link_however_it_is_written() -> None:
    for words in ("NĐ 61/2018/NĐ-CP", "Nghị định số 61/2018/NĐ-CP"):
        segments = annotator()(f"theo {words}.")
        [link] = [segment for segment in segments if segment.kind == "link"]
        assert link.url == "/van-ban/61-2018-nd-cp/"
        assert "61/2018/NĐ-CP" in link.text


def test_a_citation_of_nothing_known_stays_text() -> None:
    assert [segment.kind for segment in annotator()("theo Nghị định số 99/2023/NĐ-CP")] == ["text"]


def test_a_local_number_is_known_in_its_own_territory_only() -> None:
    elsewhere = Annotator(library(), Citations.of(library()), str, territory="trung-uong", date="2025-06-01")
    here = Annotator(library(), Citations.of(library()), str, territory="an-binh", date="2025-06-01")
    text = "Nghị quyết số 12/2025/NQ-HĐND"
    assert [segment.kind for segment in here(text)] == ["link"]
    assert [segment.kind for segment in elsewhere(text)] == ["text"]


def test_an_abbreviation_is_explained_at_its_first_use_on_a_page() -> None:
    annotate = annotator()
    first, second = annotate("rà soát TTHC và TTHC khác"), annotate("công bố TTHC")
    assert [(segment.text, segment.title) for segment in first if segment.kind == "abbr"] == [
        ("TTHC", "thủ tục hành chính")
    ]
    assert [segment.kind for segment in second] == ["text"]


def test_inside_a_link_no_link_is_made() -> None:
    segments = annotator()("TTHC theo Nghị định số 61/2018/NĐ-CP", links=False)
    assert [segment.kind for segment in segments] == ["abbr", "text"]


def test_letters_of_a_number_are_no_abbreviation() -> None:
    segments = annotator()("Kế hoạch số 15/KH-UBND")
    assert all(segment.kind != "abbr" for segment in segments)


@given(
    st.lists(
        st.sampled_from(["TTHC", "UBND", "Nghị định số 61/2018/NĐ-CP", " và ", "; ", "\n", "61/2018", "<b>", "tỉnh "])
    ).map("".join)
)
def test_no_word_is_lost_or_doubled(text: str) -> None:
    assert "".join(segment.text for segment in annotator()(text)) == text


def test_the_pages_that_cite_a_document_are_known_each_once() -> None:
    cited = citations_of_library(library(), Citations.of(library()))
    places = [(place.part, place.url) for place in cited["61-2018-nd-cp"]]
    assert ("legal_basis", "ke-hoach/an-binh-2024/") in places
    assert ("task", "ke-hoach/an-binh-2024/i-1/") in places
    assert len({url for _, url in places}) == len(places)
