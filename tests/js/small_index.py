"""Writes the index that the tests of the client search: a few pages of every kind, a few phrases."""

from __future__ import annotations

import sys
from pathlib import Path

from congkhai.site.search import Entry, Knowledge, build_index, card_of

TITLES = {
    "1.001193": "Thủ tục đăng ký khai sinh",
    "1.000656": "Thủ tục đăng ký khai tử",
    "1.000419": "Thủ tục đăng ký khai tử lưu động",
    "1.000894": "Thủ tục đăng ký kết hôn",
    "3.000347": "Đổi giấy phép lái xe",
    "3.000348": "Cấp lại giấy phép lái xe",
    "1.014365": "Tách thửa hoặc hợp thửa đất",
    "1.012786": "Cấp lại Giấy chứng nhận quyền sử dụng đất do bị mất",
    "1.009122": "Cấp giấy phép xây dựng có thời hạn",
    "1.002211": "Thủ tục công nhận hòa giải viên ở cơ sở",
    "2.001019": "Chứng thực di chúc",
    "1.014466": "Hưởng lương hưu",
    "1.013519": "Thủ tục giải quyết tố cáo",
    "1.004645": "Thông báo tổ chức đoàn người thực hiện quảng cáo",
    "2.000635": "Cấp bản sao giấy tờ hộ tịch",
    "1.003361": "Cấp giấy phép nhập khẩu phân bón",
    "1.004363": "Cấp giấy chứng nhận đủ điều kiện buôn bán thuốc thú y",
}
CALLED = {
    "1.014365": ("cắt bán nửa vườn chuối",),
    "1.012786": ("bán gấp vườn cam", "kiếm nửa bìa đỏ"),
}
KNOWLEDGE = Knowledge(
    abbreviations=(("GPLX", ("giấy phép lái xe",)),),
    synonyms=(
        ("báo tử", ("đăng ký khai tử",)),
        ("sổ đỏ", ("giấy chứng nhận quyền sử dụng đất",)),
        ("bị mất sổ đỏ", ("cấp lại giấy chứng nhận do bị mất",)),
        ("<người thân> + mất/qua đời", ("đăng ký khai tử",)),
        ("tây", ("đăng ký kết hôn",)),
        ("sơn", ("đăng ký kết hôn",)),
        ("bán + phân bón", ("giấy chứng nhận đủ điều kiện buôn bán phân bón",)),
    ),
    groups=(("<người thân>", "bố/mẹ/ông nội"),),
    regional=(("tía", ("bố",)), ("sanh", ("sinh",))),
    fillers=("làm thế nào để", "ở đâu", "cần giấy tờ gì", "xin", "tớ", "sao"),
)


def entries() -> list[Entry]:
    """Procedures of two levels, a document, two agencies and tasks with deadlines."""
    found = [
        Entry(
            f"procedure:{code}", f"thu-tuc/{code}/", title, "procedure", code,
            sector="Hộ tịch" if "đăng ký" in title else "Khác", agency="UBND cấp xã",
            called=CALLED.get(code, ()),
            summary="Trong ngày · Miễn phí", body="tờ khai theo mẫu, mảnh trích đo" if "thửa" in title else "",
            facets=(("level", "commune" if "đăng ký" in title else "province"),),
        )
        for code, title in TITLES.items()
    ]  # fmt: skip
    found.append(
        Entry(
            "procedure:1.000099", "thu-tuc/1.000099/", "Cấp thẻ đọc sách lưu động", "procedure", "1.000099",
            state="Đã bãi bỏ", over=True,
        )
    )  # fmt: skip
    found.append(Entry("procedure:1.000098", "thu-tuc/1.000098/", "Cấp thẻ đọc", "procedure", "1.000098"))
    found += [
        Entry(f"procedure:{code}", f"thu-tuc/{code}/", "Chấp thuận nút giao", "procedure", code, agency=agency)
        for code, agency in (
            ("9.009001", "Sở Xây dựng - Tỉnh Cao Bằng"), ("9.009002", "Sở Xây dựng"),
            ("9.009003", "Sở Xây dựng - TP Huế"),
        )
    ]  # fmt: skip
    found += [
        Entry(f"document:{number}", f"van-ban/{number[:2]}/", title, "document", number)
        for number, title in (
            ("61/2018/NĐ-CP", "Nghị định về cơ chế một cửa"),
            ("01/2023/TT-VPCP", "Thông tư về cơ chế một cửa"),
        )
    ]
    found += [
        Entry(f"announcement:{number}", "quyet-dinh/", f"Quyết định {number}", "announcement", number, named=named)
        for number, named in (("4001/QĐ-BKHCN", ("1.000626",)), ("9001/QĐ-BTP", ()))
    ]
    found += [
        Entry(f"agency:{name}", "co-quan/", name, "agency")
        for name in ("Sở Tài chính tỉnh Lạng Sơn", "Sở Tài chính tỉnh Hà Tĩnh")
    ]
    found += [
        Entry(f"task:{day}", f"ke-hoach/{day}/", "Báo cáo kết quả rà soát", "task", deadline=f"2026-{day}")
        for day in ("11-30", "03-31", "07-15")
    ]
    return found


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for name, content in build_index(map(card_of, entries()), KNOWLEDGE):
        (target / name).write_bytes(content)
