"""The closed class of words around agencies in a cell: connectors, roles, titles, qualifiers, verbs of duty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congkhai.responsibility.tokens import Token, tokenize

Phrases = frozenset[tuple[str, ...]]


def _phrases(*spellings: str) -> Phrases:
    return frozenset(tuple(token.text for token in tokenize(spelling)) for spelling in spellings)


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

# The head of an agency stands for the agency: "Chủ tịch UBND cấp huyện", "Thủ trưởng các sở".
TITLES = _phrases(
    "thủ trưởng", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "lãnh đạo", "người đứng đầu",
    "trưởng", "chánh",
)  # fmt: skip

# They narrow the name before them and belong to it.
QUALIFIERS = _phrases(
    "có liên quan", "liên quan", "trên địa bàn", "trên địa bàn tỉnh", "trên địa bàn huyện", "trong tỉnh",
    "trong huyện", "toàn tỉnh", "toàn huyện", "của tỉnh", "của huyện", "trực thuộc", "ở các cấp", "khác",
    "khác có liên quan",
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

# Beginnings of agency names: an unknown name that begins so ends the unknown name before it.
HEADS = _phrases(
    "báo", "ban", "bảo hiểm", "bộ", "chi cục", "chi nhánh", "công an", "công ty", "cục", "đài", "đảng ủy",
    "hội", "HĐND", "kho bạc", "liên đoàn", "liên minh", "ngân hàng", "phòng", "sở", "tập đoàn", "thanh tra",
    "tòa án", "tổng công ty", "trung tâm", "trường", "UBND", "ủy ban", "viện kiểm sát", "văn phòng", "VP",
    "vụ",
)  # fmt: skip


def length_at(tokens: Sequence[Token], at: int, phrases: Iterable[tuple[str, ...]]) -> int:
    """How many tokens the longest of the phrases takes at a point; 0 when none stands there."""
    return max((len(words) for words in phrases if _stands_at(tokens, at, words)), default=0)


def _stands_at(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    run = tokens[at : at + len(words)]
    return tuple(token.text for token in run) == words
