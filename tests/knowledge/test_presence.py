"""Who hands in online and still must come to sign, by the words of the steps."""

from __future__ import annotations

import pytest

from congkhai.foundation.labels import load_labels
from congkhai.knowledge.procedures.presence import must_be_present
from congkhai.records.procedure import Procedure, Submission
from congkhai.records.procedure_reading import Channel
from congkhai.site.pages.procedures.headlines import online_headline

SIGNS = "Người lập di chúc ký trước mặt người chứng thực; có từ hai trang thì ký từng trang."


def _procedure(steps: str, channel: Channel) -> Procedure:
    return Procedure(code="1", name="Thử", sector="x", steps=steps, submission=(Submission(channel=channel),))


def test_a_dossier_taken_online_that_is_signed_before_an_officer_says_so() -> None:
    words = online_headline(load_labels(), _procedure(SIGNS, Channel.ONLINE))
    assert words == "Nộp được trực tuyến; nhưng phải có mặt để ký"


def test_who_cannot_hand_in_online_is_not_told_twice_to_come() -> None:
    assert online_headline(load_labels(), _procedure(SIGNS, Channel.IN_PERSON)) == "Không; nộp trực tiếp"


@pytest.mark.parametrize(
    "steps",
    [
        "Cán bộ ký giấy biên nhận. Người dân đứng trước mặt tiền trụ sở.",
        "Ký số tờ khai rồi gửi hồ sơ.",
        "Chủ tịch ký quyết định; trao trước mặt người làm chứng.",
    ],
)
def test_signing_elsewhere_or_by_the_office_asks_nobody_to_come(steps: str) -> None:
    assert not must_be_present(_procedure(steps, Channel.ONLINE))
