"""Who is responsible for a procedure, for whom it is, and through which desk it goes."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.records.procedure import Procedure
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href


def agency_links(context: Context, text: str, href: Href) -> RichText:
    """The agencies of a field as the national data names them, each a link to its record where there is one."""
    found: list[Segment] = []
    for agency_id, words in context.derived.handling.parts(text):
        found += [Segment("text", ", ")] if found else []
        found.append(
            Segment("link" if agency_id else "text", words, href(urls.agency_url(agency_id)) if agency_id else "")
        )
    return tuple(found)


_WINDOW = ("desk", "inter_agency", "postal", "anywhere")


def agency_facts(context: Context, procedure: Procedure, href: Href) -> Iterator[Fact]:
    """Who handles, decides, coordinates; for whom and at which level; and through which desk."""
    labels = context.labels
    for key in ("agency", "competent_agency", "coordinating_agencies", "authorised_agency"):
        if name := getattr(procedure, key):
            yield Fact(labels(f"procedure.{key}"), agency_links(context, name, href))
    for key, values in (("level", procedure.levels), ("applicant", procedure.applicants)):
        words = "; ".join(labels(f"procedure.{key}.{value}") for value in values)
        if words:
            yield Fact(labels(f"procedure.{key}s"), words)
    for key, words in (("issuer_name", procedure.issuer_name), ("type", procedure.type)):
        if words:  # a bare code of the source's software says so of itself
            yield Fact(labels(f"procedure.{key}"), words if " " in words else labels("procedure.type.code", code=words))
    if procedure.keywords:
        yield Fact(labels("procedure.keywords"), "; ".join(procedure.keywords))
    window = procedure.single_window
    if window:
        ways = [labels(f"procedure.window.{way}") for way in _WINDOW if getattr(window, way)]
        if ways:
            yield Fact(labels("procedure.window"), "; ".join(ways))
