"""How a procedure ended: by which decision, on what it stands, and what may have come in its place."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from congkhai.knowledge.procedures.reading import Decision, Standing
from congkhai.records.announcement import Change
from congkhai.records.procedure import Procedure

_ENDS: Mapping[Standing, Change] = {Standing.ABOLISHED: Change.ABOLISHED, Standing.REPLACED: Change.REPLACED}


class Ending(Struct, frozen=True):
    """The end of a procedure; `decision` is None where only the record itself says that it ended.

    `successors` are the codes the record names; where it names none, `beside` are those of the procedures that the
    same decision brought in: they may have come in its place, and nobody says so.
    """

    standing: Standing
    decision: Decision | None
    successors: tuple[str, ...]
    beside: tuple[str, ...]


def is_over(standing: Standing) -> bool:
    """Whether a procedure can no longer be asked for."""
    return standing in _ENDS


def ending_of(procedure: Procedure, decisions: tuple[Decision, ...], standing: Standing) -> Ending | None:
    """The end of a procedure that is over, None of any other; `decisions` are those about it, the oldest first."""
    if not is_over(standing):
        return None
    ended = (one for one in reversed(decisions) if one.entry.change is _ENDS[standing])
    decision = next(ended, None)
    beside = () if procedure.successors or decision is None else _brought_in(decision)
    return Ending(standing, decision, procedure.successors, beside)


def _brought_in(decision: Decision) -> tuple[str, ...]:
    entries = decision.announcement.entries
    return tuple(entry.code for entry in entries if entry.change is Change.NEW and entry.code)
