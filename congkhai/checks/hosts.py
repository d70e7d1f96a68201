"""Limits of the hosts a site may stand on: how many files, and how large."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from congkhai.checks.subject import problem
from congkhai.foundation.problem import Place, Problem

MEGABYTE = 1024 * 1024


class Host(NamedTuple):
    """A host of static files: how many it takes, the most bytes of one, and of all together (0: no limit known)."""

    name: str
    files: int
    file_bytes: int
    site_bytes: int = 0


class Extent(NamedTuple):
    """How large a site is: its files, their bytes, and the bytes of the largest."""

    files: int
    total: int
    largest: int


# As their documentation stated in 2026: pages without charge.
HOSTS = (Host("Cloudflare Pages", 20_000, 25 * MEGABYTE), Host("GitLab Pages", 200_000, 0))


def hosts_for(site: Extent) -> tuple[str, ...]:
    """The names of the hosts whose limits a site keeps."""
    found = (*HOSTS, Host("GitHub Pages", 0, 100 * MEGABYTE, 1024 * MEGABYTE))
    return tuple(
        host.name
        for host in found
        if (not host.files or site.files <= host.files)
        and (not host.file_bytes or site.largest <= host.file_bytes)
        and (not host.site_bytes or site.total <= host.site_bytes)
    )


def check_hosts(sizes: Mapping[str, int], hosts: tuple[Host, ...] = HOSTS) -> Iterator[Problem]:
    """A site has no more files, and none larger, than the hosts it may stand on take; `sizes` in bytes by path."""
    for host in hosts:
        if len(sizes) > host.files:
            yield problem("too-many-files", Place(""), count=len(sizes), limit=host.files, host=host.name)
        for path, size_in_bytes in sizes.items():
            if host.file_bytes and size_in_bytes > host.file_bytes:
                size, limit = size_in_bytes // MEGABYTE, host.file_bytes // MEGABYTE
                yield problem("too-large-file", Place(path), file=path, size=size, limit=limit, host=host.name)
