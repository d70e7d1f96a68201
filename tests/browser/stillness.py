"""When a page has done what it does by itself: nothing is being fetched, and its scripts have nothing left to do."""

from __future__ import annotations

from playwright.sync_api import Page, Request

# The browser has time to spare, twice with a while between, in which a script that was put off may begin something new.
_IDLE = """() => new Promise((done) => {
  const spare = (then) => requestIdleCallback(then, { timeout: 2000 });
  spare(() => setTimeout(() => spare(done), 60));
})"""


class Stillness:
    """Counts what a page fetches, from before it is opened; Playwright's "networkidle" is half a second of nothing."""

    def __init__(self, page: Page) -> None:
        self.page, self.begun, self.ended = page, 0, 0
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def wait(self) -> None:
        """Wait until all is fetched and nothing new is begun."""
        for _ in range(300):
            before = self.begun
            self.page.evaluate(_IDLE)
            if self.begun == self.ended == before:
                return
        raise AssertionError(f"{self.begun - self.ended} requests go on")

    def _begin(self, _: Request) -> None:
        self.begun += 1

    def _end(self, _: Request) -> None:
        self.ended += 1
