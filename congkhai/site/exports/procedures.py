"""The machine-readable twins of procedures and announcing decisions."""

from __future__ import annotations

from typing import Any

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.reading import Decision, FeeOf, Standing, TimeOf
from congkhai.records.announcement import Announcement
from congkhai.records.model.plain_data import as_data
from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import Duration, FeeAmount


def procedure_twin(
    procedure: Procedure,
    version: str,
    times: tuple[TimeOf, ...],
    fees: tuple[FeeOf, ...],
    decisions: tuple[Decision, ...],
    standing: Standing,
) -> dict[str, Any]:
    """A procedure whole, every key that says something as written; what was understood of it stands apart."""
    return {
        "kind": "procedure",
        "url": urls.procedure_url(procedure.code),
        "version": version,
        **_stated(as_data(procedure)),
        "understood": {
            "standing": standing.value,
            "times": [_time(time) for time in times],
            "fees": [_fee(fee) for fee in fees],
            "decisions": [decision.announcement.id for decision in decisions],
        },
    }


def _stated(value: Any) -> Any:
    """Plain data without blank texts: of a procedure, a key that is blank says no more than one that is not there."""
    if isinstance(value, dict):
        return {key: _stated(item) for key, item in value.items() if item != ""}
    return [_stated(item) for item in value] if isinstance(value, list) else value


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
