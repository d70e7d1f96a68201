"""All procedures as public services in CPSV-AP 3.2 (the European profile that catalogues of services exchange)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import orjson

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.card import PublicService
from congkhai.site.exports.feeds import link_in_feed
from congkhai.site.pages.page import Context

_CONTEXT = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_VIET_NAM = {"@id": f"{_AUTHORITY}/country/VNM"}
_VIETNAMESE = {"@id": f"{_AUTHORITY}/language/VIE"}
_Address = Callable[[str], str]
Node = dict[str, Any]


def services_file(context: Context) -> bytes:
    """The services in force; a procedure that names no agency is left out: each service needs one that is competent."""
    at = partial(link_in_feed, context.config.base_url, urls.SERVICES)
    graph = [_service(context, service, at) for service in context.derived.services if service.agency]
    found = {"@context": _CONTEXT, "@graph": [*graph, *_sectors(context, at)]}
    return orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE)


def _service(context: Context, service: PublicService, at: _Address) -> Node:
    agency, sector = service.agency, context.library.sectors.get(service.sector)
    address, called = at(urls.procedure_url(service.code)), sector.name if sector else service.sector
    words = context.labels("data.service", code=service.code, sector=called, agency=agency)
    return {
        "@id": address,
        "@type": "cpsv:PublicService",
        "dct:identifier": service.code,
        "dct:title": _vietnamese(service.name),
        "dct:description": _vietnamese(words),
        "dct:language": _VIETNAMESE,
        "cv:hasCompetentAuthority": {
            "@type": "cv:PublicOrganisation",
            "skos:prefLabel": _vietnamese(agency),
            "dct:spatial": _VIET_NAM,
        },
        "cv:sector": {"@id": at(urls.sector_url(service.sector))},
        "cv:hasLegalResource": list(_legal_resources(context, service, at)),
        "cv:hasChannel": list(_channels(context, service)),
    }


def _vietnamese(text: str) -> Node:
    return {"@value": " ".join(text.split()), "@language": "vi"}


def _legal_resources(context: Context, service: PublicService, at: _Address) -> Iterator[Node]:
    """The documents of the legal basis that have a page here."""
    day = service.published.isoformat() if service.published else ""
    for number in service.legal_basis:
        if document := context.document_of(number, "", day):
            title = _vietnamese(context.library.documents[document].number)
            yield {"@id": at(urls.document_url(document)), "@type": "eli:LegalResource", "dct:title": title}


def _channels(context: Context, service: PublicService) -> Iterator[Node]:
    if service.takes_online:
        label = _vietnamese(context.labels("choice.Channel.online"))
        yield {"@type": "cv:Channel", "dct:identifier": f"{service.code}-online", "dct:description": label}


def _sectors(context: Context, at: _Address) -> Iterator[Node]:
    for sector in sorted({service.sector for service in context.derived.services}):
        known = context.library.sectors.get(sector)
        label = _vietnamese(known.name if known else sector)
        yield {"@id": at(urls.sector_url(sector)), "@type": "skos:Concept", "skos:prefLabel": label}
