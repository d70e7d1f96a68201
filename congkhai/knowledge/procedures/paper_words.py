"""What the words of a paper say: who brings it, and for which way of handing in it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from congkhai.foundation.text import small
from congkhai.knowledge.procedures.paper_waivers import let_off_by
from congkhai.records.procedure import Component
from congkhai.records.procedure_reading import Channel

# Words that open a condition, wherever they stand in a paper's name or note.
_IF = r"(?<!trừ )(?:trong trường hợp|trường hợp|nếu|khi|chỉ (?:với|cần|khi|áp dụng|dành)|áp dụng (?:với|đối với|cho))"
_WHO = (
    r"trường hợp|người|cá nhân|tổ chức|hộ|trẻ|công dân|doanh nghiệp|học sinh|chủ|cơ sở|dự án|công trình|xe|"
    r"hệ thống|thiết bị|tàu|phương tiện|sản phẩm|nhà đầu tư|hàng h[oó][aá]|lô hàng|động vật|thực vật|thuyền viên|"
    r"đơn vị (?:sự nghiệp|có)|công ty (?:tnhh|trách nhiệm|cổ phần|hợp danh)"
)
# One of these stands wherever a condition opens; most papers have none.
_OPENING = ("trường hợp", "nếu", "khi", "chỉ ", "áp dụng ", "đối với")
# "(nếu có)", "(đối với người dưới 14 tuổi)": a condition in brackets.
_IN_BRACKETS = re.compile(rf"\(\W{{0,40}}+((?:{_IF}|đối với)(?!\w)[^()]*)\)", re.I)
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
_WAIVED = re.compile(
    r"(?:không (?:phải|cần|yêu cầu)|miễn|(?<!khấu )(?<!loại )trừ|thay(?! đổi)(?: thế)?)(?: \w+){0,4}[\s,(]*$", re.I
)
# "Tài liệu chứng minh năng lực, cụ thể như sau: trường hợp …": a paper of everybody, told apart by what it looks like.
_SPELLED_OUT = re.compile(rf"(?:các )?(?:{_KIND})(?!\w).*(?:trong đó|cụ thể|như sau|sau đây)\s*:\s*$", re.I | re.S)
# "Đơn, trong đó nêu rõ … biện pháp bảo đảm an toàn khi tổ chức": what it says.
_SAYS = re.compile(
    rf"(?:các )?(?:{_KIND})(?!\w).*(?:trong đó|cần|phải|có) (?:nêu|ghi) rõ(?!\w)[^()]*[,\s](?:khi|nếu)(?!\w)",
    re.I | re.S,
)
_CLAUSE = re.compile(r"[.;\n](?:(?<=[^\W\d][.;])\s+|(?<=\n)\n*)")
# Marks and numbers that open a line: "a) ", "(i) ", "- ", "1.2. ".
MARK = re.compile(r"(?:\W|\d+(?=[.)])|\(?[a-zđ]\)|\([ivx]+\))+", re.I)
# A form on a screen, and papers that only one way of handing in asks for.
ON_SCREEN = re.compile(
    r"[-+*•\s]*(?:biểu )?(?:mẫu|tờ khai|đơn|văn bản)(?: đơn| hộ tịch)? (?:điện tử|trực tuyến)|e-?form", re.I
)
_HANDED_IN = r"(?:khi|nếu|trường hợp|hình thức|với)[^.;()]{0,40}?nộp[^.;()]{0,30}?"
_BY_SCREEN = re.compile(rf"{_HANDED_IN}trực tuyến|(?:hình thức|nộp)(?: hồ sơ)? trực tuyến|môi trường điện tử", re.I)
_BY_HAND = re.compile(rf"{_HANDED_IN}(?:trực tiếp|bưu chính)|(?:hình thức|nộp)(?: hồ sơ)? trực tiếp", re.I)
# One of these stands in all words that name a way of handing in; most papers have none.
_WAYS = ("trực t", "bưu chính", "môi trường điện tử")
# "Bản sao giấy phép, hoặc quyết định xử phạt khi bị tước quyền": another paper, for some, in the place of the first.
_OR_ANOTHER = re.compile(rf"(?<!\w)hoặc (?:{_KIND}|phương án|đề án)(?!\w)", re.I)
# A note that only names those it is for: "Người chưa đủ 14 tuổi"; one that says what they do is none.
_FOR_WHOM_ALONE = re.compile(
    r"(?:người|tổ chức|cá nhân|doanh nghiệp|trẻ em|hộ)(?!\w)"
    r"(?!.*(?<!\w)(?:thì|phải|nộp|khai|ký|mang|xuất trình)(?!\w))[^:]*",
    re.I,
)
# "Không cần với hạng A1, A", "Theo trường hợp": some do not bring it, and which do is not of the count.
_NOT_ALL = r"không (?:cần|phải nộp|áp dụng|yêu cầu)(?: đối)? với|(?:theo|tùy)(?: theo)?(?: từng)? trường hợp"
# "Giấy tờ khác theo điểm d khoản 1 Điều 21 …": what it is and who brings it stands in a law.
_OTHERS = re.compile(
    r"(?:các )?(?:giấy tờ|tài liệu|văn bản)(?: có)?(?: liên quan)? khác[\s,]+(theo (?:điểm|khoản|điều) .+)", re.I
)
# A later clause of a note that is nothing but a condition: "Có chứng thực; khi các thành viên cùng đăng ký".
_ADDED = re.compile(
    r"(?:chỉ )?(?:khi|nếu|áp dụng (?:với|đối với|cho)|dành cho)(?!\w)"
    r"(?!.*(?<!\w)(?:thì|phải|được|thay|nộp|kèm|thêm|cần|xuất trình|có thể)(?!\w))[^:,]*",
    re.I,
)
# A note that begins with those it is for.
_OPENS = re.compile(rf"\W*(?:{_IF}|đối với|với(?! \d)|cho (?:{_WHO})|dành cho|{_NOT_ALL})(?!\w)", re.I)
# "Đối với tổ chức, hộ gia đình, cá nhân kinh doanh": whoever applies.
_APPLIES = r"(?:tổ chức|cá nhân|doanh nghiệp|hộ gia đình|hộ|hợp tác xã|công dân)"
_ANYBODY = re.compile(
    rf"đối với (?:các )?(?=.*tổ chức)(?=.*cá nhân){_APPLIES}(?:(?:,| và| hoặc) {_APPLIES})+"
    r"(?: kinh doanh[^,;]{0,20}| đề nghị)?",
    re.I,
)
# Items of a list within a list: "(i) ", "(ii) ".
_SUB_ITEM = re.compile(r"\W*\([ivx]+\)", re.I)
_LONGEST = 160


def names_channel(words: str) -> bool:
    """Whether words say for which way of handing in something is."""
    return bool(_BY_HAND.search(words) or _BY_SCREEN.search(words))


def channel_in(words: str) -> Channel | None:
    """The one way of handing in that words name; None where they name none, or several."""
    lowered = words.lower()
    if not any(way in lowered for way in _WAYS):
        return None
    by_screen, by_hand = _BY_SCREEN.search(words), _BY_HAND.search(words)
    if bool(by_screen) is bool(by_hand):
        return None
    return Channel.ONLINE if by_screen else Channel.IN_PERSON


def channel_of_form(component: Component) -> Channel | None:
    """A form that is filled in on a screen belongs to that way of handing in."""
    words = f"{component.name}. {component.note}"
    return Channel.ONLINE if ON_SCREEN.match(component.name) and not _BY_HAND.search(words) else None


def condition_above(components: Iterable[Component]) -> str:
    """The condition of the one heading of a case whose list is numbered (i), (ii); "" where there is none."""
    headings = [one.name for one in components if one.name.rstrip().endswith(":") and _of_name(one.name)]
    return _of_name(headings[0]) if len(headings) == 1 else ""


def condition_of(component: Component, above: str) -> str:
    """Who brings a paper, by its name, its note, the heading it stands under, or by who is let off bringing it."""
    under = above if above and _SUB_ITEM.match(component.name) else ""
    found = under or _of_name(component.name) or _of_note(component.note)
    return found or tidied_condition(let_off_by(component))


@lru_cache(maxsize=4096)  # the same papers are asked for everywhere
def _of_name(name: str) -> str:
    first = _CLAUSE.split(name.strip(), maxsplit=1)[0]
    first = MARK.sub("", first, count=1) if MARK.match(first) else first
    if found := _OTHERS.fullmatch(first):
        return tidied_condition(found[1])
    if found := _BEFORE.match(first) or _FOR_WHOM.match(first):
        return "" if names_channel(found[1]) else tidied_condition(found[1])
    lowered = small(first)
    opens = any(word in lowered for word in _OPENING)
    found = (_IN_BRACKETS.search(first) or _BEHIND.search(first)) if opens else None
    if found and not found[1].lower().startswith("đối với") and _OR_ANOTHER.search(first[: found.start(1)]):
        return ""  # the condition is that of the other paper
    if not found or _ANYBODY.fullmatch(tidied_condition(found[1])):
        return ""
    if _SPELLED_OUT.match(first[: found.start(1)]) or _SAYS.fullmatch(first[: found.start(1) + len("khi")]):
        return ""
    if _is_alternative(found[1]) or _WAIVED.search(first[: found.start(1)]):
        return ""
    return tidied_condition(found[1])


@lru_cache(maxsize=4096)
def _of_note(note: str) -> str:
    first, *others = _CLAUSE.split(note.strip())
    if _OPENS.match(first) or _FOR_WHOM_ALONE.fullmatch(first.strip(" .;")):
        return "" if _is_alternative(first) else tidied_condition(first)
    added = (one for one in others if _ADDED.fullmatch(one.strip(" .;")) and not _is_alternative(one))
    return tidied_condition(next(added, ""))


def _is_alternative(condition: str) -> bool:
    return bool(_INSTEAD.match(condition)) or names_channel(condition)


def tidied_condition(condition: str) -> str:
    """A condition without the marks around it, its first letter large; a long one is cut at a word."""
    words = " ".join(condition.split()).strip(" .,;:-–+*()")
    words += ")" * (words.count("(") - words.count(")"))
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return words[:1].upper() + words[1:]
