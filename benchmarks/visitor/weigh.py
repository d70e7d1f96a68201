"""Weighs every page of a built site, all in: what a first visit fetches, packed as the host sends it.

usage: python benchmarks/visitor/weigh.py SITE [--limit 60]
Prints the quantiles, and the pages above the limit by kind. Exits 1 where there is one that is no posting sheet:
sheets bring a Times for machines that have none (52 kB).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from tests.browser.weight import weight_of

SHEETS = "niem-yet"


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True))
@click.option("--limit", default=60, help="Kilobytes a page may weigh.")
def main(site: Path, limit: int) -> None:
    weights = sorted((weight_of(page, site), page.relative_to(site).as_posix()) for page in site.rglob("*.html"))
    for name, share in (("median", 0.5), ("95 %", 0.95), ("99 %", 0.99), ("heaviest", 1)):
        weight, page = weights[min(len(weights) - 1, int(share * len(weights)))]
        print(f"{name:8}  {weight / 1000:6.1f} kB  {page}")
    heavy = [(weight, page) for weight, page in weights if weight > limit * 1000]
    print(f"{len(heavy)} of {len(weights)} pages above {limit} kB")
    for kind, count in Counter("sheets" if SHEETS in page.split("/") else "others" for _, page in heavy).items():
        print(f"  {kind}: {count}")
    others = [(weight, page) for weight, page in weights if SHEETS not in page.split("/")]
    print("heaviest but for sheets:")
    for weight, page in reversed(others[-10:]):
        print(f"  {weight / 1000:6.1f} kB  {page}")
    sys.exit(any(SHEETS not in page.split("/") for _, page in heavy))


if __name__ == "__main__":
    main()
