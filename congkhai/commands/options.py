"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

from congkhai.commands.option_types import DayType

SOURCE = click.option(
    "--source",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="Thư mục nguồn, có site.yaml và content/.",
)
TODAY = click.option("--today", type=DayType(), default=None, help="Ngày coi là hôm nay (2026-11-22).")
