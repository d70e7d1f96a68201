"""The answers of a procedure on its sheet for the wall: as its page gives them, then the words as stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.knowledge.procedures.charges import is_untold
from congkhai.records.procedure import OnlineLevel, Procedure, Submission
from congkhai.records.procedure_reading import Channel
from congkhai.site.pages.page import Context
from congkhai.site.pages.procedures.agencies import agency_words
from congkhai.site.pages.procedures.amount_words import time_words
from congkhai.site.pages.procedures.answer import Understood, basis_words, time_words_of
from congkhai.site.pages.procedures.charge_words import CasesAt, charge_headline
from congkhai.site.pages.procedures.checklists import ChecklistView, PaperView, dossier_in
from congkhai.site.pages.procedures.headlines import online_headline
from congkhai.site.pages.procedures.stated_parts import channel_name, fee_of_channel, time_cases
from congkhai.site.pages.procedures.unknown import amount_unknown, unknown_words
from congkhai.site.pages.procedures.where import agencies_beside, counter_beside, office_notes, office_of
from congkhai.vietnamese.quantity import read_duration

# A letter: a number without any says nothing on a wall.
_LETTER = re.compile(r"[^\W\d_]")
# Zeros that fill a number up: "05 ngày" says what "5 ngày" says.
_FILLED = re.compile(r"\b0+(?=\d)")


# Of several words as stated, one of more than two lines of print gives each a line of its own: people look for amounts.
_QUOTE = 140

# Words of a line, and whether it only heads those below it.
Lines = tuple[tuple[str, bool], ...]


class SheetPapers(Struct, frozen=True):
    """What to bring: how many papers in the ordinary case, then the lists of the page with their lines.

    Where there is but one list, it has no title.
    """

    count: str = ""
    lists: tuple[tuple[str, Lines], ...] = ()


def time_lines(context: Context, procedure: Procedure, found: Understood) -> tuple[str, ...]:
    """How long it takes as the page says it, then the times as stated."""
    reading = procedure.reading
    words = "; ".join(time_cases(context, procedure, found)) or time_words_of(context, procedure, found)
    is_read = bool(reading and reading.processing_time)
    stated = [time.reading.text for time in found.times if _LETTER.search(time.reading.text)]
    if not words and not stated:
        return (unknown_words(context, procedure, [context.labels("answer.part.time")]),)
    return _answered(context, procedure, words, stated, is_read=is_read)


def fee_lines(context: Context, procedure: Procedure, found: Understood) -> tuple[str, ...]:
    """What it costs as the page says it, then the fees as stated."""
    read = procedure.reading.fees if procedure.reading else ()
    words = charge_headline(context.labels, found.charge, CasesAt.BESIDE)
    lines = _answered(context, procedure, words, (fee.reading.text for fee in found.fees), is_read=bool(read))
    missing = [amount_unknown(context.labels, found.charge)] if is_untold(found.charge) else []
    return (*lines, unknown_words(context, procedure, missing)) if missing else lines


def agency_line(context: Context, procedure: Procedure, text: str) -> str:
    """Who handles or decides in our words, then as the national data says it where that is another name."""
    words, stated = agency_words(context, procedure, text)
    return f"{words}. {context.labels('sheet.stated', text=f'“{stated}”')}" if stated else words


def where_lines(context: Context, procedure: Procedure) -> Iterator[str]:
    """Where it is handed in as far as that is known: the counter, the stated address, the desk of the agency."""
    counter = counter_beside(procedure)
    if counter and fold(counter.name) not in fold(procedure.reception_address):
        yield ", ".join((counter.name, *(words for _, words in agencies_beside(context, procedure, counter))))
    if procedure.reception_address:
        yield procedure.reception_address
    office = office_of(context, procedure)
    if office:
        yield from office_notes(context, office)


def channel_lines(context: Context, procedure: Procedure, found: Understood) -> Iterator[str]:
    """The ways of handing in, those of which the same holds on one line; what holds of all stands in its own part."""
    groups: dict[str, list[str]] = {}
    for row in procedure.submission:
        groups.setdefault(_of_channel(context, procedure, row, found), []).append(channel_name(context, row))
    for words, names in groups.items():
        named = ", ".join(dict.fromkeys(names))
        yield f"{named[:1].upper()}{named[1:].lower()}" + (f": {words}" if words else "")


def sheet_papers(context: Context, procedure: Procedure, found: Understood) -> SheetPapers:
    """The papers in the groups of the page's checklist."""
    view = dossier_in(context, procedure, found.papers)
    lists = [(one.title, tuple(_paper_lines(one))) for one in view.lists]
    return SheetPapers(view.count, tuple(_headed(*one) for one in lists) if len(lists) > 1 else _untitled(lists))


def _untitled(lists: list[tuple[str, Lines]]) -> tuple[tuple[str, Lines], ...]:
    return tuple(("", lines) for _, lines in lists)


def _headed(title: str, lines: Lines) -> tuple[str, Lines]:
    """A list below its title; a heading with which it begins stands on the line of the title."""
    if lines and lines[0][1]:
        return f"{title} – {lines[0][0][:1].lower()}{lines[0][0][1:]}:", lines[1:]
    return title, lines


def _answered(
    context: Context, procedure: Procedure, words: str, stated: Iterable[str], *, is_read: bool
) -> tuple[str, ...]:
    """An answer as ours, then the words it was read from; words that say it already stand alone, as stated."""
    lines = [line.strip() for text in dict.fromkeys(stated) for line in text.split("\n") if line.strip()]
    if len(lines) == 1 and _same(lines[0], words):
        return (lines[0],)
    ours = basis_words(context, procedure) if is_read else context.labels("answer.ours.plain")
    found = [context.labels("sheet.ours", ours=ours, words=words)] if words else []
    # A channel often repeats a part of what is stated of the whole.
    lines = [line for at, line in enumerate(lines) if not any(line in other for other in lines[:at])]
    quoted = [f"“{line}”" for line in lines]
    if len(lines) > 1 and max(map(len, lines)) > _QUOTE:
        return (*found, context.labels("sheet.stated", text=quoted[0]), *quoted[1:])
    if quoted:
        found.append(context.labels("sheet.stated", text="; ".join(quoted)))
    return (" ".join(found),) if found else ()


def _same(stated: str, words: str) -> bool:
    return _FILLED.sub("", fold(stated)).strip(" .") == _FILLED.sub("", fold(words)).strip(" .")


def _of_channel(context: Context, procedure: Procedure, row: Submission, found: Understood) -> str:
    """What holds of a way of handing in and is not said of the whole: its time, its fee, its level, its note."""
    labels, ours = context.labels, procedure.reading
    stated = read_duration(row.time)
    # Where an editor read the whole, it holds of every channel: what one states otherwise stands among what is stated.
    time = time_words(labels, stated) if stated.status == "amounts" and not (ours and ours.processing_time) else ""
    fee = "" if ours and ours.fees else fee_of_channel(context, row)
    known = (time_words_of(context, procedure, found), charge_headline(labels, found.charge, CasesAt.BESIDE))
    named = [
        labels(f"sheet.channel.{key}", text=text)
        for key, text in (("time", time), ("fee", fee))
        if text and not any(fold(one).startswith(fold(text)) for one in known)
    ]
    level = procedure.online.level if procedure.online and row.channel is Channel.ONLINE else None
    if level in (OnlineLevel.FULL, OnlineLevel.PARTIAL):
        named.append(online_headline(labels, procedure))
    return "; ".join([*named, *([row.note] if row.note else [])])


def _paper_lines(view: ChecklistView) -> Iterator[tuple[str, bool]]:
    for condition, papers in view.groups:
        if condition and len(papers) > 1:
            yield condition, True
        for paper in papers:
            is_alone = condition and len(papers) == 1 and fold(condition) not in fold(paper.text)
            opening = f"{condition}: " if is_alone else ""
            yield (opening + _paper_words(paper), False) if paper.id else (paper.text, True)


def _paper_words(paper: PaperView) -> str:
    words = f"{paper.text} ({paper.copies})." if paper.copies else paper.text
    return " ".join([words, *paper.note.split("\n")]).strip()
