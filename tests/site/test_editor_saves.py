"""What the browser editor saves is the file that was opened with one value changed, whatever other files there are."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.chromium import lacking

SCRIPT = Path(__file__).with_name("editor_saves.mjs")
FIRST = "# tệp A\nterritory: trung-uong\ndocuments:\n  - {id: a-1, number: 1/2026/NĐ-CP} # ghi chú A\n"
SECOND = "# tệp B\nterritory: trung-uong\ndocuments:\n  - id: b-1\n    number: 2/2026/NĐ-CP # ghi chú B\n"


def saved(texts: list[str], at: int, path: list[str | int], value: str) -> list[str]:
    node = shutil.which("node") or lacking("node")
    asked = json.dumps({"texts": texts, "at": at, "path": path, "value": value})
    done = subprocess.run([node, SCRIPT], input=asked, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("at", "old"), [(0, "1/2026"), (1, "2/2026")])
def test_a_file_of_several_of_one_territory_keeps_its_own_comments_and_layout(at: int, old: str) -> None:
    texts = [FIRST, SECOND]
    first, again = saved(texts, at, ["documents", 0, "number"], "3/2026/NĐ-CP")
    assert first == again == texts[at].replace(old, "3/2026")


def test_a_file_whose_id_is_changed_stays_itself() -> None:
    first, _ = saved([FIRST, SECOND], 1, ["territory"], "vinh-long")
    assert first == SECOND.replace("trung-uong", "vinh-long")


def test_the_mark_by_which_the_editor_knows_a_file_is_never_written() -> None:
    assert "_base" not in "".join(saved([FIRST, SECOND], 0, ["territory"], "vinh-long"))
