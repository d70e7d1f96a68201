"""unanswered: the queries that readers sent because they found nothing become phrases for an editor to confirm."""

from __future__ import annotations

from pathlib import Path

import click

from congkhai.build.loader import load_site
from congkhai.commands.files import save_text, text_of
from congkhai.commands.options import SOURCE
from congkhai.foundation.language import LANGUAGE, words


@click.command("unanswered")
@LANGUAGE
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Tệp ghi các dòng chờ duyệt.")
@SOURCE
def unanswered_command(file: Path, output: Path | None, source: Path) -> None:
    """Biến danh sách câu tìm chưa thấy (mỗi dòng một câu) thành các dòng chờ duyệt cho content/search."""
    from congkhai.editing.unanswered import draft, queries

    library = load_site(source)
    titles = {code: card.name for code, card in library.cards.items()}
    lines = (text_of(file) or "").splitlines()
    found = queries(lines, titles, (phrase.phrase for phrase in library.search_phrases.values()))
    text = "\n".join(draft(found, titles, words())) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    save_text(output, text)
    click.echo(words()("unanswered.written", count=len(found), path=output))
