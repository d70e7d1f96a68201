"""Records of the national register come through import, build and twin: nothing lost, nothing altered.

A sample by default; all 4,031 with CONGKHAI_REGISTER=all (some minutes).
"""

from __future__ import annotations

import json
import lzma
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from congkhai.build.builder import Build
from congkhai.foundation.labels import load_labels
from congkhai.foundation.report import has_errors
from congkhai.foundation.text import fold
from tests.editing.fields_on_pages import levels_of, missing_on, page_of, part_levels, site_of

REGISTER = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "procedures.jsonl.xz"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REGISTER.is_file(), reason="the national register is not beside the checkout"),
]
EVERY = 1 if os.environ.get("CONGKHAI_REGISTER") == "all" else 120
LEVELS = {
    "cap bo": "central", "cap bo/trung uong": "central", "cap tinh": "province", "cap huyen": "district",
    "cap xa": "commune", "co quan khac": "other",
}  # fmt: skip
APPLICANTS = {
    "cong dan viet nam": "citizen", "to chuc (khong bao gom doanh nghiep, htx)": "organization",
    "doanh nghiep": "business", "hop tac xa": "cooperative",
    "can bo, cong chuc, vien chuc": "official",
    "nguoi nuoc ngoai": "foreigner", "nguoi viet nam dinh cu o nuoc ngoai": "overseas_vietnamese",
    "to chuc nuoc ngoai": "foreign_organization", "doanh nghiep co von dau tu nuoc ngoai": "foreign_invested_business",
    "dang vien": "party_member", "to chuc dang": "party_organization",
    "doanh nghiep viet nam": "vietnamese_business", "nguoi nuoc ngoai cu tru tai viet nam": "resident_foreigner",
    "nguoi nuoc ngoai da cu tru tai viet nam": "resident_foreigner",
    "cong dan viet nam ma khong xac dinh duoc noi thuong tru hoac noi tam tru": "citizen_without_residence",
}  # fmt: skip
# Records whose oddities a sample might miss: malformed codes, a channel or paper without a name, the longest texts.
ODD = {"1.0133611", "1.014955-Xoa", "2.009182739", "1.014235", "1.014231", "1.001193", "2.002667"}


def sample() -> Iterator[dict[str, Any]]:
    """Every so many records, the odd ones, and the largest."""
    with lzma.open(REGISTER, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    largest = max(records, key=lambda record: len(json.dumps(record)))
    longest = max(records, key=lambda record: len(record["name"]))
    for number, record in enumerate(records):
        if number % EVERY == 0 or record["code"] in ODD or record in (largest, longest):
            yield record


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, Any]]:
    """The sample by code."""
    return {record["code"]: record for record in sample()}


@pytest.fixture(scope="module")
def build(records: dict[str, dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A site of the sample, brought in by the importer."""
    return site_of(records.values(), tmp_path_factory.mktemp("register"))


def twin_of(build: Build, code: str) -> dict[str, Any]:
    """The twin of a procedure."""
    found: dict[str, Any] = json.loads(build.files[f"thu-tuc/{code}/index.json"])
    return found


def bare(value: object) -> str:
    """Letters and digits of all texts in a value, in NFC and in order; marks of lists and spaces fall away."""
    if isinstance(value, dict):
        return "".join(bare(item) for item in value.values())
    if isinstance(value, list):
        return "".join(bare(item) for item in value)
    text = "" if value is None else unicodedata.normalize("NFC", str(value))
    return re.sub(r"[\W_]+", "", text)


def test_the_sample_builds_without_errors(build: Build, records: dict[str, dict[str, Any]]) -> None:
    assert not has_errors(build.problems, load_labels("vi"))
    assert sum(path.startswith("thu-tuc/") and path.endswith("index.json") for path in build.files) == len(records)


def test_every_problem_of_the_sample_has_its_place(build: Build) -> None:
    assert [problem for problem in build.problems if not (problem.place.path and problem.place.line)] == []


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("name", "name"),
        ("steps", "steps"),
        ("duration", "processing_time"),
        ("result", "result"),
        ("conditions", "conditions"),
        ("agency", "agency"),
        ("reception_address", "reception_address"),
        ("competent_agency", "competent_agency"),
        ("coordinating_agency", "coordinating_agencies"),
        ("authorised_agency", "authorised_agency"),
        ("decision", "announcement"),
        ("keywords", "keywords"),
        ("type", "type"),
        ("issuer", "issuer_name"),
    ],
)
def test_no_field_is_lost_or_altered(build: Build, records: dict[str, dict[str, Any]], theirs: str, ours: str) -> None:
    altered = {
        code: (stated, found)
        for code, record in records.items()
        if (stated := bare(record[theirs])) != (found := bare(words_of(twin_of(build, code).get(ours))))
    }
    assert altered == {}


def test_no_word_of_a_record_is_missing_on_its_page(build: Build, records: dict[str, dict[str, Any]]) -> None:
    missing = {code: found for code, record in records.items() if (found := missing_on(page_of(build, code), record))}
    assert missing == {}


def test_every_list_stands_at_its_level_on_the_page(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        levels = levels_of(record["steps"] or "")
        assert part_levels(page_of(build, code), "trinh-tu") == levels, code


def words_of(value: object) -> object:
    """The words of a part; of one stated as absent, the words that state it."""
    return value["reason"] if isinstance(value, dict) and value.get("absent") else value


def test_no_legal_basis_loses_its_number_or_title(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        keys = ("number", "title", "issuer", "date")
        stated = [[bare(row.get(key)) for key in keys] for row in record["legal_basis"] or []]
        found = [[bare(row.get(key)) for key in keys] for row in twin_of(build, code).get("stated_basis", [])]
        assert found == stated, code


def test_no_form_is_lost(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        stated = [(bare(form["document"]), bare(form["file"])) for form in record["forms"] or []]
        forms = twin_of(build, code).get("forms", [])
        assert [(bare(form.get("name")), bare(form.get("file"))) for form in forms] == stated, code


def test_every_level_and_kind_of_applicant_has_its_word(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        twin = twin_of(build, code)
        levels = {LEVELS[name] for part in (record["level"] or "").split(",") if (name := fold(part).strip())}
        assert set(twin.get("levels", [])) == levels, code
        named = {APPLICANTS[name] for name in kinds_in(record["applicants"])}
        assert set(twin["applicants"]) == named, code


def kinds_in(text: str) -> Iterator[str]:
    """The kinds of applicants in a list whose commas also stand inside brackets and names."""
    rest = fold(text)
    for name in sorted(APPLICANTS, key=len, reverse=True):
        if name in rest:
            rest = rest.replace(name, "")
            yield name
    assert rest.strip(" ,;.\n") in ("", "nhom 1"), rest


def test_the_sector_and_the_official_copy_are_the_records(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        twin = twin_of(build, code)
        page = build.files[f"linh-vuc/{twin['sector']}/index.html"].decode()
        assert bare(fold(record["field"])) in bare(fold(page)), code
        assert twin.get("source", {}).get("url") == record["detail_url"], code


def test_no_fee_is_lost(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        assert bare(record["fee"]) in bare([fee["text"] for fee in twin_of(build, code).get("fees", [])]), code


def test_no_paper_of_a_dossier_is_lost(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        dossier = twin_of(build, code).get("dossier", [])
        ours = [paper for case in dossier for paper in case["components"]]
        theirs = record["dossier"] or []
        stated = Counter((bare(paper["name"]), str(paper["originals"]), str(paper["copies"])) for paper in theirs)
        found = ((bare(paper.get("name")), str(paper.get("originals")), str(paper.get("copies"))) for paper in ours)
        assert Counter(found) == stated, code


def test_no_way_of_submission_is_lost(build: Build, records: dict[str, dict[str, Any]]) -> None:
    for code, record in records.items():
        ours = twin_of(build, code).get("submission", [])
        for row, found in zip(record["submission"], ours, strict=True):
            for theirs, key in (("duration", "time"), ("fee", "fee"), ("description", "note")):
                assert bare(row[theirs]) == bare(found.get(key)), (code, theirs)
