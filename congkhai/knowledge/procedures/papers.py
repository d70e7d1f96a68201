"""Which papers everyone brings and which only some: by the editor's reading, else by the words beside each paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.records.procedure import Component, Procedure
from congkhai.records.procedure_reading import Channel, Need, ReadPaper

# Words that open a condition, wherever they stand in a paper's name or note.
_IF = r"(?<!trừ )(?:trong trường hợp|trường hợp|nếu|khi|chỉ (?:với|cần|khi|áp dụng|dành)|áp dụng (?:với|đối với|cho))"
_WHO = (
    r"trường hợp|người|cá nhân|tổ chức|hộ|trẻ|công dân|doanh nghiệp|học sinh|chủ|cơ sở|dự án|công trình|xe|"
    r"hệ thống|thiết bị|tàu|phương tiện|sản phẩm|nhà đầu tư"
)
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
_WAIVED = re.compile(r"(?:không (?:phải|cần|yêu cầu)|miễn|trừ|thay(?! đổi)(?: thế)?)(?: \w+){0,4}[\s,(]*$", re.I)
_CLAUSE = re.compile(r"(?<=[^\W\d])[.;]\s+|\n+")
# Marks and numbers that open a line: "a) ", "(i) ", "- ", "1.2. ".
_MARK = re.compile(r"(?:\W|\d+(?=[.)])|\(?[a-zđ]\)|\([ivx]+\))+", re.I)
# A form on a screen, and papers that only one way of handing in asks for.
_ON_SCREEN = re.compile(r"(?:biểu )?(?:mẫu|tờ khai|đơn|văn bản)(?: đơn)? (?:điện tử|trực tuyến)|e-?form", re.I)
_HANDED_IN = r"(?:khi|nếu|trường hợp|hình thức|với)[^.;()]{0,40}?nộp[^.;()]{0,30}?"
_BY_SCREEN = re.compile(rf"{_HANDED_IN}trực tuyến|(?:hình thức|nộp)(?: hồ sơ)? trực tuyến|môi trường điện tử", re.I)
_BY_HAND = re.compile(rf"{_HANDED_IN}(?:trực tiếp|bưu chính)|(?:hình thức|nộp)(?: hồ sơ)? trực tiếp", re.I)
# One of these stands in all words that name a way of handing in; most papers have none.
_WAYS = ("trực t", "bưu chính", "môi trường điện tử")
# Titles that gather papers of everyone, and those of a few whatever else holds.
_FOR_ALL = re.compile(
    r"(?:các |những )?(?:giấy tờ|thành phần|hồ sơ|chứng từ|tài liệu)?(?: hồ sơ)?\s*"
    r"(?:phải|cần|chung|gồm|bao gồm|xuất trình|nộp|kèm)(?!.*(?:trường hợp|đối với|ủy quyền))|"
    r"(?:thành phần|giấy tờ|hồ sơ)\W*$|mọi trường hợp|lưu ý|ghi chú|\W*$",
    re.I | re.S,
)
_BY_PROXY = re.compile(r"ủy quyền|uỷ quyền", re.I)
# "Bản sao giấy phép, hoặc quyết định xử phạt khi bị tước quyền": another paper, for some, in the place of the first.
_OR_ANOTHER = re.compile(rf"(?<!\w)hoặc (?:{_KIND}|phương án|đề án)(?!\w)", re.I)
# A note that only names those it is for: "Người chưa đủ 14 tuổi"; one that says what they do is none.
_FOR_WHOM_ALONE = re.compile(
    r"(?:người|tổ chức|cá nhân|doanh nghiệp|trẻ em|hộ)(?!\w)"
    r"(?!.*(?<!\w)(?:thì|phải|nộp|khai|ký|mang|xuất trình)(?!\w))[^:]*",
    re.I,
)
# A note that begins with those it is for.
_OPENS = re.compile(rf"\W*(?:{_IF}|đối với|với(?! \d)|cho (?:{_WHO})|dành cho)(?!\w)", re.I)
# Items of a list within a list: "(i) ", "(ii) "; and a line on how many sets to bring, which is no paper.
_SUB_ITEM = re.compile(r"\W*\([ivx]+\)", re.I)
_NO_PAPER = re.compile(r"[\W\d]*số lượng(?: hồ sơ)?(?!\w)[^\n]{0,40}", re.I)
# A sentence among the papers, of which neither originals nor copies are asked for: "Cơ quan giải quyết khai thác …".
_SENTENCE = re.compile(r"\W*(?:cơ quan (?:giải quyết|tiếp nhận|nhà nước)|lưu ý|ghi chú|thực hiện)(?!\w)", re.I)
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
        name, asked = self.component.name, self.component.originals or self.component.copies
        is_said = not asked and _SENTENCE.match(name)
        return not name or bool(_HEADING.fullmatch(name) or _NO_PAPER.fullmatch(name) or is_said)

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
        of_title = _of_words(title)
        choice = "" if not several or of_title or _FOR_ALL.match(title) else _tidied(title)
        above = _above(case.components)
        for number, component in enumerate(case.components, start=1):
            channel = of_title or _of_words(f"{component.name}. {component.note}") or _of_form(component)
            condition = _condition(component, above) if channel is not Channel.ONLINE else ""
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


def _of_words(words: str) -> Channel | None:
    """The one way of handing in that words name; None where they name none, or several."""
    lowered = words.lower()
    if not any(way in lowered for way in _WAYS):
        return None
    by_screen, by_hand = _BY_SCREEN.search(words), _BY_HAND.search(words)
    if bool(by_screen) is bool(by_hand):
        return None
    return Channel.ONLINE if by_screen else Channel.IN_PERSON


def _of_form(component: Component) -> Channel | None:
    """A form that is filled in on a screen belongs to that way of handing in."""
    words = f"{component.name}. {component.note}"
    return Channel.ONLINE if _ON_SCREEN.match(component.name.strip()) and not _BY_HAND.search(words) else None


def _above(components: Iterable[Component]) -> str:
    """The condition of the one heading of a case whose list is numbered (i), (ii); "" where there is none."""
    headings = [one.name for one in components if one.name.rstrip().endswith(":") and _of_name(one.name)]
    return _of_name(headings[0]) if len(headings) == 1 else ""


def _condition(component: Component, above: str) -> str:
    """Who brings a paper, by its name, its note, or the heading it stands under."""
    under = above if above and _SUB_ITEM.match(component.name) else ""
    return under or _of_name(component.name) or _of_note(component.note)


@lru_cache(maxsize=4096)  # the same papers are asked for everywhere
def _of_name(name: str) -> str:
    first = _CLAUSE.split(name.strip(), maxsplit=1)[0]
    first = _MARK.sub("", first, count=1) if _MARK.match(first) else first
    if found := _BEFORE.match(first) or _FOR_WHOM.match(first):
        return "" if _names_channel(found[1]) else _tidied(found[1])
    found = _IN_BRACKETS.search(first) or _BEHIND.search(first)
    if found and not found[1].lower().startswith("đối với") and _OR_ANOTHER.search(first[: found.start(1)]):
        return ""  # the condition is that of the other paper
    if not found or _is_alternative(found[1]) or _WAIVED.search(first[: found.start(1)]):
        return ""
    return _tidied(found[1])


@lru_cache(maxsize=4096)
def _of_note(note: str) -> str:
    first = _CLAUSE.split(note.strip(), maxsplit=1)[0]
    opens = _OPENS.match(first) or _FOR_WHOM_ALONE.fullmatch(first.strip(" .;"))
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
