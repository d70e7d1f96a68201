"""The one way in which reading a source fails: with a code for the report."""

from __future__ import annotations


class UnreadableError(Exception):
    """A file that cannot be read; `code` is a problem code, `values` fill its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
