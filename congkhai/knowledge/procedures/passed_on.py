"""Times of a dossier that one office passes on to another: the field then states the share of the first alone."""

from __future__ import annotations

import re
from itertools import pairwise

from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import Duration, duration_text, read_duration

# "chuyển hồ sơ đề nghị … về Cục": the first office is done with it.
_PASSES = re.compile(r"(?:chuyển|gửi)(?!\w)[^.;\n]{0,60}hồ sơ[^.;\n]{0,80} (?:về|đến|cho|tới|lên) ", re.I)
_GRANTS = re.compile(r"(?<!\w)(?:cấp|phê duyệt|quyết định|ban hành|trả kết quả)(?!\w)", re.I)
_OTHERWISE = re.compile(r"không (?:bảo đảm|hợp lệ|đủ)|từ chối|trường hợp", re.I)
# "Trong 25 ngày kể từ ngày nhận đủ hồ sơ, Cục thẩm định, trình Bộ trưởng", then "trong 7 ngày kể từ ngày Cục trình".
_SUBMITS = re.compile(r"từ (?:ngày|khi)[^.;\n]{0,120}?hồ sơ[^.;\n]*(?<!\w)trình(?!\w| tự)", re.I)
_SUBMITTED = re.compile(r"từ (?:ngày|khi)(?![^.;,\n]* tờ trình)[^.;,\n]{0,80} trình(?!\w| tự)", re.I)
_NOT_SURE = re.compile(r"không (?:bảo đảm|hợp lệ|đủ)|từ chối|(?<!trong )trường hợp", re.I)
_SENTENCE = re.compile(r"(?<=[.;])\s+|\n+")


def whole_time(procedure: Procedure, stated: Duration) -> str:
    """The stated share and that of the office which grants, as the notes on submission tell both; "" else."""
    for note in procedure.submission_notes:
        sentences = _SENTENCE.split(note)
        for first, then in pairwise(sentences):
            if _PASSES.search(first) and _GRANTS.search(then) and not (_PASSES.search(then) or _OTHERWISE.search(then)):
                share, rest = _only(first), _only(then)
                if share and rest and _is_same(share, stated) and rest.unit == share.unit:
                    return duration_text(share.amount_max + rest.amount_max, share.unit)
    return ""


def share_before(procedure: Procedure, stated: Duration) -> Duration | None:
    """The time of the office that submits a dossier to another, where the field states that of the other alone."""
    for text in (*procedure.submission_notes, procedure.steps):
        sentences = _SENTENCE.split(text) if "trình" in text else []
        # Between the two may stand a sentence without a time.
        for first, then in (*pairwise(sentences), *zip(sentences, sentences[2:], strict=False)):
            share, rest = _only(first), _only(then)
            if not (share and rest and share.amount_max != stated.amount_max == rest.amount_max):
                continue
            if _SUBMITS.search(first) and _SUBMITTED.search(then) and not _NOT_SURE.search(first):
                return share
    return None


def _only(sentence: str) -> Duration | None:
    """The time of a sentence that states one."""
    found = [one for one in read_duration(sentence).amounts if not one.extra]
    return found[0] if len(found) == 1 and found[0].amount_min == found[0].amount_max else None


def _is_same(one: Duration, other: Duration) -> bool:
    return (one.amount_max, one.unit) == (other.amount_max, other.unit)
