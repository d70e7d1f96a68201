"""The machine-readable twins of procedures and announcing decisions, and the short hash that names a version."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

import orjson

from congkhai import urls
from congkhai.exports.twins import as_data
from congkhai.procedure_reading import Decision, FeeOf, Standing, TimeOf
from congkhai.quantity import Duration, FeeAmount
from congkhai.record import Identity, Record
from congkhai.records.announcement import Announcement
from congkhai.records.procedure import Procedure


def version_of(record: Record) -> str:
    """A short hash of all that a record says: the same words give the same seven characters.

    What is blank says nothing: a key that records learn later does not make every sheet on a wall out of date.
    """
    return _version_of(Identity(record))


@lru_cache(maxsize=1 << 15)  # page, sheet, kit and audit of a procedure all print it
def _version_of(identity: Identity) -> str:
    return _version_of_data(as_data(identity.record))


def _version_of_data(data: Any) -> str:
    return hashlib.sha256(orjson.dumps(_said(data), option=orjson.OPT_SORT_KEYS)).hexdigest()[:7]


def _said(value: Any) -> Any:
    """A value without its blank texts, lists and mappings."""
    if isinstance(value, dict):
        return {key: said for key, item in value.items() if (said := _said(item)) not in ("", None, [], {})}
    return [_said(item) for item in value] if isinstance(value, list) else value


def procedure_twin(
    procedure: Procedure,
    times: tuple[TimeOf, ...],
    fees: tuple[FeeOf, ...],
    decisions: tuple[Decision, ...],
    standing: Standing,
) -> dict[str, Any]:
    """A procedure whole, every key as written; what was understood of it stands apart."""
    data = as_data(procedure)
    return {
        "kind": "procedure",
        "url": urls.procedure_url(procedure.code),
        "version": _version_of_data(data),
        **data,
        "understood": {
            "standing": standing.value,
            "times": [_time(time) for time in times],
            "fees": [_fee(fee) for fee in fees],
            "decisions": [decision.announcement.id for decision in decisions],
        },
    }


def announcement_twin(announcement: Announcement) -> dict[str, Any]:
    """An announcing decision whole."""
    return {"kind": "announcement", "url": urls.decision_url(announcement.id), **as_data(announcement)}


def _time(time: TimeOf) -> dict[str, Any]:
    reading = time.reading
    return {
        "text": reading.text,
        **({"channel": time.channel.value} if time.channel else {}),
        "status": reading.status,
        "amounts": [_duration(duration) for duration in reading.amounts],
    }


def _duration(duration: Duration) -> dict[str, Any]:
    found: dict[str, Any] = {"min": str(duration.amount_min), "max": str(duration.amount_max), "unit": duration.unit}
    return {**found, "condition": duration.condition} if duration.condition else found


def _fee(fee: FeeOf) -> dict[str, Any]:
    reading = fee.reading
    return {
        "text": reading.text,
        **({"channel": fee.channel.value} if fee.channel else {}),
        "free": reading.free,
        "deferred": reading.deferred,
        "amounts": [_amount(amount) for amount in reading.amounts],
    }


def _amount(amount: FeeAmount) -> dict[str, Any]:
    return {
        "min": str(amount.amount_min),
        "max": str(amount.amount_max),
        "currency": amount.currency,
        **({"per": amount.per} if amount.per else {}),
    }
