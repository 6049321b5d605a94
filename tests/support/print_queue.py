"""A queue of CUPS whose printer is a socket of the test, and a program that stands in for `lp`."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

QUEUE = "office"
_SECONDS = 30
"""Seconds to wait for CUPS."""
_CONFIGURATION = """
Listen {folder}/socket
Browsing Off
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""
_FILES = """
ServerRoot {folder}/etc
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
SystemGroup root
"""


class Printer:
    """The printer of a queue."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener

    def paper(self) -> bytes:
        """Return the bytes of the next job."""
        connection, _address = self._listener.accept()
        with connection:
            connection.settimeout(_SECONDS)
            parts = []
            while part := connection.recv(65536):
                parts.append(part)
        return b"".join(parts)


@contextmanager
def print_queue(patch: pytest.MonkeyPatch) -> Iterator[Printer]:
    """Start CUPS with a queue, and name its server in the environment. Skip the test without CUPS."""
    daemon = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin")
    if daemon is None or not shutil.which("lp") or not shutil.which("lpadmin", path=f"{os.environ['PATH']}:/usr/sbin"):
        pytest.skip("not installed: cups, cups-client")
    if os.geteuid():
        pytest.skip("CUPS is started by root alone")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # the printer's program is another user's
        yield from _printer(daemon, Path(folder), patch)


def _printer(daemon: str, folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Printer]:
    for name in ("spool/tmp", "etc/ppd", "cache", "state"):
        (folder / name).mkdir(parents=True)
    (folder / "cupsd.conf").write_text(_CONFIGURATION.format(folder=folder), "utf-8")
    (folder / "files.conf").write_text(_FILES.format(folder=folder), "utf-8")
    patch.setenv("CUPS_SERVER", str(folder / "socket"))
    words = [daemon, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "files.conf")]
    with socket.create_server(("127.0.0.1", 0)) as listener, subprocess.Popen(words) as server:
        listener.settimeout(_SECONDS)
        try:
            _add_queue(f"socket://127.0.0.1:{listener.getsockname()[1]}")
            yield Printer(listener)
        finally:
            server.terminate()


def _add_queue(address: str) -> None:
    """Add the queue as soon as CUPS answers."""
    end = time.monotonic() + _SECONDS
    words = ["lpadmin", "-p", QUEUE, "-E", "-v", address, "-m", "raw"]
    environment = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"}
    while (ran := subprocess.run(words, env=environment, capture_output=True, check=False)).returncode:
        if time.monotonic() > end:
            pytest.fail(f"CUPS does not answer: {ran.stderr.decode()}")
        time.sleep(0.05)


LP = """#!/bin/sh
printf '%s\\n' "$@" >arguments
for last; do :; done
cp "$last" paper.pdf
stat -c %a "$(dirname "$last")" >mode
echo "request id is office-7 (1 file(s))"
echo "lp: a word of its own" >&2
exit {code}
"""


def stand_in_for_lp(patch: pytest.MonkeyPatch, code: int = 0) -> None:
    """Put a program in the place of `lp`: it keeps its arguments and the document in the current folder."""
    programs = Path("programs").absolute()
    programs.mkdir()
    (programs / "lp").write_text(LP.replace("{code}", str(code)), "utf-8")
    (programs / "lp").chmod(0o755)
    patch.setenv("PATH", f"{programs}:/usr/bin:/bin")
