"""Feedback: no personal data of those who sent it (Law 91/2025/QH15), and days in a possible order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.feedback import Feedback, FeedbackOutcome

# A mail box: name, at sign, host.
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A Vietnamese telephone number: 0 or +84 and nine or ten digits, perhaps in groups.
_PHONE = re.compile(r"(?<![\d/.])(?:\+?84|0)(?:[ .-]?\d){9,10}(?![\d/])")
# An identity number: twelve digits, or nine of the old card; 000.000.000 is money and has dots.
_IDENTITY = re.compile(r"(?<![\d/.,])(?:\d{12}|\d{9})(?![\d/.,]?\d)")
# A person: a form of address before two or more words in capitals ("ông Nguyễn Văn A"), offices left out.
_CAPITAL = r"[A-ZĐÂÊÔƠƯĂÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]"
_PERSON = re.compile(
    rf"(?<!\w)(?:[ÔôBb](?:ng|à)|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|họ tên|Họ tên|tên là|tôi là|Tôi là)\s*:?\s*"
    rf"(?P<name>{_CAPITAL}\w*(?: {_CAPITAL}\w*)+)"
)
_KINDS = (("email", _EMAIL), ("phone", _PHONE), ("identity", _IDENTITY), ("name", _PERSON))


def check_personal_data(_subject: Subject, feedback: Feedback) -> Iterator[Problem]:
    """No name of a person, telephone number, identity number or e-mail address stands in a piece of feedback."""
    for key in ("subject", "content", "answer", "note"):
        text = getattr(feedback, key)
        for kind, start in personal_data(text):
            yield problem("feedback-personal-data", feedback.place_of(key).inside(text, start), kind=kind, key=key)


def personal_data(text: str) -> Iterator[tuple[str, int]]:
    """The personal data in a text: kind (email, phone, identity, name) and where it begins, each stretch once."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            start, end = match.span("name" if kind == "name" else 0)
            if all(end <= low or start >= high for low, high in taken):
                taken.append((start, end))
                yield kind, start


def check_feedback_days(_subject: Subject, feedback: Feedback) -> Iterator[Problem]:
    """Feedback is answered after it came in, and an answer has its words and its day."""
    if feedback.received and feedback.answered and feedback.answered < feedback.received:
        yield problem("feedback-answered-too-early", feedback.place_of("answered"), id=feedback.id)
    if feedback.outcome is FeedbackOutcome.ANSWERED and not _is_answered(feedback):
        yield problem("feedback-without-answer", feedback.place_of("outcome"), id=feedback.id)


def _is_answered(feedback: Feedback) -> bool:
    return bool(feedback.answer and feedback.answered)
