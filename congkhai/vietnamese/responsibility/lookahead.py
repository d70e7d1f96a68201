"""Questions about what stands at a point of a cell, answered without reading on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from congkhai.vietnamese.responsibility import wording
from congkhai.vietnamese.responsibility.lexicon import Found, Lexicon, Words
from congkhai.vietnamese.responsibility.tokens import Token


@dataclass(frozen=True, slots=True)
class Lookahead:
    """The tokens of a cell (or of a bracket, whose own brackets are signs like any other) and the known names."""

    cell: str
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
        """The name that begins here, with its opening in front ("Chủ tịch UBND cấp huyện", "Một số cơ quan")."""
        behind = at + self.length(wording.OPENINGS, at)
        found = self.lexicon.find(self.tokens, at) or self.lexicon.find(self.tokens, behind)
        return replace(found, start=at) if found and self._is_whole(found) else None

    def elliptic_name_at(self, at: int, heads: Sequence[Words]) -> Found | None:
        """The name whose first words stand before it: "UBND cấp huyện, cấp xã", "Sở Tư pháp, Tài chính"."""
        found = [found for head in heads if (found := self.lexicon.find(self.tokens, at, head))]
        return max((one for one in found if self._is_whole(one)), key=lambda one: one.end, default=None)

    def head_at(self, at: int) -> Words:
        """The words that begin an agency's name here, known or not: "sở", "trung tâm"; none where nothing does."""
        at += self._is_word(at, "cac")
        return tuple(token.text for token in self.tokens[at : at + self.length(wording.HEADS, at)])

    def duty_end(self, at: int) -> int:
        """The end of a duty: that of its item, or where ", phối hợp với" names others."""
        while not self.ends_item(at):
            if self.tokens[at].text == "," and self.length(wording.JOINS, at + 1):
                break
            at = self.partners.get(at, at) + 1
        return at

    def unknown_end(self, start: int, heads: Sequence[Words]) -> int:
        """The end of unknown words: that of their item, a role, or a connector before something that begins anew."""
        last = at = start + 1
        while not self.ends_item(at) and not self._is_role(at):
            if not self._is_connector(at):
                last = at = self.partners.get(at, at) + 1
            elif self._begins_anew(at + 1, heads):
                break
            else:
                at += 1
        return last

    def _is_role(self, at: int) -> bool:
        return bool(self.length(wording.LEADS, at) or self.length(wording.JOINS, at))

    def _is_connector(self, at: int) -> bool:
        token = self.tokens[at]
        return token.text in {"va", "cung", "voi"} or (token.kind == "sign" and at not in self.partners)

    def _begins_anew(self, at: int, heads: Sequence[Words]) -> bool:
        return bool(self.head_at(at) or self.name_at(at) or self.elliptic_name_at(at, heads))

    def _is_whole(self, found: Found) -> bool:
        """Whether a name ends where it seems to; the words behind it may make another one of it.

        "Công an | huyện", "Sở Tài chính | các tỉnh", "Sở Tài chính - | tỉnh Ninh Bình", "Cơ quan | kiểm dịch".
        """
        at = found.end
        is_plural = self._is_word(at, "cac")
        at += is_plural or self.sign(at) in {"-", "–"}
        if at == found.end and self._is_word(at, "tinh"):
            at += 1  # "Hội Nông dân tỉnh" is whole, "Hội Nông dân tỉnh Hậu Giang" is not
        if at >= len(self.tokens) or self.tokens[at].kind != "word":
            return True
        if self.sign(found.end):
            return not (self._is_word(at, "tinh") or self._is_word(at, "tp"))
        if self.length(wording.UNITS, at):
            return not is_plural and self._may_follow(at)
        return self._may_follow(at) or not self._belongs(at, found)

    def _may_follow(self, at: int) -> bool:
        return any(self.length(phrases, at) for phrases in wording.MAY_FOLLOW_A_NAME)

    def _belongs(self, at: int, found: Found) -> bool:
        """Whether unknown words behind a name are a part of it rather than what it does."""
        if self.head_at(at):
            return self.lexicon.find(self.tokens, at) is None
        return found.phrase.name.kind == "collective" or self.cell[self.tokens[at].start].isupper()

    def _is_word(self, at: int, word: str) -> bool:
        return at < len(self.tokens) and self.tokens[at].text == word

    def _is_number(self, at: int) -> bool:
        token = self.tokens[at]  # "P." is no number of a list but "Phòng"
        return token.text.isdecimal() or (token.kind == "word" and len(token.text) == 1 and token.text in "abcdeghik")


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
