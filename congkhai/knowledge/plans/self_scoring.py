"""Scores of an assessment beside the criteria they belong to, with their sums and what follows from the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from msgspec import Struct

from congkhai.records.assessment import Assessment, CriterionScore
from congkhai.records.criteria import Computed, CriteriaSet, Criterion

# The points that this portal's records give in a criterion, None where they say nothing.
Compute = Callable[[Computed], Decimal | None]


class ScoredCriterion(Struct, frozen=True):
    """A criterion with its score, where there is one, and the points that were computed here."""

    criterion: Criterion
    score: CriterionScore | None
    computed: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """Appraised less self-scored points, None unless both are known."""
        score = self.score
        if score is None or score.appraised is None or score.self_scored is None:
            return None
        return score.appraised - score.self_scored


def scored(criteria: CriteriaSet, assessment: Assessment | None, compute: Compute) -> tuple[ScoredCriterion, ...]:
    """All criteria of a set in their order."""
    scores = {score.criterion: score for score in assessment.scores} if assessment else {}
    return tuple(
        ScoredCriterion(one, scores.get(one.number), compute(one.computed) if one.computed else None)
        for one in criteria.criteria
    )


def leaves(found: Iterable[ScoredCriterion]) -> tuple[ScoredCriterion, ...]:
    """The criteria without components of their own: only these add up ("1.2" is the sum of "1.2.1" and "1.2.2")."""
    every = tuple(found)
    above = {one.criterion.number.rpartition(".")[0] for one in every}
    return tuple(one for one in every if one.criterion.number not in above)


def total(points: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the points that are known, None where none is."""
    known = [value for value in points if value is not None]
    return sum(known, Decimal(0)) if known else None
