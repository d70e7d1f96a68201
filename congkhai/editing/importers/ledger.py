"""What an import read without keeping its words: every word of a document is in the draft or in the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from congkhai.editing.importers.blocks import Block, Paragraph
from congkhai.editing.importers.import_report import ImportReport

_WORD = re.compile(r"[^\W_]+")


def note_rest(blocks: Sequence[Block], draft: str, report: ImportReport) -> None:
    """Note each paragraph and row of which a word stands neither in the draft nor in the report."""
    told = (text for problem in report.problems.found for _, text in problem.values)
    known = set(_words((draft, *told)))
    for line, text in _pieces(blocks):
        if not known.issuperset(_words([text])):
            report.note("import-read", line, text=text)


def _pieces(blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    """Paragraphs and rows of tables with their places; a merged cell counts once."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.line, block.text
            continue
        for rank, row in enumerate(block.rows):
            cells = [cell.text for cell in row if cell.text and not cell.across and not cell.down]
            yield block.line_of(rank), " | ".join(cells)


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word.casefold() for text in texts for word in _WORD.findall(text))
