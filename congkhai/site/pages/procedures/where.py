"""Where a dossier is handed in: the counter that the steps name, its office and hours where a record knows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from congkhai.foundation.labels import Labels
from congkhai.foundation.text import fold
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.any_place import AnyPlace, Reach
from congkhai.knowledge.procedures.counter import Counter, counter_of, decider_in, is_same
from congkhai.knowledge.procedures.counter_cases import CounterCase
from congkhai.records.agency import Agency
from congkhai.records.procedure import Procedure
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.procedures.agencies import answering, linked
from congkhai.site.pages.procedures.any_place_words import short_words, told_place, whole_words

_LONG, _LONGEST, _NAME, _CASE = 72, 90, 44, 36
# A name that is little longer than there is room for is not cut: "… cơ sở dữ liệu hộ tịch điện…" names nothing.
_SLACK = 8
# "Tại cơ quan đại diện …": a note that says where, and by how many words it names an agency.
_AT = re.compile(r"\W*(?:nộp |gửi )?tại ", re.I)
_TELLING = 4
# "Cơ quan khác" names nobody; a chairman decides, and his committee takes the dossier.
_NOBODY = re.compile(r"\W*(?:các )?cơ quan (?:khác|liên quan|chủ quản)\W*", re.I)
# "Cơ quan chuyên môn về y tế thuộc Ủy ban nhân dân cấp tỉnh" is what a law calls a department that others name.
_UNNAMED, _NAMED = (
    re.compile(r"cơ quan chuyên môn", re.I),
    re.compile(r"(?:^|, )Sở (?![^,;]*(?:tỉnh|thành phố|TP))"),
)
_WHERE = re.compile(r"(?<!\w)nơi (?!nhận|nộp)", re.I)
_CHAIRMAN = re.compile(r"^chủ tịch (?=(?:ủy|uỷ) ban|ubnd)", re.I)


def counter_beside(procedure: Procedure) -> Counter | None:
    """The counter that the steps name, where it is another than the agency and no editor said where to hand in."""
    if procedure.reading and procedure.reading.offices:
        return None
    found = counter_of(procedure)
    agency = named_agency(procedure)
    if found is None or is_same(found, agency) or (_UNNAMED.match(found.name) and _NAMED.search(agency)):
        return None
    return found


def named_agency(procedure: Procedure) -> str:
    """Who handles a procedure, as the national data names it; "" where it names nobody."""
    names = (procedure.agency, procedure.competent_agency)
    return next((name for name in names if name and not _NOBODY.fullmatch(name)), "")


def office_of(context: Context, procedure: Procedure) -> Agency | None:
    """The agency of the registry where one hands in, None where it is not known or there are several."""
    read, counter = procedure.reading.offices if procedure.reading else (), counter_beside(procedure)
    name = counter.name if counter else named_agency(procedure)
    named = read[0] if len(read) == 1 else context.derived.handling.named(name)
    agency = context.library.actors.get(named) if named else None
    return agency if isinstance(agency, Agency) else None


def is_place_unsaid(context: Context, procedure: Procedure) -> bool:
    """Whether the answer leaves open if another commune takes the dossier."""
    place = _other_place(context, procedure)
    return place is not None and place.reach is Reach.UNSAID


def where_fact(context: Context, procedure: Procedure, href: Href, *, asked: bool = False) -> Fact:
    """Where to hand in, for the answer: a counter with who decides below it, else the agency.

    What is not known of other places is left out where it is `asked` for with what else nobody knows.
    """
    labels, counter = context.labels, counter_beside(procedure)
    beside = agencies_beside(context, procedure, counter) if counter else ()
    value, notes = _office(context, procedure, href)
    if beside:
        value = (*value, Segment("text", ", "), *linked(beside, href))
    cases = bool(counter and counter.cases)
    said = {"", *(_bare(part.text) for part in value), *(_bare(note) for note in notes if isinstance(note, str))}
    if not cases and _bare(procedure.reception_address) not in said:
        notes.insert(0, shortened(procedure.reception_address))
    notes += _ours(labels, procedure)
    place = _other_place(context, procedure)
    # Beside several offices the first screen has no room to say that more is not known: the part on handing in does.
    if place and not (place.reach is Reach.UNSAID and (beside or asked)):
        url = "#noi-nop" if procedure.submission or procedure.reception_address else ""
        notes.append((Segment("link" if url else "text", short_words(labels, place), url),))
    # Of whose place the office is tells more than who decides there, which the part on agencies says.
    which = procedure.reading and procedure.reading.where
    has_decider = counter and named_agency(procedure) and not (cases or beside or which)
    decides = _decides(context, procedure, counter, href) if counter and has_decider else ()
    if decides and decides[0].text != value[0].text:
        notes.append((Segment("text", labels("answer.where.decides") + " "), *decides))
    return Fact(labels("procedure.answer.where"), value, _lines(notes))


def taker_facts(context: Context, procedure: Procedure, href: Href) -> Iterator[Fact]:
    """Who takes the dossier by the other words of a record whose field for the agency does not name them."""
    counter, office = counter_beside(procedure), office_of(context, procedure)
    is_read = bool(procedure.reading and procedure.reading.offices)
    if not is_read and (counter is None or counter.cases or counter.single_window):
        return
    name = office.name if office else counter.name if counter else ""
    named = {_bare(words) for _, words in answering(context, procedure, named_agency(procedure))}
    if name and _bare(name) not in named and _bare(name) not in _bare(named_agency(procedure)):
        yield Fact(context.labels("procedure.agency.taker"), _office(context, procedure, href)[0])


def _office(context: Context, procedure: Procedure, href: Href) -> tuple[RichText, list[RichText | str]]:
    """The office that takes a dossier, or the first of several, with what is known of it."""
    office, counter = office_of(context, procedure), counter_beside(procedure)
    if office:
        name = _with_place(procedure, office) or office.name
        return (Segment("link", name, href(urls.agency_url(office.id))),), [*office_notes(context, office)]
    if counter and counter.cases:
        link = Segment("link", context.labels("answer.where.cases"), "#trinh-tu")
        return (link,), [*_cases(context.labels, counter.cases)]
    if counter:
        return (Segment("text", shortened(counter.name, _LONGEST)),), []
    return _few(linked(taking_offices(answering(context, procedure, named_agency(procedure))), href)), []


def _with_place(procedure: Procedure, office: Agency) -> str:
    """A kind of office as the record names it, where only that tells of which place: "Nhà trường nơi chuyển đến"."""
    words = " ".join(named_agency(procedure).split())
    is_told = office.general and _WHERE.search(words) and not (procedure.reading and procedure.reading.offices)
    return shortened(words, _LONGEST) if is_told and counter_beside(procedure) is None else ""


def _bare(words: str) -> str:
    return fold(words).strip(" .")


def agencies_beside(context: Context, procedure: Procedure, counter: Counter) -> tuple[tuple[str, str], ...]:
    """The agencies of the national data that take dossiers beside a counter, by the notes that say at which places."""
    notes = [fold(row.note) for row in procedure.submission if _AT.match(row.note)]
    said = "\n".join(dict.fromkeys(notes))
    agencies = answering(context, procedure, named_agency(procedure)) if said else ()
    found = {said.find(_telling(words)): (agency_id, words) for agency_id, words in agencies}
    return tuple(found[at] for at in sorted(found) if at >= 0 and not is_same(counter, found[at][1]))


def _telling(words: str) -> str:
    return " ".join(fold(words).split()[:_TELLING])


def other_place_words(context: Context, procedure: Procedure) -> str:
    """Whether another place takes the dossier, in a whole sentence; "" where it is not asked."""
    place = _other_place(context, procedure)
    return f"{whole_words(context.labels, place)}." if place else ""


def _other_place(context: Context, procedure: Procedure) -> AnyPlace | None:
    """How far the places reach at which one may hand in, seen from the office that the answer names."""
    office, counter = office_of(context, procedure), counter_beside(procedure)
    named = office.name if office else counter.name if counter else named_agency(procedure)
    return told_place(procedure, named, single_window=bool(counter and counter.single_window))


def _ours(labels: Labels, procedure: Procedure) -> Iterator[str]:
    """That an editor read which office it is, or of which place."""
    reading = procedure.reading
    if reading and reading.where:
        yield labels("answer.ours.where", words=reading.where)
    elif reading and reading.offices:
        yield labels("answer.ours.below")


def _cases(labels: Labels, cases: tuple[CounterCase, ...]) -> Iterator[str]:
    """Each office with the cases it is for, as short as the first screen needs; the steps tell them whole."""
    for name in dict.fromkeys(one.name for one in cases):
        people = [_short(one.case) for one in cases if one.name == name]
        yield labels("answer.where.case", name=shortened(name, _NAME), case="; ".join(people))


def _short(case: str) -> str:
    """A case up to its first comma where it is long."""
    words = case.rstrip("…")
    if len(words) > _CASE + _SLACK:
        first = words.partition(",")[0]
        words = first if len(first) <= _CASE + _SLACK else shortened(first, _CASE).rstrip("…")
    words = words if words == case else f"{words}…"
    return words[:1].lower() + words[1:]


def _decides(context: Context, procedure: Procedure, counter: Counter, href: Href) -> RichText:
    """Who decides: by its record or its words; how many, where several do and none is the counter itself."""
    said = "" if procedure.competent_agency else decider_in(procedure.steps)
    agencies = answering(context, procedure, said or named_agency(procedure))
    if len(agencies) > 1:
        if any(is_same(counter, words) for _, words in agencies):
            return ()
        return (Segment("link", context.labels("answer.where.several", n=len(agencies)), "#co-quan"),)
    agency_id, words = agencies[0]
    found = context.library.actors.get(agency_id) if agency_id else None
    name = found.name if found else words
    name = name if len(name) <= _NAME + _SLACK else shortened(name, _NAME)
    return (Segment("link", name, href(urls.agency_url(agency_id))) if found else Segment("text", name),)


def taking_offices(agencies: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Agencies that take dossiers: of a chairman, the committee."""
    for agency_id, words in agencies:
        office = _CHAIRMAN.sub("", words)
        yield agency_id, f"{office[:1].upper()}{office[1:]}"


def _lines(notes: list[RichText | str]) -> RichText | str:
    """Notes one below the other."""
    if all(isinstance(note, str) for note in notes):
        return "\n".join(map(str, notes))
    found: list[Segment] = []
    for note in notes:
        found += [Segment("text", "\n")] if found else []
        found += [Segment("text", note)] if isinstance(note, str) else note
    return tuple(found)


def _few(agencies: RichText) -> RichText:
    """The first of several agencies, as many as the first screen has room for; the page names them all below."""
    shown: list[Segment] = []
    for segment in agencies:
        if shown and sum(len(part.text) for part in (*shown, segment)) > _LONG:
            return (*shown[: -1 if shown[-1].text == ", " else len(shown)], Segment("text", "…"))
        shown.append(segment._replace(text=shortened(segment.text, _LONG)) if segment.text != ", " else segment)
    return tuple(shown)


def office_notes(context: Context, office: Agency) -> Iterator[str]:
    """The desk, address and opening hours of an agency, as far as its record knows them."""
    contact = office.contact
    if contact is None:
        return
    if contact.office:
        yield contact.office
    if contact.address:
        yield contact.address
    if contact.hours:
        yield context.labels("answer.note.hours", hours=contact.hours)
