"""Reports and their times: which year is a report's own, and which day is when it is due."""

from __future__ import annotations

from congkhai.schedule.grammar.endings import opens
from congkhai.schedule.grammar.entries import Entry
from congkhai.schedule.grammar.source import Clause, Source
from congkhai.schedule.model import Kind

_SENDING = frozenset({"gui", "nop", "trinh", "phai", "duoc", "hoan thanh", "xong", ","})


def year_of_report(src: Source, gap: int, at: int, found: Clause, last: Entry | None, *, beside: bool) -> bool:
    """ "Báo cáo năm 2025 trước ngày 10/12", "trước ngày 15/01 gửi báo cáo năm 2025": the year is the report's."""
    if found.unit != "year" or all(token.kind != "report" for token in src.tokens[gap:at]):
        return False
    return opens(src, found.stop) or (beside and last is not None and last.schedule.kind is Kind.BY_DATE)


def due_of_report(src: Source, gap: int, at: int, found: Clause, last: Entry) -> bool:
    """ "Báo cáo tháng gửi trước ngày 15": the verb between a cycle and its due day names nothing."""
    if found.schedule.rule is None or not last.pure_cycle:
        return False
    return all(token.word in _SENDING for token in src.tokens[gap:at])
