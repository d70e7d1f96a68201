"""Questions about what stands at a point of a cell, answered without reading on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from congkhai.responsibility import wording
from congkhai.responsibility.lexicon import Found, Lexicon, Words
from congkhai.responsibility.tokens import Token


@dataclass(frozen=True, slots=True)
class Lookahead:
    """The tokens of a cell (or of a bracket, whose own brackets are signs like any other) and the known names."""

    tokens: Sequence[Token]
    lexicon: Lexicon
    brackets: bool = True
    partners: dict[int, int] = field(init=False)  # an opening bracket's token → its closing one

    def __post_init__(self) -> None:
        object.__setattr__(self, "partners", _bracket_partners(self.tokens) if self.brackets else {})

    def length(self, phrases: wording.Phrases, at: int) -> int:
        """How many tokens the longest of the phrases takes here; 0 when none stands here."""
        return wording.length_at(self.tokens, at, phrases)

    def sign(self, at: int) -> str:
        """The sign that stands here, or nothing."""
        return self.tokens[at].text if at < len(self.tokens) and self.tokens[at].kind == "sign" else ""

    def ends_item(self, at: int) -> bool:
        """Whether an item ends here: a semicolon, a line break, or the end."""
        return at >= len(self.tokens) or self.tokens[at].kind == "newline" or self.tokens[at].text == ";"

    def behind_commas(self, at: int) -> int:
        """The first token from here on that is no comma or full stop."""
        while self.sign(at) in {",", "."}:
            at += 1
        return at

    def behind_marker(self, at: int) -> int:
        """The token behind a list number that begins a line here ("1.", "a)", "2.1."); `at` when there is none."""
        if at and self.tokens[at - 1].kind != "newline":
            return at
        while at < len(self.tokens) and self._is_number(at) and self.sign(at + 1) in {".", ")", "/"}:
            at += 2
        return at

    def name_at(self, at: int) -> Found | None:
        """The name that begins here, with the title of its head in front ("Chủ tịch UBND cấp huyện")."""
        found = self.lexicon.find(self.tokens, at)
        if found is None and (length := self.length(wording.TITLES, at)):
            behind = self.lexicon.find(self.tokens, at + length)
            return replace(behind, start=at) if behind else None
        return found

    def elliptic_name_at(self, at: int, before: Words) -> Found | None:
        """The name that shares its beginning with the one before: "UBND cấp huyện, cấp xã", "Sở Tư pháp, Tài chính"."""
        heads = (before[:length] for length in range(len(before) - 1, 0, -1))
        candidates = [found for head in heads if (found := self.lexicon.find(self.tokens, at, head))]
        return max(candidates, key=lambda found: found.end, default=None)

    def duty_end(self, at: int) -> int:
        """The end of a duty: that of its item, or where ", phối hợp với" names others."""
        while not self.ends_item(at):
            if self.tokens[at].text == "," and self.length(wording.JOINS, at + 1):
                break
            at = self.partners.get(at, at) + 1
        return at

    def unknown_end(self, at: int) -> int:
        """The end of unknown words: that of their item, a role, or a connector before something that begins anew."""
        last = at = at + 1
        while not self.ends_item(at) and not self._is_role(at):
            if not self._is_connector(at):
                last = at = self.partners.get(at, at) + 1
            elif self._begins_anew(at + 1):
                break
            else:
                at += 1
        return last

    def _is_role(self, at: int) -> bool:
        return bool(self.length(wording.LEADS, at) or self.length(wording.JOINS, at))

    def _is_connector(self, at: int) -> bool:
        token = self.tokens[at]
        return token.text in {"va", "cung", "voi"} or (token.kind == "sign" and at not in self.partners)

    def _begins_anew(self, at: int) -> bool:
        behind = at + self.length(frozenset({("cac",)}), at)
        return bool(self.length(wording.HEADS, behind)) or self.name_at(at) is not None

    def _is_number(self, at: int) -> bool:
        return self.tokens[at].text.isdecimal() or (self.tokens[at].kind == "word" and len(self.tokens[at].text) == 1)


def _bracket_partners(tokens: Sequence[Token]) -> dict[int, int]:
    """The closing token of every bracket that is closed; one that is not is a sign like any other."""
    partners: dict[int, int] = {}
    open_ones: list[int] = []
    for number, token in enumerate(tokens):
        if token.text == "(":
            open_ones.append(number)
        elif token.text == ")" and open_ones:
            partners[open_ones.pop()] = number
    return partners
