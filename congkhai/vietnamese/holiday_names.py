"""Names of public holidays in the language of the labels; the `holidays` package gives them in Vietnamese alone."""

from __future__ import annotations

import re

from congkhai.foundation.labels import Labels
from congkhai.foundation.text import slug

# A day before Tết by its number in the lunar month ("29 Tết"), and a day off for a weekend day that is worked.
_BEFORE_TET = re.compile(r"(\d\d) Tết")
_SWAPPED = re.compile(r"Ngày nghỉ \(thay cho ngày (\d\d/\d\d/\d{4})\)")
_IN_LIEU = " (nghỉ bù)"


def holiday_name(labels: Labels, name: str) -> str:
    """A holiday as the labels call it; a name that they do not have, such as a document's number, as it is."""
    if name.endswith(_IN_LIEU):
        return labels("workdays.name.in_lieu", name=holiday_name(labels, name.removesuffix(_IN_LIEU)))
    if before := _BEFORE_TET.fullmatch(name):
        return labels("workdays.name.before_tet", day=before[1])
    if swapped := _SWAPPED.fullmatch(name):
        return labels("workdays.name.swapped", day=swapped[1])
    return labels.get(f"workdays.name.{slug(name)}", name)
