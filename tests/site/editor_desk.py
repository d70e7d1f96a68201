"""Someone who edits records at the forms of the browser editor, in a folder of this machine."""

from __future__ import annotations

import contextlib
import difflib
import re

from playwright.sync_api import Browser, Error, Locator, Page, Request, TimeoutError

from tests.sources import ROOT

PLAN = "content/plans/truc-ninh-2022.yaml"
PROCEDURE = "content/procedures/ho-tich/1.001193.yaml"
PAGE = "content/pages/gioi-thieu.md"
# Puts files into the private folder of the origin, which stands for the folder an editor chooses; and reads one.
PUT = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
GET = """async (path) => {
  const parts = path.split("/");
  let folder = await navigator.storage.getDirectory();
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""


class Desk:
    """An editor at the forms: opens records, fills in fields, saves."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address, self.asked = address, list[str]()
        self.page: Page = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900}).new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("request", self._note)
        self.before = {path: (ROOT / path).read_text(encoding="utf-8") for path in (PLAN, PROCEDURE, PAGE)}
        self.page.goto(f"{address}config.json")
        self.page.evaluate(PUT, {**self.before, ".git/HEAD": "ref: refs/heads/main\n"})
        self.page.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory()")
        self.page.goto(address)
        self.page.get_by_text("kho mã nguồn cục bộ").first.click()
        self.page.get_by_text("Kế hoạch và nhiệm vụ").first.wait_for()

    def _note(self, request: Request) -> None:
        self.asked.append(request.url)

    def open(self, entry: str) -> None:
        """Go to the form of a record, and again where the editor, which walks by itself too, went elsewhere."""
        for _ in range(5):
            self.page.goto(f"{self.address}#/collections/{entry}")
            with contextlib.suppress(TimeoutError):
                self._hear(rf"đang chỉnh sửa bài viết “\W?{re.escape(entry.rpartition('/')[2])}\W?”", seconds=8)
                return self.page.locator("section[data-key-path]").first.wait_for()
        raise AssertionError(entry)

    def _hear(self, words: str, seconds: int = 20) -> None:
        """Wait until the editor tells those who can't see where they are now."""
        said = self.page.get_by_role("status").filter(has_text=re.compile(words))
        said.wait_for(state="attached", timeout=seconds * 1000)

    def field(self, path: str) -> Locator:
        """A field of the form, scrolled to: those far below are made when they come near."""
        found = self.page.locator(f'section[data-key-path="{path}"]').first
        for step in range(300):
            with contextlib.suppress(Error):  # the form, still being drawn, took it out again: look once more
                if found.count():
                    found.scroll_into_view_if_needed(timeout=2000)
                    return found
            self.page.mouse.move(600, 600)
            # First wait where the form begins; then down, and up again, since what is far away is taken out.
            self.page.mouse.wheel(0, 0 if step < 20 else 900 if step // 60 % 2 == 0 else -900)
            self.page.wait_for_timeout(100)
        raise AssertionError(path)

    def unfold(self, path: str) -> None:
        """Open the first item of a list."""
        self.field(path).get_by_role("button", name="Mở rộng", exact=True).first.click()

    def save(self, path: str) -> list[str]:
        """Save, and give the lines taken out of the file and put into it.

        The file is whole before the editor goes from the form to its list: who opened another form between the two
        found themselves in that list.
        """
        self.page.get_by_role("button", name="Lưu", exact=True).click()
        self._hear("đang xem chuyên mục")
        before, after = self.before[path], self.page.evaluate(GET, path)
        lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
        return [line for line in lines if not line.startswith(("---", "+++", "@@"))]
