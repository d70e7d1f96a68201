"""Who is responsible for a procedure, for whom it is, and through which desk it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.example_place import is_announced_for_all
from congkhai.knowledge.procedures.handling import plain_name
from congkhai.records.agency import Agency
from congkhai.records.procedure import Procedure
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href


def linked(agencies: Iterable[tuple[str, str]], href: Href) -> RichText:
    """Agencies by id and words, each a link where there is a record of it."""
    found: list[Segment] = []
    for agency_id, words in agencies:
        found += [Segment("text", ", ")] if found else []
        found.append(
            Segment("link" if agency_id else "text", words, href(urls.agency_url(agency_id)) if agency_id else "")
        )
    return tuple(found)


# "Công an cấp Xã": a level is no name. And a place that is named for an example, in a procedure of the whole country.
_LEVEL = re.compile(r"(?<=cấp )(?:Tỉnh|Huyện|Xã|Bộ)(?!\w)")
_PLACE = re.compile(
    r"(?P<kind>Sở [^,;]+?) (?:thành phố|tỉnh|tp\.?) (?P<place>(?-i:[A-ZĐ])\w+(?: (?-i:[A-ZĐ])\w+)*)", re.I
)
# Where the next of several names begins that no record knows; other commas may belong to a name.
_NEXT = re.compile(
    r"[;|\n]|, (?=(?:Sở|Cục|Chi cục|Bộ|Ủy ban|UBND|Công an|Bảo hiểm|Cơ quan|Cơ sở|Văn phòng|Chi nhánh|Trung tâm) )"
)
# No district has decided anything since July 2025.
_ENDED = re.compile(r"(?:cấp|quận|uỷ ban nhân dân|ủy ban nhân dân) huyện|cấp huyện$", re.I)


def answering(context: Context, procedure: Procedure, text: str) -> tuple[tuple[str, str], ...]:
    """The agencies of a field in our words: none of a level that is over where others are named, none of one place."""
    handling = context.derived.handling
    parts = [
        (agency_id, name.strip())
        for agency_id, words in handling.parts(text)
        for name in ((words,) if agency_id else _NEXT.split(words))
    ]
    going = [part for part in parts if not _ENDED.search(part[1])] or parts
    named = [(agency_id, words, _anywhere(procedure, words)) for agency_id, words in going]
    return tuple(
        _named(context, agency_id if name == words else handling.named(name), name) for agency_id, words, name in named
    )


def agency_words(context: Context, procedure: Procedure, text: str) -> tuple[str, str]:
    """The agencies of a field in our words, and as the national data says it where that is another name."""
    words = ", ".join(words for _, words in answering(context, procedure, text))
    return words, "" if plain_name(words) == plain_name(text) else " ".join(text.split())


def _named(context: Context, agency_id: str, name: str) -> tuple[str, str]:
    """An agency that every place has one of is called as its record has it: one name, however registers spell it."""
    found = context.library.actors.get(agency_id) if agency_id else None
    if isinstance(found, Agency) and (found.general or plain_name(found.name) == plain_name(name)):
        return agency_id, found.name
    return agency_id, _LEVEL.sub(lambda level: level[0].lower(), name)


def _anywhere(procedure: Procedure, words: str) -> str:
    """A name without the place it is of, in a procedure that a ministry announced for every place."""
    found, decision = _PLACE.fullmatch(words), procedure.announcement
    is_example = found and is_announced_for_all(decision) and found["place"] not in procedure.name
    return found["kind"] if found and is_example else words


_WINDOW = ("desk", "inter_agency", "postal", "anywhere")


def agency_facts(context: Context, procedure: Procedure, href: Href) -> Iterator[Fact]:
    """Who handles, decides, coordinates; for whom and at which level; and through which desk."""
    labels = context.labels
    for key in ("agency", "competent_agency", "coordinating_agencies", "authorised_agency"):
        if name := getattr(procedure, key):
            _, stated = agency_words(context, procedure, name)
            note = labels("answer.stated", text=stated) if stated else ""
            yield Fact(labels(f"procedure.{key}"), linked(answering(context, procedure, name), href), note)
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
