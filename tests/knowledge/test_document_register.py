"""The register of documents: in good order, and complete for all that the plans cite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from congkhai.vietnamese.citation import Candidate, by_stem, document_slug, find_citations, match, parse_number, stem

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / ".." / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared research data is not beside the checkout")
ABOVE = {"truc-ninh": ("nam-dinh",)}


def test_every_citation_of_the_plans_resolves(register: dict[str, tuple[Candidate, ...]]) -> None:
    for path in sorted((ROOT / "content" / "plans").glob("*.yaml")):
        plan = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        here = (plan["territory"], *ABOVE.get(plan["territory"], ()))
        assert _unresolved("\n\n".join(_texts(plan)), register, here) == [], path.name


@needs_shared
@pytest.mark.shared
def test_every_citation_of_the_five_sources_resolves(register: dict[str, tuple[Candidate, ...]]) -> None:
    places = [("ben-tre",), ("son-la",), ("truc-ninh", "nam-dinh"), ("binh-thuan",), ("ben-tre",)]
    sources = sorted((SHARED / "seeds").glob("*.txt"))
    assert len(sources) == len(places)
    for source, here in zip(sources, places, strict=True):
        assert _unresolved(source.read_text("utf-8"), register, here) == [], source.name


def test_every_document_is_written_in_normal_form_and_named_after_its_number() -> None:
    for document in _documents():
        reading = parse_number(document["number"])
        assert reading.well_formed or document["number"] == "21/2017"
        assert document["id"].startswith(document_slug(document["number"]))
        assert reading.number is None or reading.number.type in {"", document["type"]}


def test_documents_refer_to_documents() -> None:
    ids = {document["id"] for document in _documents()}
    named = {name for one in _documents() for key in ("amends", "replaces", "repealed_by") for name in one.get(key, [])}
    assert named <= ids
    assert len(ids) == len(list(_documents()))


@pytest.fixture(scope="module")
def register() -> dict[str, tuple[Candidate, ...]]:
    return dict(
        by_stem(
            Candidate(one["id"], one["number"], one["type"], one["territory"], _year(one["issued"]))
            for one in _documents()
        )
    )


def _unresolved(text: str, register: dict[str, tuple[Candidate, ...]], here: tuple[str, ...]) -> list[str]:
    citations = find_citations(text)
    return [one.number for one in citations if not match(one, register.get(stem(one.number), ()), territories=here)]


def _documents() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "content" / "documents").glob("*.yaml")):
        yield from yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)["documents"]


def _year(issued: str) -> str:
    return "" if issued == "null" else issued[:4]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
