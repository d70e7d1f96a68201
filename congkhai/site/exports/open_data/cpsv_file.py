"""All procedures as public services in CPSV-AP 3.2 (the European profile that catalogues of services exchange)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import orjson

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.card import PublicService
from congkhai.site.pages.page import Context

_VIETNAMESE = {"@language": "vi"}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
# Short names for what each service says, so that it is said in a third of the bytes.
_CONTEXT = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "code": "dct:identifier",
    "title": {"@id": "dct:title", **_VIETNAMESE},
    "description": {"@id": "dct:description", **_VIETNAMESE},
    "label": {"@id": "skos:prefLabel", **_VIETNAMESE},
    "language": {"@id": "dct:language", "@type": "@id"},
    "country": {"@id": "dct:spatial", "@type": "@id"},
    "agency": {"@id": "cv:hasCompetentAuthority", "@type": "@id"},
    "sector": {"@id": "cv:sector", "@type": "@id"},
    "basis": {"@id": "cv:hasLegalResource", "@type": "@id"},
    "channel": {"@id": "cv:hasChannel", "@type": "@id"},
    "lang": f"{_AUTHORITY}/language/",
}
_ONLINE = "_:online"
_Address = Callable[[str], str]
Node = dict[str, Any]


def services_file(context: Context) -> bytes:
    """The services in force; a procedure that names no agency is left out: each service needs one that is competent.

    Agencies, documents, sectors and the channel are told once, behind the services that name them.
    """
    base = context.config.base_url
    at: _Address = str if base else partial(urls.relative, urls.SERVICES)
    services = [service for service in context.derived.services if service.agency]
    agencies = {_line(service.agency): "" for service in services}
    agencies = {name: f"_:a{number}" for number, name in enumerate(agencies, start=1)}
    graph = [_service(context, service, agencies[_line(service.agency)], at) for service in services]
    graph += [_agency(name, mark) for name, mark in agencies.items()]
    graph += [*_documents(context, services, at), *_sectors(context, services, at), *_channels(context, services)]
    found = {"@context": {**({"@base": base} if base else {}), **_CONTEXT}, "@graph": graph}
    return orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE)


def _service(context: Context, service: PublicService, agency: str, at: _Address) -> Node:
    words = context.labels(
        "data.service", code=service.code, sector=_sector_name(context, service.sector), agency=service.agency
    )
    return {
        "@id": at(urls.procedure_url(service.code)),
        "@type": "cpsv:PublicService",
        "code": service.code,
        "title": _line(service.name),
        "description": _line(words),
        "language": "lang:VIE",
        "agency": agency,
        "sector": at(urls.sector_url(service.sector)),
        "basis": [at(urls.document_url(document)) for document in _basis(context, service)],
        **({"channel": _ONLINE} if service.takes_online else {}),
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _agency(name: str, mark: str) -> Node:
    country = f"{_AUTHORITY}/country/VNM"
    return {"@id": mark, "@type": "cv:PublicOrganisation", "label": name, "country": country}


def _basis(context: Context, service: PublicService) -> Iterator[str]:
    """The documents of the legal basis that have a page here."""
    day = service.published.isoformat() if service.published else ""
    for number in service.legal_basis:
        if document := context.document_of(number, "", day):
            yield document


def _documents(context: Context, services: Sequence[PublicService], at: _Address) -> Iterator[Node]:
    for document in sorted({one for service in services for one in _basis(context, service)}):
        title = _line(context.library.documents[document].number)
        yield {"@id": at(urls.document_url(document)), "@type": "eli:LegalResource", "title": title}


def _sectors(context: Context, services: Sequence[PublicService], at: _Address) -> Iterator[Node]:
    for sector in sorted({service.sector for service in services}):
        label = _line(_sector_name(context, sector))
        yield {"@id": at(urls.sector_url(sector)), "@type": "skos:Concept", "label": label}


def _sector_name(context: Context, sector: str) -> str:
    known = context.library.sectors.get(sector)
    return known.name if known else sector


def _channels(context: Context, services: Sequence[PublicService]) -> Iterator[Node]:
    if any(service.takes_online for service in services):
        words = context.labels("choice.Channel.online")
        yield {"@id": _ONLINE, "@type": "cv:Channel", "code": "online", "description": words}
