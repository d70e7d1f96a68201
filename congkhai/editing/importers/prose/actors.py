"""Names of agencies at the start of running text: where one begins, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from congkhai.editing.importers.likeness import UPPER
from congkhai.editing.importers.prose.verbs import INSIDE, ONE, TWO

_LONGEST = 70  # words
# Who certainly acts, whatever stands behind; over small letters with their marks.
_SURE = re.compile(
    r"(?:(?:đ/c|đồng chí|các|những|toàn thể|thủ trưởng|lãnh đạo|người đứng đầu|cấp ủy|giám đốc|chủ tịch|trưởng|phó|"
    r"chánh|thường trực|trách nhiệm của|đối với|về phía)\s+)*"
    r"(?:[uủ][ỷy] ban|ubnd|hđnd|hội đồng nhân dân|văn phòng(?! phẩm)|vp\b|công an|trung tâm|thanh tra\b|kho bạc|"
    r"bưu điện|"
    r"mặt trận|ubmttq|mttq|ban (?:chỉ|quản|giám|nội|dân vận|tuyên|tổ chức|công tác|nhân dân|thường vụ|chấp hành|"
    r"đại diện)|"
    r"bộ (?:chỉ huy|đội)|đơn vị|cơ quan|doanh nghiệp|sở[,;]? ?(?:ban|ngành|$)|sở[,;]|phòng[,;] |ban[,;] |ngành\b|"
    r"xã(?! hội)\b|phường\b|ấp\b|thôn\b|bản(?! đồ| án| sao| tin| vẽ| quyền)\b|khóm\b|tổ dân phố|tổ công nghệ|tổ trưởng|"
    r"khu phố|khu dân cư|địa phương|hợp tác xã|nhà trường|trường học|trạm y tế|(?:cán bộ|công chức|"
    r"viên chức)(?=[,;]? (?:tư|văn|địa|kế|chuyên|phụ|được giao|cấp|xã|phường))|"
    r"bộ phận(?! một)|"
    r"tổ chức (?:chính trị|đoàn thể|xã hội|cơ sở)|đoàn thể|hội (?:đồng|liên|nông|cựu|chữ|phụ|người|khuyến)|hội[,;]|"
    r"đoàn thanh niên|khối\b|đội(?! ngũ)\b|chi hội|chi đoàn|câu lạc bộ|tổ hợp tác|tổ tự quản|thư viện|"
    r"nhà văn hóa|liên đoàn|chủ đầu tư|nhà thầu|lực lượng|hộ (?:gia đình|dân|kinh)|huyện\b|tỉnh\b|quận\b|"
    r"thành phố\b|thị xã\b|thị trấn\b|đảng [uủ][ỷy]|chi bộ|phòng chuyên môn|phòng ban|bí thư|chánh văn phòng)"
)
# Who acts only with a name behind it: "Bộ Nội vụ", but "Bộ tiêu chí", "Tổ chức họp", "Phòng chống dịch".
_NAMED = re.compile(
    r"(?:(?:Thủ trưởng|Lãnh đạo|Giám đốc|Trưởng|Phó Trưởng|Cục trưởng|Chi cục trưởng|Chánh|Viện trưởng|Hiệu trưởng|"
    r"Đồng chí|Đ/c|Ông|Bà|Các|Chủ tịch|Trách nhiệm của|Đối với)\s+)*"
    rf"(?:Bộ|Vụ|Cục|Viện|Trường|Hội|Tổ|Ban|Đoàn|Phòng|Sở|Đài|Báo|Hạt|Trạm|Quỹ|Công ty|Chi cục|Tổng cục|Ngân hàng|"
    rf"Bảo hiểm|Tòa án|Toà án|Đồn|Tập đoàn|Liên minh|Bệnh viện|Thuế|Thống kê|sở|phòng|ban)\s+(?=[{UPPER}])"
)
_PERSON = re.compile(rf"(?:Đồng chí|Đ/c|Ông|Bà)\s+(?=[{UPPER}])")
_LEADING = re.compile(r"(?:trách nhiệm của|đối với|về phía)\s+(?:các\s+(?=\d)|)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s,;:()]+|[,;:()]")
_PASSIVE = re.compile(r"được (?:giao|phân công|kiểm tra|thanh tra|giám sát|khảo sát|lựa chọn|đánh giá)\b")
_VERB_AFTER = frozenset((",", "và", "các", "những"))


class Actor(Struct, frozen=True):
    """A name at the start of a text, and what stands behind it."""

    name: str
    rest: str


def leading_actor(text: str) -> Actor | None:
    """The agencies that a text begins with, or none ("Sở Y tế chủ trì …" → Sở Y tế)."""
    if not begins_like_actor(text):
        return None
    begin = match.end() if (match := _LEADING.match(text)) else 0
    tokens = list(_TOKEN.finditer(text, begin))
    stop = _stop(text, tokens)
    if stop is None:
        return None
    end = tokens[stop].start() if stop < len(tokens) else len(text)
    name = text[begin:end].strip(" ,;.-–")
    return Actor(name, text[end:].strip()) if name else None


def begins_like_actor(text: str) -> bool:
    """Whether a text begins like the name of someone who can be told to do something."""
    return bool(_SURE.match(text.casefold()) or _NAMED.match(text) or _PERSON.match(text))


def _stop(text: str, tokens: Sequence[re.Match[str]]) -> int | None:
    """The rank of the first token behind the name; none where the name has no end that can be told."""
    words = [token[0] for token in tokens]
    skipped = 0  # words of "được giao", "được kiểm tra", which tell of whom is spoken
    for at, word in enumerate(words[:_LONGEST]):
        if skipped:
            skipped -= 1
            continue
        if (passive := _PASSIVE.match(" ".join(words[at : at + 3]))) and at:
            skipped = len(passive[0].split()) - 1
            continue
        if word in (":", ";", "(", ")"):
            return at
        if word == ",":
            if not _goes_on(text, tokens, at):
                return at
            continue
        if word[:1].isupper() or word in ("-", "–", "&", "/") or word[0].isdigit():
            continue
        if is_verb(words, at):
            return at
        if not (word.rstrip(".") in INSIDE or (at and _second_syllable(words, at))):
            return _verb_ahead(words, at)
    return len(words) if len(words) < _LONGEST else None


def _verb_ahead(words: Sequence[str], at: int) -> int | None:
    """Where a name with words of its own ends: at the verb that comes soon, else before the words nobody knows."""
    verb = next((to for to in range(at, min(at + 6, len(words))) if is_verb(words, to)), None)
    if verb is not None and "," not in words[at:verb]:
        return verb
    return at if at else None


def is_verb(words: Sequence[str], at: int) -> bool:
    """Whether the word at a place begins a verb (or a small word) that ends a name."""
    word, before = words[at].rstrip("."), words[at - 1] if at else ""
    pair = f"{word} {words[at + 1].rstrip('.')}" if at + 1 < len(words) else ""
    if pair in ("tổ chức", "lãnh đạo", "hội đồng", "thanh tra", "quản lý") and before in _VERB_AFTER:
        return False
    if word == "có":
        return pair not in ("có liên", "có trụ")
    if word == "tại" and pair != "tại địa":
        return True
    if pair in TWO:
        return not (before[:1].isupper() and not before.isupper() and pair not in TWO)
    return word in ONE and not (_second_syllable(words, at))


def _second_syllable(words: Sequence[str], at: int) -> bool:
    """Whether a small word is the second syllable of a name ("Nội vụ", "Kinh tế")."""
    before = words[at - 1]
    return before[:1].isupper() and not (len(before) > 1 and before.isupper())


def _goes_on(text: str, tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether behind a comma another agency, or another word of the same name, stands."""
    if at + 1 >= len(tokens):
        return False
    following = text[tokens[at + 1].start() :]
    word = tokens[at + 1][0]
    return (
        begins_like_actor(following)
        or word[:1].isupper()
        or (word in INSIDE and not is_verb([m[0] for m in tokens], at + 1))
    )
