"""No page speaks to its readers of files, keys or commands."""

from __future__ import annotations

import html
import re

from congkhai.foundation.labels import load_labels
from tests.sources import ROOT, SOUND, built

# Words of operators: names of files and keys, and the folder of records.
OPERATORS = re.compile(r"site\.yaml|base_url|\bcontent/|build\.py|\.yaml\b|lead_agencies|legal_basis")
# Labels of forms, commands and importers.
EDITORS = ("field.", "choice.", "import.", "editor.", "cli.", "schema.", "value.", "key.", "fmt.", "new.", "init.")
# Words that read badly: a month called a day, offices that are "abolished", programmers' words, doubts of editors.
BAD = re.compile(
    r"ký ngày \d{1,2}/\d{4}\b|[Tt]ồn tại đến|Nguồn bản văn|chưa rõ mức độ|không ghi đơn vị(?! phối hợp)|mốc bị muộn|"
    r"xong muộn|không chạy JavaScript|"
    r"Xem tờ niêm yết|Về trang thủ tục|Ai thực hiện, ai được làm|mã lệnh|là việc của cơ quan|cổng này chưa đối chiếu|"
    r"(?<!văn )\bbản ghi\b(?! âm| hình)|có trường hợp phải nộp"
)
# "Nghị định 63/2024/NĐ-CP Nghị định quy định …": the type of a document said twice in one reference or title.
TWICE = re.compile(r"(Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Luật) \d+[\w/.-]+ \1\b")
# What is no text: scripts, styles, the head, and code that the page on data shows on purpose.
UNSEEN = re.compile(r"<(script|style|head|code|pre)\b.*?</\1>", re.DOTALL)


def shown(data: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", UNSEEN.sub(" ", data.decode("utf-8"))))


def texts(data: bytes) -> str:
    """What is shown, references of documents and titles of links as one text each."""
    page = re.sub(r"</?(?:a|span|b)\b[^>]*>", " ", UNSEEN.sub(" ", data.decode("utf-8")))
    return "\n".join(" ".join(part.split()) for part in re.split(r"<[^>]+>", html.unescape(page)))


def test_no_page_has_words_that_read_badly_or_says_the_type_of_a_document_twice() -> None:
    for source in (SOUND, ROOT / "examples" / "thu-tuc"):
        pages = {path: texts(data) for path, data in built(source).files.items() if path.endswith(".html")}
        found = {path: BAD.search(text) or TWICE.search(text) for path, text in pages.items()}
        assert {path: match[0] for path, match in found.items() if match} == {}


def test_no_label_for_readers_reads_badly() -> None:
    words = load_labels("vi").words
    shown = {key: text for key, text in words.items() if not key.startswith(EDITORS)}
    assert {key: text for key, text in shown.items() if BAD.search(text)} == {}


def test_pages_without_a_contact_speak_no_words_of_operators() -> None:
    for source in (SOUND, ROOT / "examples" / "thu-tuc"):
        pages = {path: data for path, data in built(source).files.items() if path.endswith(".html")}
        found = {path: OPERATORS.search(shown(data)) for path, data in pages.items()}
        assert {path: match[0] for path, match in found.items() if match} == {}
