"""What a procedure costs, in few words: how much, for which case, who is let off, or where the tariff stands."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from msgspec.structs import replace

from congkhai.foundation.labels import Labels
from congkhai.knowledge.procedures.charges import Charge, ChargeAnswer
from congkhai.records.procedure_reading import Channel, ReadFee
from congkhai.site.pages.procedures.amount_words import amount_words, duration_words, number_words
from congkhai.site.pages.procedures.channel_words import by_channel
from congkhai.vietnamese.quantity import Duration, FeeAmount, case_of, tier_of

_MOST_CASES, _LONGEST = 3, 150
# Names of those who pay or are let off: what the first screen of a phone has room for; the fees below tell them all.
_LONGEST_NAMES, _LONGEST_NAME = 100, 45

Paid = tuple[tuple[Channel | None, FeeAmount], ...]


class CasesAt(StrEnum):
    """Where a reader finds the amount of each case: in the part on fees, in that on submission, right beside."""

    FEES = "fees"
    SUBMISSION = "submission"
    BESIDE = "beside"


@lru_cache(maxsize=4096)  # a few answers are most of what the register gives
def charge_headline(labels: Labels, answer: ChargeAnswer, at: CasesAt = CasesAt.FEES) -> str:
    """What it costs: "Miễn phí", "50.000 đồng/bản", who sets it, or where the tariff stands; "" for what nobody knows.

    A case is named, or `at` says where all of them are; that there are some is no answer.
    """
    if answer.kind is Charge.UNKNOWN:
        return ""
    if answer.kind is Charge.READ:
        return "; ".join(read_fee_words(labels, fee) for fee in answer.read)
    if answer.kind is Charge.AMOUNTS:
        words = _money(labels, answer, at)
        if answer.waived == "" and (also := labels(f"answer.charge.cases.{at}")) in words:
            # One pointing is enough for the amounts and for those who pay none.
            return words.replace(also, labels(f"answer.charge.cases_and_waived.{at}"))
    else:
        document = " ".join(filter(None, (labels.get(f"document.type.{answer.document[0]}"), answer.document[1])))
        words = labels(f"answer.charge.{answer.kind}", document=document)
    if answer.on_time:
        words = _on_time(labels, answer, words)
        if answer.waived and at is not CasesAt.BESIDE:
            # What is free for everybody in time stands first; the first screen has no room for those who are always.
            return labels("answer.charge.others", words=words)
    words += _named(labels, "payer", answer.payer, at)
    return words + _named(labels, "waived", answer.waived, at)


def charge_cases(labels: Labels, answer: ChargeAnswer) -> str:
    """What it costs with each amount on a line of its own, and the words of its case behind it."""
    amounts = dict.fromkeys(amount for _, amount in answer.amounts if amount.amount_max)
    if len({(one.amount_min, one.amount_max) for one in amounts}) < 2:
        return charge_headline(labels, answer, CasesAt.BESIDE)
    lines = (f"{amount_words(labels, one)}: {case_of(one)}".removesuffix(": ") for one in amounts)
    return "\n".join(dict.fromkeys(lines))


def read_fee_words(labels: Labels, fee: ReadFee) -> str:
    """A fee of an editor's reading in words: its own, else the amount, with its channel and case."""
    unit = labels(f"quantity.currency.{fee.currency or 'VND'}")
    words = f"{number_words(fee.amount)} {unit}" if fee.amount else labels("answer.charge.free")
    words = fee.text or words + (f"/{fee.per}" if fee.per else "")
    named = [labels(f"procedure.channel.{fee.channel}")] if fee.channel else []
    named += [fee.case] if fee.case else []
    return f"{', '.join(named)}: {words}" if named else words


def _on_time(labels: Labels, answer: ChargeAnswer, words: str) -> str:
    """That who is on time pays nothing, with the time where it is known, before what others pay."""
    if found := answer.period:
        amount = Decimal(found.amount)
        time = duration_words(labels, Duration(amount, amount, found.unit))  # type: ignore[arg-type]
        free = labels("answer.charge.on_time.period", deed=answer.on_time, words=time)
    else:
        free = labels("answer.charge.on_time", deed=answer.on_time)
    return labels("answer.charge.late", free=free, words=f"{words[:1].lower()}{words[1:]}")


def _named(labels: Labels, key: str, who: str | None, at: CasesAt) -> str:
    """Who pays, or is let off: by name, else where the record speaks of them."""
    if who is None:
        return ""
    # "người thuộc hộ nghèo" are "hộ nghèo": what repeats itself in a list of people says nothing.
    names = (f"{who[:1].lower()}{who[1:]}" if who[1:2].islower() else who).replace("người thuộc ", "")
    first = names.partition(", ")[0]
    if names and (len(names) <= _LONGEST_NAMES or at is CasesAt.BESIDE):
        return labels(f"answer.charge.{key}", who=names)
    if first and len(first) <= _LONGEST_NAME and " " in first and first != names:
        return labels(f"answer.charge.{key}.first.{at}", who=first)
    return labels(f"answer.charge.{key}.{at}")


def _money(labels: Labels, answer: ChargeAnswer, at: CasesAt) -> str:
    currencies = {amount.currency for _, amount in answer.amounts if amount.amount_max}
    main = "VND" if "VND" in currencies else next(iter(currencies))
    paid = tuple(pair for pair in answer.amounts if pair[1].currency == main and pair[1].amount_max)
    free = [(channel, labels("answer.charge.nothing")) for channel, one in answer.amounts if not one.amount_max]
    words, several = _one_currency(labels, answer, paid, at), len({one.amount_max for _, one in paid}) > 1
    if not several and (answer.more or len(currencies) > 1):
        words = labels(f"answer.charge.more.{at}", words=words)
    elif answer.reduced and at is not CasesAt.BESIDE:
        words = labels("answer.charge.reduced", words=words)
    if not free:
        return words
    channels = {channel for channel, _ in paid}
    named = [(channel, words) for channel in channels] if not several and None not in channels else [(None, words)]
    return by_channel(labels, [*named, *free], "answer.charge.channel")


def _one_currency(labels: Labels, answer: ChargeAnswer, paid: Paid, at: CasesAt) -> str:
    amounts = list(dict.fromkeys((one.amount_min, one.amount_max) for _, one in paid))
    channels = {channel for channel, _ in paid}
    if len(amounts) == 1:
        fullest = max((one for _, one in paid), key=lambda one: len(one.per))
        words = amount_words(labels, fullest)
        if not fullest.until:
            return words
        then = labels("answer.charge.then", words=amount_words(labels, answer.then)) if answer.then else ""
        return labels("answer.charge.until", words=words, day=f"{fullest.until:%d/%m/%Y}", then=then)
    if None not in channels and len(channels) == len(paid):
        named = [(channel, amount_words(labels, one)) for channel, one in paid]
        return by_channel(labels, named, "answer.charge.channel")
    if cases := _tiers(labels, answer, paid) or _cases(labels, paid):
        return cases
    per = {one.per for _, one in paid}
    unit = labels(f"quantity.currency.{paid[0][1].currency}") + (f"/{paid[0][1].per}" if len(per) == 1 else "")
    unit = unit.removesuffix("/")
    low, high = (number_words(pick(pair[place] for pair in amounts)) for place, pick in ((0, min), (1, max)))
    return labels("answer.charge.range", low=low, high=high, unit=unit, cases=labels(f"answer.charge.cases.{at}"))


def _tiers(labels: Labels, answer: ChargeAnswer, paid: Paid) -> str:
    """Amounts of which one holds from the first page, others from a later one, and the most they come to; else ""."""
    per = next((one.per for _, one in paid if tier_of(one)), "")
    each = (replace(one, per=one.per or per) for _, one in paid)
    tiers = dict.fromkeys((tier_of(one), amount_words(labels, one)) for one in each)
    if len({tier for tier, _ in tiers}) < len(tiers) or not tiers.keys() - {next(iter(tiers))}:
        return ""
    words = "; ".join(
        f"{tier}: {amount}" if tier else amount for tier, amount in sorted(tiers, key=lambda one: bool(one[0]))
    )
    most = amount_words(labels, answer.ceiling) if answer.ceiling else ""
    return labels("answer.charge.ceiling", words=words, most=most) if most else words


def _cases(labels: Labels, paid: Paid) -> str:
    """A few amounts, each with the one case it is for; "" where they are many, or one has none or several."""
    found: dict[str, dict[str, None]] = {}
    for _, amount in paid:
        found.setdefault(amount_words(labels, amount), {})[case_of(amount)] = None
    if len(found) > _MOST_CASES or any(len(cases) > 1 or "" in cases for cases in found.values()):
        return ""
    words = "; ".join(f"{amount}: {next(iter(cases))}" for amount, cases in found.items())
    return words if len(words) <= _LONGEST else ""
