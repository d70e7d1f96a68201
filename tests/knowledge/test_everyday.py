"""The table of everyday names: whole, of the register, told apart, and found by search."""

from __future__ import annotations

import unicodedata

import pytest

from congkhai.knowledge.register import national_procedures
from congkhai.knowledge.register.everyday import TABLE, everyday_names
from congkhai.site.search.syllables import syllables
from congkhai.vietnamese.quantity import base_code

CODES = [one.code for one in national_procedures()]


def test_every_procedure_of_the_register_has_two_to_eight_names() -> None:
    assert [code for code in CODES if not 2 <= len(everyday_names(code)) <= 8] == []


def test_no_name_is_long_empty_or_written_in_another_form_of_unicode() -> None:
    names = [name for code in CODES for name in everyday_names(code)]
    assert [name for name in names if not 1 < len(name.split()) <= 12] == []
    assert [name for name in names if name != unicodedata.normalize("NFC", name).strip()] == []
    assert all(len(syllables(name)) <= 16 for name in names)


def test_the_table_is_sorted_and_names_only_codes_of_the_register() -> None:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert {base_code(line.split("\t")[0]) for line in lines} <= {base_code(code) for code in CODES}


@pytest.mark.parametrize("code", ["1.001193", "1.001193.000.00.00.H12"])
def test_a_code_as_a_province_writes_it_has_the_same_names(code: str) -> None:
    assert everyday_names(code) == everyday_names("1.001193") != ()


def test_a_code_that_the_table_lacks_has_no_name() -> None:
    assert everyday_names("9.999999") == ()
