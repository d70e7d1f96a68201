"""Words beside a period by which it is no time for handing in: what is over, what follows a grant, what others do."""

from __future__ import annotations

import re

# What was not done within a time: "sau thời hạn 07 ngày …", "quá thời hạn …", "… mà không nộp".
OVER = re.compile(r"(?<!\w)(?:sau|quá|hết|kết thúc|ngoài)(?: thời hạn| thời gian)? *$", re.I)
# "Sau khi nhận được văn bản chấp thuận, chậm nhất 07 ngày … niêm yết": what follows a procedure is no time to apply.
GRANTED = re.compile(
    r"(?<!\w)sau khi (?:được|nhận được) [^.;\n]{0,60}(?:chấp thuận|cho phép|giấy phép)(?![^.;\n]*nộp hồ sơ)[^.;\n]*$",
    re.I,
)
# What one does for others than the agency: nothing is handed in by it. And people who only answer.
OTHER_DEED = re.compile(
    r"[^.;\n]{0,150}?(?:phải|có trách nhiệm) (?:công bố|niêm yết|đăng tải|công khai|khắc phục|lưu)(?!\w)|"
    r"[\s,]*(?:những |các )?người (?:có )?liên quan(?!\w)",
    re.I,
)
