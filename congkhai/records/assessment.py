"""Assessments: how an agency scored itself by a set of criteria, and what the appraisal made of it."""

from __future__ import annotations

from decimal import Decimal

from congkhai.records.indicator import points
from congkhai.records.model.fields import cell, identifier, line, list_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.plan import Source
from congkhai.records.progress import Evidence


class CriterionScore(Record, frozen=True, kw_only=True):
    """The points of one criterion: by the agency itself, and as appraised; who answers for it, and what proves it."""

    criterion: str = key(line, required=True, default="")
    responsible: str = key(identifier, default="", refers_to="actor")
    self_scored: Decimal | None = key(points)
    appraised: Decimal | None = key(points)
    evidence: tuple[Evidence, ...] = key(list_of(record(Evidence)), default=())
    note: str = key(cell, default="")


class Assessment(Record, frozen=True, kw_only=True):
    """The scores of an agency in a period: a year ("2026") or a quarter ("2026-q1")."""

    id: str = key(identifier, required=True, default="")
    criteria: str = key(identifier, required=True, default="", refers_to="criteria")
    agency: str = key(identifier, required=True, default="", refers_to="agency")
    period: str = key(identifier, required=True, default="")
    scores: tuple[CriterionScore, ...] = key(list_of(record(CriterionScore)), required=True, default=())
    source: Source | None = key(record(Source))
    note: str = key(cell, default="")


FILES = RecordFile(
    "assessment",
    "content/assessments/*.yaml",
    Assessment,
    "id",
    keeps=(Kept("assessments"),),
    menu=12,
    summary="{{period}} – {{agency}}",
)
