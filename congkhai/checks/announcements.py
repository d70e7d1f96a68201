"""Announcing decisions: their lists are complete, their days possible, and they agree with the procedures."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.documents.numbered import meant
from congkhai.records.announcement import AnnouncedProcedure, Announcement, Change
from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import base_code, read_code


def check_entries(_subject: Subject, announcement: Announcement) -> Iterator[Problem]:
    """Each entry has a sound code, once, and what the law asks of its change.

    An amendment says which part changed and by which document; an abolition names the document
    (Decree 63/2010/NĐ-CP Art. 15, Circular 02/2017/TT-VPCP Art. 6.1).
    """
    seen: set[str] = set()
    for entry in announcement.entries:
        if not entry.code and not entry.name:
            yield problem("announcement-entry-unnamed", entry.place)
        for found in read_code(entry.code).problems if entry.code else ():
            place = entry.place_of("code")
            yield problem("procedure-code", place, suggestions=found.suggestions, procedure=_called(entry))
        if entry.code and entry.code in seen:
            yield problem("announcement-code-twice", entry.place_of("code"), procedure=_called(entry))
        seen.add(entry.code)
        yield from _incomplete(entry)
    silent = sum(entry.change is None for entry in announcement.entries)
    if silent:
        total = len(announcement.entries)
        yield problem("announcement-without-change", announcement.place_of("entries"), silent=silent, total=total)


def check_decision_days(_subject: Subject, announcement: Announcement) -> Iterator[Problem]:
    """A decision takes effect on the day it is signed or later, and its days are known."""
    signed, effective = announcement.signed, announcement.effective
    if signed and effective and effective < signed:
        yield problem("announcement-effective-too-early", announcement.place_of("effective"))
    missing = [name for name in ("signed", "effective") if getattr(announcement, name) is None]
    for name in missing:
        yield problem("announcement-without-day", announcement.place_of("number"), key=name)
    for entry in announcement.entries:
        if signed and entry.database_entered and entry.database_entered < signed:
            yield problem(
                "announcement-entered-too-early", entry.place_of("database_entered"), procedure=entry.code or entry.name
            )


def check_changed_parts(_subject: Subject, announcement: Announcement) -> Iterator[Problem]:
    """A part that changed has words before, after, or both, and not the same."""
    for entry in announcement.entries:
        for changed in entry.changes:
            if changed.part and " ".join(changed.before.split()) == " ".join(changed.after.split()):
                yield problem("announcement-part-unchanged", changed.place, procedure=_called(entry))


def check_mutual(subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """A procedure that names its decision stands in the list of that decision."""
    derived = subject.derived
    named = meant(procedure.announcement, derived.decisions_called) if procedure.announcement else ()
    decisions = derived.decisions.get(base_code(procedure.code), ()) if named else ()
    if named and all(decision.announcement.id not in named for decision in decisions):
        place, number = procedure.place_of("announcement"), subject.library.announcements[named[0]].number
        yield problem("announcement-lacks-procedure", place, number=number, procedure=procedure.code)


def _called(entry: AnnouncedProcedure) -> str:
    return entry.code or entry.name


def _incomplete(entry: AnnouncedProcedure) -> Iterator[Problem]:
    if entry.change is Change.AMENDED and not (entry.note or entry.changes):
        yield problem(
            "announcement-amendment-unexplained", entry.place_of("change"), procedure=entry.code or entry.name
        )
    if entry.change in (Change.AMENDED, Change.REPLACED, Change.ABOLISHED) and not entry.documents:
        yield problem(
            "announcement-change-without-document", entry.place_of("change"), procedure=entry.code or entry.name
        )
