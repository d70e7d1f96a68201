"""Every labelled expression is read as labelled: our own several hundred, and the shared ones of the five plans."""

from __future__ import annotations

import pytest

from tests.vietnamese.schedule.cases import CASES, SHARED, differences, labelled, read

DATES = ("start", "end")


@pytest.mark.parametrize("label", labelled(CASES), ids=lambda label: label["text"][:60])
def test_an_expression_is_read_as_labelled(label):
    assert differences(label, read(label["text"], label["year"])) == []


def test_there_are_hundreds_of_labelled_expressions_and_none_twice():
    texts = [label["text"] for label in labelled(CASES)]
    assert len(texts) >= 300
    assert len(set(texts)) == len(texts)


def seeds():
    if not SHARED.exists():
        return [pytest.param(None, marks=pytest.mark.skip(reason="needs the shared expressions beside the checkout"))]
    return [pytest.param(label, id=label["text"][:60]) for label in labelled(SHARED)]


@pytest.mark.shared
@pytest.mark.parametrize("label", seeds())
def test_an_expression_of_the_five_plans_is_read_as_an_officer_would(label):
    found = read(label["text"], label["plan_year"])
    assert found["kind"] in label.get("accept_kinds", [label["kind"]])
    assert found.get("recurrence") in label.get("accept_recurrence", [label["recurrence"]])
    for name in ("start", "end", "bound", "offset"):
        assert found.get(name) == label[name]
    for name in ("first_due", "occurrences"):
        assert name not in label or found.get(name) == label[name]


@pytest.mark.shared
@pytest.mark.parametrize("label", seeds())
def test_the_parts_of_a_multiple_have_their_own_dates_and_actors(label):
    wanted, found = label.get("parts", []), read(label["text"], label["plan_year"]).get("parts", [])
    assert len(found) == len(wanted)
    for want, part in zip(wanted, found, strict=True):
        assert {name: part.get(name) for name in want if name != "vague"} == {
            n: v for n, v in want.items() if n != "vague"
        }
