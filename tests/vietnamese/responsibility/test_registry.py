"""The registry of agencies against the plans: every cell resolves, and what it says of itself holds together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from congkhai.vietnamese.responsibility import Kind, Lexicon, Name, read_cell

CONTENT = Path(__file__).resolve().parents[3] / "content"
KINDS: dict[str, Kind] = {"agencies": "agency", "groups": "group", "collectives": "collective"}


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


REGISTRIES = {path.stem: load(path) for path in sorted((CONTENT / "agencies").glob("*.yaml"))}
PLANS = {path.stem: load(path) for path in sorted((CONTENT / "plans").glob("*.yaml"))}
ACTORS = {actor["id"]: actor for file in REGISTRIES.values() for part in KINDS for actor in file.get(part, ())}


def names(territory: str) -> Iterator[Name]:
    for part, kind in KINDS.items():
        for actor in REGISTRIES[territory].get(part, ()):
            yield Name(actor["id"], kind, (actor["name"], *actor.get("aliases", ())))


def lexicon_of(territory: str) -> Lexicon:
    return Lexicon.of(names(territory), names("trung-uong"))


def tasks(items: list[Any]) -> Iterator[Any]:
    for item in items:
        yield from tasks(item["items"]) if "items" in item else [item]


def rows(plan: Any) -> Iterator[Any]:
    for section in plan["sections"]:
        yield from tasks(section["items"])


@pytest.mark.parametrize("plan", PLANS)
def test_every_agency_cell_of_a_plan_resolves(plan: str) -> None:
    lexicon = lexicon_of(PLANS[plan]["territory"])
    cells = [row[key] for row in rows(PLANS[plan]) for key in ("lead", "coordination") if row.get(key, "").strip()]
    readings = [read_cell(cell, lexicon, role="lead") for cell in cells]
    assert [reading.unresolved for reading in readings if reading.unresolved] == []
    assert all(reading.mentions for reading in readings)


@pytest.mark.parametrize("plan", PLANS)
def test_every_actor_of_the_responsibilities_resolves(plan: str) -> None:
    lexicon = lexicon_of(PLANS[plan]["territory"])
    readings = [read_cell(duty["actor"], lexicon, role="lead") for duty in PLANS[plan].get("responsibilities", ())]
    assert all(reading.mentions and not reading.unresolved for reading in readings)


def test_the_five_plans_resolve_into_the_agencies_their_readers_see() -> None:
    found = {
        ("ben-tre-2024", "Văn phòng UBND tỉnh (Phòng KSTTHC)"): ["vp-ubnd-ben-tre"],
        ("ben-tre-2024", "Các cơ quan: Công an, Bảo hiểm xã hội, Quân sự,..."): [
            "cong-an-ben-tre", "bhxh-ben-tre", "quan-su-ben-tre",
        ],
        ("ben-tre-2018", "Các Sở Tư pháp, Tài chính, TT&TT, KHCN\nVP.UBND tỉnh\n"): [
            "so-tu-phap-ben-tre", "so-tai-chinh-ben-tre", "so-tt-tt-ben-tre", "so-kh-cn-ben-tre", "vp-ubnd-ben-tre",
        ],
        ("truc-ninh-2022", "- Văn phòng HĐND- UBND huyện."): ["vp-hdnd-ubnd-truc-ninh"],
    }  # fmt: skip
    for (plan, cell), keys in found.items():
        assert any(cell in (row.get("lead"), row.get("coordination")) for row in rows(PLANS[plan]))
        reading = read_cell(cell, lexicon_of(PLANS[plan]["territory"]), role="lead")
        assert [mention.key for mention in reading.mentions] == keys


@pytest.mark.parametrize("territory", REGISTRIES)
def test_no_two_names_of_a_territory_share_a_spelling(territory: str) -> None:
    assert Lexicon.of(names(territory)).ambiguous == ()


def test_no_two_actors_share_an_id() -> None:
    assert len(ACTORS) == sum(len(file.get(part, ())) for file in REGISTRIES.values() for part in KINDS)


@pytest.mark.parametrize("key", ["parent", "successors", "members"])
def test_every_actor_that_is_referred_to_exists(key: str) -> None:
    values = [actor[key] for actor in ACTORS.values() if actor.get(key)]
    referred = {one for value in values for one in ([value] if isinstance(value, str) else value)}
    assert referred
    assert referred - set(ACTORS) == set()


def test_issuers_of_the_plans_are_agencies() -> None:
    assert {plan["issuer"] for plan in PLANS.values()} <= set(ACTORS)


def test_no_agency_survives_the_district_level() -> None:
    # A general name stands for what national data calls so, wherever that is.
    named = (actor for actor in ACTORS.values() if not actor.get("general"))
    districts = [actor for actor in named if actor.get("level") == "district"]
    assert len(districts) > 31
    assert {actor["valid"]["until"] for actor in districts} == {"2025-06-30"}


def test_every_province_that_was_merged_names_the_one_that_took_over() -> None:
    merged = {"ubnd-ben-tre": "ubnd-vinh-long", "ubnd-binh-thuan": "ubnd-lam-dong", "ubnd-nam-dinh": "ubnd-ninh-binh"}
    assert {old: ACTORS[old]["successors"] for old in merged} == {old: [new] for old, new in merged.items()}
    assert "successors" not in ACTORS["ubnd-son-la"]


def test_a_successor_begins_when_its_predecessor_has_ended() -> None:
    for actor in ACTORS.values():
        for successor in actor.get("successors", ()):
            until = actor.get("valid", {}).get("until", "")
            begun = ACTORS[successor].get("valid", {}).get("from", "")
            assert not (until and begun) or until < begun
