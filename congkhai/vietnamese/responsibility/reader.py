"""The grammar of agency cells: names, brackets, roles, duties, and what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from congkhai.vietnamese.responsibility import wording
from congkhai.vietnamese.responsibility.lexicon import Found, Lexicon, Words
from congkhai.vietnamese.responsibility.lookahead import Lookahead
from congkhai.vietnamese.responsibility.reading import CellReading, Mention, Role, Span
from congkhai.vietnamese.responsibility.tokens import Token, tokenize


def read_cell(cell: str, lexicon: Lexicon, *, role: Role) -> CellReading:
    """Read who a cell names; `role` is that of its column. Never fails: what is not understood is `unresolved`."""
    return _Reader(cell, Lookahead(cell, tokenize(cell), lexicon), role).read()


@dataclass(slots=True)
class _Reader:
    """A cell being read from left to right. An item is what stands between line breaks and semicolons."""

    cell: str
    look: Lookahead
    label: Role  # the role of the column, or the last "Phối hợp:" of the cell
    at: int = 0
    role: Role = field(init=False)
    mentions: list[Mention] = field(default_factory=list)
    unresolved: list[Span] = field(default_factory=list)
    item_start: int = 0  # the number of the item's first mention
    heads: tuple[Words, ...] = ()  # beginnings of the last name, one of which an elliptic name may share
    touching: bool = False  # the last thing read was a mention or something that belongs to it

    def __post_init__(self) -> None:
        self.role = self.label

    def read(self) -> CellReading:
        rules = (
            self._item_end, self._marker, self._bracket, self._label, self._qualifier, self._introduction, self._name,
            self._lead, self._join, self._duty, self._elliptic_name, self._connector, self._unknown,
        )  # fmt: skip
        while self.at < len(self.look.tokens):
            any(rule() for rule in rules)
        return CellReading(tuple(self.mentions), tuple(self.unresolved))

    # Each rule reads what stands at `at` and says whether it was its business; the last one always is.

    def _item_end(self) -> bool:
        if not self.look.ends_item(self.at):
            return False
        self.role, self.item_start = self.label, len(self.mentions)
        return self._go_on(self.at + 1)

    def _marker(self) -> bool:
        end = self.look.behind_marker(self.at)
        return end > self.at and self._go_on(end)

    def _bracket(self) -> bool:
        """Keep a bracket behind a mention as its remark; elsewhere its words are read like others."""
        close = self.look.partners.get(self.at)
        if close is None or not self.touching:
            return False
        last = self.mentions[-1]
        remark = self.cell[self.look.tokens[self.at].end : self.look.tokens[close].start].strip()
        within = self._only_names(self.look.tokens[self.at + 1 : close])
        self._amend(remark=_joined(last.remark, remark), within=last.within + within)
        return self._go_on(close + 1, touching=True)

    def _label(self) -> bool:
        """ "Phối hợp: …" gives its role to all that follows."""
        labels: tuple[tuple[wording.Phrases, Role], ...] = (
            (wording.LEAD_LABELS, "lead"),
            (wording.JOIN_LABELS, "coordinating"),
        )
        for phrases, role in labels:
            length = self.look.length(phrases, self.at)
            if length and self.look.sign(self.at + length) == ":":
                self.label = self.role = role
                return self._go_on(self.at + length + 1)
        return False

    def _qualifier(self) -> bool:
        """Add "có liên quan" or "thuộc Sở Nội vụ" to the name before it."""
        if not self.touching or self.mentions[-1].remark:
            return False
        owner = self.look.length(wording.OWNERS, self.at)
        whose = self.look.name_at(self.at + owner) if owner else None
        end = whose.end if whose else self.at + self.look.length(wording.QUALIFIERS, self.at)
        if end == self.at:
            return False
        start, stop = self.mentions[-1].start, self.look.tokens[end - 1].end
        self._amend(end=stop, text=self.cell[start:stop])
        return self._go_on(end, touching=True)

    def _introduction(self) -> bool:
        """Pass over "Các cơ quan:" when it only announces the names behind its colon."""
        found = self.look.name_at(self.at)
        if found is None or found.phrase.name.kind == "agency" or self.look.sign(found.end) != ":":
            return False
        behind, heads = found.end + 1, (found.phrase.words, *_heads(found.phrase.words))
        if not (self.look.name_at(behind) or self.look.elliptic_name_at(behind, heads)):
            return False
        self.heads = heads
        return self._go_on(behind)

    def _name(self) -> bool:
        return self._mention(self.look.name_at(self.at))

    def _elliptic_name(self) -> bool:
        return not self.touching and self._mention(self.look.elliptic_name_at(self.at, self.heads))

    def _lead(self) -> bool:
        """ "X chủ trì": X leads. With a verb behind it, it begins a duty, which the next rule reads."""
        length = self.look.length(wording.LEADS, self.at)
        if not length or not self.touching:
            return False
        self._assign("lead")
        end = self.look.behind_commas(self.at + length)
        marks_only = self.look.ends_item(end) or self.look.length(wording.JOINS, end)
        return bool(marks_only) and self._go_on(end)

    def _join(self) -> bool:
        """ "phối hợp với Y": those behind it coordinate. "X phối hợp thực hiện": those before it do."""
        length = self.look.length(wording.JOINS, self.at)
        if not length:
            return False
        end = self.at + length
        if self.touching and (self.look.ends_item(end) or self.look.length(wording.DUTIES, end)):
            self._assign("coordinating")
            return self._go_on(end, touching=True)
        self.role = "coordinating"
        return self._go_on(end)

    def _duty(self) -> bool:
        """Keep the clause behind a mention that begins with a verb of duty."""
        start = self.at + (self.look.sign(self.at) == ":")
        if not self.touching or not self.look.length(wording.DUTIES, start):
            return False
        end = self.look.duty_end(start)
        duty = self.cell[self.look.tokens[start].start : self.look.tokens[end - 1].end].rstrip(" .,")
        self._amend(duty=_joined(self.mentions[-1].duty, duty))
        return self._go_on(end)

    def _connector(self) -> bool:
        is_sign = self.look.tokens[self.at].kind == "sign"
        length = 1 if is_sign else self.look.length(wording.CONNECTORS, self.at)
        return length > 0 and self._go_on(self.at + length)

    def _unknown(self) -> bool:
        head = self.look.head_at(self.at)
        self.heads = (head,) if head else self.heads
        end = self.look.unknown_end(self.at, self.heads)
        start, stop = self.look.tokens[self.at].start, self.look.tokens[end - 1].end
        self.unresolved.append(Span(start, stop, self.cell[start:stop]))
        return self._go_on(end)

    # What the rules are made of.

    def _go_on(self, at: int, *, touching: bool = False) -> bool:
        self.at, self.touching = at, touching
        return True

    def _mention(self, found: Found | None) -> bool:
        if found is None:
            return False
        name = found.phrase.name
        start, end = self.look.tokens[found.start].start, self.look.tokens[found.end - 1].end
        self.mentions.append(Mention(name.key, name.kind, self.role, start, end, self.cell[start:end]))
        self.heads = _heads(found.phrase.words)
        return self._go_on(found.end, touching=True)

    def _amend(self, **changes: object) -> None:
        self.mentions[-1] = replace(self.mentions[-1], **changes)

    def _assign(self, role: Role) -> None:
        for number in range(self.item_start, len(self.mentions)):
            self.mentions[number] = replace(self.mentions[number], role=role)

    def _only_names(self, inside: Sequence[Token]) -> tuple[str, ...]:
        """The keys that a bracket names, when it holds nothing but names."""
        look = Lookahead(self.cell, inside, self.look.lexicon, brackets=False)
        reading = _Reader(self.cell, look, self.role).read()
        is_plain = not reading.unresolved and not any(mention.duty for mention in reading.mentions)
        return tuple(mention.key for mention in reading.mentions) if is_plain else ()


def _heads(words: Words) -> tuple[Words, ...]:
    return tuple(words[:length] for length in range(len(words) - 1, 0, -1))


def _joined(first: str, second: str) -> str:
    return f"{first}; {second}" if first and second else first or second
