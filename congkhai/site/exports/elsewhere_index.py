"""The second search index: what the site has no procedure of, asked only where its own answers leave a doubt.

It holds what content/elsewhere tells, the names of the national register (`national_register` in site.yaml), and the
names of the procedures that the site does have: only beside those can be told whether another is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.register import NationalProcedure
from congkhai.knowledge.register.everyday import everyday_names
from congkhai.records.elsewhere import Elsewhere
from congkhai.site.indexing import FOLDER, knowledge_of
from congkhai.site.pages.elsewhere import marks_of, matters, of_register
from congkhai.site.pages.page import Context, shortened
from congkhai.site.search import Entry, build_index, card_of, ordinary

ELSEWHERE = f"{FOLDER}elsewhere/"
# People ask for what content/elsewhere tells: it stands before rare procedures.
_ASKED_FOR = 6
_LONGEST = 300


def elsewhere_index(context: Context) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the second index; none where nothing is known but the site's own."""
    found = matters(context.library, context.library.cards)
    told = {one.code for one in found}
    entries = [_matter(one) for one in found]
    entries += [_procedure(context, one) for one in of_register(context) if one.code not in told]
    if entries:
        knowledge = knowledge_of(context.library.search_phrases.values())[0]
        for name, data in build_index(map(card_of, entries), knowledge):
            yield ELSEWHERE + name, data


def _matter(matter: Elsewhere) -> Entry:
    """A matter as search sees it; lines of its summary: who handles it, what to know, the law, marks of its phrases."""
    return Entry(
        id=f"elsewhere:{matter.id}",
        url=urls.SEARCH,
        title=matter.name,
        kind="elsewhere",
        code=matter.code,
        keywords=matter.phrases,
        summary="\n".join((matter.agency, matter.note, "; ".join(matter.legal_basis), marks_of(matter))),
        reach=_ASKED_FOR,
    )


def _procedure(context: Context, procedure: NationalProcedure) -> Entry:
    """A procedure of the register; one that the site has is there to be compared with, never to be shown."""
    levels = ", ".join(context.labels(f"procedure.level.{level}") for level in procedure.levels)
    return Entry(
        id=f"register:{procedure.code}",
        url=urls.procedure_url(procedure.code),
        title=shortened(procedure.name, _LONGEST),
        kind="procedure" if procedure.code in context.library.cards else "register",
        code=procedure.code,
        called=everyday_names(procedure.code),
        agency=procedure.agency,
        summary=procedure.agency or levels,
        reach=ordinary.of_record(procedure.levels, ()),
    )
