"""Whether one may hand in elsewhere than in one's own place, read from the words of a record."""

from __future__ import annotations

import pytest

from congkhai.knowledge.procedures.any_place import Reach, any_place
from congkhai.records.procedure import Procedure, SingleWindow


def _read(steps: str, **known: object) -> tuple[Reach, str]:
    return any_place(Procedure(code="1", name="Thử", sector="x", steps=steps, **known))


@pytest.mark.parametrize(
    ("steps", "reach", "words"),
    [
        ("Nộp hồ sơ tại bất kỳ Trung tâm Phục vụ hành chính công nào trong tỉnh.", Reach.PROVINCE, ""),
        ("Nộp tại cấp xã nơi đặt trụ sở hoặc bất kỳ xã nào trong cùng tỉnh.", Reach.PROVINCE, ""),
        ("Gửi đến cơ quan cấp xã nơi đặt trụ sở hoặc cơ quan cấp xã bất kỳ trong phạm vi tỉnh.", Reach.PROVINCE, ""),
        ("Trường hợp này, hộ gửi hồ sơ đến xã nơi có trụ sở hoặc cấp xã bất kỳ trong tỉnh.", Reach.PROVINCE, ""),
        ("Tiếp nhận hồ sơ không phụ thuộc vào địa giới hành chính.", Reach.EVERYWHERE, ""),
        (
            "Đến công an xã trong cả nước không phụ thuộc vào nơi cư trú (nếu đã triển khai).",
            Reach.COUNTRY,
            "nếu đã triển khai",
        ),
        ("Gửi hồ sơ đến Ủy ban nhân dân cấp xã nơi cư trú.", Reach.OWN, "nơi cư trú"),
        (
            "Nộp hồ sơ tại Sở Y tế nơi cơ sở đặt trụ sở hoặc nơi người đề nghị thường trú.",
            Reach.OWN,
            "nơi cơ sở đặt trụ sở hoặc nơi người đề nghị thường trú",
        ),
        ("Nộp hồ sơ đến Bộ phận Một cửa để chuyển đến Ủy ban nhân dân xã nơi có đất.", Reach.UNSAID, ""),
        ("Bộ gửi lấy ý kiến Ủy ban nhân dân cấp tỉnh nơi dự án đặt trụ sở.", Reach.UNSAID, ""),
        ("Đến cơ quan đã chứng thực (riêng di chúc: bất kỳ cơ quan nào). Nộp 01 bộ hồ sơ.", Reach.UNSAID, ""),
        ("Nộp hồ sơ vào bất kỳ thời điểm nào trong năm.", Reach.UNSAID, ""),
    ],
)
def test_what_the_words_say_of_places_is_read_and_no_more(steps: str, reach: Reach, words: str) -> None:
    assert _read(steps) == (reach, words)


def test_the_field_of_the_record_goes_before_a_place_that_its_words_name() -> None:
    window = SingleWindow(anywhere=True)
    assert _read("Gửi hồ sơ đến Ủy ban nhân dân cấp xã nơi cư trú.", single_window=window) == (Reach.EVERYWHERE, "")
