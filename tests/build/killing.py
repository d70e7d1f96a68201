"""Runs a piece of work in a process of its own that is killed at a chosen step, as by SIGKILL."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

# What Python reports (PEP 578) before it changes something on the disk, or loads what exchanges folders.
_STEPS = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "open", "os.chmod", "ctypes.dlopen"}
_KILLED = 137


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a forked process that dies before its step number `step` (from 1); return whether it got there."""
    child = os.fork()
    if child == 0:
        try:
            _die_at(step)
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, _KILLED), f"step {step}: the work itself failed"
    return code == _KILLED


def _die_at(step: int) -> None:
    count = 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        if event in _STEPS and not (event == "open" and args[1] in ("r", "rb")):
            count += 1
            if count == step:
                os._exit(_KILLED)

    sys.addaudithook(hook)
