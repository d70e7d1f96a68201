"""Names of files: what other programs leave behind, and what other systems and hosts refuse."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# What Explorer and Finder put into folders, in lower case.
_OF_FILE_MANAGERS = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "icon\r"))
# Lock files of Word ("~$form.docx", "~WRL0001.tmp"), copies that editors leave ("#form#"), downloads that did not end.
_LEFTOVER = re.compile(r"~\$.*|#.*#|~wrl\d+\.tmp|.*(?:~|\.tmp|\.swp|\.bak|\.part|\.crdownload)", re.IGNORECASE)
# Characters that Windows refuses in names; "#" and "?" are refused by Netlify, since they end the path of an address.
_REFUSED = re.compile(r'[<>:"|?*\\#]')
# Names that Windows keeps for devices, whatever stands behind the dot.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])", re.IGNORECASE)
# Longest name, in bytes of UTF-8, that leaves room for the ".br" of a compressed twin (255 on common file systems).
MOST_BYTES = 252


def is_leftover(name: str) -> bool:
    """Whether a file or folder of this name was left by another program and is nobody's content."""
    return name.casefold() in _OF_FILE_MANAGERS or bool(_LEFTOVER.fullmatch(name))


def is_device(name: str) -> bool:
    """Whether Windows takes a file or folder of this name for a device."""
    return bool(_DEVICE.fullmatch(name.split(".")[0].rstrip()))


def refusal_of(path: str) -> tuple[str, str] | None:
    """Why some system or host refuses a path: ("character", "#"), ("device", "con"), ("end", name), ("length", name).

    None where every part of the path can be stored everywhere.
    """
    for name in PurePosixPath(path).parts:
        if found := _REFUSED.search(name):
            return "character", found[0]
        if is_device(name):
            return "device", name.split(".")[0]
        if name.endswith((" ", ".")):
            return "end", name
        if len(name.encode()) > MOST_BYTES:
            return "length", name
    return None
