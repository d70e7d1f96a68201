"""Feedback and petitions: how to send them, and how those that came in were answered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.records.agency import Agency
from congkhai.records.feedback import Feedback
from congkhai.records.model.plain_data import as_data
from congkhai.site.data_sets.of_records import FEEDBACK
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, MakePage, Page
from congkhai.site.pages.procedures.report_box import NATIONAL_PORTAL, ReportBox, page_report_box, report_places
from congkhai.vietnamese.quantity import base_code


class FeedbackView(Struct, frozen=True):
    """A piece of feedback with its answer."""

    id: str
    subject: str
    content: str
    facts: tuple[Fact, ...]
    answer: str


class FeedbackPageView(Struct, frozen=True):
    """How to send feedback, which matter goes to whom, and all that came in, the newest first."""

    intro: str
    places: tuple[tuple[str, str], ...]
    address: str
    agencies_url: str
    report: ReportBox
    matters: tuple[tuple[str, str, str, str], ...]
    poster_url: str
    disclosure_url: str
    has_procedures: bool
    entries: tuple[FeedbackView, ...]


# What people come with, what is most often first.
_MATTERS = ("service", "page", "rule", "complaint", "denunciation")
# Those to which the decision on feedback applies; complaints and denunciations have laws of their own.
_OF_FEEDBACK = ("service", "rule")


def make_feedback_page(context: Context) -> Iterator[MakePage]:
    """The page on feedback."""
    yield partial(_page, context)


def _page(context: Context) -> Page:
    href, labels = context.href(urls.FEEDBACK), context.labels
    found = sorted(context.library.feedback.values(), key=lambda one: (str(one.received), one.id), reverse=True)
    contact = context.config.contact
    view = FeedbackPageView(
        intro=labels(f"feedback.intro{'' if contact else '.nobody'}"),
        places=(*report_places(context, href)[:-1], (labels("feedback.place.national"), NATIONAL_PORTAL)),
        address="\n".join(line for line in (contact.name, contact.address) if line) if contact else "",
        agencies_url=href(urls.AGENCIES) if any(_has_address(one) for one in context.library.agencies()) else "",
        report=page_report_box(context),
        matters=tuple(_matter(context, one) for one in _MATTERS),
        poster_url=href(urls.FEEDBACK_POSTER) if context.library.cards else "",
        disclosure_url=href(urls.DISCLOSURE),
        has_procedures=bool(context.library.cards),
        entries=tuple(_entry(context, feedback, href) for feedback in found),
    )
    trail = ((labels("home.title"), href(urls.HOME)),)
    title = labels("feedback.title")
    twin = {"kind": "feedback", "url": urls.FEEDBACK, "feedback": [as_data(feedback) for feedback in found]}
    tables = table_files(href, FEEDBACK)
    return Page(
        urls.FEEDBACK, "pages/feedback.html", title, view, view.intro, trail, twin, urls.FEEDBACK, tables=tables
    )


def _matter(context: Context, matter: str) -> tuple[str, str, str, str]:
    """What people come with, whom it goes to, and by when it is answered where the decision on feedback says so."""
    labels = context.labels
    limit = labels("feedback.rule") if matter in _OF_FEEDBACK else ""
    nobody = ".nobody" if matter == "page" and not context.config.contact else ""
    return matter, labels(f"feedback.matter.{matter}"), labels(f"feedback.to.{matter}{nobody}"), limit


def _has_address(agency: Agency) -> bool:
    return bool(agency.contact and agency.contact.address)


def _entry(context: Context, feedback: Feedback, href: Href) -> FeedbackView:
    return FeedbackView(
        feedback.id, feedback.subject, feedback.content, tuple(_facts(context, feedback, href)), feedback.answer
    )


def _facts(context: Context, feedback: Feedback, href: Href) -> Iterator[Fact]:
    labels = context.labels
    if feedback.received:
        yield Fact(labels("feedback.received"), f"{feedback.received:%d/%m/%Y}")
    if feedback.agency:
        yield Fact(labels("feedback.agency"), actor_links(context, (feedback.agency,), href))
    card = context.library.cards.get(base_code(feedback.procedure))
    if card:
        link: RichText = (Segment("link", card.name, href(urls.procedure_url(card.code))),)
        yield Fact(labels("feedback.procedure"), link)
    yield Fact(
        labels("feedback.outcome"),
        labels(f"feedback.outcome.{feedback.outcome or 'waiting'}"),
        _taken(context, feedback),
    )


def _taken(context: Context, feedback: Feedback) -> str:
    """How many days an answer took, or how long one waits for it."""
    if not feedback.received:
        return ""
    if feedback.answered:
        return context.labels(
            "feedback.days", n=(feedback.answered - feedback.received).days, day=f"{feedback.answered:%d/%m/%Y}"
        )
    return context.labels("feedback.waiting", n=(context.today - feedback.received).days)
