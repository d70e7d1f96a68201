"""A new site: checks and builds without an error, names the day of Viet Nam, never overwrites a file."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from congkhai.build.builder import Settings, build_site, check_source
from congkhai.foundation.labels import load_labels
from congkhai.foundation.program import CENTRAL_NAMES
from congkhai.records.record_files import RECORD_FILES
from congkhai.records.site_config import PLACEHOLDER
from tests.sources import ROOT, TODAY, run

COMMUNE = "xã An Bình, Vĩnh Long"
WORKFLOWS = (".github/workflows/pages.yml", ".gitlab-ci.yml", "dung.sh")
LABELS = load_labels("vi")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begun") / "xa-an-binh"
    assert run("init", folder, "--place", COMMUNE).exit_code == 0
    return folder


@pytest.mark.parametrize("place", [COMMUNE, "phường Bến Tre", "đặc khu Phú Quốc", "tỉnh Vĩnh Long", "TP. Hà Nội", ""])
def test_a_new_site_has_nothing_wrong_but_what_the_office_must_fill_in(place: str, tmp_path: Path) -> None:
    assert run("init", tmp_path / "new", "--place", place).exit_code == 0
    problems = check_source(Settings(tmp_path / "new", TODAY)).problems
    assert {problem.code for problem in problems} == {"placeholder-left"}
    assert run("check", "--errors", "--source", tmp_path / "new").exit_code == 0


def test_a_new_site_is_built_and_shows_no_placeholder(begun: Path) -> None:
    files = build_site(Settings(begun, TODAY)).files
    assert "Cổng công khai xã An Bình" in files["index.html"].decode()
    assert "co-quan/ubnd-xa-an-binh/index.html" in files
    contact = re.search(r"<footer.*?</footer>", files["index.html"].decode(), re.DOTALL)
    assert contact
    assert PLACEHOLDER not in contact[0]


def test_nothing_central_is_copied_into_a_new_site(begun: Path) -> None:
    copied = [name for name in CENTRAL_NAMES if (begun / "content" / name).exists()]
    assert copied == []
    assert "co-quan/chinh-phu/index.html" in build_site(Settings(begun, TODAY)).files


def test_no_word_of_a_template_is_left_unfilled(begun: Path) -> None:
    texts = (path.read_text(encoding="utf-8") for path in begun.rglob("*") if path.is_file())
    assert [found for text in texts for found in re.findall(r"@[a-z]+@", text)] == []


def test_a_second_init_leaves_every_file_as_it_is(begun: Path) -> None:
    there = sum(path.is_file() for path in begun.rglob("*"))
    (begun / "site.yaml").write_text("name: Của riêng\n", encoding="utf-8")
    told = run("init", begun, "--place", COMMUNE)
    assert f"Giữ nguyên {there} tệp" in told.output
    assert (begun / "site.yaml").read_text(encoding="utf-8") == "name: Của riêng\n"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("xã An Bình", "“Xã An Bình, tỉnh Phú Thọ”; “Xã An Bình, tỉnh Vĩnh Long”"),
        ("xã An Binhh, Vĩnh Long", "Có phải là: “Xã An Bình, tỉnh Vĩnh Long”"),
        ("tỉnh Bến Tre", "nay thuộc: “Tỉnh Vĩnh Long”"),
        ("Bến Tre", "“Tỉnh Vĩnh Long”; “Phường Bến Tre, tỉnh Vĩnh Long”"),
        ("xã Hòa Phú, Vĩnh Long", "nay thuộc: “Xã Phú Quới, tỉnh Vĩnh Long”"),
    ],
)
def test_a_place_that_is_not_clear_is_asked_back_and_nothing_is_written(place: str, said: str, tmp_path: Path) -> None:
    told = run("init", tmp_path / "new", "--place", place)
    assert (told.exit_code, (tmp_path / "new").exists()) == (2, False)
    assert said in " ".join(told.output.split())


def test_a_place_that_the_list_lacks_is_taken_when_asked_for(tmp_path: Path) -> None:
    assert run("init", tmp_path / "new", "--unlisted", "--place", "Xã Mẫu, tỉnh Vĩnh Long").exit_code == 0
    registry = yaml.safe_load((tmp_path / "new/content/agencies/xa-mau.yaml").read_text(encoding="utf-8"))
    assert (registry["name"], registry["parent"]) == ("Xã Mẫu", "vinh-long")
    assert run("init", tmp_path / "other", "--unlisted", "--place", "Mau").exit_code == 2


def test_a_name_that_no_list_could_give_its_marks_is_asked_about(tmp_path: Path) -> None:
    assert "không dấu" in run("init", tmp_path / "a", "--unlisted", "--place", "xa Mau Don, Vinh Long").output
    assert "không dấu" not in run("init", tmp_path / "b", "--unlisted", "--place", "xã Mẫu Đơn, Vĩnh Long").output


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_builds_the_site_names_the_day_of_viet_nam(begun: Path, name: str) -> None:
    text = (begun / name).read_text(encoding="utf-8")
    assert re.search(r"check .*(?:\$\(TZ=ICT-7 date \+%F\)|\$TODAY)", text)
    assert re.search(r"build .*(?:\$\(TZ=ICT-7 date \+%F\)|\$TODAY)", text)


def test_settings_of_hosts_and_editors_can_be_read(begun: Path) -> None:
    for name in ("netlify.toml", "wrangler.toml"):
        assert tomllib.loads((begun / name).read_text(encoding="utf-8"))
    for name in (".github/workflows/pages.yml", ".gitlab-ci.yml"):
        assert isinstance(yaml.safe_load((begun / name).read_text(encoding="utf-8")), dict)
    schemas = json.loads((begun / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert [path for path in schemas if not (begun / path).is_file()] == []
    told = {(kind.removeprefix("./.vscode/schemas/"), files) for kind, files in schemas.items()}
    records = {(f"{file.kind}.schema.json", file.pattern) for file in RECORD_FILES if file.pattern.endswith("yaml")}
    assert {kind: files for kind, files in records - told if not kind.startswith("search")} == {}


@pytest.mark.parametrize("name", ["dung.sh", ".githooks/pre-commit"])
def test_scripts_are_plain_sh_with_lf_lines(begun: Path, name: str) -> None:
    assert b"\r" not in (begun / name).read_bytes()
    assert subprocess.run(["sh", "-n", begun / name], check=False).returncode == 0


def test_the_wheel_carries_the_central_records() -> None:
    carried = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    named = carried["wheel"]["force-include"]
    assert {f"content/{name}": f"congkhai/_data/central/{name}" for name in CENTRAL_NAMES}.items() <= named.items()
