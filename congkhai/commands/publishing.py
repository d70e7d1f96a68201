"""`build` on the command line: build into a folder, print problems and progress, and how many files were written."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click
from msgspec.structs import replace

from congkhai.build.incremental.result_cache import CachedResult, ResultCache, fingerprint_of
from congkhai.build.incremental.runs import BuildResult, build_incrementally, build_recorder, save_build
from congkhai.build.incremental.store import FOLDER
from congkhai.build.locks import lock, output_lock
from congkhai.build.output import Staging, UnwritableError, Written
from congkhai.build.output.abandoned import remove_abandoned
from congkhai.build.parts import PartError
from congkhai.build.preparation import Settings
from congkhai.checks.hosts import Extent, hosts_for
from congkhai.foundation.language import words
from congkhai.foundation.paths import real
from congkhai.foundation.printing import print_build_problems
from congkhai.foundation.timer import Timer

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from congkhai.build.builder import Build
    from congkhai.site.rendering import Progress

# The modules of a full build take longer to import than an incremental build takes: functions import them.


def publish(
    output: Path, settings: Settings, *, full: bool, compress: bool, executor: str = "", profile: bool = False
) -> None:
    """Build, print the problems, and replace the old site by the new one; exit 1 where problems forbid it.

    Where neither the source nor the site has changed since the last build, print its result again.
    """
    with lock(output_lock(output), lambda: click.echo(words()("cli.output.waiting", folder=output), err=True)):
        remove_abandoned(settings.source / FOLDER, output)
        _publish(output, settings, _Options(full, compress, profile, executor))


def _publish(output: Path, settings: Settings, options: _Options) -> None:
    if options.allow_incremental(settings):
        if not options.full and (result := _build_incrementally(output, settings)):
            print_build_problems(result.problems, settings.source, strict=settings.strict)
            _print_if_in_place(output, is_in_place=result.is_in_place)
            _print_counts(output, result.pages, result.written or _nothing_written())
            _print_extent(result.extent)
            return
        _publish_in_full(output, settings, options)
        return
    cache = ResultCache.of(settings.source, "build", str(real(output)), replace(settings, jobs=1), options.compress)
    known = None if options.full or options.profile or settings.parts else cache.load()
    if known and known.output == fingerprint_of((real(output),)):
        print_build_problems(known.problems, settings.source, strict=settings.strict)
        _print_counts(output, known.pages, Written(0, known.files, 0))
        return
    built, written = _publish_in_full(output, settings, options)
    site = fingerprint_of((real(output),))
    cache.save(CachedResult(built.problems, pages=built.pages, files=written.written + written.unchanged, output=site))


class _Options(NamedTuple):
    """Options of a build besides its settings: write every file, compress, measure time, use another machine."""

    full: bool
    compress: bool
    profile: bool
    executor: str

    def allow_incremental(self, settings: Settings) -> bool:
        """Return whether the build may be incremental; else only the result of the whole build is cached."""
        others = self.compress or self.profile or self.executor
        return not (others or settings.posting or settings.share or settings.parts)


def _build_incrementally(output: Path, settings: Settings) -> BuildResult | None:
    from congkhai.site.rendering import no_progress

    try:
        return build_incrementally(output, settings, _progress() or no_progress)
    except UnwritableError as error:
        raise _unwritable(output, error) from error


def _publish_in_full(output: Path, settings: Settings, options: _Options) -> tuple[Build, Written]:
    from congkhai.build.cluster import NoClusterError, cluster_at

    timer = Timer(running=options.profile)
    if options.profile:
        settings = replace(settings, jobs=1)
    try:
        with cluster_at(options.executor) if options.executor else nullcontext() as cluster:
            result, written = _build_into(output, settings, options, _Tools(cluster, timer))
    except PartError as error:
        raise click.UsageError(words()(f"cli.parts.{error.reason}", part=error.part)) from error
    except NoClusterError as error:
        raise click.UsageError(words()(f"cli.executor.{error.args[0]}", address=options.executor)) from error
    _print_counts(output, result.pages, written)
    if isinstance(result.files, Staging) and (sizes := result.files.sizes()):
        _print_extent(Extent(len(sizes), sum(sizes), max(sizes)))
    if options.profile:
        from congkhai.commands.profile_table import profile_table

        click.echo(profile_table(timer.timings(), words()))
    return result, written


class _Tools(NamedTuple):
    """The executor that renders the pages, and the timer."""

    executor: Executor | None
    timer: Timer


def _build_into(output: Path, settings: Settings, options: _Options, tools: _Tools) -> tuple[Build, Written]:
    from congkhai.build.builder import build_site

    opened = build_recorder(settings) if options.allow_incremental(settings) else nullcontext()
    try:
        with opened as recorder, Staging(output, full=options.full, cache=settings.source / FOLDER) as staging:
            result = build_site(
                settings,
                staging,
                progress=_progress(),
                executor=tools.executor,
                timer=tools.timer,
                recorder=recorder,
            )
            print_build_problems(result.problems, settings.source, strict=settings.strict)
            if not result.files:
                _nothing_written()
            if options.compress:
                from congkhai.site.exports.compressed import twins_of

                staging.update(twins_of(staging, staging.old_file, settings.jobs))
            written = staging.publish(keep=recorder is not None, jobs=settings.jobs)
            _print_if_in_place(output, is_in_place=staging.is_in_place)
            if recorder:
                save_build(recorder, staging, result.pages)
            return result, written
    except UnwritableError as error:
        raise _unwritable(output, error) from error


def _unwritable(output: Path, error: UnwritableError) -> click.UsageError:
    return click.UsageError(words()("cli.output.unwritable", folder=output, reason=error.strerror))


def _print_if_in_place(output: Path, *, is_in_place: bool) -> None:
    if is_in_place:
        click.echo(words()("cli.output.in-place", folder=output), err=True)


def _nothing_written() -> NoReturn:
    click.echo(words()("cli.nothing-written"), err=True)
    sys.exit(1)


def _print_counts(output: Path, pages: int, written: Written) -> None:
    counts = {"written": written.written, "unchanged": written.unchanged, "removed": written.removed}
    click.echo(words()("cli.built", pages=pages, folder=output, **counts))


def _print_extent(site: Extent) -> None:
    """Print how large the site is, and which hosts take it without charge."""
    fitting = ", ".join(hosts_for(site)) or words()("cli.extent.none")
    click.echo(words()("cli.extent", files=site.files, size=f"{site.total / 1_000_000:.0f}", hosts=fitting))


def _progress() -> Progress | None:
    """Return a callback that shows progress on a terminal, None where stderr is not one."""
    if not sys.stderr.isatty():
        return None

    def show(stage: str, count: int) -> None:
        click.echo(f"\r{words()(f'cli.progress.{stage}', count=count)}\033[K\r", nl=False, err=True)

    return show
