"""A number is that of a year: the day beside it, or the day of who names it, tells which record is meant."""

from __future__ import annotations

from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.documents.numbered import meant, numbered
from congkhai.vietnamese.citation import Candidate, by_stem

PLANS = numbered([("a-2025", "210/KH-UBND", "2025-01-10"), ("a-2026", "210/KH-UBND", "2026-01-09"), ("b", "", "2024")])


def test_the_day_beside_a_number_tells_which_is_meant() -> None:
    assert meant("210/KH-UBND ngày 09/01/2026", PLANS) == ("a-2026",)
    assert meant("Kế hoạch số 210/KH-UBND ngày 25/12/2027", PLANS) == ()


def test_nothing_is_meant_that_was_signed_later() -> None:
    assert meant("210/KH-UBND", PLANS, by="2025-06-01") == ("a-2025",)
    assert meant("210/KH-UBND", PLANS) == ("a-2025", "a-2026")


def test_an_id_means_itself_and_other_words_nothing() -> None:
    assert meant("b", PLANS) == ("b",)
    assert meant("Kế hoạch chung", PLANS) == ()


def test_a_legal_basis_with_its_day_is_never_the_document_of_another_year() -> None:
    document = Candidate("kh-210-2025", "210/KH-UBND", "ke-hoach", "an-binh", "2025")
    citations = Citations(by_stem([document]), {"an-binh": ("an-binh", "trung-uong")})
    assert citations.numbered("210/KH-UBND ngày 25/12/2026", "an-binh") == ""
    assert citations.numbered("210/KH-UBND ngày 25/12/2025", "an-binh") == "kh-210-2025"
