"""Which procedures have an internal or electronic process and which have none yet, sector by sector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.records.internal_process import ProcessKind
from congkhai.site.pages.page import Context, Href, Page
from congkhai.vietnamese.quantity import base_code

Row = tuple[RichText | str, ...]
# So many names of procedures without a process are listed; a register of thousands tells their number.
_MOST_LISTED = 200


class ProcessListView(Struct, frozen=True):
    """All processes by procedure, counts by sector, and the procedures without one."""

    lead: str
    processes: tuple[Row, ...]
    sectors: tuple[Row, ...]
    without: tuple[Row, ...]
    without_words: str


def make_process_list(context: Context) -> Iterator[Page]:
    """The list of processes; sites that disclose procedures have it, since plans order such processes."""
    if not context.library.cards:
        return
    href, labels = context.href(urls.PROCESSES), context.labels
    of_code = context.derived.processes_of
    shown = sorted(context.derived.shown, key=lambda card: (sort_key(card.name), card.code))
    without = [card for card in shown if base_code(card.code) not in of_code]
    having = len(shown) - len(without)
    view = ProcessListView(
        lead=labels("processes.lead", having=having, total=len(shown)),
        processes=tuple(_rows(context, of_code, href)),
        sectors=tuple(_sectors(context, shown, of_code, href)),
        without=tuple(_without(context, card, href) for card in without) if len(without) <= _MOST_LISTED else (),
        without_words=labels("processes.without", n=len(without)),
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("procedures.title"), href(urls.PROCEDURES)))
    counts = {"procedures": len(shown), "with_process": having}
    twin = {"kind": "processes", "url": urls.PROCESSES, "counts": counts, "processes": list(context.library.processes)}
    title = labels("processes.title")
    yield Page(urls.PROCESSES, "pages/processes.html", title, view, view.lead, trail, twin, urls.PROCEDURES)


def _rows(context: Context, of_code: Mapping[str, tuple[str, ...]], href: Href) -> Iterator[Row]:
    for code, ids in of_code.items():
        card = context.library.cards.get(code)
        name = card.name if card else code
        for process in (context.library.processes[key] for key in ids):
            link: RichText = (Segment("link", name, href(urls.process_url(process.id))),)
            kind = context.labels(f"process.{process.kind or ProcessKind.INTERNAL}")
            level = context.labels(f"procedure.level.{process.level}") if process.level else ""
            yield link, kind, level, process.decision


def _sectors(
    context: Context, shown: list[ProcedureCard], of_code: Mapping[str, tuple[str, ...]], href: Href
) -> Iterator[Row]:
    counts: dict[str, list[int]] = {}
    for card in shown:
        kinds = {context.library.processes[key].kind for key in of_code.get(base_code(card.code), ())}
        found = counts.setdefault(card.sector, [0, 0, 0])
        found[0] += 1
        found[1] += ProcessKind.INTERNAL in kinds
        found[2] += ProcessKind.ELECTRONIC in kinds
    for sector_id, numbers in counts.items():
        sector = context.library.sectors.get(sector_id)
        there = href(urls.sector_url(sector_id)) if sector else ""
        name: RichText = (Segment("link" if there else "text", sector.name if sector else sector_id, there),)
        yield name, *map(str, numbers)


def _without(context: Context, card: ProcedureCard, href: Href) -> Row:
    sector = context.library.sectors.get(card.sector)
    return (Segment("link", card.name, href(urls.procedure_url(card.code))),), sector.name if sector else ""
