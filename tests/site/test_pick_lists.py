"""Forms: references are chosen from the records of the site, days are days, what is required is required."""

from __future__ import annotations

from typing import Any

from congkhai.build.loader import load_library
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problems
from congkhai.records.site_config import SiteConfig
from congkhai.site.browser_editor.collections import BASE, editor_config
from tests.sources import SOUND

LIBRARY = load_library(SOUND, Problems())
COLLECTIONS = {
    found["name"]: found for found in editor_config(SiteConfig(name="x"), LIBRARY, load_labels("vi"))["collections"]
}


def fields(kind: str) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in COLLECTIONS[kind]["fields"]}


def values(field: dict[str, Any]) -> set[str]:
    return {option["value"] for option in field["options"]}


def test_territory_issuer_plan_and_sector_are_chosen_from_the_site() -> None:
    plan = fields("plan")
    assert values(plan["territory"]) == set(LIBRARY.territories)
    assert values(plan["issuer"]) == {agency.id for agency in LIBRARY.agencies()}
    assert values(fields("progress")["plan"]) == set(LIBRARY.plans)
    assert values(fields("procedure")["sector"]) == set(LIBRARY.sectors)


def test_a_choice_shows_the_name_beside_the_id() -> None:
    labels = {option["value"]: option["label"] for option in fields("plan")["issuer"]["options"]}
    assert labels["ubnd-an-binh"] == "UBND tỉnh An Bình (ubnd-an-binh)"


def test_several_agencies_are_a_choice_of_several() -> None:
    agency = {field["name"]: field for field in fields("agency")["agencies"]["fields"]}
    assert (agency["successors"]["widget"], agency["successors"]["multiple"]) == ("select", True)


def test_a_day_is_a_day_and_a_day_that_may_lack_its_day_is_checked() -> None:
    document = {field["name"]: field for field in fields("document")["documents"]["fields"]}
    assert (document["effective"]["widget"], document["effective"]["format"]) == ("datetime", "YYYY-MM-DD")
    assert document["issued"]["pattern"][0].startswith(r"^\d{4}")


def test_what_a_record_cannot_do_without_is_required() -> None:
    plan = fields("plan")
    assert [plan[name]["required"] for name in ("id", "title", "territory", "issuer", "year")] == [True] * 5
    assert plan["summary"]["required"] is False


def test_every_form_carries_the_file_it_was_read_from() -> None:
    assert all(fields(kind)[BASE]["widget"] == "hidden" for kind in COLLECTIONS)


def test_a_list_too_long_to_choose_from_stays_a_text() -> None:
    many = {f"k-{number}": next(iter(LIBRARY.plans.values())) for number in range(401)}
    config = editor_config(SiteConfig(name="x"), _with_plans(many), load_labels("vi"))
    progress = next(found for found in config["collections"] if found["name"] == "progress")
    assert next(field for field in progress["fields"] if field["name"] == "plan")["widget"] == "string"


def _with_plans(plans: dict[str, Any]) -> Any:
    from msgspec.structs import replace

    return replace(LIBRARY, plans=plans)
