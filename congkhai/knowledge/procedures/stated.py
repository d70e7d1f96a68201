"""The processing times and fees that a procedure states, where they stand in its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from congkhai.foundation.problem import Place
from congkhai.records.procedure import Procedure
from congkhai.records.procedure_reading import Channel

# A processing time as stated: of one channel, or of the procedure as a whole.
StatedTime = tuple[Channel | None, str]

# A fee as stated: of one channel, or of the procedure as a whole.
StatedFee = tuple[Channel | None, str]


def stated_times(procedure: Procedure) -> Iterator[tuple[Channel | None, str, Callable[[], Place]]]:
    """The processing times of a procedure and what tells where they stand, each distinct text once, the whole first."""
    rows: list[tuple[Channel | None, str, Callable[[], Place]]] = [
        (None, procedure.processing_time, partial(procedure.place_of, "processing_time"))
    ]
    rows += [(row.channel, row.time, partial(row.place_of, "time")) for row in procedure.submission]
    seen: set[StatedTime] = set()
    for channel, text, place in rows:
        if text and (channel, text) not in seen and (None, text) not in seen:
            seen.add((channel, text))
            yield channel, text, place


def stated_fees(procedure: Procedure) -> Iterator[StatedFee]:
    """The fees of a procedure, then those that its channels state otherwise, in the words of the record."""
    fees = procedure.fees if isinstance(procedure.fees, tuple) else ()
    whole = [fee.text or " ".join(part for part in (fee.amount, fee.currency) if part) for fee in fees]
    yield from ((None, text) for text in dict.fromkeys(whole) if text)
    rows = dict.fromkeys((row.channel, row.fee) for row in procedure.submission if row.fee not in ("", *whole))
    yield from rows
