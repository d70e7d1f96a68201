"""The names that a registry knows, arranged so that the longest one at a point of a cell is found at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from congkhai.vietnamese.responsibility.tokens import Token, tokenize

Kind = Literal["agency", "group", "collective"]
Words = tuple[str, ...]

# Words that may stand in a name or be left out: "Các sở", "HĐND và UBND".
_OPTIONAL_WORDS = frozenset({"va", "cac"})
# Signs that writers put inside a name or leave out: "VP. UBND", "HĐND-UBND", "TT&TT".
_OPTIONAL_SIGNS = frozenset("-–—‑&/.'’")
_LONGEST_GAP = 4


class Name(Struct, frozen=True):
    """An agency, a group of agencies, or a phrase for nobody in particular, with all its spellings."""

    key: str
    kind: Kind
    names: tuple[str, ...]


class Ambiguity(Struct, frozen=True):
    """A spelling that several names of one layer claim, so that it cannot be resolved."""

    spelling: str
    keys: tuple[str, ...]


class Phrase(Struct, frozen=True):
    """A spelling as its words; `commas` are the words behind which a comma may stand, `title` as written.

    One that `stands_alone` is a plural of one word ("Các sở"), which no other word may follow ("Các sở Y tế").
    One that is `contested` has the same words as another name but for the marks ("Trực Hùng", "Trực Hưng"),
    so a cell must show the `marked` words.
    """

    words: Words
    marked: Words
    commas: frozenset[int]
    name: Name
    title: str
    stands_alone: bool = False
    contested: bool = False


class Found(Struct, frozen=True):
    """A phrase that stands in a cell from token `start` up to token `end` (exclusive)."""

    phrase: Phrase
    start: int
    end: int


class Lexicon(Struct, frozen=True):
    """Spellings by their first word, longest first; build it with `Lexicon.of`."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    ambiguous: tuple[Ambiguity, ...] = ()

    @classmethod
    def of(cls, *layers: Iterable[Name]) -> Lexicon:
        """The lexicon of several layers of names; an earlier layer (the territory) hides a later one (the centre)."""
        known: dict[Words, tuple[Phrase, ...]] = {}
        ambiguous: list[Ambiguity] = []
        for layer in layers:
            claims = _claims(layer)
            ambiguous += _ambiguities(claims)
            known = {words: _settled(phrases) for words, phrases in claims.items()} | known
        return cls(_by_first_word(chain.from_iterable(known.values())), tuple(ambiguous))

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings as the registry writes them, to be offered as near misses."""
        return tuple(phrase.title for phrases in self.phrases.values() for phrase in phrases)

    def find(self, tokens: Sequence[Token], at: int, head: Words = ()) -> Found | None:
        """The longest name that begins at a token, its first words taken from `head` where the cell spares them."""
        first = _skip_optional(tokens, at)
        if first == len(tokens):
            return None
        for phrase in self.phrases.get(head[0] if head else tokens[first].text, ()):
            if phrase.words[: len(head)] == head and len(phrase.words) > len(head):
                end = _fit(phrase, tokens, first, len(head))
                if end is not None and _is_meant(phrase, tokens[first:end]):
                    return Found(phrase, at, end)
        return None


def words_of(name: str) -> Words:
    """The words by which a name is found: folded, in their short forms, without those that may be left out."""
    return tuple(word.text for word in _counting(tokenize(name)))


def _claims(layer: Iterable[Name]) -> dict[Words, list[Phrase]]:
    claims: dict[Words, list[Phrase]] = {}
    for name in layer:
        for title in name.names:
            phrase = _phrase(title, name)
            if phrase.words:
                claims.setdefault(phrase.words, []).append(phrase)
    return claims


def _phrase(title: str, name: Name) -> Phrase:
    tokens = tokenize(title)
    words = _counting(tokens)
    before_commas = (len(_counting(tokens[:at])) - 1 for at, token in enumerate(tokens) if token.text == ",")
    return Phrase(
        words=tuple(word.text for word in words),
        marked=tuple(word.marked for word in words),
        commas=frozenset(before_commas),
        name=name,
        title=title,
        stands_alone=len(words) == 1 and len(tokens) > 1,
    )


def _counting(tokens: Iterable[Token]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.kind == "word" and token.text not in _OPTIONAL_WORDS)


def _ambiguities(claims: Mapping[Words, list[Phrase]]) -> list[Ambiguity]:
    found: list[Ambiguity] = []
    for phrases in claims.values():
        for marked in dict.fromkeys(phrase.marked for phrase in phrases):
            same = [phrase for phrase in phrases if phrase.marked == marked]
            keys = tuple(dict.fromkeys(phrase.name.key for phrase in same))
            if len(keys) > 1:
                found.append(Ambiguity(same[0].title, keys))
    return found


def _settled(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases that may be found by the same words: one for a single name, else one for each marked spelling."""
    commas = frozenset[int]().union(*(phrase.commas for phrase in phrases))
    if len({phrase.name.key for phrase in phrases}) == 1:
        return (replace(phrases[0], commas=commas),)
    owners: dict[Words, set[str]] = {}
    for phrase in phrases:
        owners.setdefault(phrase.marked, set()).add(phrase.name.key)
    return tuple(replace(one, contested=True, commas=commas) for one in phrases if len(owners[one.marked]) == 1)


def _is_meant(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    if not phrase.contested:
        return True
    marked = tuple(token.marked for token in _counting(tokens))
    return phrase.marked[-len(marked) :] == marked


def _by_first_word(phrases: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    grouped: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase.words), phrase.words)):
        grouped.setdefault(phrase.words[0], []).append(phrase)
    return MappingProxyType({first: tuple(group) for first, group in grouped.items()})


def _skip_optional(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if at < len(tokens) and tokens[at].text == "cac" else at


def _fit(phrase: Phrase, tokens: Sequence[Token], at: int, have: int) -> int | None:
    """The token behind the phrase when its words from number `have` on stand at `at`; None when they do not."""
    for number in range(have, len(phrase.words)):
        if number > have:
            at = _cross_gap(tokens, at, comma=number - 1 in phrase.commas)
        if at >= len(tokens) or tokens[at].text != phrase.words[number]:
            return None
        at += 1
    is_followed = at < len(tokens) and tokens[at].kind == "word" and tokens[at].text not in _OPTIONAL_WORDS
    return None if phrase.stands_alone and is_followed else at


def _cross_gap(tokens: Sequence[Token], at: int, *, comma: bool) -> int:
    """The token where the next word of a name may stand: behind optional words and signs, or a hard line break.

    A line break with a sign begins a new item of a list, so no name goes across it.
    """
    start, broken, signed = at, False, False
    while at < len(tokens) and at - start < _LONGEST_GAP and _may_skip(tokens[at], comma=comma):
        broken |= tokens[at].kind == "newline"
        signed |= tokens[at].kind == "sign"
        at += 1
    return start if broken and signed else at


def _may_skip(token: Token, *, comma: bool) -> bool:
    if token.kind == "word":
        return token.text in _OPTIONAL_WORDS
    return token.kind == "newline" or token.text in _OPTIONAL_SIGNS or (comma and token.text == ",")
