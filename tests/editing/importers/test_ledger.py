"""No word of a document is lost: it stands in the draft, or the report lists the line it stood in."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from congkhai.editing.importers.import_report import Draft
from congkhai.editing.importers.plan import import_plan
from tests.editing.importers.test_layouts import table

_WORD = re.compile(r"[^\W_]+")
# One line each: heads, aims, tasks, duties, labels, cells of a table, and the foot.
_LINES = st.sampled_from(
    """
    ỦY BAN NHÂN DÂN
    XÃ BẾN GỖ
    Số: 12/KH-UBND
    Bến Gỗ, ngày 09 tháng 01 năm 2026
    KẾ HOẠCH
    Dọn rác năm 2026
    Căn cứ Luật Đất đai số 31/2024/QH15;
    I. MỤC ĐÍCH
    Kênh mương thông thoáng.
    II. NHIỆM VỤ
    1. Lắp biển cấm.
    a) Nhiệm vụ: Mua bàn ghế.
    - Đơn vị chủ trì: Phòng Mẫu.
    c) Thời gian thực hiện: Quý I.
    2. Phòng Kinh tế
    - Phối hợp với các ấp đặt biển trước ngày 15/3/2026.
    Giao Sở Y tế kiểm kê thuốc.
    III. TỔ CHỨC THỰC HIỆN
    Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành.
    STT
    Nội dung
    Chủ trì
    Thời gian
    1
    Sửa mái nhà.
    Sở Nội vụ
    Quý II
    Năm 2026
    Tổng cộng: 5
    Ghi chú: gấp
    Nơi nhận:
    - Như trên;
    TM. ỦY BAN NHÂN DÂN
    CHỦ TỊCH
    Nguyễn Văn Mẫu
    (Kèm theo Kế hoạch số 5/KH-UBND ngày 01/02/2026)
    *In nghiêng* và **đậm**
    Phụ lục 2
    """.strip().split("\n    ")
)
_CELLS = st.sampled_from(
    ("Mua bàn ghế", "Sở Y tế", "Quý I", "x", "320", "", "Tổng cộng", "I. CHUẨN BỊ", "5*", "Năm 2027", "=", "^")
)
_HEADS = st.sampled_from(
    ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Tiến độ", "Kinh phí", "Năm 2026", "Cấp độ")
)


def lost(source: str, suffix: str) -> set[str]:
    """The words of a text that are neither in the draft made of it nor in the report."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"plan{suffix}")
        path.write_text(source, encoding="utf-8")
        draft = import_plan(path)
    words = {word.casefold() for word in _WORD.findall(re.sub(r"<[^>]*>", " ", source))}
    return words - told(draft)


def told(draft: Draft) -> set[str]:
    texts = [draft.yaml, *(text for problem in draft.report.problems for _, text in problem.values)]
    return {word.casefold() for text in texts for word in _WORD.findall(text)}


@settings(deadline=None, max_examples=60)
@given(st.lists(_LINES, max_size=40), st.sampled_from(["\n", "\n\n", "\n|\n", "\t"]), st.sampled_from([".txt", ".md"]))
@example(["- Đơn vị chủ trì: Phòng Mẫu.", "c) Thời gian thực hiện: Quý I."], "\n", ".txt")
def test_every_word_of_a_text_is_in_the_draft_or_in_the_report(lines: list[str], parted: str, suffix: str) -> None:
    assert lost(parted.join(lines), suffix) == set()


@settings(deadline=None, max_examples=60)
@given(st.lists(_HEADS, min_size=2, max_size=6), st.data())
def test_every_word_of_a_table_is_in_the_draft_or_in_the_report(heads: list[str], data: st.DataObject) -> None:
    row = st.lists(_CELLS, min_size=len(heads), max_size=len(heads))
    rows = data.draw(st.lists(row, max_size=6))
    page = table("\n".join(" | ".join(cells) for cells in [heads, *([cell if at else cell.strip("=^") for at, cell in
                                                                  enumerate(cells)] for cells in rows)]))  # fmt: skip
    assert lost(f"<p>KẾ HOẠCH</p><p>Dọn rác</p>{page}", ".html") == set()
