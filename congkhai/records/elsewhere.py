"""What people ask for that no procedure of a site is: what it is called, who handles it, by which law."""

from __future__ import annotations

from congkhai.records.model.fields import identifier, line, list_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile


class Elsewhere(Record, frozen=True, kw_only=True):
    """A matter that others handle (courts, notaries, the police, banks), or a procedure that a site has not posted.

    `code` is that of the national register, where the matter is a procedure; `phrases` are how people ask for it.
    """

    id: str = key(identifier, required=True, default="")
    name: str = key(line, required=True, default="")
    code: str = key(line, default="")
    agency: str = key(line, required=True, default="")
    note: str = key(line, default="")
    legal_basis: tuple[str, ...] = key(list_of(line), required=True, default=())
    phrases: tuple[str, ...] = key(list_of(line), required=True, default=())


class ElsewhereFile(Record, frozen=True, kw_only=True):
    """A file of content/elsewhere."""

    elsewhere: tuple[Elsewhere, ...] = key(list_of(record(Elsewhere)), required=True, default=())


FILES = RecordFile(
    "elsewhere",
    "content/elsewhere/*.yaml",
    ElsewhereFile,
    keeps=(Kept("elsewhere", inside="elsewhere"),),
)
