"""What is said of a data set: its columns in both languages, and its files as DCAT 3 (W3C) in JSON-LD."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import orjson

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.site.data_sets.columns import Column, DataSet
from congkhai.site.exports.feeds import link_in_feed
from congkhai.site.pages.page import Context

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# The media types of IANA by the end of a file's name.
_MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "sqlite": "application/vnd.sqlite3",
}
_IANA = "https://www.iana.org/assignments/media-types/"
_VIETNAMESE = "http://publications.europa.eu/resource/authority/language/VIE"
Files = Mapping[str, bytes]


def dictionary_rows(data_set: DataSet, labels: Labels, english: Labels) -> Iterator[tuple[str, ...]]:
    """A row for each column: table, column, kind, origin, both names, the values of a choice with both names."""
    for column in data_set.columns:
        values = "; ".join(_values(column, labels, english))
        heads = column.head(labels), column.head(english)
        yield data_set.name, column.name, column.kind.value, column.origin.value, *heads, values


def _values(column: Column, labels: Labels, english: Labels) -> Iterator[str]:
    for value in column.choices:
        yield f"{value} = {column.word(value, labels)} / {column.word(value, english)}"


def licence_of(context: Context) -> tuple[str, str]:
    """Under which terms the data may be used again: the name and the address of this site's page on that."""
    page = context.library.prose.get("giay-phep")
    return (page.title, urls.prose_url(page.id)) if page else ("", "")


def version_of(data: bytes) -> str:
    """The version of a data set: it changes when the data do."""
    return hashlib.sha256(data).hexdigest()[:12]


def data_set_node(context: Context, name: str, key: str, english: Labels, files: Files) -> dict[str, Any]:
    """A data set (dcat:Dataset) with its files; `name` is that of its files, `key` that of its labels."""
    at = partial(link_in_feed, context.config.base_url, urls.data_url(name, "jsonld"))
    lines = next((data for path, data in files.items() if path.endswith("jsonl")), b"".join(files.values()))
    return {
        "@context": _CONTEXT,
        "@id": at(f"{urls.OPEN_DATA}#{name}"),
        "@type": "dcat:Dataset",
        **_told(context, key, english, at("")),
        "dcat:version": version_of(lines),
        "dcat:landingPage": {"@id": at(urls.OPEN_DATA)},
        "dcat:distribution": [_distribution(path, data, at, name) for path, data in files.items() if _end(path)],
    }


def _told(context: Context, key: str, english: Labels, home: str) -> dict[str, Any]:
    terms, address = licence_of(context)
    words = {"vi": context.labels, "en": english}
    licence = {"dct:license": {"@id": f"{home}{address}"}, "dct:rights": terms} if address else {}
    return {
        "dct:title": [{"@language": one, "@value": labels(key)} for one, labels in words.items()],
        "dct:description": [{"@language": one, "@value": labels(f"{key}.about")} for one, labels in words.items()],
        "dct:publisher": {"@id": home or "./", "@type": "foaf:Agent", "foaf:name": context.config.name},
        "dct:language": {"@id": _VIETNAMESE},
        **licence,
    }


def _end(path: str) -> str:
    """The end of a file's name that says what it is, "" for what describes others."""
    return next((end for end in _MEDIA if path.endswith(f".{end}")), "")


def _distribution(path: str, data: bytes, at: Any, name: str) -> dict[str, Any]:
    end = _end(path)
    schema = {"dct:conformsTo": {"@id": at(urls.data_url(name, "schema.json"))}} if end == "jsonl" else {}
    return {
        "@id": at(path),
        "@type": "dcat:Distribution",
        "dcat:downloadURL": {"@id": at(path)},
        "dcat:accessURL": {"@id": at(urls.OPEN_DATA)},
        "dcat:mediaType": {"@id": _IANA + _MEDIA[end]},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(len(data))},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": hashlib.sha256(data).hexdigest()},
        },
        **schema,
    }


def catalogue_node(context: Context, data_sets: Iterable[tuple[str, str]], english: Labels) -> dict[str, Any]:
    """The catalogue (dcat:Catalog) of all data sets, each a (name of its files, key of its labels).

    What a data set says of its files and their hashes stands in the file of each (`rdfs:seeAlso`). This file alone
    bears the day of the build: with it in the others, each day would make other files of the same data.
    """
    at = partial(link_in_feed, context.config.base_url, urls.CATALOGUE)
    members = [
        {
            "@id": at(f"{urls.OPEN_DATA}#{name}"),
            "@type": "dcat:Dataset",
            **_told(context, key, english, at("")),
            "rdfs:seeAlso": {"@id": at(urls.data_url(name, "jsonld"))},
        }
        for name, key in data_sets
    ]
    return {
        "@context": {**_CONTEXT, "rdfs": "http://www.w3.org/2000/01/rdf-schema#"},
        "@id": at(urls.CATALOGUE),
        "@type": "dcat:Catalog",
        **_told(context, "data.catalogue", english, at("")),
        "dct:modified": {"@type": "xsd:date", "@value": context.today.isoformat()},
        "foaf:homepage": {"@id": at(urls.OPEN_DATA)},
        "dcat:dataset": members,
    }


def as_json(found: Mapping[str, Any]) -> bytes:
    """A node as a file."""
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def about_lines(context: Context, data_set: DataSet, english: Labels) -> Sequence[Sequence[str]]:
    """The second sheet of a workbook: where the data come from, then its columns."""
    labels = context.labels
    terms, address = licence_of(context)
    heads = ("table", "column", "kind", "origin", "vi", "en", "values")
    return (
        (labels(f"data.{data_set.name}"), labels(f"data.{data_set.name}.about")),
        (labels("data.source"), context.config.name),
        *(((labels("data.terms"), f"{terms}: {context.config.base_url}{address}"),) if terms else ()),
        (),
        tuple(labels(f"data.dictionary.{head}") for head in heads),
        *(
            (table, column, labels(f"data.kind.{kind}"), labels(f"data.origin.{origin}"), *rest)
            for table, column, kind, origin, *rest in dictionary_rows(data_set, labels, english)
        ),
    )
