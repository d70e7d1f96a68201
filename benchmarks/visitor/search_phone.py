"""How long a citizen with a slow phone waits for answers: Chromium, a processor four times slower, 150 ms, 1.6 Mbit/s.

usage: PYTHONPATH=. python benchmarks/visitor/search_phone.py SITE [--rounds 5]
SITE is built with `--compress`. Prints, for a fresh visitor each round: the first ten answers, further queries, what
moved (CLS) and tasks over 50 ms.
"""

from __future__ import annotations

import os
import statistics
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
from playwright.sync_api import Browser, Page, sync_playwright
from static_host import hosted

FIRST = ("làm giấy khai sinh cho con", "mất căn cước", "xây nhà xin phép", "mở quán ăn", "đăng ký kết hôn")
FURTHER = ("đăng ký tạm trú", "chứng thực bản sao", "đổi bằng lái xe")
_WATCH = """
window.seen = {moved: 0, long: [], first: 0};
new MutationObserver(() => { if (document.querySelector("[data-hits] li > a")) seen.first ||= performance.now(); })
  .observe(document, {childList: true, subtree: true});
new PerformanceObserver((list) => list.getEntries().forEach((one) => one.hadRecentInput || (seen.moved += one.value)))
  .observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => list.getEntries().forEach((one) => seen.long.push(Math.round(one.duration))))
  .observe({type: "longtask", buffered: true});
"""


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True))
@click.option("--rounds", default=5)
@click.option("--chromium", default="/usr/bin/chromium")
def main(site: Path, rounds: int, chromium: str) -> None:
    """Print a line a round, and medians."""
    click.echo(f"load {os.getloadavg()[0]:.1f}")
    cold: list[float] = []
    warm: list[float] = []
    with hosted(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for number in range(rounds):
            first, further, seen = _visit(browser, address, FIRST[number % len(FIRST)])
            cold.append(first)
            warm += further
            told = ", ".join(f"{seconds:.2f}" for seconds in further)
            click.echo(f"cold {first:.2f} s; further {told} s; CLS {seen['moved']:.3f}; long tasks {seen['long']} ms")
        browser.close()
    click.echo(f"median cold {statistics.median(cold):.2f} s, further {statistics.median(warm):.2f} s")


def _visit(browser: Browser, address: str, query: str) -> tuple[float, list[float], dict[str, Any]]:
    """Seconds to the first answers of a visitor who was never here, and to those of further queries in the page."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    slow = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", slow)
    page.add_init_script(_WATCH)
    page.goto(f"{address}tim-kiem/?q={quote(query)}", wait_until="commit")
    page.locator("[data-hits] li > a").first.wait_for()
    page.wait_for_load_state("networkidle")
    further = [_again(page, other) for other in FURTHER]
    seen = page.evaluate("seen")
    context.close()
    return seen["first"] / 1000, further, seen


def _again(page: Page, query: str) -> float:
    """Seconds from sending a query in the page to other answers, told by the page itself."""
    page.locator("#tim").fill(query)
    milliseconds: float = page.evaluate(
        """() => new Promise((done) => {
          const began = performance.now();
          const drawn = () => requestAnimationFrame(() => done(performance.now() - began));
          const watch = new MutationObserver(() => { watch.disconnect(); drawn(); });
          watch.observe(document.querySelector("[data-hits]"), {childList: true});
          document.querySelector("#tim").form.requestSubmit();
        })"""
    )
    page.wait_for_load_state("networkidle")
    return milliseconds / 1000


if __name__ == "__main__":
    main()
