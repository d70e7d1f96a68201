"""A build from the command line: into a folder, with its problems, its progress and what it did."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click
from msgspec.structs import replace

from congkhai.build.incremental.following import Followed, build_changes, keep_site, recorded
from congkhai.build.incremental.memory import Answer, Memory, fingerprint_of
from congkhai.build.output import Staging, UnwritableError, Written
from congkhai.build.parts import PartError
from congkhai.build.preparation import Settings
from congkhai.foundation.language import words
from congkhai.foundation.printing import print_problems
from congkhai.foundation.timer import Stopwatch

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from congkhai.build.builder import Build, Progress

# What makes whole sites takes longer to load than it takes to build what changed: it is loaded where one is made.


def publish(
    output: Path, settings: Settings, *, full: bool, compress: bool, executor: str = "", profile: bool = False
) -> None:
    """Build, print the problems, and put the new site where the old one stands; exit 1 where problems forbid it.

    Where neither the source nor the site has changed since the last build, the answer is the same, and nothing is made.
    """
    wish = _Wish(full, compress, profile, executor)
    if wish.follows(settings):
        if not full and (followed := _followed(output, settings)):
            print_problems(followed.problems, "text", settings.source)
            _tell(output, followed.pages, followed.written or _nothing_written())
            return
        _publish_whole(output, settings, wish)
        return
    memory = Memory.of(settings.source, "build", str(output.resolve()), replace(settings, jobs=1), compress)
    known = None if full or profile or settings.parts else memory.recall()
    if known and known.output == fingerprint_of((output.resolve(),)):
        print_problems(known.problems, "text", settings.source)
        _tell(output, known.pages, Written(0, known.files, 0))
        return
    result, written = _publish_whole(output, settings, wish)
    site = fingerprint_of((output.resolve(),))
    memory.keep(Answer(result.problems, pages=result.pages, files=written.written + written.unchanged, output=site))


class _Wish(NamedTuple):
    """How a build is to be made: every file written anew, compressed, timed, on another machine."""

    full: bool
    compress: bool
    profile: bool
    executor: str

    def follows(self, settings: Settings) -> bool:
        """Whether the next build may follow from this one, record by record."""
        others = self.compress or self.profile or self.executor
        return not (others or settings.posting or settings.share or settings.parts)


def _followed(output: Path, settings: Settings) -> Followed | None:
    try:
        return build_changes(output, settings, _progress() or (lambda _stage, _count: None))
    except UnwritableError as error:
        raise _unwritable(output, error) from error


def _publish_whole(output: Path, settings: Settings, wish: _Wish) -> tuple[Build, Written]:
    from congkhai.build.cluster import NoClusterError, cluster_at

    watch = Stopwatch(running=wish.profile)
    if wish.profile:
        settings = replace(settings, jobs=1)
    try:
        with cluster_at(wish.executor) if wish.executor else nullcontext() as cluster:
            result, written = _build_into(output, settings, wish, _By(cluster, watch))
    except PartError as error:
        raise click.UsageError(words()(f"cli.parts.{error.reason}", part=error.part)) from error
    except NoClusterError as error:
        raise click.UsageError(words()(f"cli.executor.{error.args[0]}", address=wish.executor)) from error
    _tell(output, result.pages, written)
    if wish.profile:
        from congkhai.commands.profile_table import profile_table

        click.echo(profile_table(watch.laps(), words()))
    return result, written


class _By(NamedTuple):
    """Who renders, and who times it."""

    executor: Executor | None
    watch: Stopwatch


def _build_into(output: Path, settings: Settings, wish: _Wish, by: _By) -> tuple[Build, Written]:
    from congkhai.build.builder import build_site

    keeping = recorded(output, settings) if wish.follows(settings) else nullcontext()
    try:
        with keeping as recording, Staging(output, full=wish.full) as staging:
            result = build_site(
                settings,
                staging,
                note=_progress(),
                executor=by.executor,
                watch=by.watch,
                recording=recording,
            )
            print_problems(result.problems, "text", settings.source)
            if not result.files:
                _nothing_written()
            if wish.compress:
                from congkhai.site.exports.compressed import twins_of

                staging.update(twins_of(staging, staging.old_file, settings.jobs))
            written = staging.publish()
            if recording:
                keep_site(recording, staging, result.pages)
            return result, written
    except UnwritableError as error:
        raise _unwritable(output, error) from error


def _unwritable(output: Path, error: UnwritableError) -> click.UsageError:
    return click.UsageError(words()("cli.output.unwritable", folder=output, reason=error.strerror))


def _nothing_written() -> NoReturn:
    click.echo(words()("cli.nothing-written"), err=True)
    sys.exit(1)


def _tell(output: Path, pages: int, written: Written) -> None:
    counts = {"written": written.written, "unchanged": written.unchanged, "removed": written.removed}
    click.echo(words()("cli.built", pages=pages, folder=output, **counts))


def _progress() -> Progress | None:
    """Tell on a terminal how far a build is; nothing where its words go into a file."""
    if not sys.stderr.isatty():
        return None

    def tell(stage: str, count: int) -> None:
        click.echo(f"\r{words()(f'cli.progress.{stage}', count=count)}\033[K\r", nl=False, err=True)

    return tell
