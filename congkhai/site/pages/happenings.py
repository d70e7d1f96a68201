"""What happened to a plan or an agency, day by day: the same for its page of changes and its feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.records.plan import Plan
from congkhai.records.progress import ProgressEntry
from congkhai.site.pages.agencies.actors import full_name
from congkhai.site.pages.change_lines import change_words, name_of
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, shortened


class Happening(Struct, frozen=True):
    """Something that happened on a day (ISO, of a plan perhaps only its month or year).

    `name` is its own and the same in every build; `url` is an address of the site; `words` tell what happened. What is
    `known` stands on the page of that plan or agency anyway: the day of signing, since when and until when.
    """

    name: str
    day: str
    title: str
    url: str
    words: str
    known: bool = False


def happenings_of(context: Context, rows: Iterable[Row]) -> Iterator[Happening]:
    """The signing of the plans that some rows stand in, and what was said of the rows since."""
    found = tuple(rows)
    for plan in {row.plan.id: row.plan for row in found}.values():
        yield from _signing(context, plan)
    for row in found:
        yield from _progress(context, row)


def happenings_of_actor(context: Context, actor: Actor) -> tuple[Happening, ...]:
    """What happened to the plans and tasks that name an actor, to procedures that it handles, and to itself."""
    rows = context.assignments.rows_of(actor.id, *Part)
    return (*happenings_of(context, rows), *_of_procedures(context, actor), *_of_itself(context, actor))


def _signing(context: Context, plan: Plan) -> Iterator[Happening]:
    if plan.signed:
        url = urls.plan_url(plan.id)
        yield Happening(url, plan.signed, plan.title, url, context.labels("feed.plan_signed"), known=True)


def _progress(context: Context, row: Row) -> Iterator[Happening]:
    """Reports of progress; the name of one is its day, counted on where a day has several."""
    alike: dict[str, int] = {}
    url = urls.task_url(*row.key)
    for entry in context.times[row.key].entries:
        if entry.on and entry.status:
            day = entry.on.isoformat()
            number = alike[day] = alike.get(day, 0) + 1
            status = context.labels(f"status.{entry.status}")
            title = f"{status}: {shortened(title_of(row), 100)}"
            name = f"{url}:{day}{f'~{number}' if number > 1 else ''}"
            yield Happening(name, day, title, url, _said(context, entry) or status)


def _said(context: Context, entry: ProgressEntry) -> str:
    """The note of a report, and until when it extends the deadline."""
    until = entry.extended_to
    extended = context.labels("deadlines.extended", day=f"{until:%d/%m/%Y}") if until else ""
    return context.labels("schedule.semicolon").join(filter(None, (extended, entry.note)))


def _of_procedures(context: Context, actor: Actor) -> Iterator[Happening]:
    """Decisions about the procedures that an actor handles, as far as their day has come."""
    for change in context.derived.changes_of.get(actor.id, ()):
        if change.day <= context.today:
            day = change.when
            name = f"{change.url}:{change.sort}:{day}"
            yield Happening(name, day, name_of(context, change), change.url, change_words(context, change))


def _of_itself(context: Context, actor: Actor) -> Iterator[Happening]:
    """Since when and until when an agency or group is what it is."""
    valid = actor.valid if isinstance(actor, Agency | AgencyGroup) else None
    url, title = urls.agency_url(actor.id), full_name(context, actor)
    for sort, day in (("since", valid.since), ("until", valid.until)) if valid else ():
        if day and day <= context.today:
            words = context.labels(f"happening.{sort}", day=f"{day:%d/%m/%Y}")
            yield Happening(f"{url}:{sort}", day.isoformat(), title, url, words, known=True)
