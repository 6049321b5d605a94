"""A command in a process of its own: forked from this one, which costs a hundredth, or started as a program."""

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
    """What came of it."""

    code: int
    """The exit code; of one that a signal ended, the signal's number below zero."""
    out: str
    err: str
    seconds: float
    """From its start to its end."""
    memory: float
    """The most that it had, in MB; of a fork, with what it was forked from."""

    @property
    def crashed(self) -> bool:
        """Whether it ended in a way that itatui never ends by itself."""
        return TRACEBACK in self.err + self.out or self.code not in (0, 1, 2)

    @property
    def detail(self) -> str:
        """How it ended, in a line."""
        return f"exit {self.code}: {(self.err or self.out).strip()[-200:]!r}"


def run_forked(do: Callable[[], int], typed: bytes = b"") -> Result:
    """Runs a function in a fork of this process, with pipes for its streams; its result is the exit code."""
    pipes = [os.pipe() for _stream in range(3)]
    began = time.monotonic()
    pid = os.fork()
    if pid == 0:
        _exec_program(do, [pipes[0][0], pipes[1][1], pipes[2][1]], [pipes[0][1], pipes[1][0], pipes[2][0]])
    for handle in (pipes[0][0], pipes[1][1], pipes[2][1]):
        os.close(handle)
    _type(pipes[0][1], typed)
    out, err = _read(pipes[1][0], pipes[2][0])
    _pid, status, used = os.wait4(pid, 0)
    return Result(os.waitstatus_to_exitcode(status), out, err, time.monotonic() - began, used.ru_maxrss / 1024)


def _exec_program(do: Callable[[], int], streams: list[int], others: list[int]) -> None:
    """In the child: never returns."""
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


def _type(handle: int, typed: bytes) -> None:
    """Gives it its standard input: less than a pipe holds."""
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
    """The words of a command on a register, in English."""
    return ["--lang", "en", *words, "--register", str(register)]


def command(register: Path, *words: str, typed: bytes = b"", prepare: Callable[[], object] = lambda: None) -> Result:
    """Runs a command of itatui in a fork, as a person who was never here; `prepare` is called in it before."""

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
    """Runs `itatui` as a program, after the words of another one that runs it, if any."""
    argv = [*before, sys.executable, "-m", "itatui", *argv_for(register, words)]

    def run() -> int:
        os.execvpe(argv[0], argv, environment(str(register.parent / "home")))

    return run_forked(run, typed)


def import_commands() -> None:
    """Imports all that commands import: a fork that acts as somebody else may not be able to read this checkout."""
    import pkgutil
    from importlib import import_module

    import itatui

    for module in pkgutil.walk_packages(itatui.__path__, "itatui."):
        if not module.name.startswith(("itatui.tui", "itatui.__main__")):
            import_module(module.name)
