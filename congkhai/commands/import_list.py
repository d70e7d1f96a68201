"""import agencies, import communes: a list (Excel, CSV, Word) goes into the registries; nothing that stands is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import click

from congkhai.build.loader import load_site
from congkhai.commands.files import save_text, text_of
from congkhai.commands.import_call import ImportCall
from congkhai.editing.importers.agencies import ListedAgency, listed_agencies
from congkhai.editing.importers.frame import frame
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.sources.unreadable import UnreadableError
from congkhai.editing.importing import Imported, report_lines
from congkhai.editing.registry.listed import Registered, commune_of, with_commune, with_listed
from congkhai.foundation.language import words
from congkhai.foundation.report import has_errors
from congkhai.knowledge.library import Library


def bring_in(call: ImportCall) -> int:
    """Put a list into the registries of a source, or of the folder `output`; return the exit code."""
    library = load_site(call.source)
    area = _territory(call.territory, library)
    report = ImportReport(call.file.name)
    folder = call.output or call.source / "content" / "agencies"
    done: dict[Path, Registered] = {}
    try:
        with frame():
            listed = listed_agencies(call.file, report)
            if call.kind == "agencies":
                done = {folder / f"{area}.yaml": with_listed(text_of(folder / f"{area}.yaml") or "", listed, area)}
            else:
                done = dict(_communes(listed, folder, library, library.territories[area].name, report))
    except UnreadableError as reason:
        report.fail(reason.code, reason.values)
    click.echo(words()("import.list-summary", file=call.file.name, rows=report.rows, tables=report.tables))
    for line in islice(report_lines(Imported({}, report), words()), 1, None):
        click.echo(line)
    for path, registered in done.items():
        if registered.text != text_of(path) and (registered.new or registered.filled):
            save_text(path, registered.text)
        _tell(path, registered)
    return 1 if has_errors(report.problems, words()) else 0


def _territory(asked: str, library: Library) -> str:
    """The territory that was asked for, else the only one that is not the centre's; raise UsageError."""
    known = [found for found in library.territories if found != "trung-uong"]
    above = {registry.parent for registry in library.territories.values()}
    lowest = [found for found in known if found not in above]
    if asked in library.territories:
        return asked
    if asked or len(lowest) != 1:
        raise click.UsageError(words()("import.which-territory", known=", ".join(known)))
    return lowest[0]


def _communes(
    listed: Sequence[ListedAgency], folder: Path, library: Library, province: str, report: ImportReport
) -> Iterator[tuple[Path, Registered]]:
    for agency in listed:
        unit = commune_of(agency, province)
        if unit is None:
            report.note("import-no-commune", agency.line, name=agency.name, province=province)
            continue
        path = folder / f"{unit.id}.yaml"
        yield path, with_commune(text_of(path) or "", unit, agency, library)


def _tell(path: Path, registered: Registered) -> None:
    click.echo(words()("import.list-written", path=path, new=registered.new, filled=registered.filled))
    for agency, key in registered.left:
        field = words()(f"field.{key}")
        click.echo(words()("import.list-left", line=agency.line, name=agency.name, what=field))
