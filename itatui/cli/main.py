"""The command line: words in, an exit code out. The one place where an error becomes one line and a code.

0: done, and safe on the disk where something was to be changed. 1: it could not be done. 2: the words are wrong.
Answers go to standard output, everything else that is said goes to standard error.
"""

import gc
import io
import os
import sys
from collections.abc import Sequence

from itatui.errors import ItatuiError, UsageError
from itatui.thai import safe

TYPE_CHECKING = False  # a type checker takes it for true
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from itatui.cli.parser import Command

_CLOSED_PIPE = 141
"""What a shell sees of a program that SIGPIPE ended: the reader of the output went away."""
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; the words are those of the process when none are given. Returns the exit code."""
    if argv is None:
        return _alone()
    _open_streams()
    _speak_utf8()
    from itatui.cli.parser import parse  # here, so that even a failing import finds the streams in order

    try:
        code = _run(parse, argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _answer_nobody()
        return _CLOSED_PIPE
    except OSError as error:
        _answer_nobody()
        return _refuse(error.strerror or str(error))
    except ItatuiError as error:
        return _refuse(str(error), 2 if isinstance(error, UsageError) else 1)
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _alone() -> int:
    """Runs the command of this process, which ends with it.

    What a command makes it needs to its end. To look through it for garbage, and again when Python ends, would take a
    seventh of the time of a report.
    """
    gc.disable()
    code = main(_typed())
    gc.freeze()
    return code


def _run(parse: "Callable[[Sequence[str]], tuple[Command, Namespace]]", words: Sequence[str]) -> int:
    try:
        command, arguments = parse(words)
    except SystemExit as end:  # --help and --version have answered
        return int(end.code or 0)
    return command.run(arguments)


def _refuse(reason: str, code: int = 1) -> int:
    """Says in one line, harmless to a terminal, why it could not be done."""
    print(f"itatui: {safe(reason).replace(chr(10), '␊').replace(chr(9), '␉')}", file=sys.stderr)  # noqa: T201
    return code


def _answer_nobody() -> None:
    """What is still to be written goes nowhere: its reader is gone, or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _typed() -> list[str]:
    """The words of the process: UTF-8 whatever the locale says. Python has read them by the locale."""
    return [os.fsencode(word).decode("utf-8", "surrogateescape") for word in sys.argv[1:]]


def _open_streams() -> None:
    """A stream that was closed before the program began is one that leads nowhere."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _speak_utf8() -> None:
    """Thai needs UTF-8 whatever the locale says; a character that cannot be written must not end the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdin else "backslashreplace")
