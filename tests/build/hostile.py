"""Hostile and broken sources: what each lays over the sound one. What must come of it stands in hostile.txt."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.sources import AGENCIES, DOCUMENTS, PAGE, PLAN, PROGRESS, SOUND, Change, added, edited

Changes = Mapping[str, Change]
TITLE = "title: Kế hoạch kiểm soát TTHC tỉnh An Bình năm 2024"
SCRIPT = "<script>alert(1)</script>"


def _laughs() -> str:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(lines)


def _rows(count: int) -> str:
    head = (SOUND / PLAN).read_text(encoding="utf-8").split("sections:")[0]
    rows = "".join(f'      - {{number: "{n}", title: Việc {n}, lead: Sở Tư pháp}}\n' for n in range(1, count + 1))
    return f"{head}sections:\n  - number: I\n    title: Một\n    items:\n{rows}"


def _chain(count: int) -> str:
    agencies = "".join(
        f"  - {{id: co-quan-{n}, name: Cơ quan số {n}, successors: [co-quan-{(n + 1) % count}]}}\n"
        for n in range(count)
    )
    return f"territory: vong\nname: Vòng\nagencies:\n{agencies}"


def _link(target: str) -> Change:
    return lambda path: path.symlink_to(target)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _folder_named_as_file(path: Path) -> None:
    path.mkdir()
    (path / "x.yaml").write_text("id: x\n", encoding="utf-8")


def _instead(deed: Change) -> Change:
    """Take the sound file away first."""

    def change(path: Path) -> None:
        path.unlink()
        if callable(deed):
            deed(path)

    return change


def _markdown(body: str) -> Changes:
    return added(PAGE, f"\n{body}\n")


def _title(title: str) -> Changes:
    return edited(PLAN, TITLE, f"title: {title}")


def _site(line: str) -> Changes:
    return added("site.yaml", line + "\n")


def _plan_alone(text: str) -> Changes:
    """The sound plan put differently, without the progress that speaks of its tasks."""
    return {PLAN: text, PROGRESS: lambda path: path.unlink()}


NEW = "content/documents/moi.yaml"
ONE_DOCUMENT = "documents:\n  - {id: 1-2024-qd, number: 1/2024/QĐ-UBND, type: quyet-dinh}\n"

BYTES: dict[str, Changes] = {
    "an empty file": {NEW: ""},
    "only white space": {NEW: "  \n\n   \n"},
    "only a comment": {NEW: "# không có gì\n"},
    "only a null": {NEW: "null\n"},
    "only a document marker": {NEW: "---\n"},
    "a zero byte": {NEW: b"documents:\n  - {id: a\x00b}\n"},
    "nothing but zero bytes": {NEW: b"\x00" * 4096},
    "a bell": {NEW: b"documents:\n  - {id: a\x07b}\n"},
    "an escape sequence of terminals": {NEW: b"documents:\n  - {id: a\x1b[31mb}\n"},
    "a vertical tab from Word below a page of Vietnamese": edited(
        PLAN, "title: Kiểm tra <đột xuất>", "title: Kiểm\x0btra"
    ),
    "a control character behind ten thousand accents": {
        NEW: f"# {'ế' * 10_000}\n" * 3 + "documents:\n  - {id: đ\x08b}\n"
    },
    "an escaped zero byte": {NEW: ONE_DOCUMENT.replace("1/2024/QĐ-UBND", '"a\\0b"')},
    "an escaped surrogate": {NEW: ONE_DOCUMENT.replace("1/2024/QĐ-UBND", '"a\\ud800b"')},
    "a C1 control": {NEW: "documents:\n  - {id: a\x85b, note: a\x9fb}\n"},
    "invalid UTF-8 in the middle": {NEW: b"documents:\n  - id: a\n    title: \xc4\x91\xc3\x28\n"},
    "an overlong UTF-8 form": {NEW: b"documents: \xc0\xaf\n"},
    "half a character at the end": {NEW: "documents: đ".encode()[:-1]},
    "a surrogate in UTF-8": {NEW: b"documents: \xed\xa0\x80\n"},
    "UTF-16 with a mark": {NEW: ONE_DOCUMENT.encode("utf-16")},
    "UTF-16 without a mark": {NEW: ONE_DOCUMENT.encode("utf-16-be")},
    "UTF-32": {NEW: ONE_DOCUMENT.encode("utf-32")},
    "Windows-1258": {NEW: "documents:\n  - {id: a, title: Đề án}\n".encode("cp1258", "replace")},
    "a byte order mark": {NEW: b"\xef\xbb\xbf" + ONE_DOCUMENT.encode()},
    "two byte order marks": {NEW: b"\xef\xbb\xbf\xef\xbb\xbf" + ONE_DOCUMENT.encode()},
    "line ends of old Macs": {NEW: ONE_DOCUMENT.replace("\n", "\r")},
    "line ends of Windows": {NEW: ONE_DOCUMENT.replace("\n", "\r\n")},
    "a file of six megabytes": {NEW: "# " + "x" * (6 * 1024 * 1024)},
    "a value of four megabytes": {NEW: f"documents: []\nnote: {'đ ' * (4 * 1024 * 1024 // 3)}\n"},
    "one line of a million brackets": {NEW: "[" * 1_000_000},
    "text in decomposed form": {
        NEW: "documents:\n  - {id: a-1, number: 1/2024/QĐ-UBND, type: quyet-dinh, title: Quyết}\n"
    },
    "a zero-width space in a name": edited(AGENCIES, "name: Sở Tư pháp tỉnh", "name: Sở Tư\u200b pháp tỉnh"),
    "a Cyrillic letter in an alias": edited(AGENCIES, "aliases: [Sở Tư pháp]", "aliases: [Sở Tư phаp]"),
    "text that turns its direction": _title("Kế hoạch \u202eđảo ngược"),
    "a private-use character": _title("Kế hoạch \uf0b7 năm 2024"),
    "emoji in a title": _title("Kế hoạch 🎉👩‍👩‍👧 năm 2024"),
}

YAML: dict[str, Changes] = {
    "an anchor": {NEW: "documents: &a []\n"},
    "an alias": {NEW: "note: &a x\ndocuments: *a\n"},
    "an alias of nothing": {NEW: "documents: *khong-co\n"},
    "an alias of itself": {NEW: "documents: &a [*a]\n"},
    "a billion laughs": {NEW: _laughs()},
    "a merge key": {NEW: "base: &b {x: 1}\ndocuments:\n  - <<: *b\n"},
    "a merge key in quotes": {NEW: 'documents: []\n"<<": x\n'},
    "a Python object": {NEW: "documents: !!python/object/apply:os.system ['echo hacked']\n"},
    "a Python name": {NEW: "documents: !!python/name:os.system ''\n"},
    "a tag of one's own": {NEW: "documents: !mine x\n"},
    "a tag of a number": {NEW: "documents: !!int '3'\n"},
    "a tag nobody declared": {NEW: "documents: !e!x y\n"},
    "a directive of YAML 3": {NEW: "%YAML 3.0\n---\ndocuments: []\n"},
    "a directive nobody knows": {NEW: "%FOO bar\n---\ndocuments: []\n"},
    "several documents": {NEW: "documents: []\n---\ndocuments: []\n"},
    "an end of document and more": {NEW: "documents: []\n...\nmore: x\n"},
    "a list at the top": {NEW: "- a\n- b\n"},
    "a word at the top": {NEW: "chỉ một dòng chữ\n"},
    "the same key twice": {NEW: "documents: []\nnote: a\nnote: b\n"},
    "the same key twice in a row": edited(PLAN, 'number: "1"', 'number: "1"\n        number: "2"'),
    "a list as a key": {NEW: "? [a, b]\n: c\n"},
    "a mapping as a key": {NEW: "{{a: b}: c}\n"},
    "an empty key": {NEW: "documents: []\n: x\n"},
    "a question mark alone": {NEW: "?\n"},
    "nesting a hundred thousand deep in brackets": {NEW: "[" * 100_000 + "]" * 100_000},
    "nesting a hundred thousand deep in braces": {NEW: "{a: " * 100_000 + "}" * 100_000},
    "nesting sixty deep by indentation": {NEW: "".join(f"{'  ' * n}a:\n" for n in range(60))},
    "nesting a thousand dashes deep": {NEW: "- " * 1000 + "x\n"},
    "rows nested twenty deep": _plan_alone(
        _rows(0)
        + "".join(f"{' ' * (6 + 2 * n)}- title: cấp {n}\n{' ' * (8 + 2 * n)}items:\n" for n in range(20))
        + f"{' ' * 46}- title: đáy\n"
    ),
    "a tab before a key": {NEW: "documents:\n\t- {id: a}\n"},
    "a tab after spaces": {NEW: "documents:\n  \t- {id: a}\n"},
    "a quote that never closes": {NEW: 'documents: "mở\nvà không đóng\n'},
    "a single quote that never closes": {NEW: "documents: 'mở\n"},
    "a quote that never closes far above the end": {
        NEW: 'documents:\n  - {id: a, title: "Về việc, number: x}\n' + "  - {id: b, title: Khác, number: y}\n" * 40
    },
    "a bracket that never closes": {NEW: "documents: [a, b\n"},
    "a brace that never closes": {NEW: "documents: {a: b\n"},
    "a comma that is missing": {NEW: "documents: [{id: a} {id: b}]\n"},
    "a bracket too many": {NEW: "documents: []]\n"},
    "a colon in a value": {NEW: "documents: a: b\n"},
    "a value that begins with an at sign": {NEW: "documents: @x\n"},
    "a value that begins with a backtick": {NEW: "documents: `x`\n"},
    "a value that begins with a per cent sign": {NEW: "documents: %x\n"},
    "an escape that does not exist": {NEW: 'documents: "\\q"\n'},
    "an escape cut short": {NEW: 'documents: "\\u12"\n'},
    "a block scalar indented by 0": {NEW: "documents: |0\n  x\n"},
    "indentation that goes back half way": {NEW: "documents:\n    - id: a\n   b: c\n"},
    "a key without its colon": {NEW: "documents: []\nnote\n"},
    "a key of two thousand letters": {NEW: f"{'k' * 2000}: x\ndocuments: []\n"},
    "two thousand keys": {NEW: "documents: []\n" + "".join(f"k{n}: x\n" for n in range(2000))},
}

VALUES: dict[str, Changes] = {
    "a day that does not exist": edited(PLAN, "signed: 2024-01-15", "signed: 2024-02-30"),
    "a month that does not exist": edited(PLAN, "signed: 2024-01-15", "signed: 2024-13"),
    "a day with slashes": edited(PLAN, "signed: 2024-01-15", "signed: 15/01/2024"),
    "the year 0": edited(PLAN, "signed: 2024-01-15", "signed: 0000-01-01"),
    "the year 1": edited(PLAN, "signed: 2024-01-15", "signed: 0001-01-01"),
    "the year 9999": edited(PROGRESS, "on: 2024-07-01", "on: 2024-07-01, extended_to: 9999-12-31"),
    "the year 10000": edited(PROGRESS, "on: 2024-07-01", "on: 10000-01-01"),
    "a day in Arabic digits": edited(PLAN, "signed: 2024-01-15", "signed: ٢٠٢٤-٠١-١٥"),
    "a day of the week": edited(PROGRESS, "on: 2024-07-01", "on: 2024-W27-1"),
    "a time stamp": edited(PROGRESS, "on: 2024-07-01", "on: 2024-07-01T00:00:00Z"),
    "a year of infinite size": edited(PLAN, "\nyear: 2024", "\nyear: 1e999"),
    "a year that is no number": edited(PLAN, "\nyear: 2024", "\nyear: .nan"),
    "a year in superscript": edited(PLAN, "\nyear: 2024", "\nyear: ²⁰²⁴"),
    "a year below zero": edited(PLAN, "\nyear: 2024", "\nyear: -2024"),
    "a year of a million digits": edited(PLAN, "\nyear: 2024", "\nyear: " + "9" * 1_000_000),
    "a year of five digits, with duties that come round": {
        PLAN: (SOUND / PLAN)
        .read_text(encoding="utf-8")
        .replace("\nyear: 2024", "\nyear: 99999")
        .replace("time: Khi có yêu cầu", "time: Trước ngày 15 tháng cuối hằng quý")
    },
    "a year that is a list": edited(PLAN, "\nyear: 2024", "\nyear: [2024]"),
    "a year left empty": edited(PLAN, "\nyear: 2024", "\nyear:"),
    "a title left empty": edited(PLAN, TITLE, "title:"),
    "a title of white space": edited(PLAN, TITLE, 'title: "   "'),
    "a title that is a list": edited(PLAN, TITLE, "title: [a, b]"),
    "a title that is a mapping": edited(PLAN, TITLE, "title: {a: b}"),
    "a title of a hundred thousand letters": _title("Kế hoạch " * 10_000),
    "an id left empty": edited(PLAN, "id: an-binh-2024", "id:"),
    "an id that climbs": edited(PLAN, "id: an-binh-2024", "id: ../../etc/passwd"),
    "an id with a slash": edited(PLAN, "id: an-binh-2024", "id: /an-binh"),
    "an id with a script": edited(PLAN, "id: an-binh-2024", f'id: "{SCRIPT}"'),
    "an id with quotes": edited(PLAN, "id: an-binh-2024", "id: 'an\"binh'"),
    "an id with a Cyrillic a": edited(PLAN, "id: an-binh-2024", "id: аn-binh-2024"),
    "an id in full-width letters": edited(PLAN, "id: an-binh-2024", "id: ａn-binh"),
    "an id with a line break": edited(PLAN, "id: an-binh-2024", 'id: "an-binh\\n2024"'),
    "an id of dots": edited(PLAN, "id: an-binh-2024", "id: .."),
    "an id of three hundred letters": edited(PLAN, "id: an-binh-2024", "id: " + "a" * 300),
    "an id in capitals": edited(PLAN, "id: an-binh-2024", "id: AN-BINH-2024"),
    "a type nobody knows": edited(PLAN, "type: plan", "type: plam"),
    "a type left empty": edited(PLAN, "type: plan", "type: null"),
    "a territory nobody knows": edited(PLAN, "\nterritory: an-binh", "\nterritory: an-binhh"),
    "an issuer nobody knows": edited(PLAN, "issuer: ubnd-an-binh", "issuer: ubnd-an-bin"),
    "a group as issuer": edited(PLAN, "issuer: ubnd-an-binh", "issuer: so-nganh-an-binh"),
    "a signer who is a word": edited(PLAN, "signer: {name: Nguyễn Văn A, post: Chủ tịch}", "signer: Ông A"),
    "a signer without a name": edited(PLAN, "signer: {name: Nguyễn Văn A, post: Chủ tịch}", "signer: {post: x}"),
    "a legal basis nobody knows": edited(PLAN, "legal_basis: [61/2018/NĐ-CP]", "legal_basis: [61/2019/NĐ-CP]"),
    "a legal basis that is a word": edited(PLAN, "legal_basis: [61/2018/NĐ-CP]", "legal_basis: 61/2018/NĐ-CP"),
    "a legal basis with holes": edited(PLAN, "legal_basis: [61/2018/NĐ-CP]", "legal_basis: ['', null, [], {}]"),
    "a key nobody knows": edited(PLAN, "issuer: ubnd-an-binh", "issuer: ubnd-an-binh\nisuer: x"),
    "a key in Vietnamese": edited(PLAN, "issuer: ubnd-an-binh", "issuer: ubnd-an-binh\ncơ quan: x"),
    "sections that are a word": _plan_alone(_rows(1).split("sections:")[0] + "sections: không\n"),
    "sections that are empty": _plan_alone(_rows(1).split("sections:")[0] + "sections: []\n"),
    "sections with holes": _plan_alone(_rows(1).split("sections:")[0] + "sections: [null, [], x, {}]\n"),
    "sections that are missing": _plan_alone(_rows(1).split("sections:")[0]),
    "items that are a mapping": edited(PLAN, '    items:\n      - number: "1"\n', '    items:\n      number: "1"\n'),
    "items that are null": _plan_alone(_rows(1).split("    items:")[0] + "    items: null\n"),
    "a row that is a word": {PLAN: _rows(1) + "      - chỉ một dòng\n"},
    "a row without a title": {PLAN: _rows(1) + '      - {number: "9", lead: Sở Tư pháp}\n'},
    "a row numbered twice": {PLAN: _rows(2) + '      - {number: "2", title: x}\n'},
    "a row numbered with a script": {PLAN: _rows(1) + f'      - {{number: "{SCRIPT}", title: x}}\n'},
    "a row numbered ../..": {PLAN: _rows(1) + '      - {number: "../..", title: x, note: y}\n'},
    "a row numbered index.json": {PLAN: _rows(1) + '      - {number: "index.json", title: x, note: y}\n'},
    "a row whose address is that of the agencies": _plan_alone(_rows(1).replace("number: I\n", "number: co-quan\n")),
    "rows that share an address": _plan_alone(
        _rows(0) + '      - {number: "a", title: x}\n      - {number: "A", title: y}\n'
    ),
    "rows whose joined numbers clash": _plan_alone(
        _rows(0)
        + ('      - {number: "1-2", title: x}\n      - {number: "1", title: y, items: [{number: "2", title: z}]}\n')
    ),
    "a section whose address is that of a row": _plan_alone(
        _rows(1) + ("  - {number: I-1, title: Hai, items: [{title: x, number: a}]}\n")
    ),
    "ten thousand tasks": {PLAN: _rows(10_000)[: -len("\n")] + "\nno_such: x\n"},
    "a deadline in a reading that is a word": edited(
        PLAN, "note: Hàng này", "reading: {deadline: mai}\n            note: Hàng này"
    ),
    "a reading that names nobody": edited(
        PLAN, "note: Hàng này", "reading: {lead: [khong-ai]}\n            note: Hàng này"
    ),
    "a lead nobody knows": edited(PLAN, "lead: UBND tỉnh", "lead: Ủy ban vũ trụ"),
    "a lead that is a list": edited(PLAN, "lead: UBND tỉnh", "lead: [UBND tỉnh]"),
    "a lead of three thousand agencies": edited(PLAN, "lead: UBND tỉnh", "lead: " + "Sở Tư pháp; " * 3000),
    "a time of a hundred dates": edited(PLAN, "time: Khi có yêu cầu", "time: " + "Trước ngày 15/7/2024; " * 100),
    "a document number of brackets": edited(DOCUMENTS, "number: 12/2025/NQ-HĐND", "number: ((((((((((((((((((((("),
    "a document number cut short": edited(DOCUMENTS, "number: 12/2025/NQ-HĐND", "number: 12/2025/NQHĐND"),
    "a document that replaces itself": added(DOCUMENTS, "    replaces: [12/2025/NQ-HĐND]\n"),
    "an address without a scheme": added(DOCUMENTS, "    url: example.vn\n"),
    "an address that is a script": added(DOCUMENTS, "    url: javascript:alert(1)\n"),
    "an address that is data": added(DOCUMENTS, "    url: data:text/html,x\n"),
    "an address with a quote": added(DOCUMENTS, "    url: 'https://example.vn/\"onload=x'\n"),
    "an address with a bad port": added(DOCUMENTS, "    url: https://[::1\n"),
    "a boolean of neither kind": edited(PAGE, "id: gioi-thieu", "id: gioi-thieu\nin_footer: có lẽ"),
    "an order out of bounds": edited(PAGE, "id: gioi-thieu", "id: gioi-thieu\norder: 1000000000000000000000"),
}

LIBRARY: dict[str, Changes] = {
    "the same plan in two files": {"content/plans/ban-sao.yaml": (SOUND / PLAN).read_text(encoding="utf-8")},
    "the same agency twice": added(AGENCIES, "  - {id: ubnd-an-binh, name: Cơ quan khác}\n"),
    "the same territory twice": {"content/agencies/khac.yaml": "territory: an-binh\n"},
    "the same document twice": added(
        DOCUMENTS, "  - {id: 12-2025-nq-hdnd, number: 13/2025/NQ-HĐND, type: nghi-quyet}\n"
    ),
    "the same abbreviation twice": added("content/abbreviations/chung.yaml", "  - {short: TTHC, long: khác}\n"),
    "abbreviations that share an address": added("content/abbreviations/chung.yaml", "  - {short: tthc, long: khác}\n"),
    "an abbreviation without a letter": added("content/abbreviations/chung.yaml", '  - {short: "&", long: và}\n'),
    "an abbreviation that is a pattern": added(
        "content/abbreviations/chung.yaml", '  - {short: "(.*)+$", long: mẫu}\n'
    ),
    "an agency that succeeds itself": edited(
        AGENCIES, "successors: [so-khoa-hoc-an-binh]", "successors: [so-thong-tin-an-binh]"
    ),
    "agencies in a circle": {"content/agencies/vong.yaml": _chain(3)},
    "two thousand agencies in a circle": {"content/agencies/vong.yaml": _chain(2000)},
    "a parent of itself": edited(AGENCIES, "parent: chinh-phu", "parent: ubnd-an-binh"),
    "a successor nobody knows": edited(
        AGENCIES, "successors: [so-khoa-hoc-an-binh]", "successors: [so-khoa-hok-an-binh]"
    ),
    "a group of itself": edited(AGENCIES, "members: [so-tu-phap-an-binh,", "members: [so-nganh-an-binh,"),
    "a territory above itself": edited(AGENCIES, "parent: trung-uong", "parent: an-binh"),
    "a spelling of two agencies": edited(AGENCIES, "aliases: [Sở Khoa học và Công nghệ]", "aliases: [Sở Tư pháp]"),
    "an alias of one letter": edited(AGENCIES, "aliases: [Sở Tư pháp]", "aliases: [Sở Tư pháp, x]"),
    "an alias of punctuation": edited(AGENCIES, "aliases: [Sở Tư pháp]", 'aliases: [Sở Tư pháp, ";"]'),
    "an end before the beginning": edited(AGENCIES, "until: 2025-02-28", "from: 2026-01-01, until: 2025-02-28"),
    "a territory named otherwise than its file": edited(AGENCIES, "territory: an-binh", "territory: an-hoa"),
    "progress of a plan nobody knows": edited(PROGRESS, "plan: an-binh-2024", "plan: an-binh-2025"),
    "progress of a task nobody knows": edited(PROGRESS, "task: I.1", "task: I.9"),
    "progress that proves nothing": edited(PROGRESS, "evidence: [{", "evidence: [null, x, {"),
    "a page at the address of the plans": {
        "content/pages/ke-hoach.md": "---\nid: ke-hoach\ntitle: Chiếm chỗ\n---\nx\n"
    },
    "a page at the address of the assets": {"content/pages/assets.md": "---\nid: assets\ntitle: Chiếm chỗ\n---\nx\n"},
    "a page at the address of the page for lost addresses": {
        "content/pages/404.html.md": "---\nid: 404.html\ntitle: Chiếm chỗ\n---\nx\n"
    },
    "a page at the address of a host's file": {
        "content/pages/robots.txt.md": "---\nid: robots.txt\ntitle: x\n---\nx\n"
    },
    "a page at the address of the data": {"content/pages/data.md": "---\nid: data\ntitle: Chiếm chỗ\n---\nx\n"},
    "front matter that is missing": {PAGE: "# Chỉ có chữ\n"},
    "front matter that never ends": {PAGE: "---\nid: gioi-thieu\ntitle: x\nKhông có dòng đóng.\n"},
    "front matter that is empty": {PAGE: "---\n---\nx\n"},
    "front matter that is a list": {PAGE: "---\n- a\n---\nx\n"},
    "front matter with line ends of Windows": {PAGE: "---\r\nid: gioi-thieu\r\ntitle: x\r\n---\r\nChữ.\r\n"},
    "front matter after a byte order mark": {PAGE: "\ufeff---\nid: gioi-thieu\ntitle: x\n---\nx\n"},
    "a page that is no text": {PAGE: b"---\nid: gioi-thieu\ntitle: x\n---\nab\n\xff\xfe\n"},
    "a page with a zero byte": {PAGE: b"---\nid: gioi-thieu\ntitle: x\n---\na\x00b\x1b[31m\n"},
    "a page that would be a file of a host": {"content/pages/x.txt.md": "---\nid: x.txt\ntitle: x\n---\nx\n"},
    "a plan that would be a page of its list": {
        "content/plans/index.html.yaml": _rows(1).replace("an-binh-2024", "index.html")
    },
    "a page that holds nothing": {PAGE: "---\nid: gioi-thieu\ntitle: x\n---\n"},
    "no site.yaml": {"site.yaml": lambda path: path.unlink()},
    "a site.yaml that is a list": {"site.yaml": "- a\n"},
    "a site without a name": {"site.yaml": "tagline: x\n"},
    "a colour that ends its rule": edited("site.yaml", "radius: 4px", 'radius: "4px} body{display:none"'),
    "a colour that fetches": edited("site.yaml", "radius: 4px", 'radius: "url(https://example.vn/x)"'),
    "a colour that closes the style": edited("site.yaml", "radius: 4px", 'radius: "</style><script>"'),
    "a colour that is an expression": edited("site.yaml", "radius: 4px", 'radius: "expression(alert(1))"'),
    "a token name that is code": edited("site.yaml", "radius: 4px", '"x:red;}*{": red'),
    "tokens that are a list": edited("site.yaml", "{radius: 4px}", "[radius]"),
    "a base URL that is a word": _site("base_url: example"),
    "a base URL of another scheme": _site("base_url: ftp://example.vn/"),
    "a base URL with a script": _site('base_url: "https://example.vn/\\"><script>"'),
    "a base URL with a query": _site("base_url: https://example.vn/x?y#z"),
    "a base URL with a bad host": _site('base_url: "https://[x"'),
    "a base URL with a host too long": _site(f"base_url: https://{'ă' * 100}.vn/"),
    "an ended id that climbs": _site("former_ids: [{kind: agency, id: ../../x}]"),
    "a source folder with a zero byte": _site('sources: [{path: "a\\0b", territory: an-binh}]'),
    "a language that is a path": _site("language: ../vi"),
    "days that are wrong": _site("days: [{date: 2024-02-30, kind: holiday}]"),
}

PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"
DECISION = "content/announcements/20-qd-ubnd.yaml"
FEEDBACK = "content/feedback/2024.yaml"
SCORES = "content/indicators/an-binh-2024.yaml"

PROCEDURES: dict[str, Changes] = {
    "a procedure whose code climbs": edited(PROCEDURE, 'code: "9.000001"', 'code: "../../../x"'),
    "a procedure whose code is a script": edited(PROCEDURE, 'code: "9.000001"', f"code: '{SCRIPT}'"),
    "a procedure whose code is a page": edited(PROCEDURE, 'code: "9.000001"', "code: index.html"),
    "a procedure of a sector nobody knows": edited(PROCEDURE, "sector: ho-tich", "sector: ho-tichh"),
    "a procedure without anything": {PROCEDURE: 'code: "9.000001"\n'},
    "steps with a script": edited(PROCEDURE, "1. Nộp hồ sơ.", f"1. Nộp {SCRIPT}"),
    "a name with a script": edited(PROCEDURE, "name: Thủ tục thử nghiệm", f"name: '</script>{SCRIPT}'"),
    "a form whose address is a script": edited(PROCEDURE, "https://example.vn/to-khai.docx", "javascript:alert(1)"),
    "a form whose file climbs": edited(
        PROCEDURE, 'url: "https://example.vn/to-khai.docx"', "file: ../../../etc/passwd"
    ),
    "fees that are a word": edited(PROCEDURE, "fees:\n  - {kind: charge", "fees: không\nx:\n  - {kind: charge"),
    "a fee of a million digits": edited(PROCEDURE, "amount: 10000", "amount: " + "9" * 1_000_000),
    "a fee below zero": edited(PROCEDURE, "amount: 10000", "amount: -10000"),
    "a time of a hundred years": edited(
        PROCEDURE, "processing_time: 03 ngày làm việc", "processing_time: 36500 ngày làm việc"
    ),
    "a time of infinite days": edited(PROCEDURE, "processing_time: 03 ngày làm việc", "processing_time: 1e999 ngày"),
    "a time of a million digits": edited(
        PROCEDURE, "processing_time: 03 ngày", "processing_time: " + "9" * 100_000 + " ngày"
    ),
    "an absence that is not one": edited(PROCEDURE, "{absent: true, reason", "{absent: có lẽ, reason"),
    "a dossier with holes": edited(PROCEDURE, "- components:", "- null\n  - x\n  - components:"),
    "a successor of itself": edited(PROCEDURE, "status: in_force", 'status: replaced\nsuccessors: ["9.000001"]'),
    "a decision nobody knows": edited(PROCEDURE, "announcement: 20/QĐ-UBND", "announcement: 21/QĐ-UBND"),
    "a decision whose id climbs": edited(DECISION, "id: 20-qd-ubnd", "id: ../20"),
    "a decision with a script": edited(DECISION, "title: Công bố", f"title: '{SCRIPT}' #"),
    "a decision without entries": {DECISION: "id: 20-qd-ubnd\nnumber: 20/QĐ-UBND\n"},
    "feedback with a script": edited(FEEDBACK, "subject: Thời gian nhận kết quả", f"subject: '{SCRIPT}'"),
    "feedback with a telephone number": edited(FEEDBACK, "answer: Đã nhắc", "answer: Gọi 0912345678. Đã nhắc"),
    "feedback about a procedure nobody knows": edited(FEEDBACK, '"9.000001"', '"9.999999"'),
    "feedback with the same id twice": added(FEEDBACK, "  - {id: pa-1, received: 2024-03-01, subject: x}\n"),
    "scores that are no numbers": edited(SCORES, '"5,5"', ".inf"),
    "scores of an agency nobody knows": edited(SCORES, "agency: ubnd-an-binh", "agency: ubnd-an-bin"),
    "a sector at the address of a page": {"content/sectors.yaml": "sectors:\n  - {id: index.html, name: x}\n"},
    "sectors that are a list": {"content/sectors.yaml": "- a\n"},
    "a search phrase of nothing": {"content/search/x.yaml": "synonyms: [[]]\n"},
    "search phrases that are a pattern": {"content/search/synonyms.yaml": '"(.*)+$": [a]\n'},
}

PUBLISHED: dict[str, Changes] = {
    "a script in a plan's title": _title(f"'Kế hoạch {SCRIPT}'"),
    "a script in a site's name": edited("site.yaml", "name: Cổng thử", f"name: 'Cổng {SCRIPT}'"),
    "a quote in a title": _title("'Kế hoạch \"x\" onmouseover=alert(1)'"),
    "a template in a title": _title("'Kế hoạch {{ 7*7 }} {% raw %}'"),
    "a closing comment in a title": _title("'Kế hoạch --> ]]> x'"),
    "a script in a row": edited(PLAN, "title: Kiểm tra <đột xuất>", f"title: '{SCRIPT}'"),
    "a script in an agency's name": edited(AGENCIES, "name: Sở Tư pháp tỉnh An Bình", f"name: '{SCRIPT}'"),
    "a script in a document's title": edited(
        "content/documents/trung-uong.yaml", "title: Về cơ chế một cửa", f"title: '{SCRIPT}'"
    ),
    "a script in an abbreviation": edited(
        "content/abbreviations/chung.yaml", "long: thủ tục hành chính", f"long: '{SCRIPT}'"
    ),
    "a script in a page's title": edited(PAGE, "title: Giới thiệu", f"title: '{SCRIPT}'"),
    "Markdown with a script": _markdown(SCRIPT),
    "Markdown with an event": _markdown('<img src=x onerror="alert(1)">'),
    "Markdown with a picture that draws": _markdown("<svg onload=alert(1)><script>alert(1)</script></svg>"),
    "Markdown with a link that is a script": _markdown("[x](javascript:alert(1))"),
    "Markdown with a script in disguise": _markdown("[x](&#106;avascript:alert(1)) [y](JaVa\u0000Script:alert(1))"),
    "Markdown with a link that is data": _markdown("[x](data:text/html;base64,PHNjcmlwdD4=)"),
    "Markdown with a script by reference": _markdown("[x][1]\n\n[1]: javascript:alert(1)"),
    "Markdown with a frame": _markdown("<iframe src=https://example.vn></iframe>"),
    "Markdown with a style": _markdown('<p style="position:fixed">x</p><style>*{display:none}</style>'),
    "Markdown with a form": _markdown("<form action=https://example.vn><input name=x></form>"),
    "Markdown with a comment that hides": _markdown("<!-- x --!> <script>alert(1)</script> -->"),
    "Markdown with a picture": _markdown("![x](https://example.vn/x.png)"),
    "Markdown with a heading whose anchor is ours": _markdown('<h2 id="noi-dung">x</h2>'),
    "Markdown nested a thousand deep": _markdown("> " * 1000 + "x"),
    "Markdown of ten thousand stars": _markdown("*" * 10_000 + "x" + "*" * 10_000),
    "Markdown of ten thousand brackets": _markdown("[" * 10_000),
    "Markdown with a link that leads nowhere": _markdown("[x](../khong-co/)"),
    "Markdown with an anchor that leads nowhere": _markdown("[x](#khong-co)"),
    "Markdown with a link out of the site": _markdown("[x](../../../etc/passwd)"),
    "Markdown with a bad address": _markdown("[x](https://[) [y](//[x)"),
}

FILES: dict[str, Changes] = {
    "an extension of the wrong kind": {"content/plans/khac.yml": "id: khac\n"},
    "a file at the top of content": {"content/khac.yaml": "id: khac\n"},
    "a file in a folder nobody knows": {"content/khac/x.yaml": "id: x\n"},
    "a folder with the name of a file": {"content/plans/x.yaml": _folder_named_as_file},
    "a hidden file": {"content/plans/.x.yaml": "][\n"},
    "a link into the source": {"content/plans/ban-sao.yaml": _link("an-binh-2024.yaml")},
    "a link out of the source": {"content/plans/ngoai.yaml": _link("/etc/hostname")},
    "a link to a folder outside": {"content/ngoai": _link("/etc")},
    "a link to its own folder": {"content/plans/vong": _link(".")},
    "a link to itself": {"content/plans/vong.yaml": _loop},
    "a link to nothing": {"content/plans/gay.yaml": _link("khong-co.yaml")},
    "a pipe": {"content/plans/ong.yaml": lambda path: os.mkfifo(path)},
    "a pipe for site.yaml": {"site.yaml": _instead(lambda path: os.mkfifo(path))},
    "a folder for site.yaml": {"site.yaml": _instead(lambda path: path.mkdir())},
    "a link to itself for site.yaml": {"site.yaml": _instead(_loop)},
    "a link out of the source for site.yaml": {"site.yaml": _instead(_link("/etc/hostname"))},
    "a file name with a line break": {"content/plans/a\nb.yaml": "id: x\n"},
    "a file name with quotes": {"content/plans/a\"b'c.yaml": "id: x\n"},
    "a file name with markup": {"content/plans/<img onerror=x>.yaml": "id: x\n"},
    "a file name of emoji": {"content/plans/🎉.yaml": "id: x\n"},
    "a file name with a colon and a comma": {"content/plans/a:b,c%0A.yaml": "id: x\n"},
    "a file name that is no text": {
        "content/plans/x.yaml": lambda path: open(os.fsencode(path.parent) + b"/\xff\xfe.yaml", "w").close()
    },
    "content that is a file": {"content": lambda path: (shutil.rmtree(path), path.write_text("x"))},
    "content that is missing": {"content": lambda path: shutil.rmtree(path)},
    "content that is empty": {"content": lambda path: (shutil.rmtree(path), path.mkdir())},
    "a template of the site that is broken": {"templates/pages/home.html": "{% block %}{{"},
    "a template of the site that is no text": {"templates/base.html": b"\xff\xfe"},
    "a template of the site that is nested too deep": {"templates/base.html": "{{ " + "(" * 3000},
    "a template of the site that asks for too much": {"templates/pages/home.html": "{{ khong_co.x }}"},
    "a style sheet that is no text": {"static/css/site.css": b"\xff\xfe"},
    "a style sheet that imports what is not there": {"static/css/site.css": '@import "khong-co.css";\n'},
    "scripts in a circle": {"static/js/a.js": 'import "./b.js";\n', "static/js/b.js": 'import "./a.js";\n'},
    "a script that imports what is not there": {"static/js/a.js": 'import "./khong-co.js";\n'},
    "a script that imports from outside": {"static/js/a.js": 'import "../../../x.js";\n'},
    "a link out of static": {"static/img/x": _link("/etc")},
    "a link in static to a secret": {"static/img/x.txt": _link("/etc/hostname")},
}

CASES: dict[str, Changes] = {**BYTES, **YAML, **VALUES, **LIBRARY, **PROCEDURES, **PUBLISHED, **FILES}
