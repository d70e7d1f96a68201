"""The lexicon: which name wins when several fit."""

from __future__ import annotations

from congkhai.vietnamese.responsibility import Lexicon, Name, read_cell


def keys(cell: str, *layers: list[Name]) -> tuple[str, ...]:
    return read_cell(cell, Lexicon.of(*layers), role="lead").keys("lead")


def test_the_longest_name_wins() -> None:
    names = [Name("short", "agency", ("UBND",)), Name("long", "agency", ("UBND tỉnh Bến Tre",))]
    assert keys("UBND tỉnh Bến Tre", names) == ("long",)


def test_the_territory_hides_the_centre() -> None:
    own, centre = [Name("own", "group", ("UBND cấp xã",))], [Name("centre", "collective", ("UBND cấp xã", "VPCP"))]
    assert keys("UBND cấp xã; VPCP", own, centre) == ("own", "centre")


def test_a_spelling_of_two_names_is_reported_and_not_guessed() -> None:
    names = [Name("one", "agency", ("Trung tâm Thông tin",)), Name("two", "agency", ("trung tâm thông tin",))]
    lexicon = Lexicon.of(names)
    assert [(found.spelling, found.keys) for found in lexicon.ambiguous] == [("Trung tâm Thông tin", ("one", "two"))]
    assert read_cell("Trung tâm Thông tin", lexicon, role="lead").mentions == ()


def test_spellings_of_one_name_are_no_ambiguity() -> None:
    assert Lexicon.of([Name("one", "agency", ("VP. UBND tỉnh", "VP UBND tỉnh"))]).ambiguous == ()


def test_names_that_differ_in_marks_are_no_ambiguity() -> None:
    names = [Name("one", "agency", ("UBND xã Trực Hưng",)), Name("two", "agency", ("UBND xã Trực Hùng",))]
    assert Lexicon.of(names).ambiguous == ()


def test_a_comma_stands_only_where_a_spelling_has_one() -> None:
    assert keys("Cơ quan, đơn vị", [Name("both", "collective", ("Cơ quan đơn vị",))]) == ()


def test_a_spelling_without_words_names_nobody() -> None:
    assert keys("và ...", [Name("none", "agency", ("", "...", "và"))]) == ()
