"""Formulas of a sheet whose value nobody stored: what the simplest of them show, and a notice of each."""

from __future__ import annotations

import re

from msgspec import Struct
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from congkhai.editing.importers.blocks import Notice

# A reference to one cell, with a whole number added or taken away: "=A2+1", "=$C$2".
_SIMPLE = re.compile(r"=\s*\+?\$?([A-Z]{1,3})\$?(\d{1,7})\s*(?:([+-])\s*(\d{1,6}))?\s*")
# A number that a cell holds as text.
_COUNT = re.compile(r"\s*[0-9]{1,12}\s*")
_DEEPEST = 200  # references from cell to cell

Place = tuple[int, int]


class StoredValues(Struct, frozen=True):
    """The values of formulas without a stored one, by row and column, and the notices that tell of them."""

    values: dict[Place, object]
    notices: tuple[Notice, ...]

    def value_at(self, place: Place, stored: object) -> object:
        """The value of a cell: the stored one, else what its formula shows."""
        return self.values.get(place, stored) if stored is None else stored


def stored_values(sheet: Worksheet, formulas: Worksheet) -> StoredValues:
    """Find the formulas without a stored value; one that can't be followed stands as its own text."""
    lacking = {
        (cell.row, cell.column): str(cell.value)
        for row in formulas.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=") and len(cell.value) > 1
        and sheet.cell(cell.row, cell.column).value is None
    }  # fmt: skip
    values: dict[Place, object] = {place: _followed(sheet, lacking, place, 0) for place in lacking}
    notices = tuple(
        Notice("import-formula", row, (("cell", sheet.cell(row, column).coordinate), ("formula", formula),
                                       ("value", str(values[row, column]))))
        for (row, column), formula in lacking.items()
    )  # fmt: skip
    return StoredValues(values, notices)


def _followed(sheet: Worksheet, lacking: dict[Place, str], place: Place, depth: int) -> object:
    """What a formula shows, as far as it only points at another cell; else the formula as it stands."""
    formula = lacking[place]
    match = _SIMPLE.fullmatch(formula)
    if match is None or depth > _DEEPEST:
        return formula
    target = (int(match[2]), column_index_from_string(match[1]))
    value = _followed(sheet, lacking, target, depth + 1) if target in lacking else sheet.cell(*target).value
    if match[3] is None:
        return formula if value is None else value
    if isinstance(value, str) and _COUNT.fullmatch(value):
        value = int(value)
    return value + int(match[3] + match[4]) if isinstance(value, int | float) else formula
