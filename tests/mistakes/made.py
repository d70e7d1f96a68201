"""Mistakes that can't lie in a repository: links, files that are too large or missing, unusable names."""

from __future__ import annotations

from collections.abc import Mapping

from tests.sources import Change

MADE: Mapping[str, Mapping[str, Change]] = {
    "yaml-too-large": {"content/documents/sai.yaml": "# " + "x" * (5 * 1024 * 1024)},
    "missing-site-config": {"site.yaml": lambda path: path.unlink()},
    "unreadable-file": {"content/documents/sai.yaml": lambda path: path.symlink_to("khong-co.yaml")},
    "outside-link": {"content/documents/sai.yaml": lambda path: path.symlink_to("/etc/hostname")},
    "linked-folder": {"content/documents/sai": lambda path: path.symlink_to(".")},
    "file-name-refused": {"content/files/Mẫu #1.docx": "x"},
    "file-name-twice": {"content/files/MAU.docx": "x", "content/files/mau.docx": "x"},
    "bad-file-name": {"content/documents/s\ni.yaml": "documents: []\n"},
}
