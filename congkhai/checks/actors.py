"""Agencies: the cells that name them, their names, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.assignments import lexicon_of
from congkhai.checks.subject import Subject, problem
from congkhai.problem import Problem
from congkhai.records.agency import Agency
from congkhai.responsibility import Lexicon, nearest


def check_actor_cells(subject: Subject) -> Iterator[Problem]:
    """Every word of a lead or coordination cell must be understood, or an editor says how to read it."""
    lexicons: dict[str, Lexicon] = {}
    for row in subject.assignments.rows:
        actors = subject.assignments.actors[row.key]
        for name, reading in (("lead", actors.lead), ("coordination", actors.coordination)):
            if reading.unresolved and not actors.corrected:
                territory = row.plan.territory
                lexicon = lexicons.setdefault(territory, lexicon_of(subject.library, territory))
                words = getattr(row.task, name) or ""
                for span in reading.unresolved:
                    place = row.task.place_of(name).inside(words, span.start)
                    yield problem("unresolved-agency", place, suggestions=nearest(span, lexicon), text=span.text)


def check_ambiguous_names(subject: Subject) -> Iterator[Problem]:
    """Two actors of one territory must not share a spelling."""
    for territory_id, registry in subject.library.territories.items():
        for ambiguity in lexicon_of(subject.library, territory_id).ambiguous:
            second = subject.library.actors[ambiguity.keys[1]]
            if second.territory == territory_id:
                candidates = ", ".join(ambiguity.keys)
                yield problem(
                    "ambiguous-agency", second.place or registry.place, text=ambiguity.spelling, candidates=candidates
                )


def check_succession(subject: Subject) -> Iterator[Problem]:
    """Following successors, or parents, never leads back to where it began."""
    agencies = {agency.id: agency for agency in subject.library.agencies()}
    for agency in agencies.values():
        for key, ways in (("successors", _successors), ("parent", _parents)):
            chain = _circle(agency, agencies, ways)
            if chain and min(chain) == agency.id:
                place = agency.place_of(f"{key}/0" if key == "successors" else key)
                yield problem("circular-succession", place, chain=" → ".join((*chain, agency.id)))


def _successors(agency: Agency) -> tuple[str, ...]:
    return agency.successors


def _parents(agency: Agency) -> tuple[str, ...]:
    return (agency.parent,) if agency.parent else ()


def _circle(start: Agency, agencies: dict[str, Agency], ways: object) -> tuple[str, ...]:
    """The ids on a way from an agency back to itself, () where there is none."""
    waiting: list[tuple[str, ...]] = [(start.id,)]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        agency = agencies.get(path[-1])
        for following in ways(agency) if agency and callable(ways) else ():
            if following == start.id:
                return path
            if following not in seen:
                seen.add(following)
                waiting.append((*path, following))
    return ()
