"""The index files that the search client reads, from the entries of records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from congkhai.foundation.problem import Problem
from congkhai.records.search_phrase import PhraseKind, SearchPhrase
from congkhai.site.entries import EntryJob, entry_jobs, procedure_entry
from congkhai.site.pages.page import Context
from congkhai.site.rendering import ExtractTask
from congkhai.site.search import (
    Card,
    Keep,
    Knowledge,
    Line,
    build_index,
    card_of,
    read_knowledge,
    update_index,
)
from congkhai.site.search.client import MODULES, client_module

if TYPE_CHECKING:
    pass

FOLDER = "search/"
_CLIENT = "js/search/"

# What makes cards of procedures one by one, and those of all other records together.
OF_PROCEDURES, OF_OTHERS = "cards-of-procedures", "cards-of-others"


def search_files(
    cards: Iterable[Card], phrases: Iterable[SearchPhrase], keep: Keep | None = None
) -> Iterator[tuple[str, bytes]]:
    """The index of a site: path → bytes; `keep` receives what `update_search` needs later."""
    for name, data in build_index(cards, knowledge_of(phrases)[0], keep):
        yield FOLDER + name, data


def update_search(
    keep: Keep, changed: Mapping[str, Card | None], phrases: Iterable[SearchPhrase]
) -> tuple[dict[str, bytes], tuple[str, ...]] | None:
    """The files of the index that are other after some cards changed (by id; None: gone), and the paths that are gone.

    None if nothing usable was kept: then all cards must be had for `search_files`.
    """
    update = update_index(keep, changed, knowledge_of(phrases)[0])
    if update is None:
        return None
    return {FOLDER + name: data for name, data in update.files.items()}, tuple(FOLDER + name for name in update.removed)


def cards_by(name: str, context: Context) -> Iterator[ExtractTask]:
    """How the cards of a family are made, each by its id ("procedure:1.001193")."""
    return CARD_TASKS[name](context)


def card_task(context: Context, card_id: str) -> ExtractTask:
    """How the card of a procedure is made."""
    return ExtractTask(
        OF_PROCEDURES, card_id, partial(_card, partial(procedure_entry, context, card_id.partition(":")[2]))
    )


def _procedure_cards(context: Context) -> Iterator[ExtractTask]:
    return (card_task(context, f"procedure:{code}") for code in context.library.cards)


def _other_cards(context: Context) -> Iterator[ExtractTask]:
    return (ExtractTask(OF_OTHERS, name, partial(_card, make)) for name, make in entry_jobs(context))


CARD_TASKS: Mapping[str, Callable[[Context], Iterator[ExtractTask]]] = {
    OF_PROCEDURES: _procedure_cards,
    OF_OTHERS: _other_cards,
}


def _card(make: EntryJob) -> Card:
    return card_of(make())


def join_client(sources: dict[str, bytes]) -> dict[str, bytes]:
    """The search client as one file, so that a browser asks once; other sources as they are."""
    modules = {name: sources[_CLIENT + name].decode("utf-8") for name in MODULES if _CLIENT + name in sources}
    if len(modules) < len(MODULES):
        return sources
    rest = {name: data for name, data in sources.items() if name.removeprefix(_CLIENT) not in MODULES}
    return {**rest, f"{_CLIENT}engine.js": client_module(modules).encode("utf-8")}


def knowledge_of(phrases: Iterable[SearchPhrase]) -> tuple[Knowledge, tuple[Problem, ...]]:
    """What content/search knows, and what contradicts itself in it."""
    lines: dict[PhraseKind, list[Line]] = {kind: [] for kind in PhraseKind}
    for phrase in phrases:
        lines[phrase.kind].append(Line(phrase.phrase, phrase.meanings, phrase.place))
    knowledge, problems = read_knowledge(
        lines[PhraseKind.ABBREVIATIONS], lines[PhraseKind.SYNONYMS], lines[PhraseKind.FILLERS]
    )
    return knowledge, tuple(problems)
