"""The papers of a procedure as lists to tick: those of everyone, those of each case, those that some bring besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.labels import Labels
from congkhai.foundation.text import fold, slug
from congkhai.knowledge.procedures.paper_waivers import spares_few
from congkhai.knowledge.procedures.paper_words import names_channel
from congkhai.knowledge.procedures.papers import Paper, Papers, have_more, is_one_of, ordinary_channel, own_count
from congkhai.knowledge.urls import procedure_url
from congkhai.records.procedure import Component, Procedure
from congkhai.records.procedure_reading import Channel
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.procedures.headlines import count_words, papers_headline
from congkhai.site.pages.procedures.parts import FormLink, form_link

_CLAUSE = re.compile(r"(?<=[.;])\s+")
# Of photos there is no original; a copy that the register counts as one is a sheet.
_PHOTOS = re.compile(r"\W*(?:\d{1,2}|một|hai|ba|bốn)? ?(?:tấm |tấm )?ảnh(?!\w)", re.I)
_COPY = re.compile(r"\W*(?:bản sao|bản chụp)(?!\w)(?![^.]*bản chính)", re.I)
# The keys of lists stand in addresses, and in what devices keep of ticks.
_KEYS = {"": "moi", "told": "khai", "drawn_up": "ky", **{f"channel.{channel}": channel.value for channel in Channel}}


class PaperView(Struct, frozen=True):
    """A paper of a checklist; one without an id is the heading of those below it, and `besides` tells of one that not
    everyone of its list brings: it can be ticked, and is not counted."""

    id: str
    text: str
    copies: str
    note: str
    form: FormLink | None
    besides: bool = False


class ChecklistView(Struct, frozen=True):
    """A list of papers in groups, each with its condition ("" for none); a counted one counts the ticks of `total`.

    That of a case has an anchor, and tells how many papers there are in that case; it counts those that everyone
    brings, too.
    """

    key: str
    title: str
    groups: tuple[tuple[str, tuple[PaperView, ...]], ...]
    counted: bool
    total: int
    anchor: str = ""
    count: str = ""


class DossierView(Struct, frozen=True):
    """What to bring: how many papers in the ordinary case, the lists, and how many sets of them."""

    count: str
    lists: tuple[ChecklistView, ...]
    several: bool
    sets: str


def dossier_in(context: Context, procedure: Procedure, papers: Papers) -> DossierView:
    """The lists of a dossier as the page of the procedure shows them, made once for the page and its sheets."""
    return context.tracker.once(_dossier_of_page, context, procedure, papers)


def _dossier_of_page(context: Context, procedure: Procedure, papers: Papers) -> DossierView:
    return dossier_view(context, procedure, papers, context.href(procedure_url(procedure.code)))


def dossier_view(context: Context, procedure: Procedure, papers: Papers, href: Href) -> DossierView:
    """The lists of a dossier; a paper names its form by name or file."""
    labels, forms = context.labels, procedure.forms if isinstance(procedure.forms, tuple) else ()
    links = [(form, form_link(context, form, href)) for form in forms]
    by_name = {name: link for form, link in links if link.url for name in (form.name, form.file) if name}
    cases = {at: case.case for at, case in enumerate(procedure.dossier, 1)}
    writer = _Writer(labels, procedure.code, by_name, cases, ordinary_channel(procedure))
    lists: list[ChecklistView] = []
    channel = ordinary_channel(procedure)
    if papers.always:
        plain = not (papers.choices or papers.only_if)
        title = labels("procedure.dossier.one" if plain else "checklist.everyone")
        for key, found in _by_kind(papers.always, channel):
            name = labels(f"checklist.{key}") if key else title
            lists.append(writer.list(_KEYS.get(key, key), name, (("", found),), counted=not key))
    if papers.choices:
        common = sum(paper.is_ordinary(channel) for paper in papers.always)
        for number, (title, found) in enumerate(papers.choices, start=1):
            own = own_count(title, found, channel)
            groups = _parted(labels, found, channel) if own and not is_one_of(title) else (("", found),)
            view = writer.list(f"chon-{number}", title, groups, counted=own > 0 and not is_one_of(title))
            least = papers.are_least and have_more(found)
            shown = papers.shown(channel)
            count = count_words(labels, common + own, least=least, shown=shown) if own else labels("answer.where.cases")
            lists.append(replace(view, anchor=f"truong-hop-{number}", count=count, total=common + own))
    for key, name, spares in (("tru", "checklist.spares", True), ("them", "checklist.only_if", False)):
        if groups := tuple(group for group in papers.only_if if spares_few(group[0]) is spares):
            lists.append(writer.list(key, labels(name), groups, counted=False))
    count = papers_headline(labels, procedure, papers)
    by_channel = {paper.channel for paper in papers.always} - {None}
    if count and by_channel:
        count = labels("checklist.count", words=count, channel=labels(f"answer.channel.{channel}"))
    sets = labels("procedure.sets", n=procedure.dossier_sets) if procedure.dossier_sets else ""
    return DossierView(count, tuple(lists), bool(papers.choices), sets)


def _parted(labels: Labels, papers: tuple[Paper, ...], channel: Channel) -> tuple[tuple[str, tuple[Paper, ...]], ...]:
    """The papers of a case: those that everyone of it brings, then those of some; together where headings part them."""
    others = tuple(paper for paper in papers if paper.condition or paper.channel not in (None, channel))
    ordinary = tuple(paper for paper in papers if paper not in others)
    if not others or any(paper.is_heading for paper in papers):
        return (("", papers),)
    return ("", ordinary), (labels("checklist.besides"), others)


def _by_kind(papers: tuple[Paper, ...], ordinary: Channel) -> Iterator[tuple[str, tuple[Paper, ...]]]:
    """What everyone brings by the ordinary way of handing in, what the other ways ask for instead, what is no paper
    to bring."""
    groups: dict[str, list[Paper]] = {}
    for paper in papers:
        groups.setdefault(_kind(paper, ordinary), []).append(paper)
    for key in sorted(groups):
        yield key, tuple(groups[key])


def _kind(paper: Paper, ordinary: Channel) -> str:
    if paper.is_told or paper.is_drawn_up:
        return "told" if paper.is_told else "drawn_up"
    return "" if paper.channel in (None, ordinary) else f"channel.{paper.channel}"


class _Writer(Struct, frozen=True):
    """Writes the lists of one procedure; `cases` are the signed words of its cases that stand in no list yet."""

    labels: Labels
    code: str
    forms: dict[str, FormLink]
    cases: dict[int, str]
    channel: Channel

    def list(
        self, key: str, title: str, groups: tuple[tuple[str, tuple[Paper, ...]], ...], *, counted: bool
    ) -> ChecklistView:
        """A list of groups of papers."""
        shown = tuple((heading, tuple(self._entries(title, heading, papers))) for heading, papers in groups)
        total = sum(bool(view.id) and not view.besides for _, views in shown for view in views)
        return ChecklistView(f"{self.code}-{key}", title, shown, counted, total)

    def _entries(self, title: str, heading: str, papers: tuple[Paper, ...]) -> Iterator[PaperView]:
        """The papers, the first of each case below the words of that case where these do not stand above already."""
        for paper in papers:
            words = self.cases.pop(paper.case, "")
            if words and slug(words) and slug(words) not in slug(f"{title} {heading}"):
                yield PaperView("", words, "", "", None)
            yield self.paper(paper, heading or title)

    def paper(self, paper: Paper, group: str) -> PaperView:
        """A paper with what is to know beside its name and is not said by its group."""
        component = paper.component
        form = self.forms.get(component.form)
        channel = _channel_words(self.labels, paper.channel)
        note = _unsaid(component.note, group)
        notes = [note] if note else []
        if paper.choice and paper.condition and not component.note and not _says(component.name, paper.condition):
            notes.append(paper.condition)
        if component.form and not form and not _says(component.name, component.form):
            is_called = fold(component.form).startswith("mau ")
            notes.append(self.labels("procedure.form.called" if is_called else "procedure.form", name=component.form))
        anchor = "" if paper.is_heading and component.name else f"giay-{paper.case}-{paper.number}"
        copies = [
            self._copies(paper),
            "" if channel == group or names_channel(note) else channel,
        ]
        name = component.name or self.labels("procedure.paper.unnamed")
        return PaperView(
            anchor, name, " · ".join(filter(None, copies)), "\n".join(notes), form, not paper.is_ordinary(self.channel)
        )

    def _copies(self, paper: Paper) -> str:
        """How many originals and copies, where it is a paper; that it is none, where it is told."""
        if paper.is_told:
            return self.labels("checklist.is_told")
        return "" if paper.is_on_screen else copies_words(self.labels, paper.component)


def _bare(words: str) -> str:
    return fold(words).strip(" .;")


def _says(text: str, words: str) -> bool:
    return _bare(words) in fold(text)


def _unsaid(note: str, group: str) -> str:
    """A note without the clause that the heading of its group says already."""
    if not note:
        return ""
    clauses, said = _CLAUSE.split(note.strip()), _bare(group)
    kept = [clause for clause in clauses if _bare(clause) != said]
    return note if kept == clauses else re.sub(r";$", ".", " ".join(kept))


def _channel_words(labels: Labels, channel: Channel | None) -> str:
    return labels(f"checklist.channel.{channel}") if channel else ""


def copies_words(labels: Labels, component: Component) -> str:
    """How many originals and copies, as far as the source says and the name of the paper lets it be."""
    if _PHOTOS.match(component.name):
        return ""
    if _COPY.match(component.name) and not component.copies:
        return labels("procedure.sheets", n=component.originals) if component.originals else ""
    return _copies(labels, component.originals, component.copies)


@lru_cache(maxsize=256)
def _copies(labels: Labels, originals: int | None, copies: int | None) -> str:
    counted = (("originals", originals), ("copies", copies))
    return ", ".join(labels(f"procedure.{kind}", n=number) for kind, number in counted if number)
