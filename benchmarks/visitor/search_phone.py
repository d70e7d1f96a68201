"""How long a citizen with a slow phone waits for answers: Chromium, a processor four times slower, 150 ms, 1.6 Mbit/s.

usage: PYTHONPATH=. python benchmarks/visitor/search_phone.py SITE... [--rounds 5]
Sites are built with `--compress`; several take turns, so that what else the machine does befalls all of them. Prints,
for a fresh visitor each round: the first ten answers, further queries (put into the box and sent at once; typed as
people type, then sent), what moved (CLS) and tasks over 50 ms.
"""

from __future__ import annotations

import os
import statistics
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
from playwright.sync_api import Browser, Page, sync_playwright
from static_host import hosted

FIRST = ("làm giấy khai sinh cho con", "mất căn cước", "xây nhà xin phép", "mở quán ăn", "đăng ký kết hôn")
FURTHER = ("đăng ký tạm trú", "chứng thực bản sao", "đổi bằng lái xe")
TYPED = ("nhận cha mẹ con", "giấy phép lao động")
BETWEEN_KEYS, BEFORE_ENTER = 150, 300  # ms, of somebody who writes on a phone
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
@click.argument("sites", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--rounds", default=5)
@click.option("--chromium", default="/usr/bin/chromium")
def main(sites: tuple[Path, ...], rounds: int, chromium: str) -> None:
    """Print a line a round, and medians."""
    click.echo(f"load {os.getloadavg()[0]:.1f}")
    waits: dict[tuple[Path, str], list[float]] = defaultdict(list)
    with ExitStack() as hosts, sync_playwright() as playwright:
        addresses = {site: hosts.enter_context(hosted(site)) for site in sites}
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for number in range(rounds):
            for site, address in addresses.items():
                found, seen = _visit(browser, address, FIRST[number % len(FIRST)])
                for what, seconds in found.items():
                    waits[site, what] += seconds
                told = "; ".join(f"{what} {_told(seconds)} s" for what, seconds in found.items())
                click.echo(f"{site}: {told}; CLS {seen['moved']:.3f}; long tasks {seen['long']} ms")
        browser.close()
    for (site, what), seconds in waits.items():
        click.echo(f"{site}: {what}, median {statistics.median(seconds):.2f} s, least {min(seconds):.2f} s")


def _told(seconds: list[float]) -> str:
    return ", ".join(f"{one:.2f}" for one in seconds)


def _visit(browser: Browser, address: str, query: str) -> tuple[dict[str, list[float]], dict[str, Any]]:
    """Seconds to the first answers of a visitor who was never here and to those of further queries; what was seen."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    slow = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", slow)
    page.add_init_script(_WATCH)
    page.goto(f"{address}tim-kiem/?q={quote(query)}", wait_until="commit")
    while not page.evaluate("seen.first"):
        page.wait_for_timeout(200)  # looked at rarely: a slow processor has other work
    page.wait_for_load_state("networkidle")
    further = [_again(page, other) for other in FURTHER]
    typed = [_again(page, other, typed=True) for other in TYPED]
    seen = page.evaluate("seen")
    context.close()
    return {"cold": [seen["first"] / 1000], "further": further, "typed": typed}, seen


def _again(page: Page, query: str, *, typed: bool = False) -> float:
    """Seconds from sending a query in the page to other answers, told by the page itself."""
    if typed:
        page.locator("#tim").fill("")
        page.locator("#tim").press_sequentially(query, delay=BETWEEN_KEYS)
        page.wait_for_timeout(BEFORE_ENTER)
    else:
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
