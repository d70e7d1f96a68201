import re

from congkhai.foundation.text import small


def test_whatever_a_pattern_that_ignores_case_finds_stands_in_the_small_letters() -> None:
    words = "đối với nếu khi chỉ s"
    others = [letter for code in range(0x20000) if re.fullmatch(f"[{words}]", letter := chr(code), re.I)]
    assert all(small(letter) in words for letter in others)
    assert len(others) > 2 * len(set(words)) - 3
