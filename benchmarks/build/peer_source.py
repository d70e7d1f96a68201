"""Turns a source of ours into what Hugo and Eleventy read: Markdown files with the same fields as front matter.

Both peers get the same files. Steps are the body of a procedure's file; conditions are Markdown in the front matter.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from synthetic import to_yaml

Value = dict[str, Any]
# Words of our records that mean something of their own in the front matter of Hugo or Eleventy.
THEIRS = {
    "type": "document_type",
    "layout": "layout_name",
    "url": "address",
    "date": "day",
    "tags": "words",
    "slug": "name_part",
}


def write_peer_source(source: Path, folder: Path) -> None:
    """Write `folder`/content (thu-tuc, nhiem-vu, and a title for each list) and `folder`/data/site.json."""
    shutil.rmtree(folder, ignore_errors=True)
    content = source / "content"
    sectors = {sector["id"]: sector["name"] for sector in _read(content / "sectors.yaml")["sectors"]}
    agencies = {agency["id"]: agency["name"] for file in _files(content / "agencies") for agency in file["agencies"]}
    ids = {name: key for key, name in agencies.items()}
    documents = {item["number"]: item for file in _files(content / "documents") for item in file["documents"]}
    plans = list(_files(content / "plans"))
    for procedure in _files(content / "procedures"):
        head, steps = _procedure(procedure, documents, ids)
        _markdown(folder / "content" / "thu-tuc" / _file_name(procedure["code"]), head, steps)
    for plan in plans:
        for name, task in _tasks(plan, ids):
            _markdown(folder / "content" / "nhiem-vu" / f"{plan['id']}-{name}.md", task, "")
    lists = {"linhvuc": sectors, "coquan": agencies, "kehoach": {plan["id"]: plan["title"] for plan in plans}}
    for taxonomy, terms in lists.items():
        for term, title in terms.items():
            _markdown(folder / "content" / taxonomy / term / "_index.md", {"title": title, "slug": term}, "")
    data = {taxonomy: [{"slug": key, "name": name} for key, name in terms.items()] for taxonomy, terms in lists.items()}
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "site.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _procedure(record: Value, documents: Mapping[str, Value], ids: Mapping[str, str]) -> tuple[Value, str]:
    """The front matter and the body of a procedure; it is listed below its agency where that is registered."""
    kept = {key: value for key, value in record.items() if key not in ("name", "sector", "steps", "legal_basis")}
    cited = [{"number": number, **_title(documents.get(number))} for number in record.get("legal_basis") or ()]
    renamed = {THEIRS.get(key, key): value for key, value in kept.items()}
    head = {"title": record["name"], **renamed, "legal_basis": cited}
    head["linhvuc"], head["coquan"] = [record["sector"]], _listed(record.get("agency"), ids)
    return {key: value for key, value in head.items() if value}, record.get("steps") or ""


def _listed(agency: str | None, ids: Mapping[str, str]) -> list[str]:
    found = ids.get(" ".join((agency or "").split()))
    return [found] if found else []


def _title(document: Value | None) -> Value:
    return {"title": document["title"], "issuer": document["issuer"]} if document else {}


def _tasks(plan: Value, ids: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
    for section in plan["sections"]:
        for item in section["items"]:
            place = {"plan": plan["id"], "plan_title": plan["title"], "section": section["title"]}
            lists = {"kehoach": [plan["id"]], "coquan": _listed(item["lead"], ids)}
            yield f"{section['number']}-{item['number']}".lower(), {**item, **place, **lists}


def _file_name(code: str) -> str:
    return code.replace(".", "-") + ".md"


def _files(folder: Path) -> Iterator[Value]:
    return (_read(path) for path in sorted(folder.rglob("[!.]*.yaml")) if ".imported" not in path.parts)


def _read(path: Path) -> Value:
    read: Value = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return read


def _markdown(path: Path, head: Value, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{to_yaml(head)}---\n{body}", "utf-8")
