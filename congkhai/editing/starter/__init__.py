"""The starter of a site: the files that a commune or province begins with, made from the templates of this folder.

`common/` goes into every site, `commune/` and `province/` hold the standard agencies of that level since July 2025.
A name that begins with `dot.` becomes one that begins with a dot; `@word@` is filled in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from congkhai.foundation.labels import Labels
from congkhai.foundation.text import fold
from congkhai.knowledge.units import Unit, province_of
from congkhai.site.json_schema import schemas

_HERE = Path(__file__).resolve().parent
_AGENCIES = "content/agencies"
# Departments of every province after Decree 150/2025/NĐ-CP, by the beginning of their ids.
_DEPARTMENTS = {
    "so-noi-vu": "Sở Nội vụ",
    "so-tu-phap": "Sở Tư pháp",
    "so-tai-chinh": "Sở Tài chính",
    "so-cong-thuong": "Sở Công Thương",
    "so-nn-mt": "Sở Nông nghiệp và Môi trường",
    "so-xay-dung": "Sở Xây dựng",
    "so-kh-cn": "Sở Khoa học và Công nghệ",
    "so-vhttdl": "Sở Văn hóa, Thể thao và Du lịch",
    "so-gd-dt": "Sở Giáo dục và Đào tạo",
    "so-y-te": "Sở Y tế",
}
# Wards and special zones have one department for economy, infrastructure and cities; rural communes one of economy.
_ECONOMY = {
    "xa": ("Phòng Kinh tế", ("Phòng KT", "P. Kinh tế", "P. KT")),
    "phuong": (
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        ("Phòng KT, HT và ĐT", "Phòng KTHT và ĐT", "Phòng KTHTĐT", "P. KT, HT và ĐT", "P. KTHT và ĐT", "P. KTHTĐT"),
    ),
}


def starter_files(place: Unit | None, labels: Labels, version: str) -> Mapping[str, str]:
    """The files of a new site by path: of a commune, a province, or of no place in particular."""
    words = {"of": _lowered(place.name) if place else "của cơ quan", "id": place.id if place else "cong-khai"}
    words |= {"version": version}
    files = {_path(path): _filled(path.read_text(encoding="utf-8"), words) for path in _templates("common")}
    files |= {f".vscode/schemas/{name}": _json(schema) for name, schema in schemas(labels).items()}
    for unit in dict.fromkeys((province_of(place), place)) if place else ():
        files[f"{_AGENCIES}/{unit.id}.yaml"] = registry_of(unit)
    return files


def registry_of(unit: Unit, area: str = "") -> str:
    """The agencies that every unit of that level has, as a file of content/agencies; `area` is another id for it."""
    area = area or unit.id
    of, level = _lowered(unit.name), "commune" if unit.province else "province"
    kind = of.removesuffix(f" {unit.bare}")
    words = {"id": area, "name": unit.name, "of": of, "kind": kind, "parent": province_of(unit).id}
    economy, short = _ECONOMY["xa" if fold(kind) == "xa" else "phuong"]
    words["economy"] = economy
    words["economies"] = ", ".join(f'"{name}"' for name in (f"{economy} {kind}", economy, *short))
    words["departments"] = "\n".join(_departments(words))
    words["members"] = ", ".join(f"{start}-{area}" for start in _DEPARTMENTS)
    return _filled((_HERE / level / "agencies.yaml").read_text(encoding="utf-8"), words)


def _departments(words: Mapping[str, str]) -> Iterator[str]:
    for start, name in _DEPARTMENTS.items():
        yield f"  - id: {start}-{words['id']}"
        yield f"    name: {name} {words['of']}"
        yield f'    aliases: ["{name}", "{name} {words["kind"]}"]'
        yield f"    level: province\n    parent: ubnd-{words['id']}"


def _templates(folder: str) -> Iterator[Path]:
    return (path for path in sorted((_HERE / folder).rglob("*")) if path.is_file())


def _path(template: Path) -> str:
    parts = template.relative_to(_HERE / "common").parts
    return "/".join(re.sub(r"^dot\.", ".", part) for part in parts)


def _filled(text: str, words: Mapping[str, str]) -> str:
    # A name between two signs @; an address such as actions/checkout@v6 has only one.
    return re.sub(r"@([a-z]+)@", lambda found: words[found[1]], text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
