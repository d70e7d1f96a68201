"""Which papers everyone brings and which only some: by the editor's reading, else by the words beside each paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.knowledge.procedures.paper_lists import papers_in
from congkhai.knowledge.procedures.paper_waivers import is_drawn_up, is_told, spares_few
from congkhai.knowledge.procedures.paper_words import (
    MARK,
    ON_SCREEN,
    channel_in,
    channel_of_form,
    condition_above,
    condition_of,
    tidied_condition,
)
from congkhai.records.procedure import Component, Procedure
from congkhai.records.procedure_reading import Channel, Need, ReadPaper

# Titles that gather papers of everyone, and those of a few whatever else holds.
_FOR_ALL = re.compile(
    r"(?:các |những )?(?:giấy tờ|thành phần|hồ sơ|chứng từ|tài liệu)?(?: hồ sơ)?\s*"
    r"(?:phải|cần|chung|gồm|bao gồm|xuất trình|nộp|kèm)(?!.*(?:trường hợp|đối với|ủy quyền))|"
    r"(?:thành phần|giấy tờ|hồ sơ)\W*$|mọi trường hợp|lưu ý|ghi chú|\W*$",
    re.I | re.S,
)
# "Ủy quyền cho tổ chức": how one hands in. "Đổi chủ hộ theo ủy quyền" is a case like others.
_BY_PROXY = re.compile(
    r"\W*(?:(?:đối với|trong|nếu|khi|trường hợp|nộp|thực hiện|làm|hồ sơ|thủ tục|thông qua|qua|theo|người được) )*"
    r"(?:ủy|uỷ) quyền(?!\w)",
    re.I,
)
_PROXY = re.compile(r"(?<!\w)(?:ủy|uỷ) quyền(?!\w)", re.I)
# "… kèm một trong các giấy tờ sau": all that stand below are one.
_ONE_OF = re.compile(r"(?<!\w)(?:một|1) trong (?:các|những|số|hai|ba|\d)", re.I)
# "Hồ sơ thu hồi (chủ xe cũ)": the part of one of several persons.
_PERSON = re.compile(r"^hồ sơ [^()]+\((?:chủ|người|bên)(?!\w)[^()]*\)$", re.I)
# A line on how many sets to bring is no paper.
_NO_PAPER = re.compile(r"[\W\d]*số lượng(?: hồ sơ)?(?!\w)[^\n]{0,40}", re.I)
# A sentence among the papers, of which neither originals nor copies are asked for: "Cơ quan giải quyết khai thác …".
_SENTENCE = re.compile(r"\W*(?:cơ quan (?:giải quyết|tiếp nhận|nhà nước)|lưu ý|ghi chú|thực hiện)(?!\w)", re.I)
# "* Lưu ý:": what stands below is told, not brought.
_NOTES = re.compile(r"\W*(?:lưu ý|chú ý|ghi chú)(?!\w)", re.I)
# The heading of a list that stands in the register as if it were a paper: "Hồ sơ gồm:".
_HEADING = re.compile(r"[^\n]{0,160}:\s*", re.I)

# "Giấy tờ phải xuất trình", "Xuất trình khi nộp trực tiếp": what is shown at the counter and taken home again.
_SHOWN_CASE = re.compile(r"(?:(?!nộp)[^\n])*(?<!\w)xuất trình(?!\w)(?!.*(?<!\w)nộp(?!\w))", re.I)
_SHOWN_NOTE = re.compile(r"\W*(?:chỉ )?xuất trình(?!\w)(?!.*(?:đối chiếu|nộp (?:bản|kèm|thêm)))", re.I)
_SHOWN_NAME = re.compile(r"^xuất trình(?!\w)|\((?:chỉ )?(?:để )?xuất trình\)\W*$", re.I)

# By so many letters whom a condition names is known from others: at least, and as many as are compared.
_TELLING = 20, 40


class Paper(NamedTuple):
    """A paper of a dossier: where it stands (case and number, from 1), who brings it, by which way of handing in.

    `choice` is the title of the case of the dossier it belongs to, where one brings the papers of one case only;
    `condition` says who brings it besides; `is_note` tells of a line below "Lưu ý"; `is_shown` of a paper that is
    brought to be shown and not handed in.
    """

    case: int
    number: int
    component: Component
    choice: str
    condition: str
    channel: Channel | None
    is_note: bool = False
    is_shown: bool = False

    @property
    def is_on_screen(self) -> bool:
        """Whether it is a form that is filled in on a screen: of such a one there is no original and no copy."""
        return bool(ON_SCREEN.match(self.component.name))

    @property
    def is_told(self) -> bool:
        """Whether it is no paper but something that one says or types."""
        return is_told(self.component)

    @property
    def is_drawn_up(self) -> bool:
        """Whether the office draws it up, and one only signs it there."""
        return is_drawn_up(self.component)

    @property
    def spares_few(self) -> bool:
        """Whether everyone brings it but those whom its condition lets off."""
        return spares_few(self.condition)

    @property
    def is_heading(self) -> bool:
        """Whether it is no paper but the heading of those below."""
        return self.is_note or _is_heading(
            self.component.name, asked=bool(self.component.originals or self.component.copies)
        )

    def is_ordinary(self, channel: Channel) -> bool:
        """Whether everyone of its case brings it who hands in by a channel."""
        is_brought = not (self.condition or self.is_heading or self.is_told or self.is_drawn_up)
        return is_brought and self.channel in (None, channel)


@lru_cache(maxsize=4096)  # the same papers are asked for everywhere, and each several times
def _is_heading(name: str, *, asked: bool) -> bool:
    is_said = not asked and (_SENTENCE.match(name) or name.rstrip().endswith(":"))
    return not name or bool(_HEADING.fullmatch(name) or _NO_PAPER.fullmatch(name) or is_said)


class Papers(Struct, frozen=True):
    """The papers everyone brings; those of the cases of which one holds; those of conditions that may come on top."""

    always: tuple[Paper, ...]
    choices: tuple[tuple[str, tuple[Paper, ...]], ...]
    only_if: tuple[tuple[str, tuple[Paper, ...]], ...]

    @property
    def are_in_turn(self) -> bool:
        """Whether the cases are those of persons who hand in one after the other, not cases of which one holds."""
        return len(self.choices) > 1 and all(_PERSON.search(title) for title, _ in self.choices)

    def counts(self, channel: Channel) -> tuple[int, int]:
        """The fewest and the most papers of an ordinary case; two equal numbers where one number is true of all."""
        common = sum(paper.is_ordinary(channel) for paper in self.always)
        found = [count for title, papers in self.choices if (count := own_count(title, papers, channel))]
        return common + min(found, default=0), common + max(found, default=0)

    def shown(self, channel: Channel) -> int:
        """How many of the papers of everyone are only shown."""
        return sum(paper.is_shown and paper.is_ordinary(channel) for paper in self.always)

    @property
    def are_least(self) -> bool:
        """Whether some bring more than is counted: those who are not let off, or for whom a paper of their case is."""
        spared = any(paper.spares_few for _, papers in self.only_if for paper in papers)
        return spared or any(have_more(papers) for _, papers in self.choices)


def have_more(papers: Iterable[Paper]) -> bool:
    """Whether among the papers of a case are some that not everyone of it brings who comes for themselves."""
    named = (paper for paper in papers if paper.condition and not (paper.is_heading or paper.is_told))
    return any(paper.spares_few or not _PROXY.search(paper.condition) for paper in named)


def own_count(title: str, papers: Iterable[Paper], channel: Channel) -> int:
    """How many papers an ordinary case asks for besides those of everyone; those of which one will do count once."""
    count = sum(paper.is_ordinary(channel) for paper in papers)
    return min(count, 1) if is_one_of(title) else count


def is_one_of(title: str) -> bool:
    """Whether the title of some papers lets one bring any of them."""
    return bool(_ONE_OF.search(title))


def papers_of(procedure: Procedure) -> Papers:
    """The papers of a procedure, sorted into those of everyone and those of some."""
    # What is only told stands behind what is brought, wherever the record has it.
    found = tuple(sorted(_papers(procedure), key=lambda paper: paper.is_note))
    if len({paper.choice for paper in found} - {""}) == 1:
        # One case is no choice: beside what everyone brings it comes on top where it holds, else it is everyone's.
        is_on_top = any(not (paper.choice or paper.condition) for paper in found)
        found = tuple(
            paper._replace(choice="", condition=(paper.choice if is_on_top else "") or paper.condition)
            for paper in found
        )
    return Papers(
        tuple(paper for paper in found if not paper.choice and not paper.condition),
        _grouped((paper.choice, paper) for paper in found if paper.choice),
        _grouped((paper.condition, paper) for paper in found if paper.condition and not paper.choice),
    )


def ordinary_channel(procedure: Procedure) -> Channel:
    """The way of handing in that papers are counted for: in person where that is possible."""
    named = procedure.reading.channels if procedure.reading and procedure.reading.channels else ()
    channels = named or tuple(row.channel for row in procedure.submission if row.channel)
    return Channel.IN_PERSON if Channel.IN_PERSON in channels or not channels else channels[0]


def read_of(name: str, read: Sequence[ReadPaper]) -> ReadPaper | None:
    """The reading of a paper or case: one that gives its name, or the beginning of its name."""
    if not (name and read):  # of most procedures nothing was read
        return None
    folded = fold(name)
    fitting = [paper for paper in read if folded.startswith(fold(paper.name))]
    return max(fitting, key=lambda paper: len(paper.name), default=None)


def _grouped(papers: Iterable[tuple[str, Paper]]) -> tuple[tuple[str, tuple[Paper, ...]], ...]:
    groups: dict[str, list[Paper]] = {}
    for title, paper in papers:
        groups.setdefault(title, []).append(paper)
    return tuple((title, tuple(group)) for title, group in groups.items())


def _papers(procedure: Procedure) -> Iterator[Paper]:
    read = procedure.reading.papers if procedure.reading else ()
    several = len(procedure.dossier) > 1
    for at, case in enumerate(procedure.dossier, start=1):
        title = MARK.sub("", case.case, count=1) if MARK.match(case.case) else case.case
        of_title = channel_in(title)
        proxy = tidied_condition(title) if several and _BY_PROXY.match(title) else ""
        choice = "" if not several or of_title or proxy or _FOR_ALL.match(title) else tidied_condition(title)
        above = condition_above(case.components)
        components = (one for component in case.components for one in papers_in(component))
        for number, component in enumerate(components, start=1):
            channel = of_title or channel_in(f"{component.name}. {component.note}") or channel_of_form(component)
            condition = condition_of(component, above) if channel is not Channel.ONLINE else ""
            condition = "" if condition and _is_of_case(condition, case.case) else condition
            condition = "" if is_told(component) else proxy or condition
            is_note = bool(_NOTES.match(case.case)) and not (component.originals or component.copies)
            shown = bool(_SHOWN_CASE.match(case.case)) or _is_shown(component)
            paper = Paper(at, number, component, choice, "" if is_note else condition, channel, is_note, shown)
            of_case, of_paper = read_of(case.case, read), read_of(component.name, read)
            paper = _of_its_case(paper, of_case) if of_case else paper
            yield _corrected(paper, of_paper) if of_paper else paper


def _is_shown(component: Component) -> bool:
    return bool(_SHOWN_NOTE.match(component.note) or _SHOWN_NAME.search(component.name))


def _is_of_case(condition: str, case: str) -> bool:
    """Whether a condition only names those whom the case of the paper tells already."""
    words = fold(condition).removeprefix("trong ").removeprefix("truong hop ").removeprefix("doi voi ")
    return len(words) >= _TELLING[0] and words[: _TELLING[1]] in fold(case)


def _of_its_case(paper: Paper, ours: ReadPaper) -> Paper:
    """A paper whose case an editor reads as everyone's, or as that of some; its own condition stays."""
    only_if = ours.case or paper.choice if ours.need is Need.ONLY_IF else ""
    return paper._replace(choice="", condition=paper.condition or only_if, channel=ours.channel or paper.channel)


def _corrected(paper: Paper, ours: ReadPaper) -> Paper:
    """A paper as an editor's reading sees it."""
    channel = ours.channel or paper.channel
    if ours.need is Need.ONLY_IF:
        return paper._replace(choice="", condition=ours.case or paper.condition or paper.choice, channel=channel)
    return paper._replace(choice="", condition="", channel=channel)
