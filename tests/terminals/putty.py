"""A real PuTTY, over SSH to a server of its own on this machine, on an invisible display."""

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

FONT = "server:-misc-fixed-medium-r-normal--18-120-100-100-c-90-iso10646-1"
"""A font of the X server, in which PuTTY draws every Thai mark; it drops them in the fonts of the client."""
CELL = (9, 18)
"""Width and height of the font's cells, in pixels."""
SSHD = "/usr/sbin/sshd"
PROGRAMS = ("putty", "puttygen", "ssh-keygen", "Xvfb", SSHD)
"""The programs that a PuTTY over SSH needs."""


def missing(*more: str) -> str:
    """Return the missing programs in words, or ""."""
    return ", ".join(program for program in (*PROGRAMS, *more) if shutil.which(program) is None)


@contextmanager
def hidden_display() -> Iterator[str]:
    """Run an invisible X display and yield its name."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read, encoding="ascii") as pipe_reader:
            number = pipe_reader.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def _ssh_server(folder: Path) -> Iterator[int]:
    """Run an SSH server that takes the key in `folder`, and yield its port."""
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    subprocess.run(["puttygen", str(folder / "user"), "-o", str(folder / "user.ppk")], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    options = {
        "Port": port,
        "ListenAddress": "127.0.0.1",
        "HostKey": folder / "host",
        "AuthorizedKeysFile": folder / "user.pub",
        "StrictModes": "no",
        "UsePAM": "no",
        "PidFile": "none",
        "PermitRootLogin": "yes",
        "PasswordAuthentication": "no",
    }
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    words = [SSHD, "-D", "-e", "-f", "/dev/null", *(f"-o{name}={value}" for name, value in options.items())]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        while "listening" not in (line := server.stderr.readline()):
            assert line, "the SSH server has ended"
        try:
            yield port
        finally:
            server.terminate()


def run(
    words: list[str],
    size: tuple[int, int],
    environment: Mapping[str, str],
    meanwhile: Callable[[str], None] = lambda _display: None,
) -> None:
    """Run a program in PuTTY to its end; `meanwhile` is given the display."""
    with tempfile.TemporaryDirectory(prefix="itatui-") as name, hidden_display() as display:
        folder = Path(name)
        variables = [f"{key}={value}" for key, value in environment.items() if key != "TERM"]  # PuTTY names its own
        program = shlex.join(["env", *variables, *words])
        command = folder / "command"  # the window stays open after a failure, so none is told
        command.write_text(f"cd {shlex.quote(str(Path.cwd()))} && {program}; exit 0\n", encoding="utf-8")
        with _ssh_server(folder) as port:
            printed = subprocess.run(
                ["ssh-keygen", "-lf", str(folder / "host.pub")], capture_output=True, text=True, check=True
            )
            options = ["-ssh", "-P", str(port), "-i", str(folder / "user.ppk"), "-hostkey", printed.stdout.split()[1]]
            window = [*options, "-m", str(command), "-t", "-geometry", f"{size[0]}x{size[1]}", "-fn", FONT]
            putty = ["putty", *window, f"{getpass.getuser()}@127.0.0.1"]
            with subprocess.Popen(
                putty, env={**environment, "HOME": name, "DISPLAY": display}, stderr=subprocess.DEVNULL
            ) as running:
                is_done = False
                try:
                    meanwhile(display)
                    is_done = True
                finally:
                    if not is_done:
                        running.kill()
