"""What a person needs to know first of a procedure: what for, how long, how much, where, online, what to bring."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.reading import FeeOf, TimeOf
from congkhai.records.procedure import Channel, OnlineLevel, Procedure
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, shortened
from congkhai.site.pages.procedures.amount_words import charge_words, time_words
from congkhai.source.markup import plain

_SHORT = 40
_QUOTE = 28


def answer_facts(
    context: Context, procedure: Procedure, times: tuple[TimeOf, ...], fees: tuple[FeeOf, ...]
) -> Iterator[Fact]:
    """Six facts; each number with the original words below it, each fact a link to the part that says more."""
    labels = context.labels
    yield Fact(labels("procedure.answer.time"), _link(time_answer(context, times), "#thoi-gian"), _signed_time(times))
    yield Fact(labels("procedure.answer.fee"), _link(charge_words(labels, fees), "#phi"), _signed_fee(fees))
    yield Fact(
        labels("procedure.answer.where"), _link(_where(context, procedure), "#noi-nop"), _channels(context, procedure)
    )
    yield Fact(labels("procedure.answer.online"), online_words(context, procedure))
    yield Fact(labels("procedure.answer.bring"), _link(papers_words(context, procedure), "#ho-so"))
    yield Fact(labels("procedure.answer.result"), purpose(context, procedure))


def purpose(context: Context, procedure: Procedure) -> str:
    """What one gets in the end, in one line."""
    result = procedure.result
    if isinstance(result, tuple) and result:
        return shortened("; ".join(plain(line) for line in result), _SHORT)
    return context.labels("procedure.none_at_source") if result is None else context.labels("procedure.absent")


def time_answer(context: Context, times: tuple[TimeOf, ...]) -> str:
    """The processing time as a whole, or of the first channel that has one."""
    read = [time for time in times if time.reading.status == "amounts"]
    if not times:
        return context.labels("procedure.none_at_source")
    return time_words(context.labels, (read or list(times))[0].reading)


def papers_words(context: Context, procedure: Procedure) -> str:
    """How many papers in how many cases."""
    if not procedure.dossier:
        return context.labels("procedure.none_at_source")
    papers = sum(len(case.components) for case in procedure.dossier)
    cases = len(procedure.dossier)
    key = "procedure.papers" if cases == 1 else "procedure.papers.cases"
    return context.labels(key, papers=papers, cases=cases)


def online_words(context: Context, procedure: Procedure) -> str:
    """The online level; where the source does not state it, whether an online channel exists."""
    if procedure.online and procedure.online.level:
        return context.labels(f"procedure.online.{procedure.online.level}")
    has_channel = any(row.channel is Channel.ONLINE for row in procedure.submission)
    return context.labels("procedure.online.unstated" if has_channel else "procedure.online.unknown")


def online_state(procedure: Procedure) -> str:
    """The state for the tag of the online level, "" where the source does not state it."""
    level = procedure.online.level if procedure.online else None
    return f"online_{level}" if isinstance(level, OnlineLevel) else ""


def _where(context: Context, procedure: Procedure) -> str:
    return shortened(procedure.agency, _SHORT) or context.labels("procedure.none_at_source")


def _channels(context: Context, procedure: Procedure) -> str:
    names = dict.fromkeys(
        context.labels(f"procedure.channel.{row.channel}") for row in procedure.submission if row.channel
    )
    return ", ".join(names)


def _link(words: str, url: str) -> RichText:
    return (Segment("link", words, url),)


def _signed_time(times: tuple[TimeOf, ...]) -> str:
    return _quoted(times[0].reading.text) if times else ""


def _signed_fee(fees: tuple[FeeOf, ...]) -> str:
    return _quoted(fees[0].reading.text) if fees else ""


def _quoted(text: str) -> str:
    """The original words, short; the part of the page below has them whole."""
    return f"“{shortened(text, _QUOTE)}”"
