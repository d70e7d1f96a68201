"""Ids that have ended: none is borne by a record, and what took its place exists."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.former_ids import records_of


def check_former_ids(subject: Subject) -> Iterator[Problem]:
    """An id that has ended belongs to no record any more, and its successor is the id of a record of that kind."""
    for former in subject.config.former_ids:
        if former.kind is None:
            continue
        records = records_of(former.kind, subject.library)
        if former.id in records:
            yield problem("former-id-in-use", former.place_of("id"), id=former.id)
        if former.successor and former.successor not in records:
            yield problem("former-id-without-successor", former.place_of("successor"), id=former.successor)
