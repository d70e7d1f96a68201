"""Agencies, documents, feedback and scores of indicators, as tables."""

from __future__ import annotations

from typing import NamedTuple

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Part
from congkhai.records.agency import Actor, Agency, AgencyGroup, Collective, Contact, Level, Validity
from congkhai.records.document import Document
from congkhai.records.feedback import Feedback, FeedbackOutcome
from congkhai.records.indicator import IndicatorReport, IndicatorScore
from congkhai.site.data_sets.columns import (
    ADDRESS,
    Column,
    ColumnKind,
    DataSet,
    Origin,
    Row,
    address_of,
    choice,
    code,
    day,
    integer,
    listing,
    name_of,
    signed,
    text,
)
from congkhai.site.pages.page import Context

_KINDS = ("agency", "group", "collective")


def _agency_row(context: Context, actor: Actor) -> Row:
    valid = (actor.valid if not isinstance(actor, Collective) else None) or Validity()
    contact = (actor.contact if isinstance(actor, Agency) else None) or Contact()
    level = actor.level if isinstance(actor, Agency) else None
    rows = context.assignments
    return (
        actor.id,
        _kind_of(actor),
        actor.name,
        actor.aliases,
        level.value if level else None,
        actor.territory,
        context.territory_name(actor.territory),
        actor.parent if isinstance(actor, Agency) else "",
        actor.members if isinstance(actor, AgencyGroup) else (),
        valid.since,
        valid.until,
        () if isinstance(actor, Collective) else actor.successors,
        contact.address,
        contact.phone,
        contact.email,
        contact.url,
        len(rows.rows_of(actor.id, Part.LEAD, Part.LEAD_THROUGH_GROUP)),
        len(rows.rows_of(actor.id, Part.COORDINATION, Part.COORDINATION_THROUGH_GROUP)),
        address_of(context, urls.agency_url(actor.id)),
    )


def _kind_of(actor: Actor) -> str:
    if isinstance(actor, Agency):
        return "agency"
    return "group" if isinstance(actor, AgencyGroup) else "collective"


AGENCIES = DataSet(
    "agencies",
    "co-quan",
    (
        code("agency"),
        Column("kind", ColumnKind.CHOICE, choices=_KINDS, choice_key="actor.kind"),
        text("agency_name"),
        listing("aliases"),
        choice("level", Level, "choice.Level"),
        code("territory"),
        text("territory_name"),
        code("parent"),
        listing("members"),
        day("valid_from"),
        day("valid_until"),
        listing("successors"),
        text("contact_address"),
        Column("phone", ColumnKind.CODE),
        text("email"),
        text("website"),
        integer("leads", Origin.UNDERSTOOD),
        integer("coordinates", Origin.UNDERSTOOD),
        ADDRESS,
    ),
    lambda context: tuple(context.library.actors.values()),
    _agency_row,
)


def _document_row(context: Context, document: Document) -> Row:
    return (
        document.id,
        document.number,
        document.type,
        document.title,
        document.issuer,
        name_of(context, document.issuer),
        document.issued,
        document.effective,
        document.expired,
        document.amends,
        document.replaces,
        document.repealed_by,
        document.url,
        address_of(context, urls.document_url(document.id)),
    )


DOCUMENTS = DataSet(
    "documents",
    "van-ban",
    (
        code("document"),
        signed("document_number"),
        code("document_type"),
        signed("title"),
        code("issuer"),
        text("issuer_name"),
        signed("issued"),
        day("effective", Origin.STATED),
        day("expired", Origin.STATED),
        listing("amends", Origin.STATED),
        listing("replaces", Origin.STATED),
        listing("repealed_by", Origin.STATED),
        text("original_url"),
        ADDRESS,
    ),
    lambda context: tuple(context.library.documents.values()),
    _document_row,
)


def _feedback_row(context: Context, one: Feedback) -> Row:
    return (
        one.id,
        one.received,
        one.subject,
        one.content,
        one.procedure,
        one.agency,
        name_of(context, one.agency),
        one.outcome.value if one.outcome else None,
        one.answer,
        one.answered,
        one.published,
    )


FEEDBACK = DataSet(
    "feedback",
    "phan-anh",
    (
        code("feedback"),
        day("received"),
        text("subject"),
        text("content"),
        code("code"),
        code("agency"),
        text("agency_name"),
        choice("outcome", FeedbackOutcome, "choice.FeedbackOutcome"),
        text("answer"),
        day("answered"),
        day("published"),
    ),
    lambda context: tuple(context.library.feedback.values()),
    _feedback_row,
)


class Score(NamedTuple):
    """The points of an agency in one indicator."""

    report: IndicatorReport
    score: IndicatorScore


def _score_row(context: Context, one: Score) -> Row:
    report, score = one
    points = None if score.points is None else float(score.points)
    name = name_of(context, report.agency)
    return report.id, score.indicator, report.period, report.agency, name, points, score.note


INDICATOR_SCORES = DataSet(
    "indicator_scores",
    "chi-so",
    (
        code("report"),
        code("indicator"),
        code("period"),
        code("agency"),
        text("agency_name"),
        Column("points", ColumnKind.NUMBER),
        text("note"),
    ),
    lambda context: tuple(
        Score(report, one) for report in context.library.indicators.values() for one in report.scores
    ),
    _score_row,
    key=2,
)
