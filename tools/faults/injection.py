"""A save in a fork, with harm done at some of its calls; and which calls it made, for whoever counts them."""

import mmap
import os
import signal
import struct
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tools.faults.file_calls import WRITES, Calls
from tools.faults.processes import Result, command
from tools.faults.save_checks import SAVE_ARGS

Fault = Callable[[int, str], bool]
"""Done at a call that is chosen: raises, kills, or is True where only a part is to be done; False: does nothing."""


class FaultySave(NamedTuple):
    """A save, and how many calls of the system it came to."""

    result: Result
    calls: int
    name: str
    """The last call that was harmed; empty when none was."""


def save_with_faults(path: Path, selected: Callable[[int], bool], fault: Fault) -> FaultySave:
    """Saves once; the blow falls at each call whose number is chosen."""
    with mmap.mmap(-1, mmap.PAGESIZE) as seen:  # shared with the fork, also when it is killed

        def harm(number: int, name: str) -> bool:
            struct.pack_into("i", seen, 0, number)
            if not selected(number):
                return False
            struct.pack_into("16s", seen, 4, name.encode())
            if done := fault(number, name):
                return done
            struct.pack_into("16s", seen, 4, b"")
            return False

        def prepare() -> None:
            Calls(pytest.MonkeyPatch(), harm)

        result = command(path, *SAVE_ARGS, prepare=prepare)
        (calls,) = struct.unpack_from("i", seen, 0)
        return FaultySave(result, calls, seen[4:20].rstrip(b"\0").decode())


def error(number: int) -> Fault:
    """The call fails with this error."""

    def fault(_number: int, _name: str) -> bool:
        raise OSError(number, os.strerror(number))

    return fault


def part(_number: int, name: str) -> bool:
    """A write takes only a part."""
    return name in WRITES


def kill(_number: int, _name: str) -> bool:
    """The power goes."""
    os.kill(os.getpid(), signal.SIGKILL)
    return True
