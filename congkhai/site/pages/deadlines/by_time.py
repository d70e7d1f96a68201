"""What a plan or an agency must do by when: this month, this quarter, and every year by quarter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.knowledge.plans.time_frames import TimeFrame, due_in, lasting_in, quarters_of
from congkhai.records.agency import Actor
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies import whom_to_ask
from congkhai.site.pages.agencies.actors import full_name, rows_by_part
from congkhai.site.pages.agencies.took_over import EndView, end_of, taken_over_words
from congkhai.site.pages.data_links import DataLink
from congkhai.site.pages.deadlines.all_due import Dated, all_due_of, count_words, due_line
from congkhai.site.pages.deadlines.frames import frame_inside, frame_name, lasting_links
from congkhai.site.pages.deadlines.times import DueView, due_of, overdue_views, title_of
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView, is_over, is_silent
from congkhai.site.pages.plans.scorecards import counted_rows, number_anchor
from congkhai.site.pages.plans.states import day_words, noted_words, words_of
from congkhai.site.pages.plans.with_rows import PLAN, rows_today
from congkhai.site.pages.updates import Updates, actor_updates, plan_updates

# The part an actor plays in a row, by plan id and task id: leads, leads_in_group, coordinates.
Roles = dict[tuple[str, str], str]


class NowView(Struct, frozen=True):
    """What is due in this month, or in the rest of this quarter; `empty` says that nothing is, and why."""

    id: str
    title: str
    items: tuple[DueView, ...]
    empty: str


class QuarterAgenda(Struct, frozen=True):
    """What is due in a quarter."""

    id: str
    title: str
    count: str
    items: tuple[DueView, ...]


class ByTimeView(Struct, frozen=True):
    """All that the page shows.

    `ahead` are the quarters to come, the next first; `past` those that are over, the latest first.
    """

    of: tuple[str, str]
    end: EndView | None
    taken_over: RichText
    over: str
    now: tuple[NowView, ...]
    overdue: tuple[DueView, ...]
    ahead: tuple[QuarterAgenda, ...]
    lasting: tuple[LinkView, ...]
    past: tuple[QuarterAgenda, ...]
    counted: tuple[tuple[str, str, tuple[LinkView, ...]], ...]
    silence: RichText
    updates: Updates


class QuarterAnswer(Struct, frozen=True):
    """In one sentence what is due in this quarter, with the page that tells more; `url` is "" without any row.

    Of a plan that is over there is nothing to say of this quarter: title and words are "".
    """

    title: str
    words: str
    url: str


def by_time_page(context: Context, key: str) -> Page:
    """The page of a plan, or of an agency, group or phrase that a plan names, by its key (see `with_rows`)."""
    kind, _, name = key.partition(" ")
    if kind == PLAN:
        return _plan_page(context, context.library.plans[name])
    return _actor_page(context, context.library.actors[name])


def quarter_answer(context: Context, rows: tuple[Row, ...], items: Iterable[Dated], url: str) -> QuarterAnswer:
    """What of these rows is due in this quarter; `items` are their due days, `url` the page that lists them."""
    frame = TimeFrame.quarter_of(context.today)
    due, lasting = due_in(items, frame), lasting_in(rows, context.times, frame, context.today)
    labels = context.labels
    words = labels("by_time.answer", count=count_words(context, due)) if due else _nothing(context, rows)
    if lasting:
        words += " " + labels("by_time.answer.lasting", n=len(lasting))
    title = frame_name(context, frame)
    return QuarterAnswer(title, words, url if rows else "")


def _plan_page(context: Context, plan: Plan) -> Page:
    above = urls.plan_url(plan.id)
    href = context.href(urls.due_url(above))
    rows = context.assignments.of_plan(plan.id)
    view = _view(context, rows, due_of(context, rows), {}, href)
    if is_over(context, plan):
        view = replace(view, over=context.labels("plan.over", year=plan.last_year), now=())
    view = replace(
        view,
        silence=whom_to_ask.of_plan(context, plan, href) if is_silent(context, plan) else (),
        updates=plan_updates(context, plan, above, href),
    )
    trail = (context.labels("plans.title"), href(urls.PLANS))
    return _page(context, above, context.short_name(plan), view, trail)


def _actor_page(context: Context, actor: Actor) -> Page:
    above = urls.agency_url(actor.id)
    href = context.href(urls.due_url(above))
    rows = rows_today(context, actor.id)
    roles = {row.key: name for name, found in rows_by_part(context, actor.id).items() for row in found}
    updates = actor_updates(context, actor, above, href)
    view = replace(
        _view(context, rows, all_due_of(context, rows, actor), roles, href),
        end=end_of(context, actor, href),
        taken_over=taken_over_words(context, actor, href),
        counted=tuple(_counted(context, actor, href)),
        silence=_silence(context, actor.id, href),
        updates=updates,
    )
    trail = (context.labels("agencies.title"), href(urls.AGENCIES))
    return _page(context, above, full_name(context, actor), view, trail)


def _counted(context: Context, actor: Actor, href: Href) -> Iterator[tuple[str, str, tuple[LinkView, ...]]]:
    """The tasks behind each number of an agency's scorecard: anchor, heading, links."""
    for name, rows in counted_rows(context, actor.id):
        title = context.labels("scorecard.list", what=context.labels(f"scorecard.{name}"))
        links = (
            LinkView(shortened(title_of(row), 300), href(urls.task_url(*row.key)), _when(context, row)) for row in rows
        )
        yield number_anchor(name), title, tuple(links)


def _when(context: Context, row: Row) -> str:
    """By when a task is due, or when it is to be done where no day is set, and by which plan."""
    time = context.times[row.key]
    due = context.labels("scorecard.due", day=day_words(context, time.deadline, time.counted)) if time.deadline else ""
    words = (due or words_of(context, time), context.short_name(row.plan), noted_words(context, row.task))
    return " · ".join(filter(None, words))


def _silence(context: Context, actor_id: str, href: Href) -> RichText:
    """Of an actor with tasks of which nobody says what came of them: whom to ask."""
    rows = dict(counted_rows(context, actor_id)).get("unreported", ())
    return whom_to_ask.of_actor(context, actor_id, rows, href) if rows else ()


def _page(context: Context, above: str, name: str, view: ByTimeView, chapter: tuple[str, str]) -> Page:
    labels, url = context.labels, urls.due_url(above)
    href = context.href(url)
    feed = DataLink("atom", href(urls.due_feed_url(above)), labels("by_time.feed"))
    calendars = tuple(link for link in view.updates.links if link.format == "ics")
    view = replace(view, of=(name, href(above)), updates=replace(view.updates, links=(*calendars, feed)))
    trail = ((labels("home.title"), href(urls.HOME)), chapter, (name, href(above)))
    title = labels("by_time.title", name=name)
    page = Page(url, "pages/by_time.html", title, view, title, trail, chapter=urls.DEADLINES)
    return replace(page, subscriptions=view.updates.links)


def _view(context: Context, rows: tuple[Row, ...], items: tuple[Dated, ...], roles: Roles, href: Href) -> ByTimeView:
    this = TimeFrame.quarter_of(context.today)
    agendas = {frame: _quarter(context, frame, found, roles, href) for frame, found in quarters_of(items).items()}
    now = agendas[this].items if this in agendas else ()
    past = tuple(agenda for frame, agenda in reversed(agendas.items()) if frame.last < this.first)
    return ByTimeView(
        of=("", ""),
        end=None,
        taken_over=(),
        over="",
        now=tuple(_now(context, this, now, _nothing(context, rows))),
        overdue=overdue_views(view for agenda in past for view in reversed(agenda.items)),
        ahead=tuple(agenda for frame, agenda in agendas.items() if frame.first > this.last),
        lasting=lasting_links(context, rows, this, href),
        past=past,
        counted=(),
        silence=(),
        updates=Updates("", ()),
    )


def _now(context: Context, quarter: TimeFrame, items: tuple[DueView, ...], nothing: str) -> Iterator[NowView]:
    """This month, then the rest of this quarter, each line once; one sentence for both where nothing is due in them."""
    labels, month = context.labels, TimeFrame.month_of(context.today)
    if not items:
        yield NowView("quy-nay", frame_name(context, quarter), (), nothing)
        return
    mine = tuple(item for item in items if item.iso[:7] == f"{month.year}-{month.month:02}")
    rest = tuple(item for item in items if item not in mine)
    yield NowView("thang-nay", frame_name(context, month), mine, "" if mine else labels("by_time.none"))
    title = labels("by_time.rest", name=frame_inside(context, quarter))
    yield NowView("quy-nay", title, rest, "" if rest else labels("by_time.rest.none"))


def _nothing(context: Context, rows: tuple[Row, ...]) -> str:
    """That nothing is due, and that no plan speaks of this year where it is so."""
    year = TimeFrame.quarter_of(context.today).year
    running = any(row.plan.year <= year <= row.plan.last_year for row in rows)
    return context.labels("by_time.none" if running else "by_time.none.over")


def _quarter(context: Context, frame: TimeFrame, items: tuple[Dated, ...], roles: Roles, href: Href) -> QuarterAgenda:
    name = f"{frame.year}-quy-{frame.quarter}"
    views = tuple(_line(context, item, roles, href, f"{name}-{index}") for index, item in enumerate(items))
    return QuarterAgenda(name, frame_name(context, frame), count_words(context, items), views)


def _line(context: Context, item: Dated, roles: Roles, href: Href, name: str) -> DueView:
    """A due day as a line, with the part that the agency plays in it."""
    view = due_line(context, item, href, 0)
    role = roles.get(item.row.key) if isinstance(item, DueItem) else ""
    words = context.labels(f"agency.{role}").lower() if role else ""
    return replace(view, id=name, part="; ".join(filter(None, (words, view.part))))
