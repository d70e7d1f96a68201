"""Names of files that other programs leave behind, or that other systems refuse."""

import pytest

from congkhai.foundation.file_names import is_leftover, refusal_of


@pytest.mark.parametrize(
    "name",
    [
        *("~$to-khai.docx", "~WRL0004.tmp", "Thumbs.db", "desktop.ini", "__MACOSX", "a.docx~", "x.crdownload", "b.swp"),
        *("#a.docx#", "Icon\r"),
    ],
)
def test_what_other_programs_leave_behind_is_nobodys_content(name: str) -> None:
    assert is_leftover(name)


@pytest.mark.parametrize("name", ["to-khai.docx", "Mẫu số 01.pdf", "thumbs.pdf", "tmp.docx", "bak.xlsx"])
def test_ordinary_names_are_content(name: str) -> None:
    assert not is_leftover(name)
    assert refusal_of(name) is None


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("Mẫu #1.docx", "character"),
        ("a/b?.pdf", "character"),
        ("a:b.pdf", "character"),
        ("con.pdf", "device"),
        ("LPT1/x.pdf", "device"),
        ("COM¹.txt", "device"),
        ("cuối. /x.pdf", "end"),
        ("ế" * 85 + ".pdf", "length"),
    ],
)
def test_a_name_that_some_system_refuses_says_why(path: str, why: str) -> None:
    refusal = refusal_of(path)
    assert refusal is not None
    assert refusal[0] == why
