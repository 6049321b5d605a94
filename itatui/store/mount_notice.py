"""The notice that a register's file system may not keep writers apart: once for each register on each machine."""

import json
import os
from pathlib import Path

from itatui.locale import _
from itatui.store import xdg
from itatui.store.errors import StoreError
from itatui.store.files import atomic
from itatui.store.format.bounded_read import read_whole
from itatui.thai import safe

_MAX_TOLD = 200
"""Registers that are remembered as told."""


def told_path() -> Path:
    """Return the path of the list of registers of which the user has been told."""
    return xdg.folder("XDG_STATE_HOME", ".local/state") / "mounts.json"


def mount_notice(register: Path, kind: str) -> str:
    """Return the notice for a register on a file system of this type; empty if the user had it on this machine."""
    if not _is_first(register):
        return ""
    message = _(
        "{path} is on {kind}: other machines or mounts may show changes late and not see the lock; see: itatui doctor"
    )
    return message.format(path=safe(str(register)), kind=kind)


def _is_first(register: Path) -> bool:
    """Remember that the user is told about a register. Return False if that was remembered already."""
    entry = [os.uname().nodename, str(register)]
    try:
        path = told_path()
        told = _read(path)
        if entry in told:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps([*told, entry][-_MAX_TOLD:], ensure_ascii=False, indent=1)
        atomic.replace(path, text.encode("utf-8", "backslashreplace"))
    except (OSError, StoreError):  # told again next time
        pass
    return True


def _read(path: Path) -> list[list[str]]:
    try:
        return [[str(machine), str(register)] for machine, register in json.loads(read_whole(path))]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
