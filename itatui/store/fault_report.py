"""The report of the latest fault of the program, in the XDG state folder."""

import platform
from pathlib import Path

import itatui
from itatui.store import xdg
from itatui.store.errors import StoreError
from itatui.store.files import atomic
from itatui.store.identity import now


def fault_path() -> Path:
    """Return the path of the report. `StoreError` if the user has no home."""
    return xdg.folder("XDG_STATE_HOME", ".local/state") / "fault.txt"


def keep_fault(traceback: str) -> Path | None:
    """Write a traceback over the report of an earlier fault. Return the path; None if it cannot be written."""
    about = f"itatui {itatui.__version__}, Python {platform.python_version()}, {platform.platform()}, {now()}"
    try:
        path = fault_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.replace(path, f"{about}\n{traceback}".encode("utf-8", "backslashreplace"))
    except (OSError, StoreError):
        return None
    return path
