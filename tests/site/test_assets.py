"""Style sheets and scripts: bundled, named by their content, and importing each other under their published names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congkhai.site.assets import AssetError, Assets, collect_assets


def published(folder: Path, files: dict[str, str | bytes], extra_css: str = "") -> Assets:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return collect_assets(folder, extra_css=extra_css)


def test_a_name_holds_a_print_of_the_content(tmp_path: Path) -> None:
    first = published(tmp_path, {"img/a.svg": "<svg/>"})["img/a.svg"]
    again = published(tmp_path, {"img/a.svg": "<svg/>"})["img/a.svg"]
    other = published(tmp_path, {"img/a.svg": "<svg></svg>"})["img/a.svg"]
    assert re.fullmatch(r"assets/img/a\.[0-9a-f]{10}\.svg", first)
    assert first == again != other


def test_files_with_fixed_names_keep_them(tmp_path: Path) -> None:
    fixed = {"favicon.ico": b"x", "CNAME": "example.vn", "google0123.html": "x", ".well-known/security.txt": "x"}
    assert published(tmp_path, fixed).names == {name: name for name in fixed}


def test_hidden_files_and_what_other_programs_leave_are_not_published(tmp_path: Path) -> None:
    assert published(tmp_path, {".git/config": "x", "img/.DS_Store": "x", "Thumbs.db": "x", "~$a.txt": "x"}).names == {}


def test_a_style_sheet_holds_what_it_imports_without_comments(tmp_path: Path) -> None:
    files = {
        "css/site.css": '@import "a.css";\n@import url("b/b.css") layer(x);\n/* lời */\np{}\n',
        "css/a.css": '@import "b/b.css";\na{}\n',
        "css/b/b.css": "b{}\n",
    }
    assets = published(tmp_path, files, ":root{--x:1}\n")
    assert assets.files[assets["css/site.css"]].decode().split() == ["b{}", "a{}", "p{}", ":root{--x:1}"]
    assert list(assets.names) == ["css/site.css"]


def test_a_script_holds_what_it_imports_and_names_what_it_loads_late_as_published(tmp_path: Path) -> None:
    files = {
        "js/a.js": 'import { b } from "./deep/b.js";\nexport const a = b;\n',
        "js/deep/b.js": 'import "../d.js";\nexport const b = () => import("../c.js");\n',
        "js/c.js": "1\n",
        "js/d.js": "once();\n",
    }
    assets = published(tmp_path, files)
    script = assets.files[assets["js/a.js"]].decode()
    assert " from " not in script
    assert script.count("once();") == 1
    assert script.endswith("export const a = b;\n")
    assert f'import("./{assets["js/c.js"].rsplit("/", 1)[1]}")' in script


def test_a_script_in_other_forms_fetches_what_it_imports(tmp_path: Path) -> None:
    files = {"js/a.js": 'import { b } from "./b.js";\n', "js/b.js": "const b = 1;\nexport { b };\n"}
    assets = published(tmp_path, files)
    assert f'from "./{assets["js/b.js"].rsplit("/", 1)[1]}"' in assets.files[assets["js/a.js"]].decode()


def test_a_style_sheet_names_its_fonts_as_they_are_published(tmp_path: Path) -> None:
    css = '@font-face{src:local("A b"),url("../fonts/a.woff2") format("woff2")}\n'
    assets = published(tmp_path, {"css/posting.css": css, "fonts/a.woff2": b"font"})
    assert assets["fonts/a.woff2"].startswith("assets/fonts/a.")
    assert f'url("../{assets["fonts/a.woff2"].removeprefix("assets/")}")' in (
        assets.files[assets["css/posting.css"]].decode()
    )


def test_a_change_below_changes_the_names_above(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"js/a.js": 'import "./b.js";\n', "js/b.js": "1\n"}
    first = published(tmp_path, files)["js/a.js"]
    assert published(tmp_path, {**files, "js/b.js": "2\n"})["js/a.js"] != first


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"js/a.js": 'import "./b.js";', "js/b.js": 'import "./a.js";'}, "circle"),
        ({"js/a.js": 'import "./b.js";'}, "missing-import"),
        ({"js/a.js": 'import "../../../etc/b.js";'}, "missing-import"),
        ({"css/site.css": '@import "b.css";\n'}, "missing-import"),
        ({"css/site.css": b"\xff"}, "not-utf8"),
        ({"a?b.pdf": b""}, "refused"),
        ({"mau.pdf ": b""}, "refused"),
        ({"img/con.png": b""}, "refused"),
    ],
)
def test_what_cannot_be_published_is_named(files: dict[str, str | bytes], fault: str, tmp_path: Path) -> None:
    with pytest.raises(AssetError) as caught:
        published(tmp_path, files)
    assert caught.value.fault == fault
    assert caught.value.name in files


def test_a_link_out_of_the_folder_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "a.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(AssetError, match="outside-link"):
        collect_assets(tmp_path / "static")


def test_a_later_folder_is_laid_over_an_earlier_one(tmp_path: Path) -> None:
    published(tmp_path / "one", {"img/a.svg": "1", "img/b.svg": "1"})
    published(tmp_path / "two", {"img/a.svg": "2"})
    assets = collect_assets(tmp_path / "one", tmp_path / "two")
    assert [assets.files[assets[name]] for name in ("img/a.svg", "img/b.svg")] == [b"2", b"1"]
