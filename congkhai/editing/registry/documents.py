"""Stubs of the documents that a plan cites and a source does not have: what the citation itself says of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import yaml

from congkhai.editing.importers.again.merge import Edit, values_of
from congkhai.editing.importers.again.splice import splice
from congkhai.editing.importers.house_yaml import Value
from congkhai.foundation.labels import Labels
from congkhai.foundation.text import fold
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.documents.citing import CELLS
from congkhai.knowledge.library import CENTRE, Library
from congkhai.knowledge.plans.assignments import CellReader
from congkhai.records.plan import Plan
from congkhai.vietnamese.citation import document_slug, find_citations
from congkhai.vietnamese.citation.find import Citation

# The symbols of councils and committees, folded.
_LOCAL = re.compile(r"\b(?:ubnd|hdnd)\b")
# The subject of a document, behind its issuer: "… của Chính phủ về thực hiện …;".
_SUBJECT = re.compile(r"\s(?:về việc|về|ban hành|quy định|sửa đổi)\s")
# Where the sentence goes on with what the citing office does: "…; UBND phường xây dựng Kế hoạch như sau:".
_GOES_ON = re.compile(r"[;:\n]|,\s+(?=[^,;]+\s(?:ban hành|xây dựng)\s[^,;]*như sau)")
# A law may bear its name before its number: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15".
_NAMED_BEFORE = re.compile(r"((?:Luật|Bộ luật|Pháp lệnh)\s[^;,]+?)\s+(?:số\s*)?\d+/\S+$")


def document_stubs(
    plan: Plan, paragraphs: Iterable[str], library: Library, derived: Derived, read: CellReader, labels: Labels
) -> Iterator[dict[str, Value]]:
    """A record for each cited document that is not known, with its issuer and day as the citing sentence says them."""
    cited = {found.dated: (found, text) for text in paragraphs for found in find_citations(text)}
    cited |= {found.number: (found, text) for found, text in cited.values() if found.number not in cited}
    day = plan.signed or f"{plan.year}-12-31"
    in_cells = (found.number for text in _cells(plan) for found in find_citations(text))
    for number in dict.fromkeys((*plan.implements, *plan.legal_basis, *in_cells)):
        known = number in library.documents or derived.citations.numbered(number, plan.territory, day)
        if known or number in derived.decisions_called or number in derived.plans_called:
            continue
        citation, sentence = cited.get(number, (Citation(0, 0, number, ""), ""))
        yield _stub(plan, citation, subject_of(sentence, citation), library, read, labels)


def with_stubs(register: str, stubs: Sequence[dict[str, Value]]) -> str | None:
    """A register's text with stubs behind its last document; none where it can't be put in word for word."""
    try:
        last = len(values_of(register).get("documents") or []) - 1
    except (yaml.YAMLError, AttributeError):  # it can't be read: check tells why
        return None
    return splice(register, [Edit(("documents", last), stub, after=True) for stub in stubs]) if last >= 0 else None


def _cells(plan: Plan) -> Iterator[str]:
    """The words of the rows in which a document may be cited."""
    return (getattr(task, cell) or "" for task in plan.tasks() for cell in CELLS)


def _stub(
    plan: Plan, citation: Citation, subject: str | None, library: Library, read: CellReader, labels: Labels
) -> dict[str, Value]:
    issuer = next(iter(read(citation.issuer, "lead").keys("lead")), "") if citation.issuer else ""
    actor = library.actors.get(issuer)
    # A number that every place gives itself is of this place unless its issuer says otherwise.
    local = plan.territory if _LOCAL.search(fold(citation.number)) else ""
    territory = actor.territory if actor else local
    place = "" if territory == CENTRE else territory
    stub: dict[str, Value] = {
        "id": document_slug(citation.number, place, citation.date[:4] or str(plan.year)),
        "number": citation.number,
        "type": citation.type or "van-ban",
        "title": subject,
        "issuer": issuer if actor else None,
        "issued": citation.date or None,
    }
    if territory:
        stub["territory"] = territory
    if citation.issuer and not actor:
        stub["note"] = labels("import.stub-issuer", issuer=citation.issuer)
    return stub


def subject_of(sentence: str, citation: Citation) -> str | None:
    """What a document is about, where a sentence names it alone and says so; laws bear their names in front."""
    if len(find_citations(sentence)) != 1:
        return None
    behind = sentence[citation.end :]
    if found := _SUBJECT.search(behind):
        return _GOES_ON.split(behind[found.start() :], maxsplit=1)[0].strip(" ;,.\n")
    named = _NAMED_BEFORE.search(sentence[: citation.end])
    return named[1] if named else None
