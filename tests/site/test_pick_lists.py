"""Forms: references are chosen from the records of the site, days are days, what is required is required."""

from __future__ import annotations

import re
from typing import Any

import pytest

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


def test_documents_are_chosen_from_the_site_and_what_is_cited_already_can_stay() -> None:
    options = {option["value"]: option["label"] for option in fields("plan")["legal_basis"]["options"]}
    cited = {number for plan in LIBRARY.plans.values() for number in (*plan.implements, *plan.legal_basis)}
    numbers = {document.number for document in LIBRARY.documents.values()}
    assert cited <= options.keys()
    assert all(label.startswith(number) for number, label in options.items() if number in numbers)


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


# What editors type wrong: the form, the way to the field, and the value that must not get through.
WRONG = (
    ("plan", "id", "Kế hoạch 2026"), ("plan", "id", ""), ("plan", "type", "plans"), ("plan", "title", ""),
    ("plan", "territory", "an binh"), ("plan", "issuer", "UBND"), ("plan", "year", "20266"),
    ("plan", "year", "năm 2026"), ("plan", "signed", "31/12/2025"), ("plan", "signed", "2025-13"),
    ("document", "documents/issued", "12.2025"),
    ("document", "documents/url", "example.vn"), ("document", "documents/url", "https://a b"),
    ("agency", "agencies/id", "UBND-xa"), ("agency", "agencies/level", "xa"), ("progress", "plan", "khong-co"),
    ("procedure", "sector", "khong-co"), ("procedure", "dossier_sets", "hai"), ("indicator", "scores/points", "5,255"),
    ("announcement", "entries/change", "moi"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "way", "value"), WRONG)
def test_a_wrong_value_is_refused_before_it_is_saved(kind: str, way: str, value: str) -> None:
    known = fields(kind)
    *above, name = way.split("/")
    for part in above:
        known = {field["name"]: field for field in known[part]["fields"]}
    assert refuses(known[name], value)


def refuses(field: dict[str, Any], value: str) -> bool:
    """Whether the rules of a field (Sveltia CMS: required, options, pattern) let a value not through."""
    if not value:
        return bool(field["required"])
    if field["widget"] == "select":
        return value not in values(field)
    return "pattern" in field and not re.search(field["pattern"][0], value)


def test_the_values_of_real_records_get_through_the_patterns() -> None:
    found = [
        (kind, name, value)
        for kind, records in (("plan", LIBRARY.plans), ("procedure", LIBRARY.procedures))
        for record in records.values()
        for name, field in fields(kind).items()
        if "pattern" in field and (value := str(getattr(record, name, None) or "")) and refuses(field, value)
    ]
    assert found == []


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
