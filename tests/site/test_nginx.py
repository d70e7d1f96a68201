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

import pytest

from congkhai.build.output import write_output
from tests.sources import ROOT, SOUND, built

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


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The golden site behind an nginx that is configured as docs/hosting.md says."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    write_output(folder / "site", built(SOUND).files.items())
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


def test_files_named_by_their_content_are_kept(address: str) -> None:
    with urllib.request.urlopen(address) as page:
        style = re.search(rb'href="(assets/css/site[^"]+)"', page.read())
    assert style
    assert "immutable" in _headers(address + style[1].decode())["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("thoi-han/lich.ics", "text/calendar; charset=utf-8"),
        ("sw.js", "text/javascript"),
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
