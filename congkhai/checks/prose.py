"""Texts in our own words: their Markdown can be read, and nothing in it has to be taken out."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Place, Problem
from congkhai.records.plan import Plan
from congkhai.records.procedure import Procedure
from congkhai.records.prose import ProsePage
from congkhai.records.site_config import SiteConfig
from congkhai.source.markup import forbidden
from congkhai.source.tangled import tangled

Prose = Plan | Procedure | ProsePage | SiteConfig


def check_description(subject: Subject) -> Iterator[Problem]:
    """What site.yaml says of the site is sound Markdown, too."""
    return check_markdown(subject, subject.config)


def check_markdown(_subject: Subject, record: Prose) -> Iterator[Problem]:
    """Markdown is not tangled, and holds no HTML or address beyond the harmless ones."""
    for place, text in _texts(record):
        if tangled(text):
            yield problem("tangled-markdown", place.inside(text, 0))
        elif found := forbidden(text):
            yield problem("bad-markdown-html", place.inside(text, _first(text, found)), found=", ".join(found))


def _first(text: str, found: tuple[str, ...]) -> int:
    """Where in a text the first of the things found in its HTML stands, as far as it stands there as it is."""
    words = text.lower()
    return min((at for thing in found if (at := words.find(thing.rstrip("> -").lower())) >= 0), default=0)


def _texts(record: Prose) -> Iterator[tuple[Place, str]]:
    match record:
        case Procedure():
            yield record.place_of("steps"), record.steps
            if isinstance(record.conditions, str):
                yield record.place_of("conditions"), record.conditions
        case Plan():
            yield record.place_of("summary"), record.summary
            for duty in record.responsibilities:
                yield duty.place_of("summary"), duty.summary
        case ProsePage():
            yield record.place_of("body"), record.body
        case SiteConfig():
            yield record.place_of("description"), record.description


def check_english_prose(subject: Subject, page: ProsePage) -> Iterator[Problem]:
    """A page in English has its page in Vietnamese."""
    if page.id and page.id not in subject.library.prose:
        yield problem("unknown-reference", page.place_of("id"), kind="page", id=page.id)


def check_contact(subject: Subject) -> Iterator[Problem]:
    """A site says where readers send feedback and reports of errors: an address, a telephone, an e-mail or a page."""
    contact = subject.config.contact
    if subject.config.name and (
        contact is None or not (contact.url or contact.email or contact.phone or contact.address)
    ):
        yield problem("site-without-contact", Place("site.yaml", 1, 1))
