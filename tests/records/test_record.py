"""Records declared field by field: what is unknown or missing is told, all else is read."""

from __future__ import annotations

import copy
import pickle

import pytest
from msgspec.structs import replace

from congkhai.records.model.fields import line, list_of
from congkhai.records.model.record import Record, key, keys_of, record
from tests.reading import record_of


class Desk(Record, frozen=True, kw_only=True):
    name: str = key(line, required=True, default="")
    phone: str = key(line, default="", name="tel")


class Office(Record, frozen=True, kw_only=True):
    name: str = key(line, required=True, default="")
    aliases: tuple[str, ...] = key(list_of(line), default=())
    desk: Desk | None = key(record(Desk))
    desks: tuple[Desk, ...] = key(list_of(record(Desk)), default=())
    derived: str = ""


def test_a_sound_record_is_read_with_the_places_of_its_values() -> None:
    """
    name: Một cửa
    aliases: [a, b]
    desk: {name: Quầy 1, tel: "113"}
    """
    office, problems = record_of(Office, test_a_sound_record_is_read_with_the_places_of_its_values)
    assert problems == []
    assert (office.name, office.aliases, office.desk.phone) == ("Một cửa", ("a", "b"), "113")
    assert office.place_of("aliases/1")[1:3] == (2, 14)
    assert office.place_of("missing") == office.place


def test_unknown_and_missing_keys_are_told_with_what_was_meant() -> None:
    """
    nmae: Một cửa
    aliases: [a]
    """
    office, problems = record_of(Office, test_unknown_and_missing_keys_are_told_with_what_was_meant)
    assert problems == ["missing-key 1:1", "unknown-key 1:1 ?name"]
    assert office.aliases == ("a",)


def test_a_key_in_use_is_not_suggested_again() -> None:
    """
    name: Một cửa
    namee: Hai cửa
    """
    assert record_of(Office, test_a_key_in_use_is_not_suggested_again)[1] == ["unknown-key 2:1"]


def test_a_null_counts_as_absent_and_is_missed_where_it_is_needed() -> None:
    """
    name: null
    desk: ~
    """
    office, problems = record_of(Office, test_a_null_counts_as_absent_and_is_missed_where_it_is_needed)
    assert problems == ["missing-key 1:7"]
    assert office.desk is None


def test_faults_in_nested_records_do_not_stop_the_reading() -> None:
    """
    name: Một cửa
    desks:
      - {name: Quầy 1}
      - Quầy 2
      - {tel: "113"}
    """
    office, problems = record_of(Office, test_faults_in_nested_records_do_not_stop_the_reading)
    assert problems == ["expected-mapping 4:5", "missing-key 5:5"]
    assert [desk.name for desk in office.desks] == ["Quầy 1", ""]


def test_a_field_that_is_not_declared_is_no_key() -> None:
    assert [declared.name for declared in keys_of(Office).values()] == ["name", "aliases", "desk", "desks"]
    assert keys_of(Desk)["phone"].name == "tel"


def test_records_that_say_the_same_are_equal_wherever_they_stand() -> None:
    """
    name: Một cửa
    aliases: [a, b]
    """
    office, _ = record_of(Office, test_records_that_say_the_same_are_equal_wherever_they_stand)
    elsewhere = replace(office, file_path="other.yaml", spots=b"")
    assert office == elsewhere != replace(office, derived="x")
    assert hash(office) == hash(elsewhere)
    assert Desk(name="a") != Office(name="a")


def test_a_record_refuses_to_be_changed_and_travels_to_other_processes() -> None:
    office = Office(name="Một cửa", desk=Desk(name="Quầy 1"), file_path="a.yaml")
    with pytest.raises(AttributeError):
        office.name = "Hai cửa"  # type: ignore[misc]
    for other in (copy.deepcopy(office), pickle.loads(pickle.dumps(office))):
        assert (other, other.file_path) == (office, "a.yaml")
