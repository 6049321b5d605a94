"""Names of the files beside a register: its name with a suffix, cut where a file system would refuse the length."""

import os
from pathlib import Path

MAX_NAME_BYTES = 255
"""Bytes of the longest file name on Linux file systems."""
_ROOM = MAX_NAME_BYTES - 48
"""Bytes of the longest name that no suffix or prefix of itatui makes too long."""


def side_path(register: Path, suffix: str) -> Path:
    """Return the path of a file or folder beside a register."""
    return register.with_name(side_name(register.name, suffix))


def side_name(name: str, suffix: str, prefix: str = "") -> str:
    """Return `prefix`, the name of a register and `suffix`.

    If that is too long, the name is cut and its checksum added, so that long names stay different.
    """
    whole = f"{prefix}{name}{suffix}"
    return whole if len(os.fsencode(whole)) <= MAX_NAME_BYTES else f"{prefix}{_cut(name)}{suffix}"


def side_start(name: str, suffix: str, length: int) -> str:
    """Return the start of the names that `side_name` makes of a suffix followed by `length` other bytes."""
    return side_name(name, suffix + "-" * length)[:-length]


def _cut(name: str) -> str:
    import zlib  # lazy: names are rarely that long

    data = os.fsencode(name)
    start = data[: _ROOM - len("~00000000")]
    while start and data[len(start)] & 0xC0 == 0x80:  # the middle of a UTF-8 character
        start = start[:-1]
    return f"{os.fsdecode(start)}~{zlib.crc32(data):08x}"
