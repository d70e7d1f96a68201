"""The answers of a procedure in few words, the same wherever they are quoted; "" for what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from congkhai.foundation.labels import Labels
from congkhai.foundation.own_words import capitalised
from congkhai.knowledge.procedures.hard_places import times_in_hard_places
from congkhai.knowledge.procedures.issued_times import event_of, without_event
from congkhai.knowledge.procedures.notice_period import notice_period
from congkhai.knowledge.procedures.online import says_online
from congkhai.knowledge.procedures.paper_waivers import spares_few
from congkhai.knowledge.procedures.papers import Papers, ordinary_channel, papers_of
from congkhai.knowledge.procedures.passed_on import share_before
from congkhai.knowledge.procedures.presence import must_be_present
from congkhai.knowledge.procedures.times import TimeAnswer, TimeKind, stated_otherwise, text_without_time
from congkhai.knowledge.procedures.times_of_cases import has_times_of_cases
from congkhai.knowledge.procedures.uncounted import leaves_out
from congkhai.records.procedure import OnlineLevel, Procedure
from congkhai.records.procedure_reading import Channel
from congkhai.site.pages.procedures.amount_words import duration_words, number_words
from congkhai.site.pages.procedures.channel_words import by_channel
from congkhai.site.pages.procedures.stretches import notice_words
from congkhai.vietnamese.quantity import Duration

_SAID_AS_IS = {TimeKind.NOT_SET: "answer.time.not_set", TimeKind.NO_RESULT: "answer.time.no_result"}
_MOST_CASES = 3
# What a time is for, in so few words that the answer has room for them: "bản nhựa PET".
_IS_NAME = re.compile(r"[^\W\d][^\d()…:;]{2,34}")


@lru_cache(maxsize=4096)  # a few answers are most of what the register gives
def time_headline(labels: Labels, answer: TimeAnswer) -> str:
    """How long it takes: "5 ngày làm việc", "trực tiếp: 5 ngày; trực tuyến: 3 ngày", "3–8 ngày, tùy trường hợp"."""
    if key := _SAID_AS_IS.get(answer.kind):
        return labels(key)
    if not answer.durations:
        return ""
    words = _times(labels, answer)
    if answer.is_read:
        words = labels("answer.time.read", words=words)
    if answer.late_hour is not None:
        words = labels("answer.time.late", words=words, hour=answer.late_hour)
    if event := next(filter(None, (event_of(one) for _, one in answer.durations)), ""):
        words = labels("answer.time.from", words=words, event=event)
    return capitalised(words)


@lru_cache(maxsize=4096)
def time_answer_words(labels: Labels, answer: TimeAnswer) -> str:
    """How long it takes, where the page tells each case below: the range, and where the cases stand."""
    if answer.kind is not TimeKind.VARIES or cases_of(answer):
        return time_headline(labels, answer)
    words = labels("answer.time.cases", words=_range(labels, answer, "answer.time.range", "answer.time.range.units"))
    return capitalised(words)


def other_time_words(labels: Labels, procedure: Procedure, answer: TimeAnswer) -> Iterator[str]:
    """What else is told of the time: its field where that differs, cases, days of a notice, hard places."""
    if field := time_field_words(labels, procedure, answer):
        yield field
    if answer.kind is TimeKind.ONE and (before := share_before(procedure, answer.durations[0][1])):
        yield labels("answer.time.before", words=duration_words(labels, before))
    if has_times_of_cases(procedure, answer):
        yield labels("answer.time.of_cases")
    if notice := notice_period(procedure, answer):
        yield labels(f"answer.time.notice.{notice.holds}", words=notice_words(labels, notice))
    if leaves_out(procedure):
        yield labels("answer.time.leaves_out")
    found = times_in_hard_places(procedure, answer)
    if len(found) > 1:
        yield labels("answer.time.hard.several")
    for one in found[: len(found) == 1]:
        key = "answer.time.hard.added" if one.extra else "answer.time.hard"
        yield labels(key, words=duration_words(labels, one))


def time_field_words(labels: Labels, procedure: Procedure, answer: TimeAnswer) -> str:
    """What the field for the time states where the answer stands on other words; "" where it stands on the field.

    An answer that is worded as read leaves this to the part on time.
    """
    if stated := stated_otherwise(procedure, answer):
        return labels("answer.time.field", words=duration_words(labels, stated))
    text = text_without_time(procedure, answer)
    if answer.is_read or text is None:
        return ""
    return labels("answer.time.described", text=text) if text else labels("answer.time.described.alone")


def _times(labels: Labels, answer: TimeAnswer) -> str:
    named = [(channel, duration_words(labels, duration)) for channel, duration in answer.durations]
    if answer.kind is TimeKind.BY_CHANNEL:
        return by_channel(labels, named, "answer.time.channel")
    if answer.kind is TimeKind.ONE:
        return named[0][1]
    if cases := cases_of(answer):
        each = (labels("answer.time.channel", channel=name, words=duration_words(labels, one)) for name, one in cases)
        return "; ".join(each)
    return _range(labels, answer, "answer.time.varies", "answer.time.from_to")


def cases_of(answer: TimeAnswer) -> tuple[tuple[str, Duration], ...]:
    """A few times, each with the short name of what it is for; none where one has no such name."""
    found = tuple((without_event(one.condition), one) for _, one in answer.durations)
    names = {name for name, _ in found if _IS_NAME.fullmatch(name)}
    return found if answer.kind is TimeKind.VARIES and len(names) == len(found) <= _MOST_CASES else ()


def _range(labels: Labels, answer: TimeAnswer, same_unit: str, other_unit: str) -> str:
    """From the shortest to the longest time, by the label for one unit or for two."""
    first, last = answer.durations[0][1], answer.durations[-1][1]
    if first.unit == last.unit and _has_number(first):
        low, high, unit = (
            number_words(first.amount_min),
            number_words(last.amount_max),
            labels(f"quantity.unit.{first.unit}"),
        )
        return labels(same_unit, low=low, high=high, unit=unit)
    return labels(other_unit, low=duration_words(labels, first), high=duration_words(labels, last))


def _has_number(duration: Duration) -> bool:
    return duration.amount_max > 0


def papers_headline(labels: Labels, procedure: Procedure, papers: Papers | None = None) -> str:
    """How many papers one brings in the ordinary case; "" where the record names none."""
    if not procedure.dossier:
        return ""
    found = papers or papers_of(procedure)
    channel = ordinary_channel(procedure)
    low, high = found.counts(channel)
    if high == 0:
        return _none_to_bring(labels, found)
    shown = found.shown(channel) if low > found.shown(channel) else 0
    words = _handed_in(labels, found, low - shown, high - shown)
    words = labels("answer.papers.shown", words=words, n=shown) if shown else words
    return words if found.choices else _with_more(labels, words, found)


def _handed_in(labels: Labels, papers: Papers, low: int, high: int) -> str:
    """How many papers are handed in, by cases where these differ."""
    cases = len(papers.choices)
    if low != high:
        key = "answer.papers.varies.least" if papers.are_least else "answer.papers.varies"
        return labels(key, low=low, high=high, cases=cases)
    if papers.are_in_turn:
        return labels("answer.papers.each", n=low, people=cases)
    words = count_words(labels, low, least=papers.are_least)
    return labels("answer.papers.by_case", words=words, cases=cases) if cases else words


def count_words(labels: Labels, count: int, *, least: bool = False, shown: int = 0) -> str:
    """So many papers to hand in, or at the least so many, and so many to show; where all are shown, so many."""
    handed_in = count - shown if count > shown else count
    words = labels("answer.papers.least" if least else "answer.papers", n=handed_in)
    return labels("answer.papers.shown", words=words, n=shown) if shown and handed_in < count else words


def _with_more(labels: Labels, words: str, papers: Papers) -> str:
    """How many papers, and in how many cases there are more."""
    cases = sum(not spares_few(condition) for condition, _ in papers.only_if)
    return labels("answer.papers.more", words=words, cases=cases) if cases else words


def _none_to_bring(labels: Labels, papers: Papers) -> str:
    """That there is nothing to bring but to sign or to tell; else that papers depend on the case."""
    for key in ("drawn_up", "told"):
        if any(getattr(paper, f"is_{key}") for paper in papers.always):
            return _with_more(labels, labels(f"answer.papers.{key}"), papers)
    cases = len(papers.only_if) or len(papers.choices)
    return labels("answer.papers.only_if", cases=cases) if cases else ""


def online_headline(labels: Labels, procedure: Procedure) -> str:
    """Whether one can hand in online, how far, and that one must be there to sign; "" where no way is named."""
    words, is_online = _online(labels, procedure)
    return labels("answer.online.present", words=words) if is_online and must_be_present(procedure) else words


def _online(labels: Labels, procedure: Procedure) -> tuple[str, bool]:
    level = procedure.online.level if procedure.online else None
    if level in (OnlineLevel.FULL, OnlineLevel.PARTIAL):
        return labels(f"answer.online.{level}"), True
    read = procedure.reading.channels if procedure.reading else ()
    channels = set(read or (row.channel for row in procedure.submission if row.channel))
    if Channel.ONLINE in channels and level is not OnlineLevel.NONE:
        return labels("answer.online.yes"), True
    if not channels and level is None:
        return "", False
    if level is None and not read and says_online(procedure):
        return labels("answer.online.said"), True
    return labels("answer.online.post" if takes_post(procedure) else "answer.online.none"), False


def takes_post(procedure: Procedure) -> bool:
    """Whether one may hand in by post, as an editor reads it, else as the ways of handing in say."""
    read = procedure.reading.channels if procedure.reading else ()
    return Channel.POST in (read or [row.channel for row in procedure.submission])
