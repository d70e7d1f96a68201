"""Reports and their times: which year is a report's own, and which day is when it is due."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.endings import opens
from congkhai.vietnamese.schedule.grammar.entries import DATED, Entry
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.model import Kind
from congkhai.vietnamese.schedule.tokens import END, ROMAN_NUMBER, WORD

_SENDING = frozenset({"gui", "nop", "trinh", "phai", "duoc", "hoan thanh", "xong", ","})


def year_of_report(src: Source, gap: int, at: int, found: Clause, last: Entry | None, *, beside: bool) -> bool:
    """ "Báo cáo năm 2025 trước ngày 10/12", "trước ngày 15/01 gửi báo cáo năm 2025": the year is the report's."""
    if found.unit != "year" or all(token.kind != "report" for token in src.tokens[gap:at]):
        return False
    return opens(src, found.stop) or (beside and last is not None and last.schedule.kind is Kind.BY_DATE)


def names_a_title(src: Source, gap: int, at: int, found: Clause) -> bool:
    """ "Chiến lược đến năm 2030: ban hành Quý III/2025": the period in front of a colon is part of a name."""
    whole = found.unit in ("year", "quarter", "month") and found.schedule.kind in DATED and not found.yearless
    if not whole or src.tokens[found.stop].kind != ":":
        return False
    return any(token.kind in (WORD, "verb", "document") for token in src.tokens[gap:at]) and time_ahead(src, found.stop)


def time_ahead(src: Source, colon: int) -> bool:
    """Whether a time stands behind a colon, in the same part of the cell."""
    at = colon + 1
    while src.tokens[at].kind not in (END, ";", ":") and not src.tokens[at].line:
        if opens(src, at) or (src.tokens[at].kind in ("month", "quarter") and src.tokens[at + 1].numbers):
            return True
        if src.tokens[at].kind == "quarter" and src.tokens[at + 1].kind == ROMAN_NUMBER:
            return True
        at += 1
    return False


def due_of_report(src: Source, gap: int, at: int, found: Clause, last: Entry) -> bool:
    """ "Báo cáo tháng gửi trước ngày 15": the verb between a cycle and its due day names nothing."""
    if found.schedule.rule is None or not last.pure_cycle:
        return False
    return all(token.word in _SENDING for token in src.tokens[gap:at])
