"""How much longer it takes where life is hard: communes in the mountains, on islands, in poor regions."""

from __future__ import annotations

from decimal import Decimal

from congkhai.knowledge.procedures.hard_words import hard_times_in
from congkhai.knowledge.procedures.stated import stated_times
from congkhai.knowledge.procedures.times import TimeAnswer, length
from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import Duration


def times_in_hard_places(procedure: Procedure, ordinary: TimeAnswer) -> tuple[Duration, ...]:
    """The longer times that the words on time grant there, each once; `extra` ones come on top of the ordinary time."""
    texts = (*(text for _, text, _ in stated_times(procedure)), *(row.note for row in procedure.submission))
    longest = max((length(duration) for _, duration in ordinary.durations), default=Decimal(0))
    found = dict.fromkeys(one for text in dict.fromkeys(texts) if text for one in hard_times_in(text))
    return tuple(one for one in found if longest and (one.extra or length(one) > longest))
