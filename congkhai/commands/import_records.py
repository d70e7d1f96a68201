"""Plans, decisions and procedures of a document as drafts in the source, and what they need beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from congkhai.build.loader import load_site
from congkhai.commands.files import save_text, text_of
from congkhai.commands.import_call import ImportCall
from congkhai.editing.importers.again.comparing import Comparison, Step, change_lines, compare
from congkhai.editing.importers.sector_file import with_sectors
from congkhai.editing.importing import ImportKind, import_file, report_lines, sector_lines
from congkhai.editing.registry.beside import Beside
from congkhai.editing.registry.documents import with_stubs
from congkhai.editing.registry.draft import with_names
from congkhai.foundation.language import words
from congkhai.foundation.paths import real
from congkhai.foundation.report import has_errors

# Where the last import of a file is kept, so that edits can be told from news; the loader passes hidden folders by.
IMPORTED = ".imported"
# The label that says what became of a draft.
_SAID = {"write": "written", "same": "same", "merged": "merged", "edited": "differs", "other": "other-document"}


def bring_in(call: ImportCall) -> int:
    """Draft the records of a file, write them and what they need, and tell of it; return the exit code."""
    kind, source, output = ImportKind(call.kind), call.source, call.output
    many = kind is ImportKind.PROCEDURES
    if many and output is None:
        raise click.UsageError(words()("import.needs-folder"))
    library = load_site(source)
    imported = import_file(kind, call.file, library, words(), territory=call.territory, year=call.year)
    for line in report_lines(imported, words(), many=many):
        click.echo(line, err=output is None)
    if imported.sectors:
        _write_sectors(imported.sectors, source, output)
    if output is None:
        click.echo("---\n".join(imported.drafts.values()), nl=False)
    if output is not None and imported.beside:
        _write_beside(imported.beside, output, source, register=call.register)
    open_ends = output is not None and not _write_drafts(_targets(imported.drafts, output, many=many), force=call.force)
    return 1 if open_ends or has_errors(imported.report.problems, words()) else 0


def _write_beside(needed: Beside, output: Path, source: Path, *, register: bool) -> None:
    """Write the registry and the documents that a plan needs where there are none: into the source, or by the plan.

    With `register`, put names and documents into the files that are there.
    """
    for name, text in needed.files.items():
        site = source / "content"
        path = site / name if site.is_dir() else output.parent / name.replace("/", "-")
        if not path.exists():
            save_text(path, text)
    if register:
        _register(needed, source)


def _register(needed: Beside, source: Path) -> None:
    if needed.names:
        path = source / needed.registry
        save_text(path, with_names(text_of(path) or "", needed.names, path.stem, words()))
        click.echo(words()("import.registered", count=len(needed.names), path=path))
    if needed.register:
        path = source / needed.register
        if added := with_stubs(text_of(path) or "", needed.stubs):
            save_text(path, added)
            click.echo(words()("import.documents-registered", count=len(needed.stubs), path=path))


def _targets(drafts: Mapping[str, str], output: Path, *, many: bool) -> dict[Path, str]:
    """The file of each draft: the output itself for a lone one, unless that is a folder."""
    is_folder = output.is_dir() or not output.suffix
    if len(drafts) == 1 and not many and not is_folder:
        return {output: next(iter(drafts.values()))}
    if output.is_file() or (output.suffix and not output.is_dir() and len(drafts) > 1):
        raise click.UsageError(words()("import.needs-folder"))
    return {output / name: text for name, text in drafts.items()}


def _write_drafts(targets: dict[Path, str], *, force: bool) -> bool:
    """Write the drafts, merged with what an editor has changed; False where a person must decide on something."""
    steps = dict.fromkeys(Step, 0)
    settled = True
    for path, theirs in targets.items():
        base = path.parent / IMPORTED / path.name
        found = compare(text_of(base), text_of(path), theirs)
        forced = force and found.step is not Step.SAME
        step = Step.WRITE if forced else found.step
        steps[step] += 1
        if step in (Step.WRITE, Step.MERGED):
            save_text(path, theirs if forced else found.text)
        if step in (Step.WRITE, Step.MERGED, Step.SAME):
            save_text(base, theirs if forced else found.base)
        if len(targets) == 1 or step not in (Step.WRITE, Step.SAME):
            _tell(path, step, found)
        settled &= forced or (step not in (Step.EDITED, Step.OTHER) and not found.clashes)
    if len(targets) > 1:
        count, same = steps[Step.WRITE] + steps[Step.MERGED], steps[Step.SAME]
        click.echo(words()("import.written-many", count=count, same=same))
    return settled


def _tell(path: Path, step: Step, found: Comparison) -> None:
    """Say what became of one draft."""
    click.echo(words()(f"import.{_SAID[step]}", path=path))
    if step in (Step.MERGED, Step.EDITED):
        click.echo("\n".join(change_lines(found.changes, words())))


def _write_sectors(sectors: Mapping[str, str], source: Path, output: Path | None) -> None:
    """Draft the sectors that procedures need: into the source where its procedures are written, else beside them."""
    content = source / "content"
    inside = output is not None and real(output).is_relative_to(real(content))
    path = content / "sectors.yaml" if inside or output is None else output / "sectors.yaml"
    changed = with_sectors(text_of(path) or "", sectors) if output is not None else None
    if changed is None:
        click.echo("\n".join(sector_lines(sectors, words())), err=output is None)
        return
    save_text(path, changed)
    click.echo(words()("import.sectors-written" if inside else "import.sectors-beside", count=len(sectors), path=path))
