"""Lighthouse on one page of every kind (phone, throttled), against a host that packs and lets assets be kept.

usage: python benchmarks/visitor/lighthouse.py SITE [--only plan,procedure] [--runs 3] [--results FILE]
SITE is the real content built with `--compress`. Lighthouse stands in benchmarks/.peers (install_lighthouse.sh).
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from static_host import hosted

from tests.browser.kinds import kinds_of, settings

PACKAGE = Path(__file__).resolve().parents[1] / ".peers" / "lighthouse" / "node_modules" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True))
@click.option("--only", default="", help="Kinds of pages, separated by commas.")
@click.option("--runs", default=1, help="How often a page is looked at; the run with the best performance is told.")
@click.option("--results", type=click.Path(path_type=Path), help="A Markdown file to write the table into.")
def main(site: Path, only: str, runs: int, results: Path | None) -> None:
    """Print a row a kind, and below it every audit that did not pass."""
    kinds = {kind: url for kind, url in kinds_of(settings()).items() if not only or kind in only.split(",")}
    rows = []
    with hosted(site) as address, tempfile.TemporaryDirectory() as folder:
        for kind, url in sorted(kinds.items()):
            tries = [audited(address + url, Path(folder) / f"{kind}.json") for _ in range(runs)]
            report = max(tries, key=lambda report: report["categories"]["performance"]["score"])
            rows.append(_row(kind, url, report))
            click.echo(rows[-1])
            for audit in failed(report):
                click.echo(f"    {audit}")
    if results:
        version = json.loads((PACKAGE / "package.json").read_text("utf-8"))["version"]
        results.write_text(_table(rows, version, runs), "utf-8")


def audited(url: str, report: Path) -> Mapping[str, Any]:
    """The report of one page: Lighthouse's phone, its network (1.6 Mbit/s, 150 ms), a processor four times slower."""
    options = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"]
    command = ["node", str(PACKAGE / "cli" / "index.js"), url, *options]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, check=True, capture_output=True)
    found: Mapping[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def failed(report: Mapping[str, Any]) -> list[str]:
    """Every audit with a weight that is below 0.9, with what it found first."""
    wanted = {ref["id"]: ref["weight"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"]}
    found = []
    for audit in report["audits"].values():
        if audit["score"] is not None and audit["score"] < 0.9 and wanted.get(audit["id"]):
            items = (audit.get("details") or {}).get("items") or []
            first = json.dumps(items[0], ensure_ascii=False)[:300] if items else ""
            found.append(f"{audit['id']}: {audit.get('displayValue', '')} {first}")
    return found


def _row(kind: str, url: str, report: Mapping[str, Any]) -> str:
    scores = [round(report["categories"][name]["score"] * 100) for name in CATEGORIES]
    audits = report["audits"]
    lcp, fcp = (audits[name]["numericValue"] / 1000 for name in ("largest-contentful-paint", "first-contentful-paint"))
    shift, blocked = audits["cumulative-layout-shift"]["numericValue"], audits["total-blocking-time"]["numericValue"]
    weight = audits["total-byte-weight"]["numericValue"] / 1000
    told = " | ".join(map(str, scores))
    return f"| {kind} | `/{url}` | {told} | {fcp:.2f} | {lcp:.2f} | {shift:.3f} | {blocked:.0f} | {weight:.0f} |"


def _table(rows: list[str], version: str, runs: int) -> str:
    return (
        f"# Lighthouse {version}, phone, throttled ({datetime.date.today()})\n\n"
        f"How to repeat: see [README.md](../README.md). Best of {runs} runs; load of the machine when it ended: "
        f"{os.getloadavg()[1]:.1f} on {os.cpu_count()} cores. Performance, times and TBT depend on how busy it "
        "is, the other columns do not.\n\n"
        "| kind | page | performance | accessibility | best practices | SEO | FCP s | LCP s | CLS | TBT ms | kB |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|\n" + "\n".join(rows) + "\n"
    )


if __name__ == "__main__":
    main()
