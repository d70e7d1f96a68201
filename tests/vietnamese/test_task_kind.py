"""The kind of work in plain sentences: what a task does comes before what it speaks of; its purpose tells nothing."""

from __future__ import annotations

import pytest

from congkhai.vietnamese.task_kind import TaskKind, kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kiểm tra việc niêm yết công khai thủ tục hành chính", TaskKind.INSPECTION),
        ("Ban hành Kế hoạch kiểm tra hoạt động kiểm soát TTHC năm 2027", TaskKind.INSPECTION),
        ("Tổ chức lớp tập huấn về quy trình số hóa hồ sơ", TaskKind.TRAINING),
        ("Tuyên truyền về dịch vụ công trực tuyến", TaskKind.COMMUNICATION),
        ("Xây dựng video hướng dẫn nộp hồ sơ trực tuyến", TaskKind.GUIDE_VIDEO),
        ("Báo cáo định kỳ quý về kết quả rà soát", TaskKind.REPORT),
        ("Tổng hợp báo cáo quý trên địa bàn", TaskKind.REPORT),
        ("Công bố thủ tục hành chính tiếp nhận tại Bộ phận Một cửa", TaskKind.DISCLOSURE),
        ("Số hóa hồ sơ để thuận lợi cho kiểm tra, báo cáo", TaskKind.DIGITISATION),
        ("Mở rộng tiếp nhận hồ sơ không phụ thuộc địa giới hành chính", TaskKind.SINGLE_WINDOW),
        ("Phối hợp với Sở Thông tin và Truyền thông nâng cấp hệ thống", TaskKind.SYSTEMS),
        ("Hội nghị đối thoại giữa lãnh đạo xã và doanh nghiệp", TaskKind.DIALOGUE),
        ("Trồng cây xanh trong khuôn viên trụ sở", TaskKind.OTHER),
        ("", TaskKind.OTHER),
    ],
)
def test_a_title_tells_what_kind_of_work_it_is(title: str, kind: TaskKind) -> None:
    assert kind_of(title) is kind


def test_where_the_title_tells_nothing_the_deliverable_does_and_then_the_headings_above() -> None:
    assert kind_of("Thực hiện theo phân công", "Video hướng dẫn") is TaskKind.GUIDE_VIDEO
    assert kind_of("Thực hiện theo phân công", "", "Công tác kiểm tra") is TaskKind.INSPECTION


def test_words_that_stand_further_apart_than_in_a_sentence_do_not_belong_together() -> None:
    assert kind_of("Trao đổi kinh nghiệm") is TaskKind.EXCHANGE
    assert kind_of(f"Trao đổi {'a ' * 200}kinh nghiệm") is TaskKind.OTHER
