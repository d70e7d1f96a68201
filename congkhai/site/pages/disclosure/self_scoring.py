"""Sets of criteria with what this portal computes of them, and the assessments of agencies (PAR INDEX)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.scorecard import Scorecard
from congkhai.knowledge.plans.self_scoring import ScoredCriterion, leaves, scored, total
from congkhai.records.assessment import Assessment
from congkhai.records.criteria import Computed, CriteriaSet
from congkhai.records.model.plain_data import as_data
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.disclosure.indicators import period_words
from congkhai.site.pages.page import Context, Href, MakePage, Page
from congkhai.site.pages.plans.scorecards import scorecard_on
from congkhai.site.pages.procedures.amount_words import number_words

Row = tuple[RichText | str, ...]
_YEAR = 4


class SetView(Struct, frozen=True):
    """A set of criteria: its decision, whether it is in force, its criteria as far as they were read."""

    id: str
    title: str
    decision: RichText
    standing: str
    rows: tuple[Row, ...]
    note: str


class SelfScoringView(Struct, frozen=True):
    """All sets, and links to all assessments."""

    intro: str
    sets: tuple[SetView, ...]
    assessments: tuple[Row, ...]


class AssessmentView(Struct, frozen=True):
    """One assessment: what it is about, its sums, a row for each criterion."""

    about: str
    totals: tuple[Row, ...]
    rows: tuple[Row, ...]
    note: str


def make_self_scoring_pages(context: Context) -> Iterator[MakePage]:
    """The page of all sets, and one for each assessment."""
    if context.library.criteria:
        yield partial(_sets_page, context)
    for assessment in context.library.assessments.values():
        if assessment.criteria in context.library.criteria:
            yield partial(_assessment_page, context, assessment)


def _sets_page(context: Context) -> Page:
    href, labels = context.href(urls.SELF_SCORING), context.labels
    sets = tuple(_set_view(context, one, href) for one in context.library.criteria.values())
    found = sorted(context.library.assessments.values(), key=lambda one: (one.period, one.agency), reverse=True)
    view = SelfScoringView(labels("scoring.intro"), sets, tuple(_link_row(context, one, href) for one in found))
    trail = ((labels("home.title"), href(urls.HOME)),)
    data = [as_data(one) for one in context.library.criteria.values()]
    twin = {"kind": "criteria", "url": urls.SELF_SCORING, "sets": data}
    title = labels("scoring.title")
    return Page(urls.SELF_SCORING, "pages/self_scoring.html", title, view, view.intro, trail, twin, urls.PLANS)


def _set_view(context: Context, criteria: CriteriaSet, href: Href) -> SetView:
    plans = context.library.plans if criteria.criteria else ()
    rows_of = context.assignments.of_plan
    cards = {plan_id: scorecard_on(context, rows_of(plan_id), context.today) for plan_id in plans}
    rows = tuple(
        (one.number, one.title, _points(context, one.points), _computed_words(context, one.computed, cards))
        for one in criteria.criteria
    )
    decision, standing = _decision(context, criteria, href), _standing(context, criteria)
    return SetView(criteria.id, criteria.title, decision, standing, rows, criteria.note)


def _decision(context: Context, criteria: CriteriaSet, href: Href) -> RichText:
    document = context.document_of(criteria.decision, "", context.today.isoformat())
    there = href(urls.document_url(document)) if document else ""
    return (Segment("link" if there else "text", criteria.decision, there),)


def _standing(context: Context, criteria: CriteriaSet) -> str:
    """Whether a set is in force on the day, so far as the record says."""
    labels, valid = context.labels, criteria.valid
    if valid and valid.until and valid.is_over(context.today):
        return labels("scoring.ended", day=f"{valid.until:%d/%m/%Y}")
    if valid and valid.since and valid.since > context.today:
        return labels("scoring.later", day=f"{valid.since:%d/%m/%Y}")
    since = f"{valid.since:%d/%m/%Y}" if valid and valid.since else ""
    return labels("scoring.since", day=since) if since else labels("scoring.unknown")


def _computed_words(context: Context, computed: Computed | None, cards: dict[str, Scorecard]) -> str:
    if computed is None:
        return context.labels("scoring.not_computed")
    points = {plan_id: _of_card(card, computed) for plan_id, card in cards.items()}
    told = [
        f"{context.short_name(context.library.plans[plan_id])}: {number_words(found)}"
        for plan_id, found in points.items()
        if found is not None
    ]
    return "\n".join(told) or context.labels("scoring.no_reports")


def _of_card(card: Scorecard, computed: Computed) -> Decimal | None:
    found = card.completion_score if computed is Computed.PLAN_COMPLETION else card.timeliness_score
    return None if found is None else Decimal(str(found))


def _link_row(context: Context, assessment: Assessment, href: Href) -> Row:
    agency = context.library.actors.get(assessment.agency)
    name = agency.name if agency else assessment.agency
    criteria = context.library.criteria.get(assessment.criteria)
    link = (Segment("link", name, href(urls.assessment_url(assessment.id))),)
    return link, period_words(context, assessment.period), criteria.title if criteria else assessment.criteria


def _assessment_page(context: Context, assessment: Assessment) -> Page:
    url, labels = urls.assessment_url(assessment.id), context.labels
    href, criteria = context.href(url), context.library.criteria[assessment.criteria]
    found = scored(criteria, assessment, lambda computed: _of_territory(context, assessment, computed))
    agency = context.library.actors.get(assessment.agency)
    period = period_words(context, assessment.period)
    title = labels("scoring.of", agency=agency.name if agency else assessment.agency, period=period)
    about = labels("scoring.about", title=criteria.title, decision=criteria.decision)
    rows = tuple(_score_row(context, one, href) for one in found)
    view = AssessmentView(about, tuple(_totals(context, found)), rows, assessment.note)
    trail = ((labels("home.title"), href(urls.HOME)), (labels("scoring.title"), href(urls.SELF_SCORING)))
    twin = {"kind": "assessment", "url": url, "signed": as_data(assessment), "understood": _understood(found)}
    return Page(url, "pages/assessment.html", title, view, about, trail, twin, urls.PLANS)


def _of_territory(context: Context, assessment: Assessment, computed: Computed) -> Decimal | None:
    """What the plans of the agency's territory in that year give; quarters are not computed."""
    agency = context.library.actors.get(assessment.agency)
    if agency is None or len(assessment.period) != _YEAR:
        return None
    plans = (plan for plan in context.library.plans.values() if plan.territory == agency.territory)
    in_year = (plan for plan in plans if str(plan.year) == assessment.period)
    rows = (row for plan in in_year for row in context.assignments.of_plan(plan.id))
    day = min(context.today, datetime.date(int(assessment.period), 12, 31))
    card = scorecard_on(context, rows, day)
    return _of_card(card, computed)


def _score_row(context: Context, one: ScoredCriterion, href: Href) -> Row:
    found = one.score
    evidence: list[Segment] = []
    for proof in found.evidence if found else ():
        evidence += [Segment("text", "; ")] if evidence else []
        evidence.append(Segment("link" if proof.url else "text", proof.title, proof.url))
    return (
        f"{one.criterion.number}. {one.criterion.title}",
        actor_links(context, (found.responsible,), href) if found and found.responsible else "–",
        _points(context, one.criterion.points),
        _points(context, found.self_scored if found else None),
        _points(context, found.appraised if found else None),
        _signed(one.difference),
        _points(context, one.computed),
        tuple(evidence) or (found.note if found else ""),
    )


def _totals(context: Context, found: tuple[ScoredCriterion, ...]) -> Iterator[Row]:
    found = leaves(found)
    scores = [one.score for one in found]
    own = total(score.self_scored if score else None for score in scores)
    appraised = total(score.appraised if score else None for score in scores)
    labels = context.labels
    yield labels("scoring.most"), _points(context, total(one.criterion.points for one in found))
    yield labels("scoring.self"), _points(context, own)
    yield labels("scoring.appraised"), _points(context, appraised)
    yield labels("scoring.difference"), _signed(total(one.difference for one in found))


def _understood(found: tuple[ScoredCriterion, ...]) -> list[dict[str, object]]:
    return [
        {
            "criterion": one.criterion.number,
            "difference": None if one.difference is None else float(one.difference),
            "computed": None if one.computed is None else float(one.computed),
        }
        for one in found
    ]


def _points(context: Context, points: Decimal | None) -> str:
    return context.labels("scoring.none") if points is None else number_words(points)


def _signed(points: Decimal | None) -> str:
    """A difference with its sign in front: "+0,25", "−0,5", "0"; "–" where it is unknown."""
    if points is None:
        return "–"
    return f"{'+' if points > 0 else '−' if points < 0 else ''}{number_words(abs(points))}"
