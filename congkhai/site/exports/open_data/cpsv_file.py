"""All procedures as public services in CPSV-AP 3.2 (the European profile that catalogues of services exchange)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import orjson

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.card import ProcedureCard
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
    cards = (card for card in context.derived.shown if card.agency or card.competent_agency)
    graph = [_service(context, card, at) for card in cards]
    found = {"@context": _CONTEXT, "@graph": [*graph, *_sectors(context, at)]}
    return orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE)


def _service(context: Context, card: ProcedureCard, at: _Address) -> Node:
    agency, sector = card.competent_agency or card.agency, context.library.sectors.get(card.sector)
    address = at(urls.procedure_url(card.code))
    words = context.labels("data.service", code=card.code, sector=sector.name if sector else card.sector, agency=agency)
    return {
        "@id": address,
        "@type": "cpsv:PublicService",
        "dct:identifier": card.code,
        "dct:title": _vietnamese(card.name),
        "dct:description": _vietnamese(words),
        "dct:language": _VIETNAMESE,
        "cv:hasCompetentAuthority": {
            "@type": "cv:PublicOrganisation",
            "skos:prefLabel": _vietnamese(agency),
            "dct:spatial": _VIET_NAM,
        },
        "cv:sector": {"@id": at(urls.sector_url(card.sector))},
        "cv:hasLegalResource": list(_legal_resources(context, card, at)),
        "cv:hasChannel": list(_channels(context, card)),
    }


def _vietnamese(text: str) -> Node:
    return {"@value": " ".join(text.split()), "@language": "vi"}


def _legal_resources(context: Context, card: ProcedureCard, at: _Address) -> Iterator[Node]:
    """The documents of the legal basis that have a page here."""
    day = card.published.isoformat() if card.published else ""
    for number in card.legal_basis:
        if document := context.document_of(number, "", day):
            title = _vietnamese(context.library.documents[document].number)
            yield {"@id": at(urls.document_url(document)), "@type": "eli:LegalResource", "dct:title": title}


def _channels(context: Context, card: ProcedureCard) -> Iterator[Node]:
    if card.takes_online:
        label = _vietnamese(context.labels("choice.Channel.online"))
        yield {"@type": "cv:Channel", "dct:identifier": f"{card.code}-online", "dct:description": label}


def _sectors(context: Context, at: _Address) -> Iterator[Node]:
    for sector in sorted({card.sector for card in context.derived.shown}):
        known = context.library.sectors.get(sector)
        label = _vietnamese(known.name if known else sector)
        yield {"@id": at(urls.sector_url(sector)), "@type": "skos:Concept", "skos:prefLabel": label}
