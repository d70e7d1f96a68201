"""One walk over the tokens of a cell or a bracket: which words are time phrases, and whose the others are."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.clauses import clause
from congkhai.vietnamese.schedule.grammar.clock import with_clock
from congkhai.vietnamese.schedule.grammar.counts import is_count
from congkhai.vietnamese.schedule.grammar.cycles import cycle
from congkhai.vietnamese.schedule.grammar.entries import Entry
from congkhai.vietnamese.schedule.grammar.folding import fold
from congkhai.vietnamese.schedule.grammar.labels import (
    accepts,
    deed_of,
    is_contingent,
    is_purpose,
    label_of,
    skip_citation,
)
from congkhai.vietnamese.schedule.grammar.reports import due_of_report, names_a_title, time_ahead, year_of_report
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.grammar.spans import multiple
from congkhai.vietnamese.schedule.model import Kind, Schedule
from congkhai.vietnamese.schedule.tokens import END, NUMBER, Token

_MARKS = {",": 1, "/": 1, "and": 2, "or": 2, ":": 0, ".": 3, "-": 3, ")": 0, ";": 3, "of": 0}
_MARK_NAMES = {"-": ";", ".": ";"}
_TIME_WORDS = frozenset({NUMBER, "month", "quarter", "year", "before", "by"})
# Brackets in brackets beyond this are no cell of a plan, and are read over.
_DEEPEST = 4


def scanned(src: Source, part: Source) -> list[Entry]:
    """The time phrases of one piece of a cell, in their order; its faults are the cell's."""
    entries = _Scan(part).entries()
    src.faults.extend(part.faults)
    if entries and part.tokens[0] is not src.tokens[0] and not entries[0].mark:
        entries[0] = entries[0]._replace(mark="line")
    return entries


class _Scan:
    """One walk over the tokens of a cell or a bracket."""

    def __init__(self, src: Source, depth: int = 0) -> None:
        self.src = src
        self.depth = depth
        self.at = 0
        self.found: list[Entry] = []
        self.gap: int | None = None
        self.mark = ""
        # Whether what is due stands behind its time ("đến 30/4 đạt 40%, …").
        self.paired = False
        # Behind "để" stands what a time is for: "để tổng hợp theo quy định" is no second time, a date of its own is.
        self.purpose = False

    def entries(self) -> list[Entry]:
        """All time phrases in order; what cannot be one becomes the label of the next, or is left over."""
        while self.src.tokens[self.at].kind != END:
            token = self.src.tokens[self.at]
            self.purpose &= not (token.line or token.kind in (";", "."))
            if token.line and self.at:
                if self._says_what(self.at):
                    self._leave(self.at, behind=True)
                self._raise_mark("line")
            if token.kind == "(" and self.depth < _DEEPEST:
                self._bracket()
            elif token.kind == "(":
                self.at += 1
            elif token.kind in _MARKS:
                self._separator(token)
            else:
                self._phrase()
        self._leave(self.at)
        return self.found

    def _phrase(self) -> None:
        behind = skip_citation(self.src, self.at)
        faults = len(self.src.faults)
        found = self._clause() if behind == self.at else None
        self.purpose |= is_purpose(self.src, self.at) and bool(self.found)
        if found and not (self.purpose and not _limits(found.schedule)) and self._take(found):
            return
        del self.src.faults[faults:]
        if self.gap is None:
            self.gap = self.at
        self.at = max(behind, found.stop if found else self.at + 1)

    def _clause(self) -> Clause | None:
        # "Hằng quý (…), năm (…)": behind one cycle a bare "năm" is another.
        if self.found and self.found[-1].schedule.kind is Kind.RECURRING and self.mark in (",", "and", "or", ";"):
            listed = cycle(self.src, self.at, listed=True)
            if listed and self.src.tokens[listed.stop].kind != ":":
                return listed
        return clause(self.src, self.at)

    def _take(self, found: Clause) -> bool:
        gap = self.at if self.gap is None else self.gap
        listed = bool(self.found) and self.src.tokens[self.at - 1].kind == ","
        last = self.found[-1] if self.found else None
        of_report = year_of_report(self.src, gap, self.at, found, last, beside=not self.mark)
        if of_report or (not listed and not accepts(self.src, gap, self.at, found)):
            return False
        if names_a_title(self.src, gap, self.at, found):
            self.at, self.gap = found.stop + 1, None
            return True
        sent = last is not None and due_of_report(self.src, gap, self.at, found, last)
        label, of_actor = ("", False) if sent else label_of(self.src, gap, self.at)
        if not label and not sent and last and self.mark in (";", "line"):
            label = deed_of(self.src, gap, self.at)
        schedule = with_clock(self.src, found)
        tied = "" if found.unit == "bare day" and self.mark == "line" else self.mark
        self._add(
            Entry(
                schedule,
                tied,
                label,
                of_actor,
                found.unit,
                found.yearless,
                found.firm,
                found.open,
                self.src.words(gap, found.stop) if found.schedule.kind is Kind.RECURRING else "",
                self.src.tokens[found.first].start,
                self.src.tokens[found.stop - 1].end,
            ),
            found.stop,
        )
        return True

    def _add(self, entry: Entry, stop: int) -> None:
        self.found.append(entry)
        self.at, self.gap, self.mark = stop, None, ""

    def _separator(self, token: Token) -> None:
        behind = self._says_what(self.at + 1)
        if behind or (token.kind == "," and self._trails(self.gap)):
            self._leave(self.at, behind=behind)
        if self.gap is None or _MARKS[token.kind] >= 3:
            if token.kind != ":" or self.gap is None:
                self._raise_mark(_MARK_NAMES.get(token.kind, token.kind))
            if _MARKS[token.kind] >= 3 and not self._names_actors():
                self._leave(self.at)
        self.at += 1

    def _trails(self, gap: int | None) -> bool:
        """ "Tháng 3/2024 ban hành kế hoạch, …": a deed right behind a time is what the time is for."""
        return gap is not None and bool(self.found) and self.mark == "" and self.src.tokens[gap].kind == "verb"

    def _says_what(self, following: int) -> bool:
        """ "Đến 30/4 đạt 40%, đến 30/9 đạt 100%": words between two times say what is due by the first."""
        if self.gap is None or not self.found or self.mark or self.found[-1].label:
            return False
        first = len(self.found) == 1 or self.paired
        return first and clause(self.src, following) is not None

    def _names_actors(self) -> bool:
        """ "Các sở, ngành; UBND các huyện: trước …": a list of actors goes on behind its semicolon."""
        tokens, gap = self.src.tokens, self.gap
        if gap is None or self.found or any(token.kind == ":" for token in tokens[gap : self.at]):
            return False
        return label_of(self.src, gap, self.at)[1] and label_of(self.src, self.at + 1, self.at + 2)[1]

    def _raise_mark(self, mark: str) -> None:
        ranks = {"": 0, ":": 0, ")": 0, "of": 0, ",": 1, "/": 1, "line": 2, "and": 3, "or": 3, ";": 4}
        if ranks[mark] > ranks[self.mark]:
            self.mark = mark

    def _leave(self, stop: int, *, behind: bool = False) -> None:
        """Words that belong to no time phrase: free text behind one, or something that was not understood."""
        gap, self.gap = self.gap, None
        if gap is None or not self.found or self.found[-1].open:
            return
        if self.mark and not behind and is_contingent(self.src, gap, stop):
            words = self.src.words(gap, stop)
            self.found.append(Entry(Schedule(Kind.ON_REQUEST), self.mark, words, unit="contingent"))
            return
        label, of_actor = label_of(self.src, gap, stop)
        last, behind_colon = self.found[-1], self.src.tokens[gap - 1].kind == ":"
        deed = behind or (self.paired and not self.mark) or (self.src.tokens[stop].kind == "," and self._trails(gap))
        self.paired |= behind
        if (of_actor or (label and (behind_colon or deed))) and not last.label:
            self.found[-1] = last._replace(label=label, of_actor=of_actor)
        elif any(token.kind in _TIME_WORDS for token in self.src.tokens[gap + is_count(self.src, gap) : stop]):
            self.src.fault("schedule-partly-understood", gap, stop)

    def _bracket(self) -> None:
        tokens = self.src.tokens
        close = next(at for at in range(self.at + 1, len(tokens)) if tokens[at].kind in (")", END))
        inner = self._inside(self.at + 1, close)
        pending, self.at = self.gap, close + (tokens[close].kind == ")")
        if pending is not None and inner and tokens[self.at].kind == ":" and time_ahead(self.src, self.at):
            return  # "Sơ kết 3 năm (2021-2023): Quý II/2025": a name with a bracket
        if not inner:
            self._caption(close)
            return
        first = inner[0]._replace(mark="(" if self.found and pending is None else self.mark)
        if pending is not None:
            opening = next(at for at in range(pending, close) if tokens[at].kind == "(")
            label, of_actor = label_of(self.src, pending, opening)
            first = first._replace(label=label, of_actor=of_actor)
            self._attach([first, *inner[1:]])
            return
        together = fold([first._replace(mark=""), *inner[1:]])
        whole = together[0] if len(together) == 1 else Entry(multiple([entry.labelled() for entry in together]))
        self._attach([whole._replace(mark=first.mark)])

    def _attach(self, entries: list[Entry]) -> None:
        self.found.extend(entries)
        self.gap, self.mark = None, ""

    def _inside(self, first: int, stop: int) -> list[Entry]:
        """The phrases in a bracket; dates without a year take the year of the period before it."""
        year = self.src.year
        if self.found and self.found[-1].dated:
            start, end = self.found[-1].schedule.start, self.found[-1].schedule.end
            if end and (start is None or start.year == end.year):
                year = end.year
        inner = self.src.part(first, stop, year)
        entries = _Scan(inner, self.depth + 1).entries()
        self.src.faults.extend(inner.faults)
        return entries

    def _caption(self, close: int) -> None:
        """ "Quý II/2024 (cấp xã)": a bracket without a time may name whose time it was."""
        label, of_actor = label_of(self.src, self._opening(close) + 1, close, whole=True)
        if self.found and self.gap is None and label and not self.found[-1].label and not self.found[-1].open:
            self.found[-1] = self.found[-1]._replace(label=label, of_actor=of_actor)

    def _opening(self, close: int) -> int:
        return max(at for at in range(close) if self.src.tokens[at].kind == "(")


def _limits(schedule: Schedule) -> bool:
    """Whether this is a date with a bound, which stays a time wherever it stands."""
    return schedule.kind is Kind.BY_DATE and schedule.end is not None
