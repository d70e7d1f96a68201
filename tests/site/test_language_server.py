"""What VS Code shows: the YAML language server finds nothing in sound files, and underlines faults in faulty ones."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.site.test_schema import SETTINGS
from tests.sources import ROOT, run

NODE = shutil.which("node")
SERVER = ROOT / "node_modules" / "yaml-language-server"
FAULTY = """\
id: x
type: pln
title: A
territory: a
issuer: b
year: 20222
sections:
  - title: B
    items:
      - title: C
        led: D
"""
PLAN = """\
id: x
type: plan
title: A
territory: a
issuer: b
year: 2026
sections:
  - title: B
    items:
      - title: C
        lead: D
"""
PROCEDURE = 'code: "1.001190"\nname: A\nsector: a\nonline: {level: full}\n'
# What editors do wrong: kind, sound words, wrong ones in their place, and what must be said.
MISTAKES = (
    ("plans", PLAN, "lead: D", "led: D", "Ở đây không có khóa này. Khóa dùng được: number, "),
    ("plans", PLAN, "issuer: b\n", "", "Thiếu khóa `issuer` (cơ quan ban hành)."),
    ("plans", PLAN, "type: plan", "type: pln", "plan (kế hoạch), programme (chương trình), project (đề án)"),
    ("plans", PLAN, "year: 2026", "year: 20266", "Cần một số nguyên từ"),
    ("plans", PLAN, "year: 2026", "year: năm 2026", "Cần một số nguyên từ"),
    ("plans", PLAN, "title: A", "title: [A]", "Cần chữ trên một dòng"),
    ("plans", PLAN, "title: A", "title: {a: b}", "Cần chữ trên một dòng"),
    ("plans", PLAN, "title: A", "title: A\nsigned: 31/12/2025", "Cần ngày 2021-12-31, tháng 2021-12 hoặc năm 2021."),
    ("plans", PLAN, "title: A", "title: A\nlegal_basis: 61/2018/NĐ-CP", "Ở đây cần một danh sách"),
    ("plans", PLAN, "id: x", "id: Kế hoạch", "Mã chỉ gồm chữ thường không dấu"),
    ("plans", PLAN, "title: A", "title: A\nsigner: Nguyễn Văn A", "Ở đây cần các khóa, mỗi khóa một dòng"),
    ("procedures/a", PROCEDURE, '"1.001190"', "1.001190", "Số và mã phải đặt trong dấu ngoặc kép"),
    ("procedures/a", PROCEDURE, "level: full", "level: toàn trình", "full (toàn trình), partial (một phần)"),
    ("procedures/a", PROCEDURE, "name: A", "name: A\nsource: {text: A, url: example.vn}", "bắt đầu bằng https://"),
)
MISTAKEN = {
    f"content/{folder}/mistake-{number}.yaml": (text.replace(old, new, 1), said)
    for number, (folder, text, old, new, said) in enumerate(MISTAKES)
}
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the server says of a sound file of each folder and of a faulty plan."""
    if not NODE or not SERVER.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("needs node and yaml-language-server (npm ci)")
        pytest.skip("needs node and yaml-language-server (npm ci)")
    folders = sorted(path for path in (ROOT / "content").iterdir() if path.is_dir())
    firsts = [found[0] for folder in folders if (found := sorted(folder.rglob("*.yaml")))]
    files = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in firsts}
    hover = {"path": "content/plans/x.yaml", "line": 1, "character": 1}
    files |= {hover["path"]: FAULTY} | {path: text for path, (text, _) in MISTAKEN.items()}
    files["content/plans/offered.yaml"] = PLAN.replace("issuer: b", "issuer: ")
    at = {"path": "content/plans/offered.yaml", "line": 4, "character": len("issuer: ")}
    schemas = tmp_path_factory.mktemp("schemas")
    assert run("schema", "--ids", "--source", ROOT, "--output", schemas / ".vscode" / "schemas").exit_code == 0
    asked = {"root": str(ROOT), "settings": SETTINGS, "files": files, "hover": hover, "complete": at}
    asked |= {"schemas": str(schemas)}
    command = [NODE, str(HERE / "language_server.mjs")]
    told = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, timeout=120)
    answer: dict[str, Any] = json.loads(told.stdout)
    return answer


def test_sound_files_have_no_faults(shown: dict[str, Any]) -> None:
    faulty = {"content/plans/x.yaml", "content/plans/offered.yaml", *MISTAKEN}
    sound = {path: faults for path, faults in shown["diagnostics"].items() if path not in faulty}
    assert len(sound) > 5
    assert {path: faults for path, faults in sound.items() if faults} == {}


def test_faults_are_underlined_in_their_lines(shown: dict[str, Any]) -> None:
    faults = shown["diagnostics"]["content/plans/x.yaml"]
    assert [fault.split(":")[0] for fault in faults] == ["2", "6", "11"]


@pytest.mark.parametrize("path", MISTAKEN)
def test_each_mistake_is_told_once_and_in_vietnamese(shown: dict[str, Any], path: str) -> None:
    (fault,) = shown["diagnostics"][path]
    assert MISTAKEN[path][1] in fault


def test_a_key_is_told_in_vietnamese_under_the_pointer(shown: dict[str, Any]) -> None:
    assert "Loại kế hoạch. Bắt buộc." in shown["hover"]
    assert "`programme`: chương trình" in shown["hover"]


def test_references_offer_the_records_of_the_site_and_take_others_too(shown: dict[str, Any]) -> None:
    assert {"ubnd-ben-tre", "ubnd-truc-ninh"} <= set(shown["offered"])
    assert not [fault for path, faults in shown["diagnostics"].items() if path in MISTAKEN for fault in faults[1:]]
