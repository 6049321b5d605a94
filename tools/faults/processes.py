"""Commands in processes of their own: forked, which is a hundred times faster, or started as programs."""

import os
import selectors
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.bench.target import environment

TRACEBACK = "Traceback (most recent call last)"


class Result(NamedTuple):
    """Result of a process."""

    code: int
    """Exit code; the negative signal number if a signal ended it."""
    out: str
    err: str
    seconds: float
    """Seconds from start to end."""
    memory: float
    """Peak memory in MB; of a fork, including the memory of its parent."""
    processor: float = 0.0
    """Seconds of a processor."""

    @property
    def crashed(self) -> bool:
        """True if it ended in a way in which itatui never ends by itself."""
        return TRACEBACK in self.err + self.out or self.code not in (0, 1, 2)

    @property
    def detail(self) -> str:
        """Exit code and message in a line."""
        return f"exit {self.code}: {(self.err or self.out).strip()[-200:]!r}"


def run_forked(do: Callable[[], int], typed: bytes = b"") -> Result:
    """Run a function in a fork with pipes as standard streams. Its result is the exit code."""
    pipes = [os.pipe() for _stream in range(3)]
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        _exec_program(do, [pipes[0][0], pipes[1][1], pipes[2][1]], [pipes[0][1], pipes[1][0], pipes[2][0]])
    for handle in (pipes[0][0], pipes[1][1], pipes[2][1]):
        os.close(handle)
    _write(pipes[0][1], typed)
    out, err = _read(pipes[1][0], pipes[2][0])
    _pid, status, used = os.wait4(pid, 0)
    code, elapsed, processor = (
        os.waitstatus_to_exitcode(status),
        time.monotonic() - start,
        used.ru_utime + used.ru_stime,
    )
    return Result(code, out, err, elapsed, used.ru_maxrss / 1024, processor)


def _exec_program(do: Callable[[], int], streams: list[int], others: list[int]) -> None:
    """Run `do` in the child and exit."""
    code = 70
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.closerange(3, max(*streams, *others) + 1)
        for name, number in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
            setattr(sys, name, open(number, "r" if number == 0 else "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        code = do()
        sys.stdout.flush()
    finally:
        if error := sys.exc_info()[1]:
            traceback.print_exception(error)
        sys.stderr.flush()
        os._exit(code)


def _write(handle: int, typed: bytes) -> None:
    """Write the standard input, which must fit in a pipe."""
    os.write(handle, typed)
    os.close(handle)


def _read(*handles: int) -> list[str]:
    read = dict.fromkeys(handles, b"")
    with selectors.DefaultSelector() as waiting:
        for handle in handles:
            waiting.register(handle, selectors.EVENT_READ)
        while waiting.get_map():
            for key, _events in waiting.select():
                data = os.read(key.fd, 65536)
                read[key.fd] += data
                if not data:
                    waiting.unregister(key.fd)
    for handle in handles:
        os.close(handle)
    return [data.decode("utf-8", "surrogateescape") for data in read.values()]


def argv_for(register: Path, words: Sequence[str]) -> list[str]:
    """Return the arguments of a command on a register, in English."""
    return ["--lang", "en", *words, "--register", str(register)]


def command(register: Path, *words: str, typed: bytes = b"", prepare: Callable[[], object] = lambda: None) -> Result:
    """Run a command of itatui in a fork, in the environment of a new user, after calling `prepare`."""

    def run() -> int:
        from itatui.cli.main import main

        home = environment(str(register.parent / "home"))
        os.environ.clear()
        os.environ.update(home)
        argv = argv_for(register, words)
        prepare()
        return main(argv)

    return run_forked(run, typed)


def program(register: Path, *words: str, typed: bytes = b"", before: Sequence[str] = ()) -> Result:
    """Run `itatui` as a program, behind the program `before` if given."""
    argv = [*before, sys.executable, "-m", "itatui", *argv_for(register, words)]

    def run() -> int:
        os.execvpe(argv[0], argv, environment(str(register.parent / "home")))

    return run_forked(run, typed)


def become(uid: int, gid: int) -> None:
    """Give this process, for good, only the rights of another user."""
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)


def import_commands() -> None:
    """Import all modules of commands: a fork with another user id may not be able to read the checkout."""
    import pkgutil
    from importlib import import_module

    import itatui

    for module in pkgutil.walk_packages(itatui.__path__, "itatui."):
        if not module.name.startswith(("itatui.tui", "itatui.__main__")):
            import_module(module.name)
