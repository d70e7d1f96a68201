"""Rendering on other machines: a Dask cluster by its address (optional extra `dask`)."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

# dask://host:port, the scheduler of a cluster.
_ADDRESS = re.compile(r"dask://([\w.\-]+|\[[0-9a-fA-F:]+\]):(\d{1,5})")
_PATIENCE = "10s"


class NoClusterError(Exception):
    """The cluster can't be used; the argument is bad-address, not-installed or no-answer."""


def check_address(address: str) -> None:
    """Raise NoClusterError where `address` is not the address of a cluster."""
    if not _ADDRESS.fullmatch(address):
        raise NoClusterError("bad-address")


@contextmanager
def cluster_at(address: str) -> Iterator[Executor]:
    """Give the cluster whose scheduler listens at an address ("dask://10.0.0.5:8786"), as an executor.

    Its workers must have this program, in the same version, and see the source under the same path. Raise
    NoClusterError.
    """
    check_address(address)
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise NoClusterError("not-installed") from error
    try:
        client = distributed.Client(address.replace("dask://", "tcp://"), timeout=_PATIENCE, set_as_default=False)
    except OSError as error:
        raise NoClusterError("no-answer") from error
    with client:
        yield client.get_executor(pure=False)
