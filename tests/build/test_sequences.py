"""After random edits of every kind of record, of settings, templates and files, what follows is a whole build's."""

from __future__ import annotations

import datetime
import os
import random
import shutil
from pathlib import Path

import pytest

from congkhai.build.builder import Settings
from congkhai.build.incremental.runs import build_incrementally
from congkhai.records.record_files import BY_FOLDER
from congkhai.site.rendering import no_progress
from tests.build.every_kind import lay_every_kind
from tests.build.random_edits import edit, saved, taken_back
from tests.build.test_incremental import TODAY, expected, site, whole
from tests.sources import SOUND

pytestmark = pytest.mark.rebuilds

SEQUENCES = int(os.environ.get("CONGKHAI_SEQUENCES", "6"))
FIRST = int(os.environ.get("CONGKHAI_FIRST_SEQUENCE", "0"))
STEPS = 4


def test_the_source_of_every_kind_has_them_all(tmp_path: Path) -> None:
    content = lay_every_kind(tmp_path / "source") / "content"
    files = {path.relative_to(content).parts[0] for path in content.rglob("*") if path.is_file()}
    assert files >= BY_FOLDER.keys()
    assert expected(tmp_path / "source")[0]


def lay(folder: Path, seed: int) -> Path:
    """One of two sources, with one of some settings."""
    if seed % 2:
        lay_every_kind(folder)
    else:
        shutil.copytree(SOUND, folder, ignore=shutil.ignore_patterns(".cache"))
    more = ("languages: [vi, en]\n", "central_records: true\n", "")[seed % 3]
    with (folder / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(more)
    return folder


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEQUENCES))
def test_what_follows_is_what_a_whole_build_makes(seed: int, tmp_path: Path) -> None:
    chance, output, kept, day = random.Random(seed), tmp_path / "site", tmp_path / "kept", TODAY
    source = lay(tmp_path / "source", seed)
    whole(source, output)
    saved(source, kept)
    for _ in range(STEPS):
        done = "; ".join(edit(source, chance) for _ in range(chance.randrange(1, 3)))
        day += datetime.timedelta(days=chance.choice((0, 0, 0, 1, 40, -300)))
        files, problems = expected(source, day)
        followed = build_incrementally(output, Settings(source, day, jobs=1 + seed % 2), no_progress)
        if followed is None:  # a change that only a whole build follows
            whole(source, output, day)
        else:
            assert set(followed.problems) == set(problems), done
        if not files:  # nothing was published; the editor takes it back
            assert followed is None or followed.written is None, done
            taken_back(source, kept)
            continue
        found = site(output)
        assert sorted(found) == sorted(files), done
        assert [path for path in files if files[path] != found[path]] == [], done
        saved(source, kept)
