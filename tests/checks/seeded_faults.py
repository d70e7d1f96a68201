"""Fifty-six faults as they slip into real files: what stood there, what stands there now, and what must be told.

The line of a fault is the first that differs; a fault that breaks the syntax has a file for itself, since nothing below
it can be read.
"""

from __future__ import annotations

from typing import NamedTuple

CONTENT, PROGRESS, HANDLING = ".", "examples/tien-do", "examples/thu-tuc"


class Fault(NamedTuple):
    """A fault: the source and file it is in, the text it takes the place of, the problem, and how far down it shows."""

    source: str
    path: str
    old: str
    new: str
    code: str
    below: int = 0


_TRUC_NINH = "content/plans/truc-ninh-2022.yaml"
_BINH_THUAN = "content/plans/binh-thuan-2023.yaml"
_BEN_TRE = "content/plans/ben-tre-2018.yaml"
_BIRTH = "content/procedures/ho-tich/1.001193.yaml"
_COPY = "content/procedures/chung-thuc/2.000815.yaml"
_EXAMPLE = "content/procedures/ho-tich/9.000101.yaml"
_SON_LA = "content/plans/son-la-2021.yaml"
_TOWN = "content/agencies/truc-ninh.yaml"
_FEEDBACK = "content/feedback/2026.yaml"
_SCORES = "content/indicators/an-binh-2026-q2.yaml"
_CARDS = "content/procedures/can-cuoc/"
_DONE = "content/progress/vi-du-2026.yaml"
_SAMPLE = "content/plans/vi-du-2026.yaml"
_ANNOUNCED = "content/announcements/30-qd-ubnd.yaml"

FAULTS = (
    # Keys and values of a plan
    Fault(CONTENT, _TRUC_NINH, "signer:\n", "singer:\n", "unknown-key"),
    Fault(CONTENT, _TRUC_NINH, "type: plan", "type: kế hoạch", "bad-choice"),
    Fault(CONTENT, _BINH_THUAN, "year: 2023", "year: năm 2023", "bad-number"),
    Fault(CONTENT, _TRUC_NINH, "signed: 2021-12", "signed: 12/2021", "bad-date"),
    Fault(CONTENT, _TRUC_NINH, "issuer: ubnd-truc-ninh", "issuer: ubnd-truc-nin", "unknown-reference"),
    Fault(CONTENT, _TRUC_NINH, "  - 2770/QĐ-UBND", "  - 2771/QĐ-UBND", "unknown-reference"),
    Fault(
        CONTENT,
        _TRUC_NINH,
        "time: Trước ngày 15/01/2022",
        "time: Trước ngày 32/01/2022",
        "schedule-impossible-date",
    ),
    Fault(CONTENT, _TRUC_NINH, "time: Trước 10/8/2022", "time: Trước 10/13/2022", "schedule-impossible-date"),
    Fault(CONTENT, _TRUC_NINH, "time: Trước 15/8/2022", "time: Trước 15/8/2023", "deadline-outside-plan"),
    Fault(CONTENT, _TRUC_NINH, "Từ tháng 02/2022 đến 7/2022", "Từ tháng 7/2022 đến 02/2022", "schedule-reversed-range"),
    Fault(
        CONTENT,
        _TRUC_NINH,
        'lead: "- Văn phòng HĐND -UBND huyện."',
        "lead: Phòng Nội vu huyện",
        "unresolved-agency",
    ),
    Fault(CONTENT, _TRUC_NINH, "        deliverable: Các văn bản", "        ket_qua: Các văn bản", "unknown-key"),
    Fault(CONTENT, _BEN_TRE, "number: 6119/KH-UBND", "number: 6119 KH UBND", "malformed-number"),
    Fault(CONTENT, _BEN_TRE, "territory: ben-tre", "territory: bentre", "unknown-reference"),
    Fault(CONTENT, _BEN_TRE, "  name: Cao Văn Trọng\n", "", "missing-key"),
    Fault(CONTENT, _SON_LA, "        title: Cập nhật,", "        tile: Cập nhật,", "unknown-key"),
    Fault(CONTENT, _SON_LA, "signed: 2021-05-21", "signed: 2021-05-32", "bad-date"),
    # Agencies, documents, sectors, pages
    Fault(CONTENT, _TOWN, "    level: district", "    level: huyện", "bad-choice"),
    Fault(CONTENT, _TOWN, "parent: ubnd-nam-dinh", "parent: ubnd-namdinh", "unknown-reference"),
    Fault(
        CONTENT,
        "content/agencies/binh-thuan.yaml",
        "id: phong-nc-kstthc-binh-thuan",
        "id: vp-ubnd-binh-thuan",
        "duplicate-id",
    ),
    Fault(CONTENT, "content/documents/nam-dinh.yaml", "issued: 2021-07-28", "issued: 28-07-2021", "bad-date"),
    Fault(CONTENT, "content/documents/nam-dinh.yaml", "number: 2770/QĐ-UBND", "number: QĐ 2770", "malformed-number"),
    Fault(
        CONTENT,
        "content/sectors.yaml",
        "life_events: [chuyen-noi-o]",
        "life_events: [chuyen-nha]",
        "unknown-reference",
    ),
    Fault(CONTENT, "content/pages/gioi-thieu.md", "order: 10", "order: mười", "bad-number"),
    Fault(CONTENT, "content/pages/tro-nang.md", "---\nid", "id", "missing-front-matter"),
    # Procedures
    Fault(CONTENT, _BIRTH, "sector: ho-tich", "sector: ho-tịch", "bad-id"),
    Fault(CONTENT, _BIRTH, "levels: [commune]", "levels: [xa]", "bad-choice"),
    Fault(CONTENT, _BIRTH, "published: 2026-11-22", "published: 22/11/2026", "bad-date"),
    Fault(HANDLING, _EXAMPLE, "status: in_force", "status: còn hiệu lực", "bad-choice"),
    Fault(CONTENT, _BIRTH, "announcement: 163/QĐ-BTP", "announcement: 164/QĐ-BTP", "unknown-announcement"),
    Fault(CONTENT, _BIRTH, 'url: "https://dichvucong', 'url: "dichvucong', "bad-url"),
    Fault(CONTENT, _COPY, "amount: 2000,", "amount: hai nghìn,", "procedure-fee-not-a-number"),
    Fault(CONTENT, _COPY, "channel: in_person, fee: 2000", "channel: inperson, fee: 2000", "bad-choice"),
    Fault(CONTENT, _COPY, 'code: "2.000815"', 'code: "2.00815"', "procedure-code"),
    Fault(CONTENT, _COPY, 'originals: 1, copies: 0, note: "Chỉ', 'originals: một, copies: 0, note: "Chỉ', "bad-number"),
    Fault(HANDLING, _EXAMPLE, "online: {level: full}", "online: {level: partial}", "procedure-online-unexplained"),
    Fault(HANDLING, _EXAMPLE, "desk: true", "desk: đúng", "bad-boolean"),
    Fault(HANDLING, _EXAMPLE, "processing_time: 03 ngày", "processing_time: ba ngy", "quantity-unread-duration"),
    Fault(HANDLING, _EXAMPLE, "fee: 5.000 đồng/bản", "fee: năm nghìn", "quantity-unread-fee"),
    Fault(HANDLING, _ANNOUNCED, "effective: 2026-03-15", "effective: 2026-02-15", "announcement-effective-too-early"),
    Fault(HANDLING, _ANNOUNCED, 'code: "9.000103"', 'code: "9.000102"', "announcement-code-twice"),
    Fault(HANDLING, _FEEDBACK, "answered: 2026-05-12", "answered: 2026-05-02", "feedback-answered-too-early"),
    Fault(HANDLING, _FEEDBACK, "Nơi tiếp nhận đòi", "Số 0912345678 báo đòi", "feedback-personal-data"),
    Fault(HANDLING, _SCORES, "points: 19.4", "points: 59.4", "indicator-too-many"),
    Fault(HANDLING, _SCORES, '"21", points', '"20", points', "indicator-twice"),
    Fault(HANDLING, "content/postings/xa-an-binh.yaml", "on: 2026-01-10", "on: 10/1/2026", "bad-date"),
    # Progress
    Fault(PROGRESS, _DONE, "  - task: I.1\n", "  - task: I.11\n", "unknown-task"),
    Fault(PROGRESS, _DONE, "on: 2026-02-10", "on: 2026-02-30", "bad-date"),
    Fault(PROGRESS, _DONE, "2026-05-30, status: in_progress", "2026-05-30, status: đang làm", "bad-choice"),
    Fault(
        PROGRESS,
        _SAMPLE,
        "        lead: Văn phòng UBND tỉnh",
        "        lead: Văn phòng UBNN tỉnh",
        "unresolved-agency",
    ),
    # Marks of YAML; each breaks its file
    Fault(CONTENT, f"{_CARDS}1.012549.yaml", "\nname: ", "\nname: Cấp thẻ: ", "yaml-colon"),
    Fault(CONTENT, f"{_CARDS}1.014061.yaml", "\nlevels: [", "\nlevels: [[", "yaml-bracket"),
    Fault(CONTENT, f"{_CARDS}1.014063.yaml", "\nsector:", "\n\tsector:", "yaml-tab"),
    Fault(CONTENT, f"{_CARDS}1.014064.yaml", "\nsector:", "\n  sector:", "yaml-colon"),
    Fault(CONTENT, f"{_CARDS}1.014066.yaml", 'code: "1', "code: '1", "yaml-quote"),
    Fault(
        CONTENT,
        "content/procedures/cu-tru/1.002755.yaml",
        "\nsector:",
        "\nname: Tên thứ hai\nsector:",
        "yaml-duplicate-key",
    ),
)
