"""Times and fees as the national data states them, each beside what is understood of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.own_words import capitalised
from congkhai.knowledge.documents.annotation import RichText
from congkhai.knowledge.procedures.charges import Charge, charge_on
from congkhai.knowledge.procedures.completeness import missing_parts, unstated_parts
from congkhai.knowledge.procedures.reading import FeeOf
from congkhai.knowledge.procedures.row_units import time_of_row
from congkhai.knowledge.procedures.times import TimeKind, stated_otherwise
from congkhai.records.procedure import Procedure, Submission
from congkhai.records.procedure_reading import NUMBERLESS, Channel, ExceptionalTime, TimeUnit
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context
from congkhai.site.pages.procedures.amount_words import time_words
from congkhai.site.pages.procedures.answer import Understood, time_words_of
from congkhai.site.pages.procedures.calculator import named_periods
from congkhai.site.pages.procedures.charge_words import CasesAt, charge_cases, charge_headline
from congkhai.site.pages.procedures.headlines import cases_of, time_answer_words, time_headline
from congkhai.vietnamese.quantity import read_duration, read_fee

_NOTHING = "–"
# What a cell of the table has room for.
_SHORT = 100


class ChannelRow(Struct, frozen=True):
    """A way of handing in, as a row of the fee table."""

    channel: str
    time: RichText | str
    fee: str
    signed: str
    note: str


def channel_rows(context: Context, procedure: Procedure, found: Understood) -> Iterator[ChannelRow]:
    """The ways of handing in with time and fee as understood and as written, those of which the same holds together.

    What one does not state, and the whole does, is that of the whole.
    """
    alike: dict[ChannelRow, list[str]] = {}
    for row in _each_channel(context, procedure, found):
        alike.setdefault(replace(row, channel=""), []).append(row.channel)
    for row, names in alike.items():
        first, *others = dict.fromkeys(names)
        yield replace(row, channel=", ".join([first, *(name[:1].lower() + name[1:] for name in others)]))


def _each_channel(context: Context, procedure: Procedure, found: Understood) -> Iterator[ChannelRow]:
    for row in procedure.submission:
        time = _time_of_channel(context, procedure, row, found)
        fee = _fee_in_row(context, procedure, row, found)
        signed = " · ".join(f"“{text}”" for text in (row.time, row.fee) if text)
        yield ChannelRow(channel_name(context, row), time or _NOTHING, fee or _NOTHING, signed or _NOTHING, row.note)


def _time_of_channel(context: Context, procedure: Procedure, row: Submission, found: Understood) -> str:
    otherwise, reading = stated_otherwise(procedure, found.time), read_duration(time_of_row(row))
    if otherwise and otherwise in reading.amounts:
        return time_headline(context.labels, found.time)
    if reading.status == "amounts":
        return time_words(context.labels, reading)
    is_whole = found.time.kind is not TimeKind.BY_CHANNEL
    return time_words_of(context, procedure, found).partition("; ")[0] if is_whole else ""


def _fee_in_row(context: Context, procedure: Procedure, row: Submission, found: Understood) -> str:
    """What a way of handing in costs; a bare "0" is no answer where the whole is not simply free."""
    labels, charge = context.labels, found.charge
    own = fee_of_channel(context, row)
    is_told = charge.kind is Charge.FREE or any(channel == row.channel for channel, _ in charge.amounts)
    is_bare = own == labels("answer.charge.free") and not is_told
    if not (is_bare or not row.fee) or not (procedure.fees or charge.kind is Charge.READ):
        return own
    if charge.kind is Charge.READ:
        charge = replace(charge, read=tuple(fee for fee in charge.read if fee.channel in (None, row.channel)))
        charge = charge if charge.read else found.charge
    whole = charge_headline(labels, charge, CasesAt.BESIDE)
    is_cell = len(whole) <= _SHORT and labels("answer.charge.cases.beside") not in whole
    return whole if is_cell else labels("answer.charge.whole")


def fee_of_channel(context: Context, row: Submission) -> str:
    """What a way of handing in costs, as understood; "" where it states nothing, or nothing that is understood."""
    return context.tracker.once(_fee_of_channel, context, row) if row.fee else ""


def _fee_of_channel(context: Context, row: Submission) -> str:
    return charge_cases(context.labels, charge_on((FeeOf(None, row.channel, read_fee(row.fee)),), context.today))


def channel_name(context: Context, row: Submission) -> str:
    """What a way of handing in is called."""
    return context.labels(f"procedure.channel.{row.channel or 'unknown'}")


def time_cases(context: Context, procedure: Procedure, found: Understood) -> tuple[str, ...]:
    """The times of a procedure that vary, each named by its channels and case; nothing for any other."""
    if found.time.kind is not TimeKind.VARIES or (procedure.reading and procedure.reading.processing_time):
        return ()
    if cases_of(found.time):
        return tuple(time_answer_words(context.labels, found.time).split("; "))
    return tuple(words for _, words in named_periods(context.labels, procedure, found.time))


def time_facts(context: Context, procedure: Procedure, found: Understood) -> Iterator[Fact]:
    """How the times are understood, case by case where they vary, then each as the national data states it."""
    labels, reading = context.labels, procedure.reading
    time = reading.processing_time if reading else None
    # The key says already that it is understood.
    plainly = replace(found, time=replace(found.time, is_read=False))
    words = "; ".join(time_cases(context, procedure, found)) or time_words_of(context, procedure, plainly)
    if words:
        others = [_exception(context, other) for other in (time.exceptions if time else ())]
        lines = [capitalised(line) for line in words.split("; ")]
        yield Fact(labels("answer.ours.plain"), "\n".join([*lines, *others]))
    # Where the whole is stated, the rows of the channels repeat it, and stand in their own table.
    whole = [stated for stated in found.times if stated.channel is None]
    for stated in whole or found.times:
        key = labels(f"procedure.channel.{stated.channel}") if stated.channel else labels("procedure.time.whole")
        yield Fact(labels("answer.stated.key", channel=key), f"“{stated.reading.text}”")


def read_note(context: Context, procedure: Procedure) -> str:
    """On which documents an editor's reading stands, and what the editor says of it."""
    reading = procedure.reading
    basis = ", ".join(reading.legal_basis) if reading else ""
    ours = context.labels("answer.ours.note", basis=basis) if basis else ""
    return " ".join(filter(None, (ours, reading.note))) if reading else ""


def read_parts(procedure: Procedure) -> tuple[str, ...]:
    """The parts of the page that an editor's reading speaks of."""
    reading = procedure.reading
    parts = ("processing_time", "fees", "papers", "offices", "where")
    return tuple(part for part in parts if getattr(reading, part)) if reading else ()


def silent_parts(context: Context, procedure: Procedure) -> str:
    """What the law wants of a procedure and the national data does not state, in one sentence; "" for nothing."""
    missing = (*missing_parts(procedure), *unstated_parts(procedure))
    parts = [context.labels(f"field.{part}") for part in missing if part != "processing_time"]
    parts += [context.labels("field.agency")] if not procedure.agency else []
    parts += [context.labels("field.legal_basis")] if not procedure.legal_basis else []
    return context.labels("answer.silent", parts="; ".join(parts)) if parts else ""


def _exception(context: Context, other: ExceptionalTime) -> str:
    unit = other.unit or TimeUnit.DAYS
    words = context.labels(f"quantity.unit.{unit}")
    if unit not in NUMBERLESS:
        words = f"{other.amount or 0} {words}"
    return _named(context, other.channel, other.case, words)


def _named(context: Context, channel: Channel | None, case: str, words: str) -> str:
    """What holds for a channel or a case, named first: "Trực tuyến: 7 ngày"."""
    named = [context.labels(f"procedure.channel.{channel}")] if channel else []
    named += [case] if case else []
    return f"{', '.join(named)}: {words}" if named else words
