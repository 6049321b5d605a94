"""Save in a forked process with faults at some of its system calls."""

import mmap
import os
import signal
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tools.faults.file_calls import WRITES, Calls
from tools.faults.processes import Result, command
from tools.faults.save_checks import SAVE_ARGS

Fault = Callable[[int, str], bool]
"""Fault at a selected call: raises, kills, or returns True to do only part of a write; False does nothing."""


class FaultySave(NamedTuple):
    """Result of a save and the number of its calls."""

    result: Result
    calls: int
    name: str
    """Last call with a fault; empty if none."""


def save_with_faults(
    path: Path, selected: Callable[[int], bool], fault: Fault, words: Sequence[str] = SAVE_ARGS
) -> FaultySave:
    """Save once by a command, with the fault at each call whose number is selected."""
    with mmap.mmap(-1, mmap.PAGESIZE) as shared:  # shared with the fork, survives its death

        def on_call(number: int, name: str) -> bool:
            struct.pack_into("i", shared, 0, number)
            if not selected(number):
                return False
            struct.pack_into("16s", shared, 4, name.encode())
            if partial := fault(number, name):
                return partial
            struct.pack_into("16s", shared, 4, b"")
            return False

        def prepare() -> None:
            Calls(pytest.MonkeyPatch(), on_call)

        result = command(path, *words, prepare=prepare)
        (calls,) = struct.unpack_from("i", shared, 0)
        return FaultySave(result, calls, shared[4:20].rstrip(b"\0").decode())


def error(number: int) -> Fault:
    """Return a fault that raises OSError `number`."""

    def fault(_number: int, _name: str) -> bool:
        raise OSError(number, os.strerror(number))

    return fault


def part(_number: int, name: str) -> bool:
    """Write only a part."""
    return name in WRITES


def kill(_number: int, _name: str) -> bool:
    """Kill the process."""
    os.kill(os.getpid(), signal.SIGKILL)
    return True
