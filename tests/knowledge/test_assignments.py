"""Who does what: cells become agencies, straight and through groups; an editor's reading goes before."""

from __future__ import annotations

from pathlib import Path

from congkhai.build.loader import load_library
from congkhai.foundation.problem import Problems
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Assignments, Part, assign
from congkhai.knowledge.plans.members import members_of
from tests.sources import AGENCIES, PLAN, Change, edited, lay


def assigned(tmp_path: Path, changes: dict[str, Change] | None = None) -> tuple[Library, Assignments]:
    library = load_library(lay(tmp_path / "source", changes), Problems())
    return library, assign(library)


def rows(assignments: Assignments, actor: str, *parts: Part) -> list[str]:
    return [row.task.id for row in assignments.rows_of(actor, *parts)]


def test_a_lead_cell_names_those_who_lead_and_those_who_coordinate(tmp_path: Path) -> None:
    _, assignments = assigned(tmp_path)
    actors = assignments.actors["an-binh-2024", "I.2.1"]
    assert actors.lead_agencies == ("so-thong-tin-an-binh",)
    assert actors.coordinating_agencies == ("so-tu-phap-an-binh",)
    assert not actors.corrected


def test_members_take_part_through_their_group(tmp_path: Path) -> None:
    _, assignments = assigned(tmp_path)
    assert rows(assignments, "so-thong-tin-an-binh", Part.COORDINATION_THROUGH_GROUP) == ["I.1"]
    assert rows(assignments, "so-thong-tin-an-binh", Part.COORDINATION) == []
    assert rows(assignments, "so-nganh-an-binh", Part.COORDINATION) == ["I.1"]


def test_the_rows_of_an_actor_come_once_in_the_order_of_the_plan(tmp_path: Path) -> None:
    _, assignments = assigned(tmp_path)
    assert rows(assignments, "so-tu-phap-an-binh", Part.COORDINATION, Part.LEAD) == ["I.1", "I.2.1"]


def test_a_reading_of_the_editor_goes_before_the_cell(tmp_path: Path) -> None:
    changes = edited(PLAN, "note: Hàng này", "reading: {lead: [so-tu-phap-an-binh]}\n            note: Hàng này")
    _, assignments = assigned(tmp_path, changes)
    actors = assignments.actors["an-binh-2024", "I.2.#kiem-tra-dot-xuat"]
    assert actors.lead_agencies == ("so-tu-phap-an-binh",)
    assert actors.coordinating_agencies == ("co-quan-lien-quan-an-binh",)
    assert actors.corrected


def test_what_is_not_understood_names_nobody(tmp_path: Path) -> None:
    _, assignments = assigned(tmp_path, edited(PLAN, "lead: UBND tỉnh", "lead: Ủy ban Vũ trụ"))
    actors = assignments.actors["an-binh-2024", "I.2.#kiem-tra-dot-xuat"]
    assert actors.lead_agencies == ()
    assert [span.text for span in actors.lead.unresolved] == ["Ủy ban Vũ trụ"]


def test_a_group_in_a_group_has_all_members_once_even_in_a_circle(tmp_path: Path) -> None:
    circle = "members: [so-tu-phap-an-binh, so-tu-phap-an-binh, so-nganh-an-binh, ubnd-an-binh]"
    changes = edited(AGENCIES, "members: [so-tu-phap-an-binh, so-thong-tin-an-binh]", circle)
    library, _ = assigned(tmp_path, changes)
    assert members_of("so-nganh-an-binh", library) == ("so-tu-phap-an-binh", "ubnd-an-binh")
    assert members_of("ubnd-an-binh", library) == ()


def test_the_territory_above_lends_its_names(tmp_path: Path) -> None:
    _, assignments = assigned(tmp_path, edited(PLAN, "lead: UBND tỉnh", "lead: Chính phủ"))
    assert assignments.actors["an-binh-2024", "I.2.#kiem-tra-dot-xuat"].lead_agencies == ("chinh-phu",)
