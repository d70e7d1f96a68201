"""The files of the search index, and the build tasks that make a search card of each record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from congkhai.foundation.problem import Problem
from congkhai.knowledge.library import Library
from congkhai.records.search_phrase import PhraseKind, SearchPhrase
from congkhai.site.entries import MakeEntry, entry_makers
from congkhai.site.pages.elsewhere import marks_of, matters
from congkhai.site.pages.page import Context
from congkhai.site.procedure_entries import procedure_entry
from congkhai.site.rendering import ExtractTask
from congkhai.site.search import (
    Card,
    Keep,
    Knowledge,
    Line,
    build_index,
    card_of,
    procedure_codes,
    read_knowledge,
    update_index,
)
from congkhai.site.search.client import MODULES, client_module

FOLDER = "search/"
_CLIENT = "js/search/"

# The families of tasks that make cards: of procedures, each a task of its own, and of all other records together.
OF_PROCEDURES, OF_OTHERS = "cards-of-procedures", "cards-of-others"


def search_files(cards: Sequence[Card], library: Library, keep: Keep | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index (path, bytes); `keep` receives what `update_search` needs later."""
    for name, data in build_index(cards, _knowledge(library, procedure_codes(cards)), keep):
        yield FOLDER + name, data


def update_search(
    keep: Keep, changed: Mapping[str, Card | None], library: Library
) -> tuple[dict[str, bytes], tuple[str, ...]] | None:
    """Return the changed files of the index (path → bytes) and the paths of removed ones, after `changed` cards.

    `changed` maps ids to cards, None where a record is gone. Return None if `keep` has nothing usable: then
    `search_files` must index all cards.
    """
    update = update_index(keep, changed, _knowledge(library, library.cards))
    if update is None:
        return None
    return {FOLDER + name: data for name, data in update.files.items()}, tuple(FOLDER + name for name in update.removed)


def _knowledge(library: Library, codes: Iterable[str]) -> Knowledge:
    """What content/search defines, and the marks of what others handle: no procedure of these codes."""
    marks = marks_of(*matters(library, codes))
    return msgspec.structs.replace(knowledge_of(library.search_phrases.values())[0], elsewhere=marks)


def cards_by(name: str, context: Context) -> Iterator[ExtractTask]:
    """Yield the tasks of a family of cards; their keys are ids of cards ("procedure:1.001193")."""
    return CARD_TASKS[name](context)


def card_task(context: Context, card_id: str) -> ExtractTask:
    """Return the task that makes the card of a procedure."""
    return ExtractTask(
        OF_PROCEDURES, card_id, partial(_card, partial(procedure_entry, context, card_id.partition(":")[2]))
    )


def _procedure_cards(context: Context) -> Iterator[ExtractTask]:
    return (card_task(context, f"procedure:{code}") for code in context.library.cards)


def _other_cards(context: Context) -> Iterator[ExtractTask]:
    return (ExtractTask(OF_OTHERS, name, partial(_card, make)) for name, make in entry_makers(context))


CARD_TASKS: Mapping[str, Callable[[Context], Iterator[ExtractTask]]] = {
    OF_PROCEDURES: _procedure_cards,
    OF_OTHERS: _other_cards,
}


def _card(make: MakeEntry) -> Card:
    return card_of(make())


def join_client(sources: dict[str, bytes]) -> dict[str, bytes]:
    """Join the modules of the search client into one file, so that a browser sends one request."""
    modules = {name: sources[_CLIENT + name].decode("utf-8") for name in MODULES if _CLIENT + name in sources}
    if len(modules) < len(MODULES):
        return sources
    rest = {name: data for name, data in sources.items() if name.removeprefix(_CLIENT) not in MODULES}
    return {**rest, f"{_CLIENT}engine.js": client_module(modules).encode("utf-8")}


def knowledge_of(phrases: Iterable[SearchPhrase]) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Return what content/search defines, and the problems of phrases that contradict each other."""
    lines: dict[PhraseKind, list[Line]] = {kind: [] for kind in PhraseKind}
    for phrase in phrases:
        lines[phrase.kind].append(Line(phrase.phrase, phrase.meanings, phrase.place))
    knowledge, problems = read_knowledge(
        lines[PhraseKind.ABBREVIATIONS],
        lines[PhraseKind.SYNONYMS],
        lines[PhraseKind.FILLERS],
        lines[PhraseKind.GROUPS],
        lines[PhraseKind.REGIONAL],
    )
    return knowledge, tuple(problems)
