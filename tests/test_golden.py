"""The whole site of a tiny source is a golden: any change of what is published shows in a diff.

Write it anew, and read the diff before committing it: python -m tests.bless golden
Names of style sheets and scripts hold a print of their content; here it is put as "0000000000", and they themselves
and the search index (which has its own tests) are left out; so are workbooks and databases, whose bytes follow from
the libraries that pack them, and the files that hold their hashes.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.sources import SOUND, built, tree

GOLDEN = Path(__file__).parent / "golden" / "site"
# The print of a file's content in its name: site.1a2b3c4d5e.css.
_PRINT = re.compile(rb"\.[0-9a-f]{10}\.(?=[a-z0-9]+\b)")

# What has tests of its own.
_LEFT_OUT = re.compile(r"assets/|search/|.*\.(?:xlsx|sqlite)\Z|data/(?!danh-muc|thu-tuc-cpsv).*\.jsonld\Z")


def published() -> dict[str, bytes]:
    """The files of the golden site as a build makes them now."""
    build = built(SOUND)
    assert build.problems == ()
    kept = {path: data for path, data in build.files.items() if not _LEFT_OUT.match(path)}
    return {path: _PRINT.sub(b".0000000000.", data) for path, data in kept.items()}


def bless() -> None:
    """Write the golden site."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, data in published().items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_bytes(data)


def test_the_site_has_the_files_of_the_golden_one() -> None:
    assert sorted(published()) == sorted(tree(GOLDEN))


def test_every_file_of_the_site_is_byte_for_byte_the_golden_one() -> None:
    golden = tree(GOLDEN)
    different = [path for path, data in published().items() if golden.get(path) != data]
    assert different == [], "python -m tests.bless golden, and read the diff"
