"""How agencies scored themselves by sets of criteria, and how they were appraised, as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from congkhai.knowledge import urls
from congkhai.knowledge.plans.self_scoring import ScoredCriterion, scored
from congkhai.records.assessment import Assessment
from congkhai.site.data_sets.columns import (
    ADDRESS,
    Column,
    ColumnKind,
    DataSet,
    Origin,
    Row,
    address_of,
    code,
    evidence_of,
    listing,
    name_of,
    signed,
    text,
)
from congkhai.site.pages.page import Context


class CriterionOf(NamedTuple):
    """A criterion of an assessment with its score."""

    assessment: Assessment
    found: ScoredCriterion


def _scores(context: Context) -> tuple[CriterionOf, ...]:
    sets = context.library.criteria
    return tuple(
        CriterionOf(one, found)
        for one in context.library.assessments.values()
        if one.criteria in sets
        for found in scored(sets[one.criteria], one, lambda _: None)
    )


def _score_row(context: Context, one: CriterionOf) -> Row:
    assessment, criterion, score = one.assessment, one.found.criterion, one.found.score
    return (
        assessment.id,
        criterion.number,
        assessment.criteria,
        assessment.agency,
        name_of(context, assessment.agency),
        assessment.period,
        criterion.title,
        _number(criterion.points),
        _number(score.self_scored if score else None),
        _number(score.appraised if score else None),
        _number(one.found.difference),
        score.responsible if score else None,
        evidence_of(score.evidence if score else ()),
        score.note if score else None,
        address_of(context, urls.assessment_url(assessment.id)),
    )


def _number(points: Decimal | None) -> float | None:
    return None if points is None else float(points)


SCORES = DataSet(
    "assessment_scores",
    "cham-diem",
    (
        code("assessment"),
        code("criterion"),
        code("criteria"),
        code("agency"),
        text("agency_name"),
        code("period"),
        signed("criterion_title"),
        Column("most_points", ColumnKind.NUMBER, Origin.STATED),
        Column("self_scored", ColumnKind.NUMBER),
        Column("appraised", ColumnKind.NUMBER),
        Column("difference", ColumnKind.NUMBER, Origin.UNDERSTOOD),
        code("responsible"),
        listing("evidence"),
        text("note"),
        ADDRESS,
    ),
    _scores,
    _score_row,
    key=2,
)
