"""What killed processes left in a cache is removed by the next one of any kind, and nothing that somebody works at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from congkhai.build.locks import lock, lock_named, short_hash
from congkhai.build.output.abandoned import remove_abandoned
from tests.sources import ROOT

OTHER = "0123456789ab"


def lay(cache: Path, output: Path) -> None:
    own = short_hash(output)
    for name in (f"site-{OTHER}.x", f"site-{OTHER}.before", f"site-{OTHER}.aside", f"site-{own}.x", "preview"):
        (cache / name).mkdir(parents=True)
        (cache / name / "index.html").write_text("x")
    for name in ("preview.new", "build.db", f"site-{OTHER}.before.json", ".build.crc.abc.tmp", ".gitignore"):
        (cache / name).write_text("x")


def test_what_is_kept_for_the_next_build_stays_and_the_rest_goes(tmp_path: Path) -> None:
    cache, output = tmp_path / "cache", tmp_path / "site"
    lay(cache, output)
    kept = {path.name for path in cache.iterdir()} - {f"site-{OTHER}.x", "preview.new", ".build.crc.abc.tmp"}
    remove_abandoned(cache, output)
    assert {path.name for path in cache.iterdir()} == kept
    assert not lock_named(OTHER).exists()


_HOLDER = """
import sys
from contextlib import ExitStack
from pathlib import Path
from congkhai.build.locks import lock
with ExitStack() as held:
    print(*(held.enter_context(lock(Path(name))) for name in sys.argv[1:]), flush=True)
    sys.stdin.read()
"""


def test_what_another_process_works_at_stays(tmp_path: Path) -> None:
    cache, output = tmp_path / "cache", tmp_path / "site"
    lay(cache, output)
    command = [sys.executable, "-c", _HOLDER, str(lock_named(OTHER)), str(cache / "preview.lock")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "True True\n"
        remove_abandoned(cache, output)
        assert (cache / f"site-{OTHER}.x" / "index.html").is_file()
        assert (cache / "preview.new").is_file()
        with lock(cache / "preview.lock") as held:
            assert not held
        other.communicate("")
