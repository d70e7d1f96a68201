"""What the options of commands take: a day, an address, a share of the pages."""

from __future__ import annotations

import datetime

import click

from congkhai.build.parts import Share
from congkhai.foundation.language import words
from congkhai.vietnamese.schedule.calendar import is_year

_DIGITS = 4


class DayType(click.ParamType[datetime.date]):
    """A day as 2026-11-22."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The day that is written."""
        if isinstance(value, datetime.date):
            return value
        try:
            day = datetime.date.fromisoformat(str(value))
        except ValueError:
            day = datetime.date.min
        return day if is_year(day.year) else self.fail(words()("cli.bad-date", value=value), param, ctx)


class YearType(click.ParamType[int]):
    """The year of a plan."""

    name = "year"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The year that is written."""
        written = str(value).strip()
        number = int(written) if written.isdecimal() and len(written) <= _DIGITS else 0
        return number if is_year(number) else self.fail(words()("cli.bad-year", value=value), param, ctx)


class BaseUrlType(click.ParamType[str]):
    """The address a site will stand at."""

    name = "url"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address that is written."""
        from congkhai.records.base_address import normal_base_url

        if value != "" and not normal_base_url(str(value)):
            self.fail(words()("cli.bad-base-url", value=value), param, ctx)
        return str(value)


class ShareType(click.ParamType[Share]):
    """A share of the pages as 2/4."""

    name = "part"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Share:
        """The share that is written."""
        share = value if isinstance(value, Share) else Share.read(str(value))
        if share is None:
            self.fail(words()("cli.bad-part", value=value), param, ctx)
        return share
