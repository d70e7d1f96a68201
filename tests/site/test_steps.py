"""The steps of a procedure: a path of numbered steps, in which the levels of lists stay."""

from __future__ import annotations

import pytest

from congkhai.site.pages.procedures.steps import steps_view

LIST = "<p>A</p>\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"


@pytest.mark.parametrize("blanks", ["  ", "   ", "    "])
def test_a_step_keeps_the_levels_of_its_lists(blanks: str) -> None:
    view = steps_view(f"1. A\n{blanks}- b\n{blanks}  - c\n2. D")
    assert view.path == (LIST, "<p>D</p>")


def test_what_is_indented_below_the_last_step_belongs_to_it() -> None:
    view = steps_view("Trước:\n\n1. A\n2. B\n\n   b\n\nSau.")
    assert view.before == "<p>Trước:</p>"
    assert view.path == ("<p>A</p>", "<p>B</p>\n<p>b</p>")
    assert view.after == "<p>Sau.</p>"


def test_numbers_that_do_not_count_on_are_no_path_but_stay_as_signed() -> None:
    view = steps_view("1. A\n2. B\n2. C")
    assert view.path == ()
    assert '<li value="2">C</li>' in view.before
