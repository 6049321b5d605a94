"""Second mounts of a folder, with locks and caches of their own; and mounts that are only in the mount table."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from itatui.store.files import mounts

_SFTP_SERVER = "/usr/lib/openssh/sftp-server"
_READY_S = 60.0
KINDS = ("bindfs", "sshfs")


def why_no_mount(kind: str) -> str:
    """Return the reason why nothing can be mounted with this program; empty if it can."""
    if shutil.which(kind) is None:
        return f"{kind} is missing: apt-get install {kind}"
    if kind == "sshfs" and not Path(_SFTP_SERVER).exists():
        return "the SFTP server is missing: apt-get install openssh-sftp-server"
    return "" if os.access("/dev/fuse", os.R_OK | os.W_OK) else "this machine offers no FUSE"


@contextmanager
def second_mount(folder: Path, point: Path, kind: str = "bindfs") -> Iterator[Path]:
    """Mount the contents of a folder at another place too, as `bindfs` or `sshfs` does. Raise `OSError`."""
    point.mkdir()
    mount: Callable[[Path, Path], list[subprocess.Popen[bytes]]] = {"bindfs": _bind, "sshfs": _serve}[kind]
    programs = mount(folder, point)
    try:
        end = time.monotonic() + _READY_S
        while not os.path.ismount(point):
            if time.monotonic() > end or any(program.poll() for program in programs):
                raise OSError(f"{kind} could not mount {folder}")
            time.sleep(0.01)
        yield point
    finally:
        subprocess.run(["fusermount", "-u", "-z", str(point)], check=False, capture_output=True)
        for program in programs:
            program.terminate()
            program.wait()


def _bind(folder: Path, point: Path) -> list["subprocess.Popen[bytes]"]:
    return [subprocess.Popen(["bindfs", "-f", str(folder), str(point)], stderr=subprocess.DEVNULL)]


def _serve(folder: Path, point: Path) -> list["subprocess.Popen[bytes]"]:
    """Start an SFTP server and its client, joined by pipes: no network is used."""
    asked, answered = os.pipe(), os.pipe()
    server = subprocess.Popen([_SFTP_SERVER], stdin=asked[0], stdout=answered[1])
    words = ["sshfs", "-f", "-o", "passive", f"here:{folder}", str(point)]
    client = subprocess.Popen(words, stdin=answered[0], stdout=asked[1], stderr=subprocess.DEVNULL)
    for handle in (*asked, *answered):
        os.close(handle)
    return [client, server]


def pretend_mount(monkeypatch: pytest.MonkeyPatch, folder: Path, kind: str) -> None:
    """Let the mount table say that a folder is on a file system of this type."""
    table = folder.parent / "mountinfo"
    point = str(folder).replace(" ", "\\040")
    table.write_text(f"1 0 8:1 / / rw - ext4 /dev/a rw\n2 1 0:5 / {point} rw shared:1 - {kind} host:/x rw\n", "utf-8")
    monkeypatch.setattr(mounts, "_TABLE", table)
