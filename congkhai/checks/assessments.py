"""Assessments: each score belongs to one criterion of its set and is at most what that gives."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.assessment import Assessment


def check_assessments(subject: Subject, assessment: Assessment) -> Iterator[Problem]:
    """A criterion that is scored is in the set, once, and its points are at most those of the set."""
    criteria = subject.library.criteria.get(assessment.criteria)
    if criteria is None:
        return
    most = {one.number: one.points for one in criteria.criteria}
    seen: set[str] = set()
    for score in assessment.scores:
        number, place = score.criterion, score.place_of("criterion")
        if number not in most:
            yield problem("criterion-unknown", place, number=number, set=criteria.title)
        elif number in seen:
            yield problem("criterion-twice", place, number=number)
        seen.add(number)
        for name in ("self_scored", "appraised"):
            points, limit = getattr(score, name), most.get(number)
            if points is not None and limit is not None and points > limit:
                yield problem("criterion-too-many", score.place_of(name), number=number, most=limit)
