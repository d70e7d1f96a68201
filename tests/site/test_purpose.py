"""What one gets from a procedure, in one line: a refusal is never named first."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from congkhai.foundation.labels import load_labels
from congkhai.site.pages.page import Context
from congkhai.site.pages.procedures.answer import purpose
from tests.knowledge.test_reading import procedure

GRANTED = "Văn bản chấp thuận"


def first(*results: str) -> str:
    """The answer for some results; of a context it needs the labels."""
    context = cast("Context", SimpleNamespace(labels=load_labels("vi")))
    return purpose(context, procedure(f"result: {list(results)}")).partition(";")[0]


def test_a_refusal_and_a_call_for_more_papers_come_last() -> None:
    assert first("Văn bản từ chối (nêu rõ lý do)", GRANTED) == GRANTED
    assert first("Thông báo về việc sửa đổi, bổ sung hồ sơ", GRANTED) == GRANTED


def test_a_form_of_refusal_and_what_must_be_mended_are_no_results() -> None:
    assert first("Phiếu từ chối tiếp nhận, giải quyết hồ sơ", "Giấy xác nhận") == "Giấy xác nhận"
    assert first("Thông báo nội dung cần sửa đổi, bổ sung", "Giấy chứng nhận") == "Giấy chứng nhận"


def test_a_paper_that_grants_or_refuses_keeps_its_place() -> None:
    assert first("Văn bản chấp thuận hoặc từ chối", "Thẻ").startswith("Văn bản chấp thuận hoặc từ chối")


def test_of_two_results_in_one_line_the_refusal_is_left_out() -> None:
    assert first("Văn bản không chấp thuận mua, văn bản chấp thuận mua") == "văn bản chấp thuận mua"
    assert first("Công văn (trường hợp từ chối cấp phép bay), Phép bay") == "Phép bay"
