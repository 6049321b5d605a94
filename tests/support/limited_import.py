"""Import a hostile document in a process with little memory and time."""

import resource
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.locale import speak
from tests import reference
from tests.support.imports import imported
from tools.intake.hostile import READ, REFUSED, SLOW_CELLS, slow_document

MEMORY = 400 * 1024 * 1024
"""Bytes that the import may take beyond what the program has when it begins."""
SECONDS = 10
"""Seconds of a processor that the import may take."""


def document(name: str) -> bytes:
    """Return the bytes of a document."""
    if name in SLOW_CELLS:
        return slow_document(SLOW_CELLS[name])
    return {**READ, **REFUSED}[name]()


def limit() -> None:
    """Limit memory and time of this process from now on."""
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_DATA, (held + MEMORY, held + MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def limited_import(name: str) -> int:
    """Import a document in this process, which is killed when it takes too much.

    Print `refused: REASON` or `read: NUMBER OF MEASURES`.
    """
    speak("en")
    data, register = document(name), reference.register()
    limit()
    try:
        found = imported(data, register)
    except ItatuiError as error:
        print(f"refused: {error}")
    else:
        print(f"read: {found.added}")
    return 0
