"""The benchmark's corpus: real procedures, the documents they cite and provincial agencies, as search entries."""

from __future__ import annotations

import csv
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from congkhai.foundation.problem import Problems
from congkhai.knowledge.procedures.example_place import is_announced_for_all
from congkhai.knowledge.register.everyday import everyday_names
from congkhai.records.search_phrase import SearchPhrase, read_search_phrases
from congkhai.site.indexing import knowledge_of
from congkhai.site.search import ANYWHERE, Entry, Knowledge, form_codes, ordinary
from congkhai.source.yaml_source import parse_yaml

BODY_CHARACTERS = 3000
CITED_AT_LEAST = 25  # a document cited by fewer procedures is no page of its own
_AGENCIES = ("Ủy ban nhân dân {}", "Sở Tài chính {}", "Bảo hiểm xã hội {}", "Ban Quản lý các khu công nghiệp {}")

_LEVELS = {"xã": "commune", "tỉnh": "province", "bộ": "central"}
_APPLICANTS = {
    "Công dân Việt Nam": "citizen", "Doanh nghiệp": "business", "Tổ chức (": "organization",
    "Hợp tác xã": "cooperative", "Cán bộ": "official", "Người nước ngoài": "foreigner",
    "định cư ở nước ngoài": "overseas_vietnamese",
}  # fmt: skip


def corpus(data: Path, wanted: frozenset[str] = frozenset()) -> list[Entry]:
    """Entries of all procedures, of documents cited often (or `wanted` by a query) and of 252 agencies."""
    with lzma.open(data / "procedures.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [
        *map(procedure, records),
        *documents(records, wanted),
        *agencies(data / "units" / "pre2025-provinces.csv"),
    ]


def procedure(record: dict) -> Entry:  # type: ignore[type-arg]
    """A record of the national database as an entry."""
    dossier = [part["name"] for part in record["dossier"] or [] if part["name"]]
    body = "\n".join(text for text in (*dossier, record["result"], record["conditions"], record["steps"]) if text)
    facets = [("sector", record["field"])]
    facets += [("level", name) for word, name in _LEVELS.items() if word in (record["level"] or "").lower()]
    facets += [("applicant", name) for word, name in _APPLICANTS.items() if word in record["applicants"]]
    return Entry(
        id=f"procedure:{record['code']}",
        url=f"thu-tuc/{record['code']}/",
        title=record["name"],
        kind="procedure",
        code=record["code"],
        keywords=(
            *(word.strip() for word in (record["keywords"] or "").split(",") if word.strip()),
            *form_codes([*dossier, *(form["document"] for form in record["forms"] or [] if form["document"])]),
        ),
        called=everyday_names(record["code"]),
        sector=record["field"],
        agency=record["agency"] or "",
        territory=ANYWHERE if is_announced_for_all(record["decision"] or "") else "",
        body=body[:BODY_CHARACTERS],
        facets=tuple(facets),
        summary=" · ".join(text for text in (record["agency"], record["duration"]) if text)[:120],
        reach=ordinary.of_record(
            [value for facet, value in facets if facet == "level"],
            [value for facet, value in facets if facet == "applicant"],
        ),
    )


def documents(records: list[dict], wanted: frozenset[str]) -> Iterator[Entry]:  # type: ignore[type-arg]
    """The documents that procedures cite, under the title they are most often cited by."""
    titles: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        for basis in record["legal_basis"] or []:
            if basis["number"] and basis["title"]:
                titles[basis["number"]][basis["title"]] += 1
    for number, found in sorted(titles.items()):
        key = f"document:{number}"
        if found.total() >= CITED_AT_LEAST or key in wanted:
            title = max(found.items(), key=lambda item: (item[1], item[0]))[0]
            yield Entry(id=key, url=f"van-ban/{number.replace('/', '-')}/", title=title, kind="document", code=number)


def agencies(provinces: Path) -> Iterator[Entry]:
    """Four agencies of each of the 63 provinces before July 2025."""
    with provinces.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for pattern in _AGENCIES:
                province = row["full_name"][0].lower() + row["full_name"][1:]
                name = pattern.format(province)
                url = f"co-quan/{row['code']}/{len(pattern)}/"
                yield Entry(id=f"agency:{name}", url=url, title=name, kind="agency")


def knowledge(content: Path) -> Knowledge:
    """The abbreviations, synonyms, pairs and fillers that the project ships."""
    phrases: list[SearchPhrase] = []
    problems = Problems()
    for path in sorted(content.glob("*.yaml")):
        node = parse_yaml(path.read_bytes(), f"content/search/{path.name}", problems)
        phrases += (read_search_phrases(node, problems) or ()) if node else ()
    read, found = knowledge_of(phrases)
    for problem in (*problems, *found):
        print(problem.code, *(value for _, value in problem.values))
    return read
