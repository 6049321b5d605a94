"""Run a command and return the exit code. The only place that turns an error into a line on standard error.

Exit codes: 0 done, with every change safe on the disk; 1 failed; 2 wrong arguments. Answers go to standard output,
notes and errors to standard error.
"""

import gc
import io
import os
import sys
from collections.abc import Sequence
from functools import partial

from itatui.errors import ItatuiError, UsageError
from itatui.kept.start import KeptStart, location
from itatui.locale.catalogue import Messages
from itatui.stand_ins import imported_later, module_with, standing_in
from itatui.thai import safe

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from itatui.cli.command_module import CommandModule

    Parse = Callable[[Sequence[str]], tuple[CommandModule, Namespace]]

_CLOSED_PIPE = 141
"""The exit code of a program ended by SIGPIPE (128 + 13): the reader of the output is gone."""
_INTERRUPTED = 130
"""The exit code of a program ended by SIGINT (128 + 2)."""

_LINE_LENGTH = 2000
"""Code points of the longest error line."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, with the arguments of the process if `argv` is None. Return the exit code."""
    _open_streams()
    if argv is None:
        return _run_process()
    _use_utf8()
    try:
        code = _run(_parser(), argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_stdout()
        return _CLOSED_PIPE
    except OSError as error:
        _discard_stdout()
        return _print_error(error.strerror or str(error))
    except ItatuiError as error:
        return _print_error(str(error), 2 if isinstance(error, UsageError) else 1)
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _run_process() -> int:
    """Run the command of this process without garbage collection, and with the patterns and modules of earlier starts.

    A command keeps its objects until it ends. Collecting, also at exit, took a seventh of the time of a report.
    """
    gc.disable()
    kept = KeptStart(location())
    kept.install()
    code = main(_process_arguments())
    if "textual" in sys.modules:  # the screen imports most of them
        kept.save()
    gc.freeze()
    return code


def _parser() -> "Parse":
    """Import the parser of arguments; a failing import needs working streams, too.

    `argparse` would look for a catalogue of its few messages, which are in that of itatui, and `pathlib` imports what
    makes addresses of paths: a tenth of a command.
    """
    gettext = module_with("gettext", partial(getattr, Messages()))
    with standing_in({"gettext": gettext, "urllib.parse": imported_later("urllib.parse")}):
        from itatui.cli.parser import parse
    return parse


def _run(parse: "Parse", words: Sequence[str]) -> int:
    try:
        command, arguments = parse(words)
    except SystemExit as end:  # --help and --version
        return int(end.code or 0)
    return command.run(arguments)


def _print_error(reason: str, code: int = 1) -> int:
    """Print the reason in one line, safe for a terminal; the middle of a very long one, such as a path, is left out."""
    if len(reason) > _LINE_LENGTH:
        reason = f"{reason[: _LINE_LENGTH // 2]}…{reason[-_LINE_LENGTH // 2 :]}"
    print(f"itatui: {safe(reason).replace(chr(10), '␊').replace(chr(9), '␉')}", file=sys.stderr)  # noqa: T201
    return code


def _discard_stdout() -> None:
    """Send the rest of the output to the null device: its reader is gone, or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _process_arguments() -> list[str]:
    """Return the arguments of the process as UTF-8. Python decoded them by the locale."""
    return [os.fsencode(word).decode("utf-8", "surrogateescape") for word in sys.argv[1:]]


def _open_streams() -> None:
    """Open the null device for each standard stream that was closed before the program began."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _use_utf8() -> None:
    """Read and write UTF-8 in any locale; characters that cannot be encoded are written as escapes."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdin else "backslashreplace")
