"""What a person needs to know first of a procedure: what for, how long, how much, where, online, what to bring."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.own_words import capitalised
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.apply_by import apply_by, for_everybody
from congkhai.knowledge.procedures.charges import ChargeAnswer, charge_answer, is_untold
from congkhai.knowledge.procedures.grants import grants_money
from congkhai.knowledge.procedures.papers import Papers, papers_of
from congkhai.knowledge.procedures.reading import FeeOf, TimeOf, read_fees, read_times
from congkhai.knowledge.procedures.times import TimeAnswer, time_answer, understood_times
from congkhai.knowledge.procedures.yearly import yearly_times
from congkhai.records.procedure import Procedure, is_internal
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.procedures.apply_by_words import apply_by_words, yearly_words
from congkhai.site.pages.procedures.calculator import named_periods, untold_periods
from congkhai.site.pages.procedures.charge_words import CasesAt, charge_headline
from congkhai.site.pages.procedures.headlines import (
    online_headline,
    other_time_words,
    papers_headline,
    time_answer_words,
    time_headline,
)
from congkhai.site.pages.procedures.internal import internal_facts
from congkhai.site.pages.procedures.office_finding import where_answer
from congkhai.site.pages.procedures.result_words import result_words, within
from congkhai.site.pages.procedures.unknown import amount_asked, amount_unknown, unknown_words
from congkhai.site.pages.procedures.where import counter_beside, is_place_unsaid
from congkhai.source.markup import plain

# What few procedures set, and none must.
_NOT_EVERYWHERE = ("by", "yearly")
_LINE = 34
_QUOTE = 110
# Names of so many letters are set in four lines; so many lines of times are more than most have.
_LONG_NAME, _MOST_TIMES = 110, 2
# A refusal is nothing that anybody comes for, nor is what still is to be handed in.
_REFUSED = re.compile(
    r"\W*(?:văn bản|thông báo|công văn|quyết định|phiếu)(?!.*(?:chấp thuận|đồng ý|cấp)\s*(?:hoặc|hay|/))"
    r"[^.;]{0,24}? (?:từ chối|không (?:chấp thuận|đồng ý|cấp|đủ)|(?:sửa đổi, )?bổ sung hồ sơ|"
    r"cần (?:sửa đổi, )?bổ sung)",
    re.I,
)
# What undoes or defers what somebody comes for is no aim either, unless the procedure is named after it.
_UNDONE = re.compile(
    r"\W*(?:quyết định|văn bản|thông báo) (?:về (?:việc )?)?(?P<deed>hủy|huỷ|thu hồi|bảo lưu)(?!\w)", re.I
)
# "Văn bản không chấp thuận …, văn bản chấp thuận …": two results in one.
_SEVERAL = re.compile(r"[\s./]*, (?=(?:[A-ZĐ]|văn bản|quyết định|giấy))")
_PLACES = {CasesAt.FEES: "#phi", CasesAt.SUBMISSION: "#noi-nop"}


class Understood(Struct, frozen=True):
    """What was understood of a procedure: its answers, and the times and fees as stated."""

    time: TimeAnswer
    charge: ChargeAnswer
    papers: Papers
    times: tuple[TimeOf, ...]
    fees: tuple[FeeOf, ...]


def understood_in(context: Context, procedure: Procedure) -> Understood:
    """What was understood of a procedure, read once for its page, its sheets and its card."""
    return context.tracker.once(understood, procedure, context.today)


def understood(procedure: Procedure, today: datetime.date) -> Understood:
    """Read a procedure for the answers of a day; page, sheet and twin all stand on this."""
    return Understood(
        time_answer(understood_times(procedure)),
        charge_answer(procedure, today),
        papers_of(procedure),
        tuple(read_times(procedure)),
        tuple(read_fees(procedure)),
    )


class AnswerView(Struct, frozen=True):
    """The answer block: what is known, and one sentence on what is not and whom to ask ("" where all is known)."""

    facts: tuple[Fact, ...]
    unknown: str


def answer_view(context: Context, procedure: Procedure, found: Understood, href: Href) -> AnswerView:
    """The facts of the answer in their order; what nobody knows is said once, with whom to ask."""
    labels = context.labels
    facts = dict(_facts(context, procedure, found, href))
    if is_internal(procedure.applicants):
        return AnswerView(tuple(internal_facts(context, facts, found.charge)), "")
    missing = [
        labels(f"answer.part.{name}") for name, fact in facts.items() if not fact.value and name not in _NOT_EVERYWHERE
    ]
    if not missing and is_untold(found.charge):
        # Alone the amount is asked for right below who sets it.
        fee, asked = facts["fee"], amount_asked(context, procedure)
        facts["fee"] = replace(fee, note="\n".join(filter(None, (str(fee.note), asked))))
        facts["where"] = where_answer(context, procedure, href, asked=True)
    else:
        missing += [amount_unknown(labels, found.charge)] if is_untold(found.charge) else []
    missing += [labels("answer.part.grant")] if grants_money(procedure) else []
    if missing and is_place_unsaid(context, procedure):
        facts["where"] = where_answer(context, procedure, href, asked=True)
        missing.append(labels("answer.part.elsewhere"))
    known = tuple(fact for fact in facts.values() if fact.value)
    return AnswerView(known, unknown_words(context, procedure, missing) if missing else "")


def plain_words(value: RichText | str) -> str:
    """Rich text without its links."""
    return value if isinstance(value, str) else "".join(segment.text for segment in value)


def purpose(context: Context, procedure: Procedure, *, crowded: bool = False) -> str:
    """What one gets in the end, in one line; "" where the record does not say; `crowded` answers name few."""
    result = procedure.result
    if isinstance(result, tuple) and result:
        name, lines = procedure.name.lower(), [line.strip(" ;.") for line in map(plain, result)]
        parts = [part for line in lines for part in _SEVERAL.split(line)]
        return result_words(context.labels, _granted(lines, name) or _granted(parts, name) or lines, crowded=crowded)
    return "" if result is None else context.labels("procedure.absent")


def _granted(results: list[str], name: str) -> list[str]:
    """The results that somebody comes for."""
    return [one for one in results if not _REFUSED.match(one) and not _is_undone(one, name)]


def _is_undone(result: str, name: str) -> bool:
    found = _UNDONE.match(result)
    return found is not None and found["deed"].lower() not in name


def _facts(context: Context, procedure: Procedure, found: Understood, href: Href) -> Iterator[tuple[str, Fact]]:
    labels, reading = context.labels, procedure.reading
    time = reading.processing_time if reading else None
    words = time_words_of(context, procedure, found)
    by, counter = _by(context, procedure), counter_beside(procedure)
    others = () if time else tuple(other_time_words(labels, procedure, found.time))
    named = _is_in_name(procedure)
    if not (by.value and (named or (counter and counter.cases))):
        crowded = bool(by.value or (counter and counter.cases) or not words or _is_full(procedure, words, others))
        result = purpose(context, procedure, crowded=crowded)
        yield (
            "result",
            Fact(labels("procedure.answer.result"), within(result, _LINE) if named and others else result),
        )
    notes = (labels("answer.ours.below"),) if time else others
    yield "time", _fact(labels("procedure.answer.time"), words, "#thoi-gian", notes)
    yield "by", by
    yield "yearly", _yearly(context, procedure)
    at = CasesAt.FEES if procedure.fees or (reading and reading.fees) else CasesAt.SUBMISSION
    notes = (labels("answer.ours.below"),) if reading and reading.fees else tuple(_reduced(context, found))
    yield "fee", _fact(labels("procedure.answer.fee"), charge_headline(labels, found.charge, at), _PLACES[at], notes)
    yield "where", where_answer(context, procedure, href)
    yield "online", _fact(labels("procedure.answer.online"), online_headline(labels, procedure), "", ())
    papers = papers_headline(labels, procedure, found.papers)
    yield "bring", _fact(labels("procedure.answer.bring"), papers, "#ho-so", ())


def _is_full(procedure: Procedure, time: str, others: tuple[str, ...]) -> bool:
    """Whether name and times leave the first screen no room for a long result."""
    return len(procedure.name) > _LONG_NAME or grants_money(procedure) or time.count("; ") + len(others) >= _MOST_TIMES


def _is_in_name(procedure: Procedure) -> bool:
    """Whether the name tells what one gets: beside a period, the first screen has no room to repeat it.

    Nor has it room for results beside a period and counters that differ by case.
    """
    result = procedure.result
    first = plain(result[0]).lower().removeprefix("giấy ") if isinstance(result, tuple) and result else ""
    return bool(first) and first in procedure.name.lower()


def _by(context: Context, procedure: Procedure) -> Fact:
    """By when one must hand in, where the words of the record set any applicant a period."""
    found = for_everybody(apply_by(procedure))
    words = [apply_by_words(context.labels, one, parted=not place) for place, one in enumerate(found)]
    key = "procedure.answer.by.deed" if found and all(one.deed for one in found) else "procedure.answer.by"
    return _fact(context.labels(key), "; ".join(words), "#nop-cham-nhat", ())


def _yearly(context: Context, procedure: Procedure) -> Fact:
    """On which days of each year dossiers are taken, where the words of the record fix them."""
    words = [yearly_words(context.labels, one) for one in yearly_times(procedure)]
    return _fact(context.labels("procedure.answer.yearly"), "; ".join(words), "#trinh-tu", ())


def time_words_of(context: Context, procedure: Procedure, found: Understood) -> str:
    """How long a procedure takes, in the words of its page: the editor's, else those of the answer."""
    time = procedure.reading.processing_time if procedure.reading else None
    if time and time.text:
        return time.text
    # Cases that nothing names stand nowhere below.
    is_told = not untold_periods(tuple(named_periods(context.labels, procedure, found.time)))
    return (time_answer_words if is_told else time_headline)(context.labels, found.time)


def _fact(key: str, words: str, url: str, notes: Iterable[str]) -> Fact:
    """An answer: its first part large, a link to where more is said; the rest and the notes below it."""
    first, *others = words.split("; ")
    value: RichText | str = (Segment("link", first, url),) if first and url else first
    lines = [capitalised(other) for other in others]
    return Fact(key, value, "\n".join([*lines, *notes]))


def _reduced(context: Context, found: Understood) -> Iterator[str]:
    """The national data's words of a fee that is told at an amount which holds for the time being only."""
    if any(amount.until for _, amount in found.charge.amounts):
        stated = next((fee.reading.text for fee in found.fees if fee.reading.amounts), "")
        text = " ".join(stated.split())
        # A quote that is cut may end before the amount that counts: a long one stands whole beside its place below.
        yield (
            context.labels("answer.stated", text=text) if len(text) <= _QUOTE else context.labels("answer.stated.below")
        )


def basis_words(context: Context, procedure: Procedure) -> str:
    """That a reading is ours, and on which documents it stands."""
    basis = procedure.reading.legal_basis if procedure.reading else ()
    if basis:
        return context.labels("answer.ours", basis=", ".join(basis))
    return context.labels("answer.ours.plain")
