"""Runs inside a terminal: itatui in it, and then what it wrote once more, with a question behind each border.

`python -m tests.terminals.inside NOTE PAUSE COLUMNS ROWS WORDS…` puts itatui between itself and the terminal, so that
the terminal answers whatever itatui asks. What itatui then wrote is written again; behind each border the terminal is
asked where its cursor is. The terminal is larger than itatui believes: behind its last column a cursor would not tell
whether it has been passed. NOTE is the file in which each border is noted as JSON: row, column by itatui, column by
the terminal.
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
QUIET = 0.7
"""Seconds without a word from itatui after which it has drawn what it draws."""
ANSWER = 10.0
"""Seconds after which the terminal does not answer."""
QUESTION = b"\x1b[6n"
AT_ONCE = 50
"""Questions asked together: some terminals take as long over one as over many."""
_PART = re.compile("(\x1b\\[[0-9;?<>$]*[ -/]*[@-~]|\x1b[78=>]|[\r\n])")
_MOVE = re.compile("\x1b\\[(\\d*);?(\\d*)H")
_PLACE = re.compile(rb"\x1b\[(\d+);(\d+)R")
_BORDER = re.compile("([│┌┐└┘├┤┬┴┼╞╡╪═─]+)")


def between(words: list[str], size: tuple[int, int], screen: bool) -> bytes:
    """Runs itatui with the terminal at its ears and mouth; what it wrote. A screen is left when it rests."""
    child, master = pty.fork()
    if not child:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execv(sys.executable, [sys.executable, "-m", "itatui", *words])
    wrote, shown = b"", False
    while True:
        ready, _out, _no = select.select([master, 0], [], [], QUIET if shown else None)
        if not ready and screen:
            os.write(master, QUIT)
            screen = False
        if 0 in ready:
            os.write(master, os.read(0, 4096))
        if master in ready:
            try:
                data = os.read(master, 4096)
            except OSError:  # it has ended
                break
            wrote += data
            shown = shown or (screen and b"IIT-3" in wrote)
            os.write(1, data)
    os.waitpid(child, 0)
    return wrote


def pieces(wrote: str) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """What was written, piece by piece; behind a border with the row and column (from 0) where the cursor should be."""
    row = column = 0
    for part in _PART.split(wrote):
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


def columns(asked: int) -> list[int]:
    """The terminal's own word on the columns of its cursor, from 0, for so many questions."""
    heard = b""
    while len(places := _PLACE.findall(heard)) < asked:
        if not select.select([0], [], [], ANSWER)[0]:
            raise SystemExit("the terminal does not answer")
        heard += os.read(0, 4096)
    return [int(column) - 1 for _row, column in places]


def measured(picture: str) -> Iterator[tuple[int, int, int]]:
    """Writes it to the terminal; each border's row, column by itatui, column by the terminal."""
    places: list[tuple[int, int]] = []
    for piece, place in [*pieces(picture), ("", None)]:
        os.write(1, piece.encode())
        if place is not None:
            os.write(1, QUESTION)
            places.append(place)
        if len(places) == AT_ONCE or not piece:
            yield from ((*place, column) for place, column in zip(places, columns(len(places)), strict=True))
            places.clear()


def main(note: str, screen: bool, size: tuple[int, int], words: list[str]) -> None:
    """Does it all."""
    tty.setraw(0)
    wrote = between(words, size, screen).decode()
    picture = wrote.partition("\x1b[?1049l")[0] if screen else wrote
    os.write(1, b"\x1b[2J\x1b[H")
    found = list(measured(picture))
    Path(note).write_text(json.dumps({"borders": found, "wrote": wrote}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] == "screen", (int(sys.argv[3]), int(sys.argv[4])), sys.argv[5:])
