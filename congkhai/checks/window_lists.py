"""Official lists of the single window: their codes are sound, stand once, and are known here."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.procedures.window_lists import listed_procedures
from congkhai.records.window_list import WindowList
from congkhai.vietnamese.quantity import base_code, read_code

_MOST_NAMED = 3


def check_listed_codes(_subject: Subject, found: WindowList) -> Iterator[Problem]:
    """Each code of a list has the national form and stands there once."""
    seen: set[str] = set()
    for index, code in enumerate(found.codes):
        place = found.place_of(f"codes/{index}")
        for wrong in read_code(code).problems:
            yield problem("procedure-code", place, suggestions=wrong.suggestions, procedure=code)
        if base_code(code) in seen:
            yield problem("window-list-code-twice", place, procedure=code)
        seen.add(base_code(code))


def check_listed_known(subject: Subject, found: WindowList) -> Iterator[Problem]:
    """Of each code of a list something is recorded here: told once a list, for a list may name hundreds."""
    listed = tuple(listed_procedures(found, subject.library, subject.derived.decisions, subject.today))
    unknown = [one.code for one in listed if one.is_unknown]
    if unknown:
        named = ", ".join(unknown[:_MOST_NAMED]) + ("…" if len(unknown) > _MOST_NAMED else "")
        place = found.place_of("codes")
        yield problem("window-list-unknown", place, unknown=len(unknown), total=len(listed), codes=named)
