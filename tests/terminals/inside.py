"""Runs inside a terminal: runs itatui there, then writes its output again with a cursor query behind each border.

`python -m tests.terminals.inside NOTE screen|report|card COLUMNS ROWS WORDS…` puts itself between itatui and the
terminal, which answers itatui's queries. The terminal is larger than the size given to itatui, because behind the last
column a cursor position would be ambiguous. Writes to NOTE, as JSON, row, expected column and actual column of each
border.
"""

import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import tty
from collections.abc import Iterator
from pathlib import Path

from itatui.thai import cells

QUIT = b"\x11"
IDLE_S = 0.7
"""Seconds without output until itatui counts as idle."""
ANSWER_TIMEOUT_S = 10.0
"""Seconds after which the terminal does not answer."""
QUESTION = b"\x1b[6n"
BATCH_SIZE = 50
"""Queries sent together: some terminals take as long for a single query as for many."""
_TOKEN = re.compile("(\x1b\\[[0-9;?<>$]*[ -/]*[@-~]|\x1b[78=>]|[\r\n])")
_MOVE = re.compile("\x1b\\[(\\d*);?(\\d*)H")
_REPORT = re.compile(rb"\x1b\[(\d+);(\d+)R")
_BORDER = re.compile("([│┌┐└┘├┤┬┴┼╞╡╪]|[═─]+)")
"""A border: neighbours are apart, so that their number does not depend on colours, which split the output."""


def run_between(words: list[str], size: tuple[int, int], screen: bool) -> bytes:
    """Run itatui behind this process and return its output. A screen is quit when it is idle."""
    child, master = pty.fork()
    if not child:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execv(sys.executable, [sys.executable, "-m", "itatui", *words])
    output, answers, is_shown = b"", b"", False
    while True:
        ready, _out, _no = select.select([master, 0], [], [], IDLE_S if is_shown else None)
        if not ready and screen and is_waiting(child) and len(_REPORT.findall(answers)) >= output.count(QUESTION):
            os.write(master, QUIT)
            screen = False
        if 0 in ready:
            answer = os.read(0, 4096)
            answers += answer
            os.write(master, answer)
        if master in ready:
            try:
                data = os.read(master, 4096)
            except OSError:  # it has ended
                break
            output += data
            is_shown = is_shown or (screen and b"IIT-3" in output)
            os.write(1, data)
    os.waitpid(child, 0)
    return output


def is_waiting(pid: int) -> bool:
    """Return whether a process waits: on a loaded machine it may be silent because it gets no time of a core."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return all((task / "stat").read_text("utf-8").rpartition(")")[2].split()[0] == "S" for task in tasks)


def split_output(output: str) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Yield the output in pieces; behind a border also the expected row and column (from 0) of the cursor."""
    row = column = 0
    for part in _TOKEN.split(output):
        if move := _MOVE.fullmatch(part):
            row, column = int(move[1] or 1) - 1, int(move[2] or 1) - 1
        elif part == "\n":
            row += 1
        elif part == "\r":
            column = 0
        elif not part.startswith("\x1b"):
            for piece in filter(None, _BORDER.split(part)):
                column += cells(piece)
                yield piece, (row, column) if _BORDER.fullmatch(piece) else None
            continue
        if part and not part.endswith(("n", "c", "$p")):  # what itatui asked is not asked again
            yield part, None


def read_columns(count: int) -> list[int]:
    """Return the terminal's cursor columns (from 0) for `count` queries."""
    received = b""
    while len(positions := _REPORT.findall(received)) < count:
        if not select.select([0], [], [], ANSWER_TIMEOUT_S)[0]:
            raise SystemExit("the terminal does not answer")
        received += os.read(0, 4096)
    return [int(column) - 1 for _row, column in positions]


def measure_borders(picture: str) -> Iterator[tuple[int, int, int]]:
    """Write the picture; yield row, expected column and actual column of each border."""
    positions: list[tuple[int, int]] = []
    for piece, position in [*split_output(picture), ("", None)]:
        os.write(1, piece.encode())
        if position is not None:
            os.write(1, QUESTION)
            positions.append(position)
        if len(positions) == BATCH_SIZE or not piece:
            yield from (
                (*position, column) for position, column in zip(positions, read_columns(len(positions)), strict=True)
            )
            positions.clear()


def main(note: str, screen: bool, size: tuple[int, int], words: list[str]) -> None:
    """Run itatui, then measure its borders."""
    tty.setraw(0)
    output = run_between(words, size, screen).decode()
    picture = output.partition("\x1b[?1049l")[0] if screen else output
    os.write(1, b"\x1b[2J\x1b[H")
    found = list(measure_borders(picture))
    Path(note).write_text(json.dumps({"borders": found, "output": output}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] == "screen", (int(sys.argv[3]), int(sys.argv[4])), sys.argv[5:])
