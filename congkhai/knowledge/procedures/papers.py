"""Which papers everyone brings and which only some: by the editor's reading, else by the words beside each paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.records.procedure import Component, Procedure
from congkhai.records.procedure_reading import Channel, Need, ReadPaper

# Words that open a condition, wherever they stand in a paper's name or note.
_IF = r"(?<!trừ )(?:trong trường hợp|trường hợp|nếu|khi|chỉ (?:với|cần|khi|áp dụng|dành)|áp dụng (?:với|đối với|cho))"
_WHO = r"trường hợp|người|cá nhân|tổ chức|hộ|trẻ|công dân|doanh nghiệp|học sinh|chủ|cơ sở|dự án|công trình|xe"
# "(nếu có)", "(đối với người dưới 14 tuổi)": a condition in brackets.
_IN_BRACKETS = re.compile(rf"\(\W*((?:{_IF}|đối với)(?!\w)[^()]*)\)", re.I)
# "Trường hợp ủy quyền: văn bản …", "Nếu là người đại diện thì nộp …": a condition before the paper.
_BEFORE = re.compile(rf"((?:{_IF}|đối với)(?!\w)[^:,]{{3,200}}?)\s*(?::|,|(?<!\w)(?:thì|phải|nộp)(?!\w))", re.I)
# "Sinh con: bản sao giấy khai sinh": who it is for, then a paper by the word for its kind.
_KIND = r"bản|giấy|tờ|đơn|biên bản|văn bản|quyết định|hồ sơ|tóm tắt|hợp đồng|tài liệu|chứng từ|phiếu|thông tin|báo cáo"
_FOR_WHOM = re.compile(rf"((?!{_KIND})[^\W\d_][^:;.()]{{3,80}}): (?:{_KIND})(?!\w)", re.I)
# "Văn bản ủy quyền, nếu nhờ người khác", "… trong trường hợp thay đổi": a condition behind the paper.
_BEHIND = re.compile(rf"\S[,\s]+((?:{_IF}|đối với(?: các)? (?:{_WHO}))(?!\w).*)", re.I | re.S)
# "trường hợp không có thì nộp …" names what stands in a paper's place, not who brings it.
_INSTEAD = re.compile(
    r"(?:trong )?(?:trường hợp|nếu|khi) (?:đã |không |chưa )[^.;]*(?<!\w)(?:thì|phải nộp|thay)(?!\w)", re.I
)
# "không phải nộp nếu …" says who does not bring it.
_WAIVED = re.compile(r"(?:không (?:phải|cần|yêu cầu)|miễn|trừ|thay(?: thế)?)(?: \w+){0,4}[\s,(]*$", re.I)
_CLAUSE = re.compile(r"(?<=[^\W\d])[.;]\s+|\n+")
# Marks and numbers that open a line: "a) ", "(i) ", "- ", "1.2. ".
_MARK = re.compile(r"(?:\W|\d+(?=[.)])|\(?[a-zđ]\)|\([ivx]+\))+", re.I)
# A form on a screen, and papers that only one way of handing in asks for.
_ON_SCREEN = re.compile(r"(?:biểu )?(?:mẫu|tờ khai|đơn|văn bản)(?: đơn)? (?:điện tử|trực tuyến)|e-?form", re.I)
_HANDED_IN = r"(?:khi|nếu|trường hợp|hình thức|với)[^.;()]{0,40}?nộp[^.;()]{0,30}?"
_BY_SCREEN = re.compile(rf"{_HANDED_IN}trực tuyến|(?:hình thức|nộp)(?: hồ sơ)? trực tuyến|môi trường điện tử", re.I)
_BY_HAND = re.compile(rf"{_HANDED_IN}(?:trực tiếp|bưu chính)|(?:hình thức|nộp)(?: hồ sơ)? trực tiếp", re.I)
# Titles that gather papers of everyone, and those of a few whatever else holds.
_FOR_ALL = re.compile(
    r"(?:các |những )?(?:giấy tờ|thành phần|hồ sơ|chứng từ|tài liệu)?(?: hồ sơ)?\s*"
    r"(?:phải|cần|chung|gồm|bao gồm|xuất trình|nộp|kèm)(?!.*(?:trường hợp|đối với|ủy quyền))|"
    r"(?:thành phần|giấy tờ|hồ sơ)\W*$|mọi trường hợp|lưu ý|ghi chú|\W*$",
    re.I | re.S,
)
_BY_PROXY = re.compile(r"ủy quyền|uỷ quyền", re.I)
# The heading of a list that stands in the register as if it were a paper: "Hồ sơ gồm:".
_HEADING = re.compile(r"[^\n]{0,160}:\s*", re.I)
_LONGEST = 160


class Paper(NamedTuple):
    """A paper of a dossier: where it stands (case and number, from 1), who brings it, by which way of handing in.

    `choice` is the title of the case of the dossier it belongs to, where one brings the papers of one case only;
    `condition` says who brings it besides.
    """

    case: int
    number: int
    component: Component
    choice: str
    condition: str
    channel: Channel | None

    @property
    def is_heading(self) -> bool:
        """Whether it is no paper but the heading of those below."""
        return bool(_HEADING.fullmatch(self.component.name)) or not self.component.name

    def is_ordinary(self, channel: Channel) -> bool:
        """Whether everyone of its case brings it who hands in by a channel."""
        return not self.condition and self.channel in (None, channel) and not self.is_heading


class Papers(Struct, frozen=True):
    """The papers everyone brings; those of the cases of which one holds; those of conditions that may come on top."""

    always: tuple[Paper, ...]
    choices: tuple[tuple[str, tuple[Paper, ...]], ...]
    only_if: tuple[tuple[str, tuple[Paper, ...]], ...]

    def counts(self, channel: Channel) -> tuple[int, int]:
        """The fewest and the most papers of an ordinary case; two equal numbers where one number is true of all."""
        common = sum(paper.is_ordinary(channel) for paper in self.always)
        found = [
            sum(paper.is_ordinary(channel) for paper in papers)
            for title, papers in self.choices
            if not _BY_PROXY.search(title)
        ]
        found = [count for count in found if count]
        return common + min(found, default=0), common + max(found, default=0)


def papers_of(procedure: Procedure) -> Papers:
    """The papers of a procedure, sorted into those of everyone and those of some."""
    found = tuple(_papers(procedure))
    if len({paper.choice for paper in found}) == 2 and any(not paper.choice for paper in found):
        # One case beside what everyone brings is no choice: it comes on top where it holds.
        found = tuple(paper._replace(choice="", condition=paper.choice or paper.condition) for paper in found)
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


def read_of(name: str, read: Iterable[ReadPaper]) -> ReadPaper | None:
    """The reading of a paper or case: one that gives its name, or the beginning of its name."""
    folded = fold(name)
    fitting = [paper for paper in read if folded.startswith(fold(paper.name))] if name else []
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
        title = _MARK.sub("", case.case, count=1) if _MARK.match(case.case) else case.case
        by_screen = bool(_BY_SCREEN.search(title))
        choice = "" if not several or by_screen or _FOR_ALL.match(title) else _tidied(title)
        for number, component in enumerate(case.components, start=1):
            channel = Channel.ONLINE if by_screen else _channel(component)
            condition = _of_name(component.name) or _of_note(component.note) if channel is not Channel.ONLINE else ""
            paper = Paper(at, number, component, choice, condition, channel)
            of_case, of_paper = read_of(case.case, read), read_of(component.name, read)
            paper = _of_its_case(paper, of_case) if of_case else paper
            yield _corrected(paper, of_paper) if of_paper else paper


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


def _channel(component: Component) -> Channel | None:
    words = f"{component.name}. {component.note}"
    by_screen, by_hand = _BY_SCREEN.search(words), _BY_HAND.search(words)
    if by_hand and not by_screen:
        return Channel.IN_PERSON
    return Channel.ONLINE if (by_screen or _ON_SCREEN.match(component.name.strip())) and not by_hand else None


def _of_name(name: str) -> str:
    first = _CLAUSE.split(name.strip(), maxsplit=1)[0]
    first = _MARK.sub("", first, count=1) if _MARK.match(first) else first
    if found := _BEFORE.match(first) or _FOR_WHOM.match(first):
        return "" if _names_channel(found[1]) else _tidied(found[1])
    found = _IN_BRACKETS.search(first) or _BEHIND.search(first)
    if not found or _is_alternative(found[1]) or _WAIVED.search(first[: found.start(1)]):
        return ""
    return _tidied(found[1])


def _of_note(note: str) -> str:
    first = _CLAUSE.split(note.strip(), maxsplit=1)[0]
    opens = re.match(rf"\W*(?:{_IF}|đối với)(?!\w)", first, re.I)
    return _tidied(first) if opens and not _is_alternative(first) else ""


def _is_alternative(condition: str) -> bool:
    return bool(_INSTEAD.match(condition)) or _names_channel(condition)


def _names_channel(condition: str) -> bool:
    return bool(_BY_HAND.search(condition) or _BY_SCREEN.search(condition))


def _tidied(condition: str) -> str:
    """A condition without the marks around it, its first letter large; a long one is cut at a word."""
    words = " ".join(condition.split()).strip(" .,;:-–+*()")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return words[:1].upper() + words[1:]
