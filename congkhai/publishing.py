"""A build from the command line: into a folder, with its problems, its progress and what it did."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from congkhai.builder import Progress, Settings, build_site
from congkhai.exports.compressed import twins_of
from congkhai.language import words
from congkhai.output import Staging, UnwritableError
from congkhai.printing import print_problems


def publish(output: Path, settings: Settings, *, full: bool, compress: bool) -> None:
    """Build, print the problems, and put the new site where the old one stands; exit 1 where problems forbid it."""
    try:
        with Staging(output, full=full) as staging:
            result = build_site(settings, staging, note=_progress())
            print_problems(result.problems, "text", settings.source)
            if not result.files:
                click.echo(words()("cli.nothing-written"), err=True)
                sys.exit(1)
            if compress:
                staging.update(twins_of(staging, staging.old_file, settings.jobs))
            written = staging.publish()
    except UnwritableError as error:
        raise click.UsageError(words()("cli.output.unwritable", folder=output, reason=error.strerror)) from error
    counts = {"written": written.written, "unchanged": written.unchanged, "removed": written.removed}
    click.echo(words()("cli.built", pages=result.pages, folder=output, **counts))


def _progress() -> Progress | None:
    """Tell on a terminal how far a build is; nothing where its words go into a file."""
    if not sys.stderr.isatty():
        return None

    def tell(stage: str, count: int) -> None:
        click.echo(f"\r{words()(f'cli.progress.{stage}', count=count)}\033[K\r", nl=False, err=True)

    return tell
