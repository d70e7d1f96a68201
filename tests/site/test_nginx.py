"""The lines of docs/hosting.md for nginx, run as they are written in a real nginx."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from urllib.parse import urljoin

import pytest

from congkhai.build.output import write_output
from tests.sources import ROOT, added, built, lay

FRAME = """daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port};
{lines}
  }}
}}
"""


# A site in two languages, with a file to be downloaded.
FILES: dict[str, bytes] = {}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The golden site behind an nginx that is configured as docs/hosting.md says."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    source = lay(folder / "source", {**added("site.yaml", "languages: [vi, en]\n"), "content/files/mau.zip": b"PK"})
    FILES.update(built(source).files)
    write_output(folder / "site", FILES.items())
    said = re.search(r"```nginx\n(location.*?)```", (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8"), re.S)
    assert said
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lines = said[1].replace("/srv/cong-khai/", f"{folder}/site/")
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder, port=port, lines=lines), encoding="utf-8")
    with subprocess.Popen([program, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL) as server:
        yield f"http://127.0.0.1:{_waited_for(port)}/cong-khai/"
        server.terminate()


def _waited_for(port: int) -> int:
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return port
        time.sleep(0.05)
    raise AssertionError("nginx did not start")


def _headers(address: str) -> Message:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.headers
    except urllib.error.HTTPError as error:
        return error.headers


def test_pages_and_data_are_asked_for_each_time(address: str) -> None:
    assert _headers(address)["Cache-Control"] == "no-cache"
    assert _headers(f"{address}ke-hoach/an-binh-2024/index.json")["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("page", ["", "en/", "en/ke-hoach/an-binh-2024/"])
def test_files_named_by_their_content_are_kept(address: str, page: str) -> None:
    with urllib.request.urlopen(address + page) as answer:
        style = re.search(rb'href="([./]*assets/css/site[^"]+)"', answer.read())
    assert style
    assert "immutable" in _headers(urljoin(address + page, style[1].decode()))["Cache-Control"]


def test_only_the_manifest_of_the_search_index_is_asked_for_each_time(address: str) -> None:
    with urllib.request.urlopen(f"{address}search/manifest.json") as answer:
        assert answer.headers["Cache-Control"] == "no-cache"
        named = {name for name in FILES if name.startswith("search/")} - {"search/manifest.json"}
    assert named
    assert all("immutable" in _headers(address + name)["Cache-Control"] for name in named)


def test_every_file_of_the_site_has_a_type_of_its_own(address: str) -> None:
    suffixes = {name.rpartition(".")[2]: name for name in FILES if "." in name.rpartition("/")[2].lstrip(".")}
    unknown = {one for one, name in suffixes.items() if "octet-stream" in _headers(address + name)["Content-Type"]}
    assert unknown <= {"bin"}


def test_an_address_without_its_slash_leads_to_the_page(address: str) -> None:
    with urllib.request.urlopen(f"{address}en/ke-hoach") as answer:
        assert answer.url == f"{address}en/ke-hoach/"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("thoi-han/lich.ics", "text/calendar; charset=utf-8"),
        ("en/ke-hoach/an-binh-2024/", "text/html; charset=utf-8"),
        ("sw.js", "text/javascript; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("thay-doi/thay-doi.xml", "application/xml; charset=utf-8"),
        ("data/nhiem-vu.csv", "text/csv; charset=utf-8"),
        ("data/nhiem-vu.jsonl", "application/jsonl; charset=utf-8"),
        ("data/nhiem-vu.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("data/danh-muc.jsonld", "application/ld+json; charset=utf-8"),
        ("data/cong-khai.sqlite", "application/vnd.sqlite3"),
        ("files/mau.zip", "application/zip"),
        ("ke-hoach/an-binh-2024/index.json", "application/json; charset=utf-8"),
    ],
)
def test_types_are_those_of_the_files(address: str, path: str, kind: str) -> None:
    assert _headers(address + path)["Content-Type"] == kind


def test_a_lost_address_gets_the_page_for_it(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as lost:
        urllib.request.urlopen(f"{address}khong-co/")
    assert lost.value.code == 404
    assert b"<html" in lost.value.read()
