"""Freezes: the longest time that a command keeps the screen from answering, and the time to its first page.

While the event loop runs a callback, no key, save or signal is handled.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.bench.key_effect import effects
from tools.bench.keys import key_bytes
from tools.bench.plain_text import first_with_texts
from tools.bench.plan import Plan
from tools.bench.screen_parts import Values
from tools.bench.session import COLUMNS, REST_S, ROWS, Session, now
from tools.bench.target import FREEZES

TABLE_TIMEOUT_S = 60.0
"""Seconds until a page must be on the screen."""


class Step(NamedTuple):
    """A command: its keys, and the keys that return to the list."""

    name: str
    keys: tuple[str, ...]
    back: tuple[str, ...] = ("escape",)
    page: str = ""
    """Text of the first page; empty: the time to the page is not measured."""
    resize: bool = False
    """Whether the terminal is made narrower, and wide again, before the way back."""


STEPS = (
    Step("help", ("f1",)),
    Step("edit", ("f2",), ("escape", "escape")),
    Step("search", ("f3", *"การดำ")),
    Step("quarters", ("f4",)),
    Step("meeting", ("f5", "right"), ("escape",)),
    Step("overview", ("f6",), page="100%", resize=True),
    Step("history", ("f7",)),
    Step("backups", ("f7", "r"), ("escape", "escape")),
    Step("report", ("f8",), page="ผู้รับผิดชอบ", resize=True),
    Step("repairs", ("r",)),
    Step("narrow", ("n",)),
    Step("late", ("l",), ("l",)),
    Step("mine", ("m",)),
    Step("mark", ("space",), ("escape",)),
    Step("mark all", ("a",), ("escape",)),
    Step("move", ("]",), ("[",)),
    Step("assign", ("o",), ("escape",)),
    Step("go", ("g",)),
    Step("add", ("ctrl+n",), ("escape",)),
    Step("remove", ("delete",), ("escape",)),
    Step("tick", ("1",), ("ctrl+z",)),
    Step("redo", ("ctrl+y",), ("ctrl+z",)),
    Step("redraw", ("ctrl+l",), ()),
    Step("copy link", ("ctrl+c",), ()),
    Step("settings", ("s",)),
    Step("language", ("ctrl+t",), ("ctrl+t",)),
    Step("open", ("ctrl+o",)),
    Step("palette", ("ctrl+p",)),
    Step("list, end", ("end",), ("home",)),
)
"""Commands of the main screen, from the list and back to it."""

PAGES = ("report", "overview")
"""Steps whose first page is timed."""


def freezes(session: Session, _plan: Plan, log: Callable[[str], None] = lambda _line: None) -> Values:
    """Return the longest callback of each command, of all of them, and the times to the first pages."""
    values: Values = {}
    for step in STEPS:
        start = now()
        values |= dict(_first_page(session, step))
        if step.resize:
            _resize(session)
        _press(session, step.back)
        longest = longest_freeze(session, start)
        log(f"  {step.name}: {longest * 1000:.0f} ms")
        values[f"freeze.{step.name}"] = [longest]
    values["freeze"] = [max(seconds for name, (seconds,) in values.items() if name.startswith("freeze."))]
    return values


def _first_page(session: Session, step: Step) -> Iterator[tuple[str, list[float]]]:
    """Press the keys of a step; yield the time to its first page."""
    before = len(session.pieces)
    _press(session, step.keys[:-1])
    pressed = session.press(key_bytes(step.keys[-1]))
    if step.page:
        session.wait_until(lambda: _place(session, before, step.page) is not None, TABLE_TIMEOUT_S)
        place = _place(session, before, step.page)
        shown = effects(pressed, session.pieces[before : before + place + 1] if place is not None else [])
        if shown is not None:
            yield f"page.{step.name}", [shown[1].net]
    session.rest(REST_S, since=pressed.at)


def _place(session: Session, before: int, text: str) -> int | None:
    return first_with_texts([piece.data for piece in session.pieces[before:]], [text])


def _press(session: Session, keys: tuple[str, ...]) -> None:
    for key in keys:
        session.rest(REST_S, since=session.press(key_bytes(key)).at)


def _resize(session: Session) -> None:
    for columns in (COLUMNS - 20, COLUMNS):
        session.rest(REST_S, since=session.resize(columns, ROWS).at)


def longest_freeze(session: Session, since: float) -> float:
    """Return the net seconds of the longest callback since a time; 0 if all were short."""
    lines = Path(session.folder, FREEZES).read_text(encoding="ascii").splitlines()
    pairs = (line.split() for line in lines)
    return max((float(seconds) for end, seconds in pairs if float(end) >= since), default=0.0)
