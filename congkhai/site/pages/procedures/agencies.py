"""Who is responsible for a procedure, for whom it is, and through which desk it goes."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.records.procedure import Procedure
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href

_WINDOW = ("desk", "inter_agency", "postal", "anywhere")


def agency_facts(context: Context, procedure: Procedure, href: Href) -> Iterator[Fact]:
    """Who handles, decides, coordinates; for whom and at which level; and through which desk."""
    labels, handling = context.labels, context.derived.handling
    for key in ("agency", "competent_agency", "coordinating_agencies", "authorised_agency"):
        name = getattr(procedure, key)
        agency_id = handling.named(name)
        if agency_id:
            yield Fact(labels(f"procedure.{key}"), (Segment("link", name, href(urls.agency_url(agency_id))),))
        elif name:
            yield Fact(labels(f"procedure.{key}"), name)
    for key, values in (("level", procedure.levels), ("applicant", procedure.applicants)):
        words = "; ".join(labels(f"procedure.{key}.{value}") for value in values)
        if words:
            yield Fact(labels(f"procedure.{key}s"), words)
    for key, words in (("issuer_name", procedure.issuer_name), ("type", procedure.type)):
        if " " in words:  # a bare code of the source's software says nothing to a reader
            yield Fact(labels(f"procedure.{key}"), words)
    window = procedure.single_window
    if window:
        ways = [labels(f"procedure.window.{way}") for way in _WINDOW if getattr(window, way)]
        if ways:
            yield Fact(labels("procedure.window"), "; ".join(ways))
