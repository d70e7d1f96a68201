"""A build as a whole: the same bytes everywhere, working links under any address, everything escaped."""

from __future__ import annotations

import json
import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from congkhai.build.builder import Build
from congkhai.knowledge import urls
from tests.sources import PLAN, ROOT, SOUND, TODAY, built, built_anew, edited, lay, run, tree

SUB_PATH = "https://example.vn/cong-khai/"


# A style or script of the page's own (JSON in a script is none), or one in an attribute.
_OWN_SCRIPT_OR_STYLE = re.compile(
    r'<style|<script(?![^>]*\ssrc=|[^>]*\stype="application/(?:ld\+)?json")|\sstyle=|\son[a-z]+='
)


@cache
def sound() -> Build:
    return built(SOUND)


def test_two_builds_give_the_same_bytes_in_the_same_order() -> None:
    again = built_anew(SOUND)
    assert list(again.files) == list(sound().files)
    assert again.files == sound().files


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
        {
            "PYTHONHASHSEED": "4242",
            "LANG": "tr_TR.UTF-8",
            "LC_ALL": "C.UTF-8",
            "TZ": "America/Los_Angeles",
            "COLUMNS": "20",
        },
    ],
    ids=["C", "elsewhere"],
)
def test_hash_seed_locale_time_zone_and_terminal_change_nothing(surroundings: dict[str, str], tmp_path: Path) -> None:
    command = [
        sys.executable,
        ROOT / "build.py",
        "build",
        "--source",
        SOUND,
        "--output",
        tmp_path / "site",
        "--today",
        TODAY.isoformat(),
    ]
    environment = {**os.environ, **surroundings}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    site = tree(tmp_path / "site")
    site.pop(".congkhai")
    assert site == sound().files


def test_one_process_and_several_give_the_same_bytes(tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        assert (
            run("build", "--source", SOUND, "--output", tmp_path / jobs, "--today", TODAY, "--jobs", jobs).exit_code
            == 0
        )
    assert tree(tmp_path / "1") == tree(tmp_path / "3")


@pytest.mark.parametrize("base_url", ["", SUB_PATH, "https://example.vn"])
def test_every_link_of_every_page_leads_to_something_under_any_address(base_url: str) -> None:
    files = built(SOUND, base_url=base_url).files
    root = urlsplit(base_url).path.rstrip("/") + "/"
    broken = [
        (path, link)
        for path, data in files.items()
        if path.endswith(".html")
        for link in links_of(data.decode("utf-8"))
        if not leads_somewhere(root + path, link, root, files)
    ]
    assert broken == []


def links_of(html: str) -> Iterator[str]:
    """All addresses of a page within the site."""
    for found in re.findall(r'\s(?:href|src|action)="([^"]*)"', html):
        address = unescape(found)
        if not urlsplit(address).scheme:
            yield address


def leads_somewhere(page: str, link: str, root: str, files: dict[str, bytes]) -> bool:
    """Whether a browser that shows `page` finds a file, and the element, at the end of a link."""
    address = urlsplit(link)
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address.path))) if address.path else page
    if address.path.endswith(("/", "..", ".")):
        place = place.rstrip("/") + "/index.html"
    if not place.startswith(root) or place.removeprefix(root) not in files:
        return False
    wanted = unquote(address.fragment)
    return not wanted or f'id="{wanted}"' in unescape(files[place.removeprefix(root)].decode("utf-8"))


def test_no_page_of_prose_can_take_a_folder_of_the_site() -> None:
    folders = {f"{path.split('/')[0]}/" for path in sound().files if "/" in path}
    assert sorted(folders - urls.RESERVED - {"gioi-thieu/"}) == []


def test_the_page_for_lost_addresses_counts_its_links_from_the_root_of_the_site() -> None:
    html = built(SOUND, base_url=SUB_PATH).files["404.html"].decode("utf-8")
    assert {link for link in links_of(html) if not link.startswith(("/cong-khai/", "#"))} == set()


def test_no_address_of_a_machine_or_absolute_address_is_built_in() -> None:
    for path, data in sound().files.items():
        if path.endswith(".html"):
            assert str(ROOT) not in data.decode("utf-8")
            assert [
                link for link in links_of(data.decode("utf-8")) if path != "404.html" and link.startswith("/")
            ] == []


def test_markup_in_the_records_comes_out_as_words() -> None:
    html = sound().files["ke-hoach/an-binh-2024/index.html"].decode("utf-8")
    assert "Kiểm tra &lt;đột xuất&gt;" in html
    assert "<đột" not in html


def test_no_page_holds_a_script_or_style_of_its_own_and_each_has_its_policy() -> None:
    for path, data in sound().files.items():
        if path.endswith(".html"):
            html = data.decode("utf-8")
            assert "Content-Security-Policy" in html
            assert "unsafe-inline" not in html
            assert not _OWN_SCRIPT_OR_STYLE.search(html), path


def test_every_twin_is_json_and_names_the_page_it_stands_beside() -> None:
    twins = {path: data for path, data in sound().files.items() if path.endswith("/index.json")}
    assert len(twins) > 10
    for path, data in twins.items():
        url = json.loads(data).get("url", "")
        assert f"{url}index.json" == path or "kind" not in json.loads(data), path


def test_a_plan_is_in_its_twin_as_it_was_written() -> None:
    twin = json.loads(sound().files["ke-hoach/an-binh-2024/index.json"])
    rows = twin["sections"][0]["items"]
    assert rows[0]["lead"] == "Sở Tư pháp"
    assert rows[0]["understood"]["lead_agencies"] == ["so-tu-phap-an-binh"]
    assert rows[1]["items"][0]["time"] == "- Quý I: tập huấn\n- Thường xuyên: tin, bài"


def test_errors_publish_nothing_and_warnings_only_when_strict(tmp_path: Path) -> None:
    assert built(lay(tmp_path / "error", edited(PLAN, "type: plan", "type: plam"))).files == {}
    warned = lay(tmp_path / "warning", {"content/plans/khac.yml": "x"})
    assert built(warned).files
    assert built(warned, strict=True).files == {}  # type: ignore[arg-type]


def test_a_build_tells_how_large_the_site_is_whether_whole_or_followed(tmp_path: Path) -> None:
    source = lay(tmp_path / "source", {})
    whole, followed = (run("build", "--source", source, "--output", tmp_path / "site") for _ in range(2))
    (told,) = [line for line in whole.output.splitlines() if line.startswith("Trang có ")]
    assert told in followed.output.splitlines()
    assert f"Trang có {len(tree(tmp_path / 'site')) - 1} tệp" in told


def test_the_day_of_the_build_is_the_only_clock(tmp_path: Path) -> None:
    result = run("build", "--source", SOUND, "--output", tmp_path / "a", "--today", "2030-02-03")
    assert result.exit_code == 0
    assert "03/02/2030" in (tmp_path / "a" / "thay-doi" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--today", "hôm nay"),
        ("build", "--base-url", "example.vn"),
        ("build", "--base-url", "https://[x"),
        ("build", "--base-url", "https://example.vn/?a"),
        ("build", "--base-url", "javascript:alert(1)"),
        ("build", "--jobs", "0"),
        ("check", "--format", "xml"),
        ("check", "--source", "khong-co"),
        ("dung",),
    ],
)
def test_a_wrong_call_is_told_and_builds_nothing(arguments: tuple[str, ...], tmp_path: Path) -> None:
    more = ["--output", tmp_path / "site"] if arguments[0] == "build" else []
    result = run(*arguments, *more)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert not (tmp_path / "site").exists()


def test_a_fault_of_the_program_is_told_with_a_report_to_paste(tmp_path: Path) -> None:
    code = "import congkhai.commands.cli as cli, congkhai.build.incremental.runs as following\n"
    code += "def fault(*_, **__): raise RuntimeError('hỏng')\nfollowing.check_source = fault\n"
    code += "following.check_incrementally = lambda _: None\ncli.main()"
    command = [sys.executable, "-c", code, "check", "--source", SOUND]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 3
    assert "RuntimeError: hỏng" in result.stderr
    assert "congkhai check" in result.stderr


def test_a_file_of_the_site_is_not_laid_over_one_that_the_portal_makes(tmp_path: Path) -> None:
    robots = "User-agent: *\nDisallow: /\n"
    source = lay(tmp_path / "source", {"static/index.html": "<p>x</p>", "static/robots.txt": robots})
    assert [(found.code, found.place.path) for found in built(source).problems] == [("bad-asset", "static/index.html")]
    (source / "static" / "index.html").unlink()
    assert built(source).files["robots.txt"] == robots.encode()


def test_files_at_fixed_names_are_published_as_they_are_headers_too(tmp_path: Path) -> None:
    own = {"CNAME": b"a.vn\n", ".well-known/security.txt": b"Contact: x\r\n", "_redirects": b"/a /b 301\n"}
    own |= {"_headers": b"/*\n  X-A: b\n", "ads.txt": b"", "google0.html": b"<p>google0"}
    source = lay(tmp_path / "source", {f"static/{name}": data for name, data in own.items()})
    editor = "editor: {backend: github, repo: a/b}\n"
    (source / "site.yaml").write_text((source / "site.yaml").read_text(encoding="utf-8") + editor, encoding="utf-8")
    files = built(source).files
    assert {name: files[name] for name in own} == own


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "latin-1", "ascii"])
def test_no_code_page_of_a_pipe_ends_a_command(encoding: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    source = lay(tmp_path / "source", {"content/documents/sai.yaml": "x"})
    command = [sys.executable, ROOT / "build.py", "check", "--source", source]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)


def test_check_tells_of_one_file_what_is_wrong_there_and_nothing_else(tmp_path: Path) -> None:
    source = lay(tmp_path / "source", {"content/documents/sai.yaml": "x", "content/agencies/sai.yaml": "x"})
    whole, one = (run("check", *paths, "--source", source) for paths in ((), ("content/documents/sai.yaml",)))
    assert ("content/agencies/sai.yaml" in whole.output, "content/agencies/sai.yaml" in one.output) == (True, False)
    assert run("check", source / "content" / "plans", "--source", source).exit_code == 0
    assert run("check", "content/khong-co.yaml", "--source", source).exit_code == 2


def test_check_can_leave_out_notes_and_give_sums_alone(tmp_path: Path) -> None:
    changes = edited(PLAN, "lead: Sở Tư pháp\n", "lead: Văn phòng ở đâu đó\n") | {"content/documents/sai.yaml": "x"}
    source = lay(tmp_path / "source", changes)
    assert "unresolved-agency" not in run("check", "--errors", "--source", source).output
    summary = run("check", "--summary", "--source", source).output
    assert ("[unresolved-agency]" in summary, "content/plans" in summary) == (True, False)
    assert len(json.loads(run("check", "--format", "json", "--source", source).output)) >= 2
