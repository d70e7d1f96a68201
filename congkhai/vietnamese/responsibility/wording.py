"""The closed class of words around agencies in a cell: connectors, roles, titles, qualifiers, verbs of duty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from congkhai.vietnamese.responsibility.tokens import Token, tokenize

# Phrases as tuples of words, by their first word, longest first.
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


def _phrases(*spellings: str) -> Phrases:
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for words in (tuple(token.text for token in tokenize(spelling)) for spelling in spellings):
        grouped.setdefault(words[0], []).append(words)
    return MappingProxyType({first: tuple(sorted(group, key=len, reverse=True)) for first, group in grouped.items()})


LEADS = _phrases("chủ trì", "chủ trì thực hiện", "làm đầu mối", "đầu mối chủ trì")
JOINS = _phrases(
    "phối hợp", "phối hợp với", "phối hợp cùng", "phối hợp cùng với", "phối hợp chặt chẽ với",
    "cùng phối hợp",
)  # fmt: skip

# "Cơ quan chủ trì: …" gives the role to all that follows.
LEAD_LABELS = _phrases(
    "chủ trì", "cơ quan chủ trì", "đơn vị chủ trì", "đơn vị thực hiện", "cơ quan thực hiện",
)  # fmt: skip
JOIN_LABELS = _phrases("phối hợp", "cơ quan phối hợp", "đơn vị phối hợp", "phối hợp thực hiện")

CONNECTORS = _phrases(
    "và", "với", "cùng", "cùng với", "hoặc", "gồm", "bao gồm", "đồng thời", "vv", "v v", "các",
)  # fmt: skip

# They may stand before a name and mean the same agency ("Chủ tịch UBND cấp huyện") or some of a group.
OPENINGS = _phrases(
    "thủ trưởng", "bộ trưởng", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "lãnh đạo", "người đứng đầu",
    "trưởng", "chánh", "tất cả", "toàn bộ", "từng", "mỗi", "những", "một số",
)  # fmt: skip

# They narrow the name before them and belong to it.
QUALIFIERS = _phrases(
    "có liên quan", "liên quan", "trên địa bàn", "trên địa bàn tỉnh", "trên địa bàn huyện", "trong tỉnh",
    "trong huyện", "toàn tỉnh", "toàn huyện", "của tỉnh", "của huyện", "trực thuộc", "ở các cấp", "khác",
    "khác có liên quan", "tỉnh", "cấp tỉnh", "trên địa bàn xã", "trên địa bàn phường", "toàn xã", "toàn phường",
    "trong xã", "trong phường", "của xã", "của phường",
)  # fmt: skip
# A name behind them only says whose the one before them is: "các đơn vị thuộc Sở Nội vụ".
OWNERS = _phrases("thuộc", "trực thuộc", "của")

DUTIES = _phrases(
    "ban hành", "báo cáo", "bố trí", "cập nhật", "chịu trách nhiệm", "chỉ đạo", "chủ trì", "cho ý kiến",
    "công bố", "công khai", "đăng tải", "đề xuất", "được giao", "được phân công", "giúp", "gửi",
    "hướng dẫn", "khi", "kiểm tra", "lập", "lấy ý kiến", "niêm yết", "phê duyệt", "phụ trách", "quyết định",
    "rà soát", "soạn thảo", "tham gia", "tham mưu", "theo", "thông báo", "thực hiện", "tiếp nhận",
    "tổ chức", "tổng hợp", "trình", "trực tiếp", "triển khai", "xây dựng",
)  # fmt: skip

# A name that goes on with one of these is another name: "Công an huyện", "Sở Nội vụ thành phố Cần Thơ".
UNITS = _phrases("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "khu vực", "cấp")

# Beginnings of agency names: an unknown name that begins so ends the unknown name before it.
HEADS = _phrases(
    "báo", "ban", "bảo hiểm", "bộ", "chi cục", "chi nhánh", "công an", "công ty", "cục", "đài", "đảng ủy",
    "hội", "HĐND", "kho bạc", "liên đoàn", "liên minh", "ngân hàng", "phòng", "sở", "tập đoàn", "thanh tra",
    "tòa án", "tổng công ty", "trung tâm", "trường", "UBND", "ủy ban", "viện kiểm sát", "văn phòng", "VP",
    "vụ",
)  # fmt: skip


MAY_FOLLOW_A_NAME = (LEADS, JOINS, CONNECTORS, QUALIFIERS, OWNERS, DUTIES)


def length_at(tokens: Sequence[Token], at: int, phrases: Phrases) -> int:
    """How many tokens the longest of the phrases takes at a point; 0 when none stands there."""
    if at >= len(tokens):
        return 0
    for words in phrases.get(tokens[at].text, ()):
        if tuple(token.text for token in tokens[at : at + len(words)]) == words:
            return len(words)
    return 0
