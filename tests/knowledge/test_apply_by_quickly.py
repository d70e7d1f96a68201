"""What texts are passed over without their patterns never hides a period."""

import random

import pytest

from congkhai.foundation.text import ends_of
from congkhai.knowledge.procedures import apply_by

_PIECES = (
    "Trong thời hạn 60 ngày", "chậm nhất 03 ngày làm việc", "kể từ ngày", "TỪ NGÀY", "từ khi: ", "trước ngày",
    "Trước khi", "trước đó", "TRƯỚC ĐÓ", "sinh con", "nhận đủ hồ sơ", "hết hạn ít nhất 30 ngày", "tạm ngừng",
    "Tạm ngừng kinh doanh: nộp chậm nhất 05 ngày", "cha mẹ đăng ký", "công dân nộp hồ sơ", ",", ".", ":", "\n", "\n1. ",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_texts_of_all_kinds_give_what_all_patterns_find(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    texts = [" ".join(chance.choices(_PIECES, k=12)) for _ in range(40)]
    quick = [tuple(apply_by._of_text("", text)) for text in texts]
    monkeypatch.setattr(apply_by, "ends_of", lambda *_: iter((1,)))
    monkeypatch.setattr(apply_by, "_EVENT_BEHIND", _Anything())
    assert quick == [tuple(apply_by._of_text("", text)) for text in texts]


class _Anything:
    def match(self, *_: object) -> bool:
        return True


def test_words_are_found_in_whatever_case_and_also_where_the_text_ends_with_them() -> None:
    assert sorted(ends_of("từ ", "kể từ ngày, TỪ KHI, tử, ừ từ ")) == [6, 15, 29]
