"""Bullets and numbering of lists in a cell, told apart from dashes of ranges and from dates."""

from __future__ import annotations

from collections.abc import Sequence

from congkhai.vietnamese.schedule.tokens import END, NUMBER, ROMAN_NUMBER, WORD, Token


def with_bullets(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with every bullet as a semicolon: dashes that open a line, or did so before line breaks were lost."""
    kinds = {token.kind for token in tokens}
    bulleted = "-" in kinds and any(token.kind == "-" and token.line for token in tokens)
    if not bulleted and ")" not in kinds and "." not in kinds:
        return tuple(tokens)
    marked: list[Token] = []
    at = 0
    while tokens[at].kind != END:
        width = _numbering(tokens, at)
        if width or (bulleted and _is_bullet(tokens, at)):
            marked.append(tokens[at]._replace(kind=";"))
        else:
            marked.append(tokens[at])
        at += width or 1
    return (*marked, *tokens[at:])


def _is_bullet(tokens: Sequence[Token], at: int) -> bool:
    token, behind = tokens[at], tokens[at + 1]
    if token.kind != "-":
        return False
    if at == 0 or token.line:
        return True
    return token.gap and behind.kind not in (NUMBER, ROMAN_NUMBER, END) and not _open_range(tokens, at)


def _open_range(tokens: Sequence[Token], at: int) -> bool:
    """Whether "từ …" waits for its end: "- Từ tháng 3 - tháng 6"."""
    for before in range(at - 1, max(at - 6, -1), -1):
        if tokens[before].kind in ("-", "until", ";"):
            return False
        if tokens[before].kind == "from":
            return True
    return False


def _numbering(tokens: Sequence[Token], at: int) -> int:
    """How many tokens of "1.", "a)", "(2)" stand here at the head of a line or part."""
    opening = at == 0 or tokens[at].line or tokens[at - 1].kind in (";", ".")
    if tokens[at].kind == "(":
        return 3 if tokens[at + 2].kind == ")" and _is_counter(tokens[at + 1]) and tokens[at + 3].kind != END else 0
    if not opening or not _is_counter(tokens[at]):
        return 0
    mark = tokens[at + 1]
    return 2 if (mark.kind == ")" or (mark.kind == "." and tokens[at + 2].gap)) and not mark.gap else 0


def _is_counter(token: Token) -> bool:
    if token.kind == NUMBER:
        return len(token.numbers) == 1 and token.numbers[0] <= 20
    return token.kind in (WORD, ROMAN_NUMBER) and len(token.word) <= 2
