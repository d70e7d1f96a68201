"""What the time of a procedure may not hold, in words: the days of a notice, and what its own text leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.foundation.labels import Labels
from congkhai.knowledge.procedures.notice_period import Holds, NoticePeriod, notice_period
from congkhai.knowledge.procedures.ready import period_of
from congkhai.knowledge.procedures.times import TimeAnswer
from congkhai.knowledge.procedures.uncounted import uncounted_words
from congkhai.records.procedure import Procedure
from congkhai.site.pages.page import shortened
from congkhai.site.pages.procedures.amount_words import duration_words
from congkhai.vietnamese.quantity import Duration

_QUOTE, _QUOTES = 260, 3


def notice_words(labels: Labels, notice: NoticePeriod) -> str:
    """How long something hangs and is put on record: "15 ngày niêm yết và 5 ngày lập biên bản"."""
    return labels("answer.and").join(words for _, words in _named(labels, notice))


def stretches(labels: Labels, procedure: Procedure, answer: TimeAnswer) -> tuple[tuple[str, str], ...]:
    """What may come on top of the time, one after the other, as it is counted ("15 days") and in words."""
    found = notice_period(procedure, answer)
    if found is None or found.holds is Holds.YES:
        return ()
    counted = ((period_of(duration), words) for duration, words in _named(labels, found))
    return tuple((f"{period.amount} {period.unit}", words) for period, words in counted if period)


def without_words(labels: Labels, added: tuple[tuple[str, str], ...]) -> str:
    """That a day is counted without some stretches; "" where there are none."""
    words = labels("answer.and").join(words for _, words in added)
    return labels("calculator.without", words=words) if words else ""


def source_words(labels: Labels, procedure: Procedure, answer: TimeAnswer) -> Iterator[str]:
    """Whether the time holds the days of a notice and what it leaves out, each with the words of the record."""
    found = notice_period(procedure, answer)
    if found and found.holds is not Holds.YES:
        words, text = notice_words(labels, found), shortened(found.source, _QUOTE)
        yield labels(f"calculator.notice.{found.holds}", words=words, text=text)
    for text in uncounted_words(procedure)[:_QUOTES]:
        whole = f"{text} …" if text.endswith(":") else text
        yield labels("calculator.uncounted", text=shortened(whole, _QUOTE))


def _named(labels: Labels, notice: NoticePeriod) -> Iterator[tuple[Duration, str]]:
    for name, duration in (("notice", notice.duration), ("minutes", notice.minutes)):
        if duration:
            yield duration, labels(f"calculator.stretch.{name}", words=duration_words(labels, duration))
