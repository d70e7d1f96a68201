"""What every rule of the grammar reads from: the text, its tokens, the plan's year, and the faults found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from congkhai.vietnamese.schedule.model import Schedule
from congkhai.vietnamese.schedule.tokens import END, ENDS, Token


class Fault(NamedTuple):
    """Something wrong in the text: a problem code and the characters it lies in."""

    code: str
    start: int
    end: int


@dataclass(slots=True)
class Source:
    """One cell under the grammar: rules look at `tokens` by index, and note what is wrong in `faults`."""

    text: str
    tokens: tuple[Token, ...]
    year: int | None
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, first: int, stop: int) -> None:
        """Note a problem with the tokens from `first` up to, not including, `stop`."""
        begin = self.tokens[first].start
        self.faults.append(Fault(code, begin, max(begin, self.tokens[stop - 1].end)))

    def part(self, first: int, stop: int, year: int | None) -> Source:
        """The tokens from `first` up to, not including, `stop` as a source of their own, with its year."""
        closing = Token(END, self.tokens[stop].start, self.tokens[stop].start, "")
        return Source(self.text, (*self.tokens[first:stop], *[closing] * ENDS), year)

    def words(self, first: int, stop: int) -> str:
        """The text from token `first` up to, not including, token `stop`, white space collapsed."""
        if stop <= first:
            return ""
        raw = self.text[self.tokens[first].start : self.tokens[stop - 1].end]
        return " ".join(raw.split())


class Clause(NamedTuple):
    """One time phrase in the cell: what it means and the tokens it takes up (`stop` is not included).

    `firm`: it says by itself that it is a time (a bound, a cycle, a known phrase); a bare period may belong to a noun;
    `yearless`: all its dates took the plan's year; `open`: its end is free text that may run on.
    """

    schedule: Schedule
    first: int
    stop: int
    firm: bool = True
    yearless: bool = False
    open: bool = False
    unit: str = ""
