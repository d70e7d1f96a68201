"""Reads the kind of a task: by what its title does, else by what it speaks of, else by the headings above it."""

from __future__ import annotations

import re

from congkhai.foundation.text import nfc
from congkhai.vietnamese.task_kind.kinds import TaskKind

# Names of agencies and systems that speak of other work than the task does.
_NAMES = re.compile(
    r"thông tin (?:và )?truyền thông|báo chí|(?:hệ thống )?báo cáo của văn phòng chính phủ"
    r"|ban tuyên giáo|thông tin, chỉ đạo, điều hành"
)
# What tells no more of the work: its purpose.
_ASIDE = re.compile(r"(?<!\w)(?:để(?! thực hiện)|nhằm|phục vụ (?:cho|công tác|việc)|làm cơ sở)(?!\w)")
# What stands before the work itself: "Tiếp tục tổ chức", "Phối hợp", "Xây dựng và triển khai Kế hoạch".
_BEFORE = re.compile(
    r"^(?:[-+•\s]|(?:tiếp tục|tổ chức|triển khai|thực hiện|tham gia|tham mưu|phối hợp|đẩy mạnh|tăng cường|hoàn thành"
    r"|thường xuyên|nghiên cứu|xây dựng|ban hành|phê duyệt|ubnd tỉnh|hđnd tỉnh|có hiệu quả|việc|công tác|và|các"
    r"|kế hoạch|tài liệu|kết quả|lớp|hội nghị|đợt|đoàn)(?!\w)[,;]?\s*)*"
)
# What the title does, by its first words.
_DOES = (
    (TaskKind.INSPECTION, r"kiểm tra|thanh tra"),
    (TaskKind.TRAINING, r"tập huấn|đào tạo|bồi dưỡng"),
    (TaskKind.COMMUNICATION, r"tuyên truyền|truyền thông|thông tin các văn bản|lồng ghép thông tin"),
    (TaskKind.ASSESSMENT, r"(?:tự )?(?:đánh giá,? )?chấm điểm|khảo sát|thu thập ý kiến|(?:tổng hợp kết quả )chấm điểm"),
    (TaskKind.REPORT, r"(?:tổng hợp )?báo cáo (?:định kỳ|thường kỳ|chuyên đề|đột xuất|quý|năm|tháng)"),
    (TaskKind.DISCLOSURE, r"công bố (?:tthc|danh mục|thủ tục)"),
    (TaskKind.DIGITISATION, r"(?:tăng tỷ lệ )?số hóa"),
    (TaskKind.ONLINE, r"(?:tỷ lệ )?(?:người dân|hồ sơ)[^.;]*dịch vụ công trực tuy[êế]n"),
    (TaskKind.SYSTEMS, r"(?:ứng dụng )?phần mềm|kết nối, (?:tích hợp|chia sẻ)|đồng bộ, liên kết"),
    (TaskKind.SINGLE_WINDOW, r"giải quyết hồ sơ"),
    (TaskKind.FINANCE, r"bố trí kinh phí|cân đối"),
    (TaskKind.PLANNING, r"(?:kiểm soát|cải cách|cchc|đề án)[^.;]*năm 20\d\d|văn bản triển khai thực hiện đề án"),
)
# What a text speaks of, the narrower first. Words that belong together stand no further apart than in a sentence.
_SPEAKS = (
    (TaskKind.GUIDE_VIDEO, r"video|clip hướng dẫn"),
    (TaskKind.EMULATION, r"thi đua|khen thưởng"),
    (TaskKind.EXCHANGE, r"(?:học tập|trao đổi)[^.;]{0,300}kinh nghiệm"),
    (TaskKind.DIALOGUE, r"đối thoại|họp mặt|gặp mặt"),
    (TaskKind.FINANCE, r"tự chủ|tài chính công|dự toán|khoán chi"),
    (TaskKind.IMPACT, r"đánh giá tác động|thẩm định,? thẩm tra|tham gia ý kiến đối với quy định"),
    (TaskKind.PROCESS, r"qtnb|qtđt|quy trình (?:nội bộ|điện tử)"),
    (TaskKind.FEEDBACK, r"phản ánh|pakn"),
    (
        TaskKind.ASSESSMENT,
        r"hài lòng|chỉ số (?:cchc|cải cách|phục vụ)|chấm điểm|đánh giá (?:chất lượng |việc )*(?:giải quyết|tự động)"
        r"|(?:giám sát,? )đánh giá|bộ chỉ số|par[ -]?index|sipas",
    ),
    (
        TaskKind.STAFF,
        r"kiện toàn|bộ máy|biên chế|vị trí việc làm|thi tuyển|tuyển dụng|nâng ngạch|phân cấp"
        r"|đội ngũ (?:cán bộ|cbcc)|chế độ, chính sách",
    ),
    (
        TaskKind.RULES,
        r"vbqppl|qppl|quy phạm pháp luật|quy chế hoạt động|thi hành pháp luật|cải cách thể chế|kiểm soát quy định",
    ),
    (TaskKind.SINGLE_WINDOW, r"địa giới|bưu chính|thương hiệu|(?:năng suất|hiệu quả)[^.;]{0,300}một cửa|ngành dọc"),
    (TaskKind.ARCHIVE, r"(?:thời hạn|tổ chức) lưu trữ|lưu trữ điện tử đối với"),
    (
        TaskKind.DIGITISATION,
        r"số hóa|cung cấp lại|hồ sơ điện tử|điện tử hóa mẫu|đánh mã giấy tờ|máy scan",
    ),
    (
        TaskKind.DISCLOSURE,
        r"niêm yết|công bố|công khai|danh mục tài liệu|chuẩn hóa bộ tthc|(?:cập nhật|đăng tải) (?:tthc|thủ tục)",
    ),
    (
        TaskKind.REVIEW,
        r"rà soát[^.;]{0,300}(?:quy định|đánh giá|kết quả|nội bộ)|đơn giản hóa|sáng kiến cải cách|cắt giảm",
    ),
    (
        TaskKind.ONLINE,
        r"(?:dịch vụ|hành chính) công trực tuy[êế]n|môi trường điện tử|thanh toán trực tuyến|trực tuyến mức độ",
    ),
    (
        TaskKind.SYSTEMS,
        r"hệ thống|phần mềm|kết nối|cơ sở dữ liệu|thư điện tử|chữ ký số|tài khoản|kho quản lý|iso \d|htqlcl"
        r"|công nghệ thông tin|cổng (?:thông tin|dịch vụ)|văn bản điện tử|đề án 06|ứng dụng|trên môi trường mạng",
    ),
    (
        TaskKind.SINGLE_WINDOW,
        r"một cửa|bpmc|liên thông|61/2018|118/2025|thời gian chờ|năng suất|kiosk|tại nhà|thuê dịch vụ",
    ),
    (TaskKind.TRAINING, r"tập huấn|đào tạo|bồi dưỡng"),
    (TaskKind.COMMUNICATION, r"tuyên truyền|truyền thông|phổ biến"),
    (TaskKind.INSPECTION, r"kiểm tra"),
    (TaskKind.REPORT, r"báo cáo"),
    (TaskKind.DIRECTION, r"văn bản chỉ đạo|văn bản (?:hướng dẫn|triển khai)|chỉ đạo, điều hành"),
    (TaskKind.PLANNING, r"kế hoạch"),
)
_DOING = tuple((kind, re.compile(words)) for kind, words in _DOES)
_SPEAKING = tuple((kind, re.compile(words)) for kind, words in _SPEAKS)


def kind_of(title: str, *others: str) -> TaskKind:
    """The kind of a task by its title, else by the first of the other texts that tells one."""
    own = _plain(title)
    return _by_first_words(own) or next(filter(None, map(_by_any_words, (own, *map(_plain, others)))), TaskKind.OTHER)


def _plain(text: str) -> str:
    """A text in small letters without names that mislead, up to its purpose."""
    return _ASIDE.split(" ".join(_NAMES.sub(" ", nfc(text).lower()).split()), maxsplit=1)[0]


def _by_first_words(text: str) -> TaskKind | None:
    rest = text[len(found[0]) if (found := _BEFORE.match(text)) else 0 :]
    return next((kind for kind, words in _DOING if words.match(rest)), None)


def _by_any_words(text: str) -> TaskKind | None:
    return next((kind for kind, words in _SPEAKING if words.search(text)), None)
