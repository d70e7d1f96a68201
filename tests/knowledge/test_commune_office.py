"""Whose work a procedure is where its stated levels and the name of its agency say different things."""

from __future__ import annotations

from congkhai.knowledge.procedures.commune_office import tells_level_better


def test_a_commune_office_that_the_levels_leave_out_is_named() -> None:
    assert tells_level_better("Công an cấp Xã, Cục cảnh sát giao thông, Công an tỉnh", ["central"])
    assert tells_level_better("Cục cảnh sát giao thông, Công an tỉnh, Công an cấp Xã", ["central", "province"])


def test_a_ministry_beside_a_commune_office_alone_is_no_level_of_its_work() -> None:
    assert tells_level_better("Cơ quan đăng ký kinh doanh cấp xã", ["central", "commune"])
    assert tells_level_better("Ủy ban nhân dân xã, phường, đặc khu", ["province", "commune"])


def test_levels_that_agree_with_the_agencies_stay() -> None:
    assert not tells_level_better("Công an tỉnh, Công an cấp Xã, Cục cảnh sát giao thông", ["central", "commune"])
    assert not tells_level_better("Ủy ban nhân dân xã, phường, thị trấn", ["commune"])


def test_social_insurance_and_a_cooperative_are_no_commune() -> None:
    assert not tells_level_better("Bảo hiểm xã hội cấp tỉnh", ["province"])
    assert not tells_level_better("Liên minh Hợp tác xã", ["central"])
