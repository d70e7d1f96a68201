"""suggest: which tasks of the plan above each task of a plan may carry out, for an editor to confirm."""

from __future__ import annotations

from pathlib import Path

import click

from congkhai.build.loader import load_library
from congkhai.commands.options import SOURCE
from congkhai.foundation.language import LANGUAGE, words
from congkhai.foundation.problem import Problems


@click.command("suggest")
@LANGUAGE
@click.argument("plan")
@SOURCE
def suggest_command(plan: str, source: Path) -> None:
    """Gợi ý nhiệm vụ cấp trên mà từng nhiệm vụ của một kế hoạch có thể đang thực hiện, để người biên tập duyệt."""
    from congkhai.editing.carrying import carrying_lines

    library = load_library(source, Problems())
    if plan not in library.plans:
        raise click.UsageError(words()("suggest.unknown", plan=plan))
    lines = list(carrying_lines(library, plan, words()))
    click.echo("\n".join(lines or [words()("suggest.none", plan=plan)]))
