"""What single pages are about, as the block of data that stands in them; "" where there is nothing to say."""

from __future__ import annotations

from msgspec.structs import replace

from congkhai.knowledge.documents.validity import expired_on
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.agency import Actor
from congkhai.records.document import Document
from congkhai.site.linked_data.data_block import data_block
from congkhai.site.linked_data.schema_org import due_event, legislation, organization
from congkhai.site.pages.page import Context


def event_block(context: Context, row: Row, url: str) -> str:
    """The day on which a task is due."""
    leads = context.assignments.actors[row.key].lead_agencies
    node = due_event(row, context.times[row.key], leads, context.library, context.address(url))
    return data_block(node) if node else ""


def agency_block(context: Context, actor: Actor, url: str) -> str:
    """An agency; groups and phrases are no organisations."""
    node = organization(actor, context.library, context.address(url))
    return data_block(node) if node else ""


def document_block(context: Context, document: Document, url: str) -> str:
    """A document; whether it is in force is said only where its day of effect or its end is known."""
    ended = expired_on(document, context.today) is not None
    begun = bool(document.effective and document.effective <= context.today)
    in_force = begun and not ended if document.effective or ended else None
    amends, replaces = (
        tuple(context.document_of(number, document.territory, document.issued) for number in numbers)
        for numbers in (document.amends, document.replaces)
    )
    meant = replace(document, amends=amends, replaces=replaces)
    return data_block(legislation(meant, context.library, context.labels, context.address(url), in_force=in_force))
