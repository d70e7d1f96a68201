"""The place a new site is for, as it was asked for: one unit, or why there is none."""

from __future__ import annotations

from congkhai.foundation.text import fold
from congkhai.knowledge.units import Unit, has_kind, moved, near_units, provinces, provinces_after, units_named


class UnknownPlaceError(Exception):
    """No unit, or several, have the name that was asked for; `near` are those that may be meant."""

    def __init__(self, reason: str, near: tuple[Unit, ...] = ()) -> None:
        super().__init__(reason)
        self.reason, self.near = reason, near


def place_named(name: str, *, unlisted: bool = False) -> Unit:
    """The unit of a name; with `unlisted`, one that the list does not have, in a province that it has."""
    found = units_named(name)
    # "Bến Tre" alone is a ward of today, and was a province.
    before = provinces_after(name) if "," not in name and found and found[0].province else ()
    if len(found) == 1 and (not before or has_kind(name)):
        return found[0]
    if found:
        found = (*before, *found)
        raise UnknownPlaceError("ambiguous", found)
    if unlisted:
        return _unlisted(name)
    merged = tuple(dict.fromkeys((*(row.unit for row in moved(*_parts(name))), *provinces_after(name))))
    if merged:
        raise UnknownPlaceError("merged", merged[:5])
    near = near_units(name)
    raise UnknownPlaceError("unknown" if near else "nothing-near", near)


def _parts(name: str) -> tuple[str, str, str]:
    """A commune of before with its district and province, as far as they are named."""
    own, *above = (part.strip() for part in name.split(","))
    return own, above[0] if len(above) > 1 else "", above[-1] if above else ""


def _unlisted(name: str) -> Unit:
    own, _, above = (part.strip() for part in name.partition(","))
    kind = next((kind for kind in ("đặc khu", "phường", "xã") if fold(own).startswith(f"{fold(kind)} ")), "")
    bare = own[len(kind) :].strip()
    provinces_meant = [unit for unit in units_named(above) if unit in provinces()]
    if not kind or len(provinces_meant) != 1:
        raise UnknownPlaceError("unlisted-form")
    return Unit("", f"{kind[0].upper()}{kind[1:]} {bare}", provinces_meant[0].name)
