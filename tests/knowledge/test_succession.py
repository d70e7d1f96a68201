"""Who ended, and who does the work now: through mergers, through groups, and never by a guess."""

from __future__ import annotations

import datetime

import pytest

from congkhai.foundation.problem import Problems
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.succession import Succession, has_ended_by, is_divided
from congkhai.records.agency import Agency, AgencyGroup, Level, Registry, read_registry
from congkhai.source.yaml_source import parse_yaml

REGISTRY = """
territory: x
agencies:
  - {id: cu, name: Cũ, valid: {until: 2025-02-28}, successors: [giua]}
  - {id: giua, name: Giữa, valid: {until: 2025-06-30}, successors: [moi]}
  - {id: moi, name: Mới}
  - {id: huyen-a, name: Huyện A, valid: {until: 2025-06-30}, successors: [xa-a]}
  - {id: huyen-b, name: Huyện B, valid: {until: 2025-06-30}}
  - {id: xa-a, name: Xã A}
groups:
  - {id: cap-huyen, name: Cấp huyện, members: [huyen-a, huyen-b]}
  - {id: cap-huyen-ghi-ro, name: Cấp huyện ghi rõ, members: [huyen-a], successors: [moi]}
  - {id: con-mot, name: Còn một, members: [huyen-b, moi]}
  - {id: ngoai, name: Ngoài, members: [cap-huyen]}
  - {id: trong, name: Trống, members: []}
"""


@pytest.fixture
def library() -> Library:
    node = parse_yaml(REGISTRY.encode(), "x.yaml", Problems())
    assert node is not None
    registry = read_registry(node, Problems())
    assert registry is not None
    return Library(actors={actor.id: actor for actor in (*registry.agencies, *registry.groups)})


def on(library: Library, day: str) -> Succession:
    return Succession.of(library, datetime.date.fromisoformat(day))


def test_an_agency_exists_through_its_last_day(library: Library) -> None:
    assert "giua" not in on(library, "2025-06-30").ended
    assert "giua" in on(library, "2025-07-01").ended


def test_work_follows_through_mergers_to_who_exists_on_the_day(library: Library) -> None:
    assert on(library, "2025-03-01").followed_by["cu"] == ("giua",)
    assert on(library, "2026-01-01").followed_by["cu"] == ("moi",)


def test_a_group_ends_with_the_last_of_its_agencies_and_is_followed_by_their_successors(library: Library) -> None:
    found = on(library, "2026-01-01")
    assert found.followed_by["cap-huyen"] == ("xa-a",)
    assert "con-mot" not in found.ended
    assert "trong" not in found.ended


def test_a_group_of_groups_ends_with_them(library: Library) -> None:
    assert on(library, "2026-01-01").followed_by["ngoai"] == ("xa-a",)


def test_successors_that_a_group_states_go_before_those_of_its_agencies(library: Library) -> None:
    assert on(library, "2026-01-01").followed_by["cap-huyen-ghi-ro"] == ("moi",)


def test_who_has_no_recorded_successor_is_followed_by_nobody(library: Library) -> None:
    assert on(library, "2026-01-01").followed_by["huyen-b"] == ()


def test_a_successor_knows_whose_work_it_does(library: Library) -> None:
    assert on(library, "2026-01-01").took_over["xa-a"] == ("huyen-a", "cap-huyen", "ngoai")


def test_work_of_a_district_is_divided_by_rules_of_competence_and_of_who_merged_is_not() -> None:
    district = Agency(id="h", level=Level.DISTRICT)
    group = AgencyGroup(id="g", members=("h",))
    outer = AgencyGroup(id="o", members=("g",))
    stated = AgencyGroup(id="n", level=Level.DISTRICT)
    library = Library(actors={"h": district, "g": group, "o": outer, "n": stated})
    assert all(is_divided(library, one) for one in (district, group, outer, stated))
    assert not is_divided(library, Agency(id="s", level=Level.PROVINCE, note="Đơn vị thuộc Văn phòng."))


def test_who_is_followed_has_ended_though_no_record_tells_the_day() -> None:
    library = Library(actors={"tt": Agency(id="tt", successors=("kh",)), "kh": Agency(id="kh")})
    assert on(library, "2026-01-01").followed_by == {"tt": ("kh",)}
    assert not has_ended_by(library, library.actors["tt"], datetime.date(2026, 1, 1))


def test_agencies_end_with_their_province_at_the_latest_and_so_do_those_of_its_districts() -> None:
    places = {
        "ben-tre": Registry(territory="ben-tre", name="Tỉnh Bến Tre"),
        "ba-tri": Registry(territory="ba-tri", name="Huyện Ba Tri", parent="ben-tre"),
        "son-la": Registry(territory="son-la", name="Tỉnh Sơn La"),
    }
    actors = {place: Agency(id=place, territory=place) for place in places}
    group = AgencyGroup(id="xa", territory="ben-tre")
    library = Library(territories=places, actors={**actors, "xa": group})
    assert on(library, "2025-06-30").ended == frozenset()
    assert on(library, "2025-07-01").ended == {"ben-tre", "ba-tri", "xa"}
