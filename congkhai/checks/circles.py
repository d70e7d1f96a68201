"""Ways that must come to an end: successors, parents, groups in groups, territories in territories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.agency import AgencyGroup

Ways = Mapping[str, tuple[str, ...]]


def check_succession(subject: Subject) -> Iterator[Problem]:
    """Following successors, or parents, never leads back to where it began."""
    agencies = {agency.id: agency for agency in subject.library.agencies()}
    successors = {agency.id: agency.successors for agency in agencies.values()}
    parents = {agency.id: (agency.parent,) for agency in agencies.values() if agency.parent}
    for ways, key in ((successors, "successors/0"), (parents, "parent")):
        for circle in circles(ways):
            yield problem("circular-succession", agencies[circle[0]].place_of(key), chain=_chain(circle))


def check_groups(subject: Subject) -> Iterator[Problem]:
    """A group is no member of itself, straight or through other groups."""
    groups = {actor.id: actor for actor in subject.library.actors.values() if isinstance(actor, AgencyGroup)}
    for circle in circles({group.id: group.members for group in groups.values()}):
        yield problem("circular-group", groups[circle[0]].place_of("members"), chain=_chain(circle))


def check_territories(subject: Subject) -> Iterator[Problem]:
    """A territory does not lie in itself, straight or through others."""
    territories = subject.library.territories
    for circle in circles({found.territory: (found.parent,) for found in territories.values() if found.parent}):
        yield problem("circular-territory", territories[circle[0]].place_of("parent"), chain=_chain(circle))


def circles(ways: Ways) -> Iterator[tuple[str, ...]]:
    """Circles that the ways from id to id make, none of them sharing an id; each begins with its smallest id."""
    done: set[str] = set()
    for start in ways:
        if start not in done:
            for circle in _circles_from(start, ways, done):
                smallest = circle.index(min(circle))
                yield circle[smallest:] + circle[:smallest]


def _circles_from(start: str, ways: Ways, done: set[str]) -> Iterator[tuple[str, ...]]:
    """The circles met on the ways from an id; what was walked is `done`."""
    path: list[str] = []
    place_on_path: dict[str, int] = {}
    waiting: list[Iterator[str]] = [iter((start,))]
    found: set[str] = set()
    while waiting:
        following = next(waiting[-1], None)
        if following is None:
            waiting.pop()
            if path:
                del place_on_path[path.pop()]
        elif following in place_on_path:
            circle = path[place_on_path[following] :]
            if found.isdisjoint(circle):
                found.update(circle)
                yield tuple(circle)
        elif following not in done:
            done.add(following)
            place_on_path[following] = len(path)
            path.append(following)
            waiting.append(iter(ways.get(following, ())))


def _chain(circle: Iterable[str]) -> str:
    """A circle in one line; a long one is cut."""
    shown = tuple(circle)
    words = shown if len(shown) <= 8 else (*shown[:7], "…")
    return " → ".join((*words, shown[0]))
