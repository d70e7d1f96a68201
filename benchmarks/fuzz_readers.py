"""The readers that random texts are thrown at: whatever reads the words of a record is among them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

from congkhai.build.loader import load_library
from congkhai.editing.importers.blocks import clean
from congkhai.editing.importers.listing import to_markdown
from congkhai.editing.importers.marks import read_mark
from congkhai.editing.importers.wrapping import unwrap
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problems
from congkhai.foundation.text import fold
from congkhai.knowledge.plans.assignments import cell_reader, lexicon_of
from congkhai.knowledge.plans.ditto import is_ditto
from congkhai.knowledge.plans.own_parts import _means
from congkhai.knowledge.procedures.apply_by import apply_by
from congkhai.knowledge.procedures.charges import charge_answer
from congkhai.knowledge.procedures.counter import counter_of, is_same
from congkhai.knowledge.procedures.papers import papers_of
from congkhai.knowledge.procedures.process_times import process_time
from congkhai.knowledge.procedures.times import time_answer, understood_times
from congkhai.records.internal_process import Process, ProcessStep
from congkhai.records.procedure import Component, DossierCase, Fee, Procedure, Submission
from congkhai.records.procedure_reading import Channel
from congkhai.source.full_yaml import compose
from congkhai.source.markup import _safe_html, forbidden, plain, to_html
from congkhai.source.plain_markdown import plain_html
from congkhai.source.plain_yaml import plain_tree
from congkhai.source.source_text import is_ordinary
from congkhai.source.yaml_source import parse_yaml
from congkhai.vietnamese.abbreviation import find_abbreviations
from congkhai.vietnamese.citation import find_citations, parse_number
from congkhai.vietnamese.quantity import case_of, read_code, read_duration, read_fee
from congkhai.vietnamese.quantity.fee_cases import payer_of, waiver_of
from congkhai.vietnamese.quantity.fee_reduction import reduction_on
from congkhai.vietnamese.quantity.fee_terms import read_terms
from congkhai.vietnamese.responsibility import nearest
from congkhai.vietnamese.schedule import deadlines, explain, first_due, occurrences, read_schedule, to_words
from congkhai.vietnamese.target import read_targets
from congkhai.vietnamese.task_kind import kind_of

ROOT = Path(__file__).resolve().parents[1]
DAY = datetime.date(2026, 11, 22)
LABELS = load_labels("vi")
LIBRARY = load_library(ROOT / "tests" / "golden" / "source", Problems())
AGENCIES, LEXICON = cell_reader(LIBRARY, "an-binh"), lexicon_of(LIBRARY, "an-binh")


def _plan_times(text: str) -> None:
    schedule = read_schedule(text, year=2024).schedule
    deadlines(schedule)
    first_due(schedule)
    occurrences(schedule, DAY, DAY + datetime.timedelta(days=400))
    to_words(schedule, LABELS)
    explain(text, LABELS, year=None)


def _yaml(text: str) -> None:
    data, problems = text.encode("utf-8", "replace"), Problems()
    parse_yaml(data, "a.yaml", problems)
    if is_ordinary(data) and (tree := plain_tree(data.decode(), "a.yaml")):
        found = Problems()
        assert tree == compose(data.decode(), "a.yaml", found), "the two ways of YAML differ"
        assert not len(found), "the quick way of YAML passes problems over"


def _markdown(text: str) -> None:
    quick = plain_html(text)
    assert quick is None or quick == _safe_html.__wrapped__(text), "the two ways of Markdown differ"
    to_html(text)
    plain(text)
    forbidden(text)


def _agencies(text: str) -> None:
    for role in ("lead", "coordinating"):
        for span in AGENCIES.__wrapped__(text, role).unresolved:  # type: ignore[attr-defined]
            nearest(span, LEXICON)


def _fees(text: str) -> None:
    for amount in read_fee(text).amounts:
        case_of(amount)
    read_terms(text)
    reduction_on(text, DAY)
    waiver_of(text, DAY)
    payer_of(text)


def _citations(text: str) -> None:
    find_citations(text)
    parse_number(text)
    read_code(text)


def _words(text: str) -> None:
    find_abbreviations(text, ("TTHC", "UBND", "QĐ"))
    fold(text)


def _imported(text: str) -> None:
    clean(text)
    to_markdown(text)
    read_mark(text)
    unwrap(text)


def _targets(text: str) -> None:
    for target in read_targets(text):
        assert target.value < float("inf"), "a target without end"


def _task(text: str) -> None:
    kind_of(text)
    kind_of("", text)
    is_ditto(text)
    for actor in list(LIBRARY.actors.values())[:3]:
        _means(text, actor, LIBRARY)


def _counter(text: str) -> None:
    for procedure in (Procedure(steps=text), Procedure(reception_address=text)):
        if found := counter_of(procedure):
            is_same(found, text)


def _apply_by(text: str) -> None:
    for one in apply_by(Procedure(steps=text, conditions=text[:50])):
        assert one.period or one.before, "a period of nothing"


def _charges(text: str) -> None:
    online = Submission(channel=Channel.ONLINE, fee=text[len(text) // 2 :])
    charge_answer(Procedure(fees=(Fee(kind=None, text=text),), submission=(online,)), DAY)


def _papers(text: str) -> None:
    parts = tuple(Component(name=line, note=line[::-1]) for line in (text, *text.splitlines()[:20]))
    cases = (DossierCase(case=text, components=parts), DossierCase(case="", components=parts[1:]))
    papers_of(Procedure(dossier=cases)).counts(Channel.ONLINE)


def _answers(text: str) -> None:
    procedure = Procedure(processing_time=text, steps=text, submission=(Submission(channel=Channel.POST, note=text),))
    time_answer(understood_times(procedure))
    process_time(Process(steps=(ProcessStep(time=text),)), None)


READERS: Mapping[str, Callable[[str], object]] = {
    "times": _plan_times,
    "durations": read_duration,
    "fees": _fees,
    "citations": _citations,
    "agencies": _agencies,
    "yaml": _yaml,
    "markdown": _markdown,
    "words": _words,
    "imported": _imported,
    "targets": _targets,
    "tasks": _task,
    "counter": _counter,
    "apply_by": _apply_by,
    "charges": _charges,
    "papers": _papers,
    "answers": _answers,
}
