"""Procedures: every part the law wants is there or said to be absent, and what it says is sound."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.foundation.text import fold
from congkhai.knowledge.procedures.completeness import COMPULSORY, IF_ANY, missing_parts, unstated_parts
from congkhai.knowledge.procedures.reading import Decision, read_fees, read_times
from congkhai.records.absent import Absent
from congkhai.records.announcement import Change
from congkhai.records.procedure import Fee, OnlineLevel, Procedure, ProcedureStatus
from congkhai.vietnamese.quantity import base_code, read_code


def check_compulsory_parts(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """Steps, ways of submission, dossier and its sets, time, applicants and deciding agency must be there.

    Decree 63/2010/NĐ-CP Art. 8.2; the name is required by the record itself. A gap of the source is a warning.
    """
    for part in missing_parts(procedure):
        code = "procedure-part-missing" + _weight(procedure, COMPULSORY[part])
        yield problem(code, procedure.place_of(part), key=part, procedure=procedure.code)


def check_parts_if_any(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """Fees, conditions, forms and result are there or stated as absent with the reason, never blank.

    Decree 63/2010/NĐ-CP Art. 8.2.
    """
    for part in unstated_parts(procedure):
        code = "procedure-part-not-stated" + _weight(procedure, IF_ANY[part])
        yield problem(code, procedure.place_of(part), key=part, procedure=procedure.code)
    for part in IF_ANY:
        value = getattr(procedure, part)
        if isinstance(value, Absent) and not (value.absent and value.reason):
            yield problem("procedure-absent-without-reason", value.place, key=part)


def check_forms(subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """A form that names a file has it in content/files; a copy of a national record may name one it did not bring."""
    forms = procedure.forms if isinstance(procedure.forms, tuple) else ()
    for form in forms:
        if form.file and form.file not in subject.library.files:
            code = "procedure-form-without-file" + _weight(procedure, "tệp mẫu")
            suggestions = subject.near("files", form.file)
            yield problem(code, form.place_of("file"), suggestions=suggestions, file=form.file)


def check_papers(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """Every paper of a dossier has a name."""
    for case in procedure.dossier:
        for component in case.components:
            if not component.name:
                yield problem("procedure-paper-unnamed", component.place, procedure=procedure.code)


def check_channels(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """Every way of submission says which channel it is."""
    for row in procedure.submission:
        if row.channel is None:
            yield problem("procedure-channel-unstated", row.place, procedure=procedure.code)


def check_online_level(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """The online level is stated; a partial one gives its reason and legal basis (Decree 224/2026/NĐ-CP Art. 14)."""
    online = procedure.online
    if online is None or online.level is None:
        weight = _weight(procedure, "mức độ")
        yield problem(f"procedure-online-not-stated{weight}", procedure.place_of("online"), procedure=procedure.code)
    elif online.level is OnlineLevel.PARTIAL and not (online.reason and online.legal_basis):
        weight = _weight(procedure, "một phần")
        yield problem(f"procedure-online-unexplained{weight}", online.place, procedure=procedure.code)


def check_codes(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """A code is one of the national set: a digit, a dot and six digits (Decree 224/2026/NĐ-CP Art. 15.1b)."""
    for found in read_code(procedure.code).problems:
        suggestions = found.suggestions
        yield problem("procedure-code", procedure.place_of("code"), suggestions=suggestions, procedure=procedure.code)


def check_amounts(_subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """Times have a unit, fees a currency, and no figure contradicts the words beside it."""
    for time in read_times(procedure):
        yield from time.reading.problems
    for fee in read_fees(procedure):
        yield from fee.reading.problems
    if isinstance(procedure.fees, tuple):
        for declared in procedure.fees:
            yield from _contradicted(declared)


def check_status(subject: Subject, procedure: Procedure) -> Iterator[Problem]:
    """A procedure is abolished or replaced by a decision that is recorded; a replaced one names its successor."""
    ended = _ending(subject.derived.decisions.get(base_code(procedure.code), ()))
    if procedure.status is ProcedureStatus.REPLACED and not procedure.successors:
        yield problem("procedure-without-successor", procedure.place_of("status"), procedure=procedure.code)
    gone = procedure.status in (ProcedureStatus.ABOLISHED, ProcedureStatus.REPLACED)
    if gone and not ended:
        yield problem("procedure-ended-by-none", procedure.place_of("status"), procedure=procedure.code)
    if ended and not gone:
        place = procedure.place_of("status")
        yield problem("procedure-status-contradicted", place, procedure=procedure.code, number=ended)


def _weight(procedure: Procedure, words: str) -> str:
    """ "-at-source" (a warning) where the record is a copy, its note speaks of the gap, or it is a draft."""
    if procedure.source or not procedure.published:
        return "-at-source"
    return "-at-source" if fold(words) in fold(procedure.note) else ""


def _contradicted(fee: Fee) -> Iterator[Problem]:
    """The amount of a fee must be one its own words name."""
    if not fee.amount or not fee.text:
        return
    digits = fee.amount.replace(".", "").replace(",", "")
    if not digits.isdigit():
        yield problem("procedure-fee-not-a-number", fee.place_of("amount"), text=fee.amount)
        return
    stated = fee.text.replace(".", "").replace(",", "")
    if digits not in stated:
        yield problem("procedure-fee-contradicted", fee.place_of("amount"), amount=fee.amount, text=fee.text[:120])


def _ending(decisions: tuple[Decision, ...]) -> str:
    """The number of the last decision on a procedure where that decision ends it, else ""."""
    known = [decision for decision in decisions if decision.day and decision.entry.change]
    if known and known[-1].entry.change in (Change.ABOLISHED, Change.REPLACED):
        return known[-1].announcement.number
    return ""
