"""The list of information that must be public (Law 104/2016/QH13 Art. 17, 19, 34), as far as this portal holds it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from congkhai.knowledge import urls
from congkhai.site.data_sets.columns import (
    ADDRESS,
    ByKey,
    DataSet,
    Origin,
    Row,
    address_of,
    choice,
    code,
    day,
    name_of,
    signed,
    text,
)
from congkhai.site.pages.page import Context


class PublicKind(StrEnum):
    """A kind of information that must be public."""

    PLAN = "plan"
    RESULT = "result"
    PROCEDURE = "procedure"
    ANNOUNCEMENT = "announcement"
    FEEDBACK = "feedback"
    INDICATOR = "indicator"


class Stay(StrEnum):
    """How long this portal keeps it."""

    LASTING = "lasting"
    IN_FORCE = "in_force"


# What ends with its validity; the portal keeps its page, and says there that it is over.
_ENDING = (PublicKind.PROCEDURE,)


class PublicItem(NamedTuple):
    """A piece of public information: created when (ISO, perhaps a month or year), public since when."""

    kind: PublicKind
    id: str
    title: str
    agency: str
    created: str
    published: datetime.date | None
    url: str

    @property
    def stay(self) -> Stay:
        """How long the portal keeps it."""
        return Stay.IN_FORCE if self.kind in _ENDING else Stay.LASTING


def public_items(context: Context) -> tuple[PublicItem, ...]:
    """All of them, kind by kind."""
    return tuple(one for key in _parts(context) for one in _part(context, key))


def _parts(context: Context) -> Iterator[str]:
    """What is made as one: a kind, or of procedures a block of neighbours, by the code of the first."""
    yield from _BEFORE
    yield from context.derived.services_from
    yield from _BEHIND


def _part(context: Context, key: str) -> Iterator[PublicItem]:
    make = _BEFORE.get(key) or _BEHIND.get(key)
    return make(context) if make else _procedures(context, key)


def _plans(context: Context) -> Iterator[PublicItem]:
    for plan in context.library.plans.values():
        issuer, url = name_of(context, plan.issuer), urls.plan_url(plan.id)
        yield PublicItem(PublicKind.PLAN, plan.id, plan.title, issuer, plan.signed, plan.published, url)


def _results(context: Context) -> Iterator[PublicItem]:
    for plan_id, progress in context.library.progress.items():
        plan, days = context.library.plans.get(plan_id), [entry.on for entry in progress.entries if entry.on]
        if plan and days:
            issuer, last = name_of(context, plan.issuer), max(days)
            yield PublicItem(
                PublicKind.RESULT, plan_id, plan.title, issuer, last.isoformat(), None, urls.plan_url(plan_id)
            )


def _procedures(context: Context, first: str) -> Iterator[PublicItem]:
    for one in context.derived.services_from[first]:
        url = urls.procedure_url(one.code)
        yield PublicItem(PublicKind.PROCEDURE, one.code, one.name, one.agency, "", one.published, url)


def _announcements(context: Context) -> Iterator[PublicItem]:
    for one in context.library.announcements.values():
        title, created = f"{one.number} {one.title}".strip(), one.signed.isoformat() if one.signed else ""
        issuer, url = name_of(context, one.issuer), urls.decision_url(one.id)
        yield PublicItem(PublicKind.ANNOUNCEMENT, one.id, title, issuer, created, None, url)


def _others(context: Context) -> Iterator[PublicItem]:
    for one in context.library.feedback.values():
        answered = one.answered.isoformat() if one.answered else ""
        agency, url = name_of(context, one.agency), urls.FEEDBACK
        yield PublicItem(PublicKind.FEEDBACK, one.id, one.subject, agency, answered, one.published, url)
    for report in context.library.indicators.values():
        agency = name_of(context, report.agency)
        yield PublicItem(PublicKind.INDICATOR, report.id, report.period, agency, "", None, urls.INDICATORS)


# The kinds that stand before procedures, and those behind them.
_BEFORE = {"plans": _plans, "results": _results}
_BEHIND = {"announcements": _announcements, "others": _others}


def _row(context: Context, item: PublicItem) -> Row:
    return (
        item.kind.value,
        item.id,
        item.title,
        item.agency,
        context.labels(f"public.article.{item.kind}"),
        item.created,
        item.published,
        item.stay.value,
        address_of(context, item.url),
    )


PUBLIC_INFORMATION = DataSet(
    "public_information",
    "thong-tin-cong-khai",
    (
        choice("public_kind", PublicKind, "public.kind"),
        code("id"),
        text("title"),
        text("agency_name"),
        text("article"),
        signed("created"),
        day("published", Origin.RECORDED),
        choice("stays", Stay, "public.stays"),
        ADDRESS,
    ),
    public_items,
    _row,
    key=2,
    by_key=ByKey(_parts, _part, 1),
)
