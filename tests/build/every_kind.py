"""A source with records of every kind, made of the examples, for whatever must hold of each kind."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.sources import ROOT, SOUND

_EXAMPLES = ROOT / "examples"
# Laid over each other in this order; all of them are invented.
_LAYERS = ("thu-tuc", "phan-cap", "tien-do")
# The page in English stands beside the same one in Vietnamese, which the sound source has.
_MORE = {
    "content/search/noi-khac.yaml": "synonyms:\n  nhập khẩu: đăng ký thường trú\n  giấy xây nhà: cấp phép xây dựng\n",
    "content/pages_en/gioi-thieu.md": "---\nid: gioi-thieu\ntitle: About\n---\n\n# Times\n\nSee above.\n",
}


def lay_every_kind(folder: Path) -> Path:
    """Lay a source with records of every kind into a new folder."""
    for name in _LAYERS:
        shutil.copytree(_EXAMPLES / name, folder, ignore=shutil.ignore_patterns(".cache"), dirs_exist_ok=True)
    shutil.copyfile(_EXAMPLES / "thu-tuc" / "site.yaml", folder / "site.yaml")
    for name in ("abbreviations", "elsewhere", "pages"):
        shutil.copytree(SOUND / "content" / name, folder / "content" / name)
    for path, text in _MORE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    # The plan of the province is that of another example, which numbers its tasks otherwise.
    plan = folder / "content" / "plans" / "xa-minh-hoa-2026.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("[II.3]", "[II.2]"), encoding="utf-8")
    return folder
