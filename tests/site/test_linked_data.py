"""What pages and files say in JSON-LD is valid by shapes (SHACL), and a block of data in a page breaks nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyshacl
import pytest
import rdflib

from congkhai.site.linked_data.data_block import data_block
from tests.sources import SOUND, built, lay

SHAPES = Path(__file__).parent / "shapes"
BASE = "https://example.vn/"
SDO = rdflib.Namespace("https://schema.org/")
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(built(SOUND).files)


def graph_of(path: str, text: str) -> rdflib.Graph:
    """The graph of a page's block; the vocabulary stands in for the context that lies on the web."""
    local = text.replace('"https://schema.org"', '{"@vocab":"https://schema.org/","url":{"@type":"@id"}}')
    local = re.sub(r'"(https://schema\.org/\w+)"', r'{"@id":"\1"}', local)
    return rdflib.Graph().parse(data=local, format="json-ld", publicID=BASE + path.removesuffix("index.html"))


def blocks(files: dict[str, bytes]) -> dict[str, str]:
    found = {path: _BLOCK.findall(data.decode()) for path, data in files.items() if path.endswith(".html")}
    assert all(len(one) <= 1 for one in found.values())
    return {path: one[0] for path, one in found.items() if one}


def faults(graph: rdflib.Graph, shapes: str) -> str:
    conforms, _, words = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(SHAPES / shapes))
    return "" if conforms else words


def test_every_block_of_every_page_is_valid_schema_org(files: dict[str, bytes]) -> None:
    whole = rdflib.Graph()
    for path, text in blocks(files).items():
        whole += graph_of(path, text)
    assert faults(whole, "schema.ttl") == ""
    kinds = {str(kind).removeprefix(str(SDO)) for kind in whole.objects(None, rdflib.RDF.type)}
    assert kinds >= {"GovernmentService", "GovernmentOrganization", "Legislation", "Event", "DigitalDocument"}


def test_the_shapes_refuse_what_is_wrong(files: dict[str, bytes]) -> None:
    path, text = next((path, text) for path, text in blocks(files).items() if "GovernmentService" in text)
    assert faults(graph_of(path, text.replace('"name"', '"nom"', 1)), "schema.ttl")
    wrong = files["data/thu-tuc-cpsv.jsonld"].decode().replace("dct:identifier", "dct:ident")
    assert faults(rdflib.Graph().parse(data=wrong, format="json-ld", publicID=BASE), "cpsv.ttl")


@pytest.mark.parametrize("path", ["thu-tuc-cpsv", "danh-muc", "nhiem-vu", "cong-khai"])
def test_files_keep_the_rules_of_cpsv_ap_and_dcat_ap(files: dict[str, bytes], path: str) -> None:
    file = f"data/{path}.jsonld"
    graph = rdflib.Graph().parse(data=files[file], format="json-ld", publicID=BASE + file)
    assert len(graph) > 10
    assert faults(graph, "cpsv.ttl") == ""


def test_addresses_are_absolute_where_the_site_knows_where_it_stands(tmp_path: Path) -> None:
    pages = built(lay(tmp_path / "s"), base_url="https://tinh.example.vn/cong-khai/").files
    block = json.loads(blocks(dict(pages))["ke-hoach/an-binh-2024/index.html"])
    assert block["url"] == "https://tinh.example.vn/cong-khai/ke-hoach/an-binh-2024/"


def test_words_cannot_end_the_block() -> None:
    text = data_block({"name": "</script><script>alert(1)</script><!-- &"})
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == "</script><script>alert(1)</script><!-- &"
