"""The commands by name. Exit 0: fine; 1: problems in the content; 2: a wrong call; 3: a fault of the program itself."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

import congkhai
from congkhai.commands.click_words import speak_for_click
from congkhai.commands.code_pages import written_apart
from congkhai.commands.wrong_call import tell
from congkhai.foundation.invocation import command_name
from congkhai.foundation.language import LANGUAGE, words

# A command and the module it stands in, loaded when it is called or when all are listed: what editors' commands draw
# on takes longer to load than a check takes to run.
COMMANDS = {
    "build": "build",
    "bundle": "bundle",
    "check": "check",
    "fmt": "fmt",
    "import": "import_file",
    "init": "init",
    "new": "new",
    "schedule": "schedule",
    "schema": "schema",
    "serve": "serve",
    "suggest": "suggest",
    "unanswered": "unanswered",
}
speak_for_click()


class _Commands(click.Group):
    """All commands, each loaded when it is asked for; what is wrong with a call is told in its language."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        try:
            sys.exit(super().main(*args, **{**kwargs, "standalone_mode": False}))
        except click.ClickException as error:
            tell(error)
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(1)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of a call; one whose words are not in UTF-8 is wrong, whatever it asks for."""
        if any("\ud800" <= char <= "\udfff" for word in args for char in word):
            raise click.UsageError(words()("cli.not-utf8"))
        return super().make_context(info_name, args, parent, **extra)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        return command(cmd_name) if cmd_name in COMMANDS else None

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(COMMANDS)


def command(name: str) -> click.Command:
    """The command of a name in `COMMANDS`."""
    module = import_module(f"congkhai.commands.{COMMANDS[name]}")
    found: click.Command = getattr(module, f"{name}_command")
    return found


# The disk is full, or the share of it that one person may fill.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@click.group(cls=_Commands, invoke_without_command=True)
@LANGUAGE
@click.version_option(version=congkhai.__version__, prog_name="congkhai", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Công Khai: dựng cổng công khai kế hoạch và thủ tục từ các tệp YAML."""
    if context.invoked_subcommand is None:
        context.invoke(command("build"))


def main() -> None:
    """Run the command line; a fault of the program prints a report that can be pasted, and exits 3."""
    _stand_in_for_closed_streams()
    _accept_every_letter()
    signal.signal(signal.SIGTERM, _exit)
    try:
        commands()
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            _tell_no_room(error)
        if _is_lost_process(error):
            click.echo(words()("cli.lost-process"), err=True)
            sys.exit(2)
        import platform
        import traceback

        click.echo(words()("cli.crash"), err=True)
        click.echo(f"Python {platform.python_version()}, {platform.system()}", err=True)
        click.echo(" ".join([command_name(), *sys.argv[1:]]), err=True)
        click.echo(traceback.format_exc(), err=True)
        sys.exit(3)


def _tell_no_room(error: OSError) -> NoReturn:
    """Exit 2: what was to be printed, or a file of the editor's, found no room; the report of a crash would neither."""
    with suppress(OSError):
        click.echo(words()("cli.no-room", reason=error.strerror or ""), err=True)
    os._exit(2)  # Python would try once more to write what is left


def _is_lost_process(error: Exception) -> bool:
    """Whether the system ended a process that worked for this one."""
    from congkhai.foundation.processes import LostProcessError

    return isinstance(error, LostProcessError)


def _exit(signal_number: int, _frame: object) -> None:
    """End as for Ctrl+C, so that files under way are removed."""
    sys.exit(128 + signal_number)


def _stand_in_for_closed_streams() -> None:
    """A command whose output was closed (`>&-`) speaks to nobody, and does its work all the same."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.StringIO())


def _accept_every_letter() -> None:
    """Let pipes take all of Vietnamese: as UTF-8 where Windows would write a code page that lacks half of it.

    A terminal takes Unicode by itself, and a pipe whose encoding was chosen (PYTHONIOENCODING) keeps it: what that
    lacks is written with its tone apart, or as an escape, and no command ends for it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
            chosen = "PYTHONIOENCODING" in os.environ or stream.isatty()
            errors = written_apart(stream.encoding)
            stream.reconfigure(encoding=None if chosen else "utf-8", errors=errors)
