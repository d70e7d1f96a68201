"""The browser editor itself, on a folder of the browser: one word changed is one word of that file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from congkhai.build.loader import load_library
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problems
from congkhai.records.site_config import SiteConfig
from congkhai.site.browser_editor import editor_files
from tests.browser.conftest import served
from tests.sources import SOUND

pytestmark = pytest.mark.browser
FIRST = "content/documents/mot.yaml"
SECOND = "content/documents/hai.yaml"
ONE_LINE = "# tệp A\nterritory: an-binh\nnote: Một.\ndocuments:\n  - {id: a-1, number: 1/KH-UBND, type: ke-hoach} # A\n"
MANY_LINES = (
    "territory: an-binh # tệp B\nnote: Hai.\ndocuments:\n  - id: b-1\n    number: 2/KH-UBND\n    type: ke-hoach\n"
)
FILES = {".git/HEAD": "ref: refs/heads/main\n", FIRST: ONE_LINE, SECOND: MANY_LINES}
# The private folder of the page stands for the one that an editor would choose, and may be written to.
CHOOSE = """
window.showDirectoryPicker = () => navigator.storage.getDirectory();
FileSystemHandle.prototype.requestPermission = async () => "granted";
FileSystemHandle.prototype.queryPermission = async () => "granted";
"""
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async (path) => {
  let folder = await navigator.storage.getDirectory();
  const parts = path.split("/");
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("editor")
    files = editor_files(SiteConfig(name="Cổng thử"), load_library(SOUND, Problems()), load_labels("vi"))
    for path, data in files:
        Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
        Path(folder, path).write_bytes(data)
    with served(folder) as found:
        yield found


@pytest.fixture
def editor(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.add_init_script(CHOOSE)
    page.goto(f"{address}quan-tri/")
    page.evaluate(FILL, FILES)
    page.get_by_text("Làm việc với kho mã nguồn cục bộ").click()
    page.get_by_text("Văn bản").first.wait_for()
    yield page
    context.close()


@pytest.mark.parametrize(("name", "old"), [(FIRST, "Một."), (SECOND, "Hai.")])
def test_a_save_changes_one_word_of_that_file_and_no_other(editor: Page, address: str, name: str, old: str) -> None:
    editor.goto(f"{address}quan-tri/#/collections/document/entries/{Path(name).stem}")
    editor.locator("textarea:visible").first.fill("Khác.")
    editor.get_by_role("button", name="Lưu", exact=True).first.click()
    # A file that is being written meanwhile cannot be read: not yet.
    editor.wait_for_function(f"({READ})('{name}').then((text) => text.includes('Khác.'), () => false)")
    found = {path: editor.evaluate(READ, path) for path in FILES}
    assert found == FILES | {name: FILES[name].replace(old, "Khác.")}
