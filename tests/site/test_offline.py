"""The bundle for offices without a network: every link leads to a file, every module is a plain script."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from urllib.parse import unquote

import pytest

from congkhai.foundation.labels import load_labels
from congkhai.site.exports.offline.bundle import bundle, offline_files
from congkhai.site.modules import ModuleFormError, plain_script
from tests.sources import SOUND, built

DAY = "2024-06-01"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(offline_files(built(SOUND).files, DAY, load_labels("vi")))


def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def test_every_link_and_form_of_every_page_leads_to_a_file(files: dict[str, bytes]) -> None:
    for path, html in pages(files).items():
        for target in re.findall(r' (?:href|src|action)="([^"]+)"', html):
            place = unquote(re.split("[?#]", target)[0])
            if place and not re.match(r"[a-z]+:", place):
                assert posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) in files, (path, target)


def test_no_page_loads_a_module_or_asks_for_what_only_a_host_has(files: dict[str, bytes]) -> None:
    for html in pages(files).values():
        assert 'type="module"' not in html
        assert "modulepreload" not in html
    assert {"_headers", "sw.js", "404.html", "search/manifest.json"}.isdisjoint(files)
    assert "search/manifest.json.js" in files


def test_every_page_says_of_which_day_it_is(files: dict[str, bytes]) -> None:
    assert all("Bản xem ngoại tuyến, dữ liệu đến ngày 01/06/2024." in html for html in pages(files).values())


def test_the_same_site_gives_the_same_bundle() -> None:
    site, labels = built(SOUND).files, load_labels("vi")
    first = bundle(site, DAY, labels)
    assert first == bundle(dict(reversed(site.items())), DAY, labels)
    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert {name.partition("/")[0] for name in names} == {f"cong-khai-ngoai-tuyen-{DAY}"}


def test_a_module_holds_what_it_imports_once_and_in_order() -> None:
    sources = {
        "a/x.js": 'import { one as first } from "./b/y.js";\nimport { two } from "./z.js";\nconsole.log(first, two);\n',
        "a/b/y.js": 'import { two } from "../z.js";\nexport const one = two - 1;\n',
        "a/z.js": "export const two = 2;\n",
    }
    script = plain_script("a/x.js", sources)
    assert script.index("two = 2") < script.index("one = two - 1") < script.index("console.log")
    assert script.count("two = 2") == 1
    assert "import" not in script and "export" not in script  # noqa: PT018


@pytest.mark.parametrize("line", ["export default 1;", 'import * as all from "./z.js";', 'export { a } from "./z.js";'])
def test_another_form_of_module_is_refused(line: str) -> None:
    with pytest.raises(ModuleFormError):
        plain_script("x.js", {"x.js": f"{line}\n"})


def test_a_kiosk_has_its_bar_and_files_on_every_page_and_the_plain_bundle_has_none(files: dict[str, bytes]) -> None:
    kiosk = dict(offline_files(built(SOUND).files, DAY, load_labels("vi"), kiosk=True))
    assert set(kiosk) - set(files) == {"kiosk.css", "kiosk.js"}
    for path, html in pages(kiosk).items():
        (start,) = re.findall(r'<nav class="kiosk-bar"[^>]*><a href="([^"]+)">', html)
        assert posixpath.normpath(posixpath.join(posixpath.dirname(path), start)) == "index.html"
    assert not any("kiosk" in html for html in pages(files).values())
