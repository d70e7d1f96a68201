"""What is understood of a procedure, and how it stands on a day."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

from congkhai.build.loader import load_library
from congkhai.checks.personal_data import personal_data
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problems
from congkhai.knowledge.disclosure.clock import Clock, Verdict
from congkhai.knowledge.disclosure.indicators import computed_indicators
from congkhai.knowledge.disclosure.on_time import Records, all_clocks
from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.completeness import missing_parts, unstated_parts
from congkhai.knowledge.procedures.reading import Standing, decisions_of, standing_on
from congkhai.records.indicator import INDICATORS, Rank, rank_of
from congkhai.records.model.plain_data import version_of
from congkhai.records.model.record import read_record
from congkhai.records.procedure import Procedure
from congkhai.source.yaml_source import parse_yaml
from congkhai.vietnamese.workdays import Calendar

LABELS = load_labels("vi")


def procedure(text: str) -> Procedure:
    """A procedure from a few lines of YAML."""
    node = parse_yaml(('code: "1.000001"\nname: Thử\nsector: thu\n' + text).encode(), "thu.yaml", Problems())
    found = read_record(Procedure, node, Problems()) if node else None
    assert found
    return found


def library(tmp_path: Path, **files: str) -> Library:
    """A library of announcements, documents and agencies: file stem with "__" for "/" → YAML."""
    for name, text in files.items():
        path = tmp_path / "content" / f"{name.replace('__', '/').replace('_', '-')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = Problems()
    found = load_library(tmp_path, problems)
    assert not list(problems)
    return found


def test_the_version_of_a_procedure_changes_with_its_words_and_not_with_blank_keys() -> None:
    version = version_of(procedure("steps: a"))
    assert version_of(procedure("steps: a\nkeywords: []\nauthorised_agency: ''\nfees: null")) == version
    assert version_of(procedure("steps: a\nauthorised_agency: Sở X")) != version
    assert version_of(procedure("steps: a\nreading: {processing_time: {unit: same_day}}")) == version


DECISION = (
    "id: a\nnumber: 1/QĐ-X\nsigned: 2026-01-05\neffective: 2026-02-01\nentries: [{code: '1.000001', change: %s}]\n"
)


def standing(tmp_path: Path, change: str, day: str) -> Standing:
    """How the procedure stands on a day after one decision."""
    decisions = decisions_of(library(tmp_path, announcements__a=DECISION % change))["1.000001"]
    return standing_on(procedure("status: in_force"), decisions, datetime.date.fromisoformat(day))


def test_a_new_procedure_waits_for_its_day_of_effect(tmp_path: Path) -> None:
    assert standing(tmp_path, "new", "2026-01-31") is Standing.NOT_YET


def test_a_procedure_that_nothing_says_is_in_force_is_only_listed() -> None:
    assert standing_on(procedure(""), (), datetime.date(2026, 2, 1)) is Standing.LISTED
    assert standing_on(procedure("status: in_force"), (), datetime.date(2026, 2, 1)) is Standing.IN_FORCE


def test_a_new_procedure_is_in_force_on_its_day_of_effect(tmp_path: Path) -> None:
    assert standing(tmp_path, "new", "2026-02-01") is Standing.IN_FORCE


def test_an_abolished_procedure_ends_on_the_day_of_effect(tmp_path: Path) -> None:
    assert standing(tmp_path / "a", "abolished", "2026-01-31") is Standing.IN_FORCE
    assert standing(tmp_path / "b", "abolished", "2026-02-01") is Standing.ABOLISHED


def test_a_local_form_of_a_code_belongs_to_its_base(tmp_path: Path) -> None:
    text = DECISION.replace("1.000001", "1.000001.H12") % "amended"
    assert "1.000001" in decisions_of(library(tmp_path, announcements__a=text))


def test_the_parts_that_lack_are_named() -> None:
    found = procedure("steps: a\nconditions: {absent: true, reason: văn bản ghi không}")
    assert "dossier_sets" in missing_parts(found)
    assert "steps" not in missing_parts(found)
    assert list(unstated_parts(found)) == ["fees", "forms", "result"]


AGENCIES = "territory: trung-uong\nagencies: [{id: bo-x, name: Bộ X, level: central}]\n"
ON_TIME = """\
id: b
number: 2/QĐ-BX
issuer: bo-x
signed: 2026-03-02
effective: 2026-04-01
entries:
  - {code: '1.000001', change: new, document_effective: %s, database_entered: %s}
"""


def clocks(tmp_path: Path, effective: str, entered: str) -> dict[Clock, tuple[Verdict, int]]:
    """The clocks of a ministry's decision signed on 2 March 2026."""
    found = library(tmp_path, agencies__trung_uong=AGENCIES, announcements__b=ON_TIME % (effective, entered))
    records = Records(found, Citations.of(found), Calendar(), datetime.date(2026, 11, 22))
    return {result.clock: (result.verdict, result.late) for result in all_clocks(records)}


def test_a_ministry_announces_twenty_days_before_effect(tmp_path: Path) -> None:
    assert clocks(tmp_path / "a", "2026-03-22", "null")[Clock.ANNOUNCED] == (Verdict.MET, 0)
    assert clocks(tmp_path / "b", "2026-03-20", "null")[Clock.ANNOUNCED] == (Verdict.LATE, 2)


def test_a_ministry_has_ten_working_days_for_the_database(tmp_path: Path) -> None:
    assert clocks(tmp_path / "a", "2026-03-22", "2026-03-16")[Clock.DATABASE] == (Verdict.MET, 0)
    assert clocks(tmp_path / "b", "2026-03-22", "2026-03-18")[Clock.DATABASE] == (Verdict.LATE, 2)


def test_what_is_not_recorded_is_not_known_and_not_late(tmp_path: Path) -> None:
    assert clocks(tmp_path, "2026-03-22", "null")[Clock.DATABASE] == (Verdict.UNKNOWN, 0)


def test_an_indicator_without_known_records_has_no_points() -> None:
    empty = Library()
    records = Records(empty, Citations.of(empty), Calendar(), datetime.date(2026, 11, 22))
    assert [one.points for one in computed_indicators(records, ())] == [None] * 5


def test_the_twenty_one_indicators_make_a_hundred_points() -> None:
    assert len(INDICATORS) == 21
    assert sum(one.points for one in INDICATORS) == 100


def test_ranks_begin_at_their_limits() -> None:
    ranks = [rank_of(Decimal(points)) for points in ("90", "89.99", "80", "70", "50", "49.99")]
    assert ranks == [Rank.EXCELLENT, Rank.GOOD, Rank.GOOD, Rank.FAIR, Rank.AVERAGE, Rank.WEAK]


def kinds(text: str) -> list[str]:
    """The kinds of personal data found in a text."""
    return [kind for kind, _ in personal_data(text)]


def test_personal_data_is_found_in_each_of_its_forms() -> None:
    assert kinds("Liên hệ a.b@example.vn") == ["email"]
    assert kinds("gọi 0912 345 678") == ["phone"]
    assert kinds("CCCD 001099012345") == ["identity"]
    assert kinds("Bà Trần Thị B phản ánh") == ["name"]


def test_offices_amounts_and_numbers_of_documents_are_not_personal() -> None:
    assert kinds("Ủy ban nhân dân xã An Bình thu 1.000.000.000 đồng theo Nghị định 63/2010/NĐ-CP ngày 08/06/2010") == []
