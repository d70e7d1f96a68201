"""Whether a procedure is still current: its state, who announced it and from when, and how old the content is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.ending import is_over
from congkhai.knowledge.procedures.reading import Decision, Standing
from congkhai.records.procedure import Procedure
from congkhai.site.pages.page import Context, shown_date
from congkhai.site.pages.procedures.basis import limited_bases
from congkhai.site.pages.procedures.decision_days import day_words

_DECISIONS = "#quyet-dinh"
# The national database, by its address or its name.
_NATIONAL = re.compile(r"https://(?:[\w-]+\.)*dichvucong\.gov\.vn(?:/|$)|.*co so du lieu quoc gia", re.S)


class InForceView(Struct, frozen=True):
    """The line below the answer: the state ("" for a procedure that is over, whose notice says it), then the rest.

    `limited` says of bases that they are for years that are over.
    """

    state: str
    words: RichText
    limited: tuple[str, ...] = ()


def in_force_view(
    context: Context, procedure: Procedure, decisions: tuple[Decision, ...], standing: Standing
) -> InForceView:
    """The line that tells in the same way on every page how far a procedure can be relied upon."""
    if is_over(standing):
        words = _as_of(context, procedure)
        return InForceView("", (Segment("text", words[:1].upper() + words[1:]),) if words else ())
    listed = standing is Standing.LISTED and _is_national(procedure)
    as_of = _listed(context, procedure) if listed else _as_of(context, procedure)
    announced = _announced(context, procedure, decisions, with_day=not listed)
    parts = [
        (Segment("text", as_of or context.labels("in_force.as_stands")),),
        announced,
        *_to_come(context, decisions),
    ]
    state = context.labels("in_force.national" if listed else f"in_force.{standing}")
    return InForceView(state, _joined(parts), tuple(limited_bases(context, procedure)))


def _is_national(procedure: Procedure) -> bool:
    """Whether a record was taken from the national database."""
    source = procedure.source
    return bool(source and (_NATIONAL.match(source.url) or _NATIONAL.match(fold(source.text))))


def _listed(context: Context, procedure: Procedure) -> str:
    """Of which day the copy is in which the database lists a procedure; that it tells no day of effect."""
    labels, posted = context.labels, procedure.published
    collected = procedure.source.collected if procedure.source else ""
    copied = labels(f"in_force.copied.{_kind(collected)}", when=shown_date(collected)) if collected else ""
    words = f"{copied or labels('in_force.copied')}{labels('in_force.no_effect')}"
    return f"{words} {labels('in_force.posted.only', day=f'{posted:%d/%m/%Y}')}" if posted else words


def _kind(collected: str) -> str:
    """Whether a date is that of a day or of a month."""
    return "day" if len(collected) == 10 else "month"


def _announced(context: Context, procedure: Procedure, decisions: tuple[Decision, ...], *, with_day: bool) -> RichText:
    """Which decision announced what holds, who issued it, from when; that none is known, where none is."""
    labels, found = context.labels, _holding(context, decisions)
    number = found.announcement.number if found else procedure.announcement
    if not number:
        return (Segment("text", labels("in_force.no_decision")),)
    issuer = context.library.actors.get(found.announcement.issuer) if found else None
    by = labels("in_force.issuer", issuer=issuer.name) if issuer else ""
    day = (found and day_words(labels, found.announcement)) or (labels("in_force.no_day") if with_day else "")
    link = Segment("link", labels("decision.heading", number=number), _DECISIONS)
    return (
        Segment("text", f"{labels('in_force.announced')} "),
        link,
        Segment("text", f"{by}, {day}." if day else f"{by}."),
    )


def _holding(context: Context, decisions: tuple[Decision, ...]) -> Decision | None:
    """The newest decision that has come into force, or bears no day; else the first that will."""
    come = [one for one in decisions if one.day is None or one.day <= context.today]
    return come[-1] if come else next(iter(decisions), None)


def _to_come(context: Context, decisions: tuple[Decision, ...]) -> Iterator[RichText]:
    """What the next decision will do, and from when."""
    holding = _holding(context, decisions)
    for one in decisions:
        if one is not holding and one.day and one.day > context.today and one.entry.change:
            change = context.labels(f"procedure.change.{one.entry.change}")
            words = context.labels("in_force.to_come", day=f"{one.day:%d/%m/%Y}", change=change)
            yield (Segment("text", f"{words} "), _link(context, one), Segment("text", "."))
            return


def _link(context: Context, decision: Decision) -> Segment:
    return Segment("link", context.labels("decision.heading", number=decision.announcement.number), _DECISIONS)


def _as_of(context: Context, procedure: Procedure) -> str:
    """When the data were collected and the content was posted: of what came later the page knows nothing."""
    labels, posted = context.labels, procedure.published
    collected = procedure.source.collected if procedure.source else ""
    day = f"{posted:%d/%m/%Y}" if posted else ""
    if not collected:
        return labels("in_force.posted", day=day) if day else ""
    words = labels(f"in_force.collected.{_kind(collected)}", when=shown_date(collected))
    return labels("in_force.collected_posted", words=words, day=day) if day else f"{words}."


def _joined(parts: list[RichText]) -> RichText:
    """Sentences with spaces between them."""
    found: list[Segment] = []
    for part in filter(None, parts):
        found += [Segment("text", " ")] if found else []
        found += part
    return tuple(found)
