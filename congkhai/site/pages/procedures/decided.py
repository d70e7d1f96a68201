"""By which decisions a procedure was announced: a table, what each changed, and the way there from a plan."""

from __future__ import annotations

from msgspec import Struct

from congkhai.knowledge.documents.annotation import RichText
from congkhai.knowledge.procedures.reading import Decision
from congkhai.records.procedure import Procedure
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.chain import ChainView, procedure_chain
from congkhai.site.pages.procedures.parts import before_and_after, history_rows
from congkhai.vietnamese.quantity import base_code


class DecidedView(Struct, frozen=True):
    """The decisions of a procedure; `before_after` are, by number of decision, the parts it changed."""

    rows: tuple[tuple[RichText | str, ...], ...]
    before_after: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    chain: ChainView | None


def decided_view(context: Context, procedure: Procedure, decisions: tuple[Decision, ...], href: Href) -> DecidedView:
    """What is recorded of the decisions about a procedure."""
    return DecidedView(
        history_rows(context, procedure, decisions, href),
        before_and_after(context, decisions),
        procedure_chain(context, base_code(procedure.code), procedure.announcement, href),
    )
