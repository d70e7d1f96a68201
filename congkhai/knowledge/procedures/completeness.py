"""Which parts of a procedure the law wants are not there (Decree 63/2010/NĐ-CP Art. 8.2)."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.records.procedure import Procedure

# The compulsory parts beside the name, and the words by which a note speaks of them.
COMPULSORY = {
    "steps": "trình tự",
    "submission": "cách thức",
    "dossier": "hồ sơ",
    "dossier_sets": "số bộ hồ sơ",
    "processing_time": "thời hạn",
    "applicants": "đối tượng",
    "competent_agency": "cơ quan có thẩm quyền",
}
# The parts the same article lists as "if any": there, or stated as absent.
IF_ANY = {"fees": "phí", "conditions": "điều kiện", "forms": "mẫu đơn", "result": "kết quả"}


def missing_parts(procedure: Procedure) -> Iterator[str]:
    """The compulsory parts that are blank."""
    return (part for part in COMPULSORY if getattr(procedure, part) in (None, "", ()))


def unstated_parts(procedure: Procedure) -> Iterator[str]:
    """The parts "if any" that are blank instead of being stated as absent."""
    return (part for part in IF_ANY if getattr(procedure, part) in (None, "", ()))


def is_complete(procedure: Procedure) -> bool:
    """Whether every part is there or stated as absent."""
    return not any((*missing_parts(procedure), *unstated_parts(procedure)))
