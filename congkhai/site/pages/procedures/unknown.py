"""What nobody knows of a procedure, said once, with who takes the dossier as the one to ask."""

from __future__ import annotations

import re

from congkhai.foundation.labels import Labels
from congkhai.knowledge.procedures.abroad import is_only_abroad
from congkhai.knowledge.procedures.charges import Charge, ChargeAnswer
from congkhai.records.procedure import Procedure
from congkhai.site.pages.page import Context
from congkhai.site.pages.procedures.agencies import answering
from congkhai.site.pages.procedures.where import (
    agencies_beside,
    counter_beside,
    named_agency,
    office_of,
    taking_offices,
)

_POLICE = re.compile(r"(?:bộ )?công an(?!\w)|(?:cục|phòng|đội) (?:cảnh sát|quản lý xuất nhập cảnh)", re.I)
# A longer name has no room in the sentence.
_ASKED = 60
# What the line below a fee has room for.
_BESIDE = 18


def unknown_words(context: Context, procedure: Procedure, missing: list[str]) -> str:
    """What nobody knows of a procedure, and whom to ask: the agency's telephone, else the site's."""
    labels, office = context.labels, office_of(context, procedure)
    site = context.config.contact
    phone = (office.contact.phone if office and office.contact else "") or (site.phone if site else "")
    parts = labels("answer.and").join(filter(None, [", ".join(missing[:-1]), missing[-1]]))
    phone = labels("answer.unknown.phone", phone=phone) if phone else ""
    return labels("answer.unknown", parts=parts, who=whom_to_ask(context, procedure), phone=phone)


def amount_asked(context: Context, procedure: Procedure) -> str:
    """Whom to ask for the amount of a fee, in a line below who sets it: the office, which the answer names beside it,
    by a long name in short."""
    who = whom_to_ask(context, procedure)
    who = who if len(who) <= _BESIDE else context.labels("answer.ask.counter")
    return context.labels("answer.unknown.amount", who=who)


def amount_unknown(labels: Labels, charge: ChargeAnswer) -> str:
    """What a fee is called of which no amount is known; some pay none where that is told."""
    some = charge.on_time or charge.kind is Charge.READ
    return labels("answer.part.amount.some" if some else "answer.part.amount")


def whom_to_ask(context: Context, procedure: Procedure) -> str:
    """Who takes the dossier, as the one to ask for what the record does not tell; several, or a long name, in short.

    What is done abroad only is asked of the mission that takes it.
    """
    labels, office, counter = context.labels, office_of(context, procedure), counter_beside(procedure)
    if is_only_abroad(procedure.agency, procedure.competent_agency):
        return labels("answer.ask.abroad")
    if counter and counter.single_window and not (office and office.contact):
        return labels("answer.ask.window")
    if office:
        return office.name
    if counter and (counter.cases or agencies_beside(context, procedure, counter)):
        return labels("answer.ask.counter")
    agencies = answering(context, procedure, named_agency(procedure))
    names = [counter.name] if counter else [name for _, name in taking_offices(agencies)]
    if len(names) == 1 and 0 < len(names[0]) <= _ASKED:
        return names[0]
    is_police = bool(names) and all(_POLICE.match(name) for name in names)
    return labels("answer.ask.police" if is_police else "answer.ask.counter")
