"""A pager for tables that are taller than the terminal."""

import os
import sys

DEFAULT_PAGER = "less -RS"
"""Pager without `$PAGER`: colours are shown, and lines are not folded."""


def pager_for(line_count: int) -> list[str]:
    """Return the command of the pager for an answer of some lines; empty if it fits, or if no pager can be used.

    A pager needs keys and a picture: standard input and output on a terminal. `PAGER=cat` or an empty `PAGER` is none.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        return []
    try:
        height = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return []
    if not 0 < height <= line_count:  # the prompt of the shell takes a line
        return []
    import shlex  # lazy, here and below: most answers fit
    import shutil

    try:
        words = shlex.split(os.environ.get("PAGER", DEFAULT_PAGER))
    except ValueError:  # a quote without its end
        return []
    return words if words and words[0] != "cat" and shutil.which(words[0]) else []


def show_in_pager(words: list[str], text: str) -> None:
    """Show a text in a pager until the user leaves it. Ctrl+C belongs to the pager."""
    import signal
    import subprocess

    environment = {"LESS": "RS", "LESSCHARSET": "utf-8", **os.environ}
    sys.stdout.flush()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        subprocess.run(words, input=text.encode("utf-8", "backslashreplace"), env=environment, check=False)
    finally:
        signal.signal(signal.SIGINT, before)
