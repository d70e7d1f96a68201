"""Files published as they are: types that a browser does not run, names that every system and host can store."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.file_names import refusal_of
from congkhai.foundation.problem import Problem
from congkhai.foundation.text import nfc
from congkhai.records.stored_file import PUBLISHED_TYPES, StoredFile


def check_file_type(_subject: Subject, file: StoredFile) -> Iterator[Problem]:
    """A file to be published is a document or a picture, and nothing that a browser would run."""
    if file.type not in PUBLISHED_TYPES:
        yield problem("file-type", file.place, type=file.type, types=", ".join(sorted(PUBLISHED_TYPES)))


def check_file_name(_subject: Subject, file: StoredFile) -> Iterator[Problem]:
    """The name of a file to be published can be stored on Windows and on the hosts of docs/hosting.md."""
    if refusal := refusal_of(file.path):
        why, what = refusal
        yield problem("file-name-refused", file.place, why=why, what=what)


def check_file_names_differ(subject: Subject) -> Iterator[Problem]:
    """No two files have names that differ only in capitals: Windows and macOS keep one of them."""
    first: dict[str, str] = {}
    for path, file in subject.library.files.items():
        earlier = first.setdefault(nfc(path).casefold(), path)
        if earlier != path:
            yield problem("file-name-twice", file.place, first=earlier)
