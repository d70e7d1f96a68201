"""'Wrong? Tell us': what can be reported, to whom, and the words prepared for it."""

from __future__ import annotations

import re

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.records.procedure import Procedure
from congkhai.site.pages.page import Context, Href

NATIONAL_PORTAL = "https://dichvucong.gov.vn/"
# A number as people write it: digits with blanks, dots, hyphens or brackets between them.
_NUMBER = re.compile(r"\+?[(\d][\d .()\u00a0-]{2,24}")


class ReportBox(Struct, frozen=True):
    """What the component report_error_box shows; `address` are the words in the place of an address not known yet."""

    id: str
    title: str
    intro: str
    places: tuple[tuple[str, str], ...]
    prepared: str
    address: str = ""


def report_box(context: Context, procedure: Procedure, version: str, href: Href) -> ReportBox:
    """Where to report; what can be wrong, and one's rights, are the same for all and stand on the page on feedback."""
    labels = context.labels
    prepared = labels(
        "report.prepared",
        code=procedure.code,
        address=(context.config.base_url or "/") + urls.procedure_url(procedure.code),
        version=version,
    )
    more = (labels("report.more"), f"{href(urls.FEEDBACK)}#quyen")
    national = () if context.config.contact else ((labels("feedback.place.national"), NATIONAL_PORTAL),)
    intro = " ".join(filter(None, (labels("report.intro"), _nobody(context, "procedure"))))
    return ReportBox("bao-sai", _title(context), intro, (*national, *report_places(context, href), more), prepared)


def task_report_box(context: Context, name: str, url: str, href: Href) -> ReportBox:
    """Where to report that a page on a task differs from the signed plan, with the address of the page prepared."""
    labels = context.labels
    prepared = labels("report.task.prepared", name=name, address=(context.config.base_url or "/") + url)
    intro = _nobody(context, "task") or labels("report.task.intro")
    return ReportBox("bao-sai", _title(context), intro, report_places(context, href), prepared)


def page_report_box(context: Context) -> ReportBox:
    """What to tell of any page: a script fills in the address of the one that the reader comes from."""
    labels = context.labels
    address, nobody = labels("report.page.address"), labels("feedback.to.page.nobody")
    return ReportBox(
        "bao-sai",
        _title(context),
        labels("report.page.intro") if context.config.contact else labels("report.page.intro.nobody", nobody=nobody),
        (),
        labels("report.page.prepared", address=address),
        address,
    )


def official_copy(context: Context, procedure: Procedure) -> tuple[str, str]:
    """The official copy: its address, or the national portal to be searched by code."""
    if procedure.source and procedure.source.url:
        return context.labels("procedure.official"), procedure.source.url
    return context.labels("procedure.official.search", code=procedure.code), NATIONAL_PORTAL


def _title(context: Context) -> str:
    """That one may report at once, where the site has somebody who takes it; else what to do."""
    return context.labels(f"report.title{'' if context.config.contact else '.nobody'}")


def _nobody(context: Context, page: str) -> str:
    """Who else can be told, for a site that takes no reports; "" for one that does."""
    return "" if context.config.contact else context.labels(f"report.nobody.{page}")


def report_places(context: Context, href: Href) -> tuple[tuple[str, str], ...]:
    """Where to report: the site's own addresses, then the page on feedback."""
    contact = context.config.contact
    found: list[tuple[str, str]] = []
    if contact and contact.url:
        found.append((context.labels("report.place.url"), contact.url))
    if contact and contact.email:
        found.append((context.labels("report.place.email", email=contact.email), f"mailto:{contact.email}"))
    if contact and _dialled(contact.phone):
        found.append(
            (
                context.labels("report.place.phone", phone=contact.phone).replace(" ", "\u00a0"),
                f"tel:{_dialled(contact.phone)}",
            )
        )
    return (*found, (context.labels("report.place.page"), href(urls.FEEDBACK)))


def _dialled(phone: str) -> str:
    """The first number in a line of telephone numbers as one dials it (RFC 3966), "" where there is none."""
    number = _NUMBER.search(phone)
    return re.sub(r"[^+\d]", "", number.group()) if number else ""
