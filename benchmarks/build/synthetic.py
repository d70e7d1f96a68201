"""Writes a synthetic source of N procedures and N/10 tasks in our own format: complete records, no errors in `check`.

usage: python benchmarks/build/synthetic.py N FOLDER
The same N gives the same bytes. A procedure has about 4 kB of YAML, as the median real one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import phrases
import yaml

from congkhai.foundation.text import slug

YEAR = 2025
TASKS_A_PLAN = 25
Value = dict[str, Any]


@click.command()
@click.argument("size", type=int)
@click.argument("folder", type=click.Path(path_type=Path))
def main(size: int, folder: Path) -> None:
    write_source(size, folder)


def write_source(size: int, folder: Path, seed: int = 1) -> None:
    """Write site.yaml and content/ of `size` procedures, 20 sectors, 60 provincial agencies and size/10 tasks."""
    chance = random.Random(seed)
    write_yaml(
        folder / "site.yaml",
        {
            "name": "Cổng tra cứu thủ tục hành chính",
            "tagline": "Dữ liệu giả để đo",
            "contact": {"email": "a@vi-du.example"},
        },
    )
    content = folder / "content"
    write_yaml(content / "sectors.yaml", {"sectors": [{"id": slug(name), "name": name} for name in phrases.SECTORS]})
    for registry in registries():
        write_yaml(content / "agencies" / f"{registry['territory']}.yaml", registry)
    write_yaml(content / "documents" / "trung-uong.yaml", {"territory": "trung-uong", "documents": list(documents())})
    for number in range(size):
        record = procedure(number, chance)
        write_yaml(content / "procedures" / record["sector"] / f"{record['code']}.yaml", record)
    for number, tasks in enumerate(range(0, size // 10, TASKS_A_PLAN), start=1):
        record = plan(number, min(TASKS_A_PLAN, size // 10 - tasks), chance)
        write_yaml(content / "plans" / f"{record['id']}.yaml", record)


def registries() -> Iterator[Value]:
    """The central registry, and one of each territory: its committee and two departments."""
    central = [{"id": key, "name": name, "level": "central"} for key, name in phrases.ISSUERS]
    yield {"territory": "trung-uong", "name": "Trung ương", "agencies": central}
    for territory in phrases.TERRITORIES:
        named = [pattern.format(territory) for pattern in phrases.AGENCIES]
        agencies: list[Value] = [{"id": slug(name), "name": name, "level": "province"} for name in named]
        for agency in agencies[1:]:
            agency["parent"] = agencies[0]["id"]
        yield {"territory": slug(territory), "name": f"Tỉnh {territory}", "agencies": agencies}


def documents() -> Iterator[Value]:
    """The documents that procedures cite."""
    for number, kind, title, issuer in phrases.DOCUMENTS:
        yield {"id": slug(number), "number": number, "type": kind, "title": title, "issuer": issuer}


def procedure(number: int, chance: random.Random) -> Value:
    """A procedure with every part the law wants."""
    territory = chance.choice(phrases.TERRITORIES)
    agency = chance.choice(phrases.AGENCIES).format(territory)
    choices_of_name = (phrases.VERBS, phrases.OBJECTS, phrases.CIRCUMSTANCES)
    days, amount = chance.choice((1, 3, 5, 7, 10, 15, 20, 30, 45)), chance.choice((0, 10, 50, 100, 250, 500)) * 1000
    fee = f"{amount:,} đồng".replace(",", ".") if amount else "Không thu phí"
    time = f"{days:02d} ngày làm việc"
    result = f"{chance.choice(phrases.RESULTS)} hoặc văn bản trả lời nêu rõ lý do từ chối"
    return {
        "code": f"{1 + number // 900000}.{100000 + number % 900000:06d}",
        "name": " ".join((*(chance.choice(choices) for choices in choices_of_name), words(chance, 2))),
        "sector": slug(chance.choice(phrases.SECTORS)),
        "levels": [chance.choice(("province", "commune"))],
        "applicants": chance.sample(("citizen", "business", "organization"), chance.randint(1, 3)),
        "agency": agency,
        "competent_agency": phrases.AGENCIES[0].format(territory),
        "steps": _steps(chance),
        "submission": [
            {"channel": channel, "time": time, "fee": fee}
            for channel in chance.sample(("in_person", "online", "post"), chance.randint(1, 3))
        ],
        "dossier": [{"components": [_paper(name, chance) for name in _some(phrases.PAPERS, 4, 8, chance)]}],
        "dossier_sets": 1,
        "processing_time": f"{time} kể từ ngày nhận đủ hồ sơ hợp lệ",
        "fees": [{"kind": "charge", **({"amount": amount, "currency": "VND"} if amount else {}), "text": fee}],
        "result": [result],
        "conditions": "".join(f"- {text}, {words(chance, 4)}.\n" for text in _some(phrases.CONDITIONS, 1, 3, chance)),
        "forms": [{"name": f"Mẫu số {chance.randint(1, 30):02d}"}],
        "legal_basis": [document[0] for document in _some(phrases.DOCUMENTS, 3, 6, chance)],
        "online": {"level": "full"},
        "single_window": {"desk": True, "inter_agency": False, "postal": True, "anywhere": chance.random() < 0.5},
        "status": "in_force",
        "published": f"{YEAR}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
    }


def words(chance: random.Random, count: int) -> str:
    """Words of a vocabulary as large as that of the register (some 1,500 syllables), so that no cache is flattered."""
    return " ".join(chance.choice(phrases.ONSETS) + chance.choice(phrases.RIMES) for _ in range(count))


def plan(number: int, tasks: int, chance: random.Random) -> Value:
    """A signed plan of one territory with `tasks` rows in five sections."""
    territory = phrases.TERRITORIES[number % len(phrases.TERRITORIES)]
    agencies = [pattern.format(territory) for pattern in phrases.AGENCIES]
    rows = [_task(row, agencies, chance) for row in range(tasks)]
    fifth = -(-tasks // 5)
    return {
        "id": f"{slug(territory)}-{number:04d}",
        "type": "plan",
        "source": {"url": "https://example.vn/van-ban"},
        "title": f"Kế hoạch cải cách hành chính số {number} năm {YEAR} của tỉnh {territory}",
        "number": f"{number}/KH-UBND",
        "territory": slug(territory),
        "issuer": slug(agencies[0]),
        "signed": f"{YEAR - 1}-12-{chance.randint(1, 28):02d}",
        "year": YEAR,
        "sections": [
            {"number": numeral, "title": f"Nhóm nhiệm vụ {numeral}", "items": rows[start : start + fifth]}
            for numeral, start in zip(("I", "II", "III", "IV", "V"), range(0, tasks, fifth), strict=False)
        ],
    }


def _task(row: int, agencies: list[str], chance: random.Random) -> Value:
    month = chance.randint(2, 12)
    told = {"day": chance.randint(1, 28), "month": month, "year": YEAR, "quarter": phrases.QUARTERS[(month - 1) // 3]}
    lead, coordination = chance.sample(agencies, 2)
    verb = chance.choice(phrases.VERBS).lower()
    return {
        "number": str(row % 5 + 1),
        "title": f"Rà soát, đơn giản hóa thủ tục {verb} {chance.choice(phrases.OBJECTS)}",
        "lead": lead,
        "coordination": coordination,
        "time": chance.choice(phrases.TIMES).format(**told),
        "deliverable": chance.choice(phrases.DELIVERABLES),
    }


def _steps(chance: random.Random) -> str:
    lines = []
    for number, step in enumerate(_some(phrases.STEPS, 4, 6, chance), start=1):
        lines.append(f"{number}. **Bước {number}.** {step} ({words(chance, 6)})")
        if chance.random() < 0.5:
            lines += [f"    - {note}." for note in _some(phrases.STEP_NOTES, 1, 2, chance)]
    return "\n".join(lines) + "\n"


def _paper(name: str, chance: random.Random) -> Value:
    kind = chance.choice(("ĐK", "TT", "GP", "XN"))
    paper = {
        "name": f"{name} {words(chance, 2)}",
        "originals": chance.randint(0, 1),
        "copies": chance.randint(0, 3),
        "form": f"Mẫu số {chance.randint(1, 30):02d}/{kind}",
        "note": chance.choice(phrases.PAPER_NOTES),
    }
    return {key: value for key, value in paper.items() if value != ""}


def _some(choices: tuple[Any, ...], least: int, most: int, chance: random.Random) -> list[Any]:
    return chance.sample(choices, chance.randint(least, most))


def write_yaml(path: Path, value: Value) -> None:
    """Write a record as an editor would: keys in their order, longer texts as blocks."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_yaml(value), "utf-8")


def to_yaml(value: Value) -> str:
    """A record as YAML."""
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as blocks, as an editor would."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)

if __name__ == "__main__":
    main()
