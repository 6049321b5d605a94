"""The command line: words in, an exit code out. The one place where an error becomes one line and a code.

0: done, and safe on the disk where something was to be changed. 1: it could not be done. 2: the words are wrong.
Answers go to standard output, everything else that is said goes to standard error.
"""

import io
import os
import sys
from collections.abc import Sequence

from itatui.errors import ItatuiError, UsageError
from itatui.thai import safe

_CLOSED_PIPE = 141
"""What a shell sees of a program that SIGPIPE ended: the reader of the output went away."""
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; the words are those of the process when none are given. Returns the exit code."""
    _speak_utf8()
    from itatui.cli.parser import parse  # here, so that even a failing import finds the streams in order

    try:
        command, arguments = parse(sys.argv[1:] if argv is None else argv)
        code = command.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _CLOSED_PIPE
    except ItatuiError as error:
        print(f"itatui: {safe(str(error))}", file=sys.stderr)  # noqa: T201
        return 2 if isinstance(error, UsageError) else 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _speak_utf8() -> None:
    """Thai needs UTF-8 whatever the locale says; a character that cannot be written must not end the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdin else "backslashreplace")
