"""Freezes: the longest time that a command keeps the screen from answering, the time to its first page, and its bytes.

While the event loop runs a callback, or waits for a thread that holds the interpreter, no key, save or signal is
handled.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from itatui.tui.terminal.key_pace import RUN_S
from tools.bench.key_effect import effects
from tools.bench.keys import key_bytes
from tools.bench.line import slow
from tools.bench.plain_text import first_with_texts
from tools.bench.plan import Plan
from tools.bench.screen_parts import Values
from tools.bench.session import COLUMNS, REST_S, ROWS, Session, now
from tools.bench.target import FREEZES

TABLE_TIMEOUT_S = 60.0
"""Seconds until a page must be on the screen."""


class Step(NamedTuple):
    """A command: its keys, and those that return to the list. Each is measured at its first use in a program."""

    name: str
    keys: tuple[str, ...]
    back: tuple[str, ...] = ("escape",)
    before: tuple[str, ...] = ()
    """Keys from the list to the place of the command; they are not measured."""
    page: str = ""
    """Text of the first page; empty: the time to the page is not measured."""
    resize: bool = False
    """Whether the terminal is made narrower, and wide again, before the way back."""
    long_history: bool = False
    """Whether the register has a long history."""
    floor: bool = False
    """Whether the bare program can do it too: open an empty dialog, or get another size."""


STEPS = (
    Step("help", ("f1",), floor=True),
    Step("edit", ("f2", "ก", "ctrl+s", "ctrl+g"), ("escape", "escape")),
    Step("write in the detail", ("ก",), ("escape", "escape"), before=("tab", "down")),
    Step("search", ("f3",)),
    Step("letter", tuple("การดำ"), (), before=("f3",)),  # its way back is that of the search
    Step("quarters", ("f4", "space")),
    Step("meeting", ("f5", "right", "1"), resize=True),
    Step("review", ("enter", "r", "c"), before=("f5",)),
    Step("decide", ("d",), ("escape", "escape"), before=("f5",)),
    Step("result", ("f2",), ("escape", "escape"), before=("f5",)),
    Step("agenda", ("f3",), ("escape", "escape"), before=("f5",)),
    Step("dark/light", ("t", "t"), before=("f5",)),
    Step("see minutes", ("f6",), ("escape", "escape"), before=("f5", "enter")),
    Step("end", ("f8",), ("escape", "escape"), before=("f5", "enter")),
    Step("export minutes", ("x",), ("escape", "escape", "escape"), before=("f5", "enter", "f6")),
    Step("overview", ("f6",), page="ตามแผน", resize=True),
    Step("history", ("f7",), before=("1",)),
    Step("long history", ("f7", "down", "pagedown", "end"), resize=True, long_history=True),
    Step("backups", ("f7", "r"), ("escape", "escape"), before=("1",)),
    Step("report", ("f8",), page="ผู้รับผิดชอบ", resize=True),
    Step("wide table", ("w", "right"), before=("f8",)),
    Step("form", ("f",), ("escape", "escape"), before=("f8",)),
    Step("round", ("r",), ("escape", "escape"), before=("f8",)),
    Step("export", ("e",), ("escape", "escape"), before=("f8",)),
    Step("print", ("p",), ("escape", "escape"), before=("f8",)),
    Step("repairs", ("r", "enter", "s")),
    Step("undo an entry", ("u",), before=("1", "f7")),
    Step("publish check", ("ctrl+k", "down", "end"), resize=True),
    Step("next finding", ("ctrl+k",), before=("ctrl+k", "down", "enter")),
    Step("quiet a rule", ("s",), ("escape", "escape"), before=("ctrl+k", "down")),
    Step("year", ("y",)),
    Step("due", ("1",), before=("y",), resize=True),
    Step("scores", ("enter",), ("escape", "escape"), before=("y", "2")),
    Step("evidence sheet", ("4",), before=("y",), resize=True),
    Step("close", ("6",), before=("y",)),
    Step("narrow", ("n",)),
    Step("late", ("l",), ("l",)),
    Step("mine", ("m",)),
    Step("mark", ("space",)),
    Step("mark all", ("a", "1")),
    Step("move", ("]",), ("[",)),
    Step("assign", ("o",)),
    Step("go", ("g",)),
    Step("add", ("ctrl+n",)),
    Step("remove", ("delete",)),
    Step("tick", ("1",), ("ctrl+z",)),
    Step("redo", ("ctrl+y",), ("ctrl+z",), before=("1", "ctrl+z")),
    Step("redraw", ("ctrl+l",), ()),
    Step("copy link", ("ctrl+c",), ()),
    Step("to track", ("v",)),
    Step("setup", ("ctrl+r", "down", "enter"), ("escape", "escape")),
    Step("new track", ("ctrl+n",), ("escape", "escape"), before=("ctrl+r", "end", "up", "up", "up", "up", "up", "up")),
    Step("settings", ("s",)),
    Step("language", ("ctrl+t",), ("ctrl+t",)),
    Step("open", ("ctrl+o",)),
    Step("import", ("i",)),
    Step("palette", ("ctrl+p", "h"), ("escape", "escape")),
    Step("list, end", ("end",), ("home",)),
    Step("resize", (), (), resize=True, floor=True),
)
"""Commands of the main screen and of the meeting, from the list and back to it."""

PACE_S = RUN_S + 0.1
"""Seconds without output between two keys: signs that follow each other faster are taken for prose."""


def freeze(session: Session, _plan: Plan, step: Step) -> Values:
    """Return the longest freeze by a command, the time to its first page, and the bytes that each key sends."""
    _press(session, step.before)
    start = now()
    sent = _press(session, step.keys[:-1])
    before = len(session.pieces)
    values: Values = dict(_first_page(session, step)) if step.keys else {}
    sent += [_sent(session, before)] if step.keys else []
    if step.resize:
        _resize(session)
    sent += _press(session, step.back)
    _wait_for_answer(session)
    arrivals = [slow().carry(0, int(size))[1] for size in sent]
    return {**values, f"freeze.{step.name}": [longest_freeze(session, start)], "sent": sent, "sent.line": arrivals}


def _first_page(session: Session, step: Step) -> Iterator[tuple[str, list[float]]]:
    """Press the last key of a step; yield the time to its first page."""
    before = len(session.pieces)
    pressed = session.press(key_bytes(step.keys[-1]))
    if step.page:
        session.wait_until(lambda: _place(session, before, step.page) is not None, TABLE_TIMEOUT_S)
        place = _place(session, before, step.page)
        shown = effects(pressed, session.pieces[before : before + place + 1] if place is not None else [])
        if shown is not None:
            yield f"page.{step.name}", [shown[1].net]
    session.rest(PACE_S, since=pressed.at)


def _place(session: Session, before: int, text: str) -> int | None:
    return first_with_texts([piece.data for piece in session.pieces[before:]], [text])


def _press(session: Session, keys: tuple[str, ...]) -> list[float]:
    """Press each key when the one before has been answered; return the bytes that each sent to the terminal."""
    sent: list[float] = []
    for key in keys:
        before = len(session.pieces)
        session.rest(PACE_S, since=session.press(key_bytes(key)).at)
        sent.append(_sent(session, before))
    return sent


def _sent(session: Session, before: int) -> int:
    return sum(len(piece.data) for piece in session.pieces[before:])


def _wait_for_answer(session: Session) -> None:
    """Redraw the screen: a freeze is written when it is over, which may take longer than the pace of the keys."""
    before = len(session.pieces)
    pressed = session.press(key_bytes("ctrl+l"))
    session.wait_until(lambda: len(session.pieces) > before, TABLE_TIMEOUT_S)
    session.rest(REST_S, since=pressed.at)


def _resize(session: Session) -> None:
    for columns in (COLUMNS - 20, COLUMNS):
        session.rest(REST_S, since=session.resize(columns, ROWS).at)


def longest_freeze(session: Session, since: float) -> float:
    """Return the net seconds of the longest freeze since a time; 0 if all were short."""
    lines = Path(session.folder, FREEZES).read_text(encoding="ascii").splitlines()
    pairs = (line.split() for line in lines)
    return max((float(seconds) for end, seconds in pairs if float(end) >= since), default=0.0)
