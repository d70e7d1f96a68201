"""The exports of a whole site by name, each loaded when it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congkhai.pages.page import Context
from congkhai.rendering import Export


def _subscriptions(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.exports.subscriptions import subscription_files

    return subscription_files(context)


def _site(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.exports.site_files import site_files

    return site_files(context)


EXPORTS: Mapping[str, Export] = {"subscriptions": _subscriptions, "site": _site}
