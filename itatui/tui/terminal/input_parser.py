"""The filter of everything that the terminal sends: only keys, mouse, focus, pastes and asked-for reports pass.

Textual takes a sequence that it does not know for keys, and ends the program at invalid UTF-8 and at some odd
sequences. A terminal's answer to another program, or a letter of another encoding, must never change the register.
"""

from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from time import monotonic

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message

from itatui.tui.terminal.input_sequences import ESC, Pasted, SequenceReader, is_late_rest
from itatui.tui.terminal.key_sequences import read_keys
from itatui.tui.terminal.raw_paste import is_control, is_paste, split_at_controls

HOLD_S = 1.0
"""Seconds after which an unfinished sequence is dropped."""
FLOW_S = 0.05
"""Seconds without input until a long sequence or a paste can be over; the driver ticks later, after a tenth."""
PASTE_PAUSE_S = 5.0
"""Seconds without input after which a paste is taken to have ended without its mark."""
_SYNCHRONIZED_OUTPUT, _RESIZES = "2026", "2048"
"""Modes that Textual asks for."""
_LONGEST_NUMBER = 5
_MAY_BE_ESCAPE = (ESC, "\x1bO")
"""Esc, and Esc with O."""


class InputGate:
    """Is open from the first picture on: before it, keys are thrown away."""

    def __init__(self) -> None:
        self.is_open = False
        """Set by the thread of the screen, read by that of the input."""


class InputParser(XTermParser):
    """Parser of a terminal's input. The driver feeds it, and calls `tick` every tenth of a second at least.

    A sequence that began before the gate opened counts as before, as does a paste.
    """

    def __init__(
        self, debug: bool = False, gate: InputGate | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(debug)
        self._gate = gate
        self._clock = clock
        self._reader = SequenceReader()
        self._began = self._last = 0.0
        """Times at which the unfinished sequence began, and of the last read."""
        self._began_before_gate = False
        self._escaped: float | None = None
        """Time of an Esc that was given up waiting for."""
        self._raw_paste: list[str] = []
        """Paste without marks whose end may not have come."""
        self._reports_resizes = False

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events of the characters of a read."""
        if not data:
            yield from super().feed(data)
            return
        now = self._clock()
        if self._reader.held not in _MAY_BE_ESCAPE:  # whose rest may have waited for this program
            yield from self._expire(now)
        if self._escaped is not None:
            if now - self._escaped < HOLD_S and is_late_rest(data):
                data = ESC + data
            self._escaped = None
        is_shut = self._gate is not None and not self._gate.is_open
        continues = self._reader.held or self._reader.is_pasting
        before_gate = self._began_before_gate
        for part in self._reader.read(data):
            yield from self._reports(part) if is_shut or before_gate else self._events(part)
            before_gate = continues = False
        if not continues:
            self._began = now
        self._began_before_gate = bool(self._reader.held or self._reader.is_pasting) and (is_shut or before_gate)
        self._last = self._clock()

    def tick(self) -> Iterable[Message]:
        """Yield the events for which there is no more waiting."""
        now = self._clock()
        if self._raw_paste and now - self._last >= FLOW_S:
            yield from self._end_raw_paste()
        yield from self._expire(now)
        yield from super().tick()

    def _expire(self, now: float) -> Iterator[Message]:
        """Give up waiting for the rest of a sequence, or for the end of a paste."""
        pause = now - self._last
        if self._reader.is_pasting:
            if pause >= PASTE_PAUSE_S:
                yield from self._give_up()
        elif held := self._reader.held:
            if held in _MAY_BE_ESCAPE:
                is_over = now - self._began >= constants.ESCAPE_DELAY
            else:
                limit = 0.0 if held.startswith("\x1b[M") or held.endswith("$") else HOLD_S
                is_over = pause >= FLOW_S and now - self._began >= limit
            if is_over:
                yield from self._give_up()

    def _give_up(self) -> Iterator[Message]:
        """Drop an unfinished sequence if it is no key as it is; end an unfinished paste."""
        held, self._reader.held = self._reader.held, ""
        before_gate, self._began_before_gate = self._began_before_gate, False
        parts: list[str | Pasted] = [*self._reader.end_paste()]
        if not parts and (held in _MAY_BE_ESCAPE or held.endswith("$")):
            parts.append(held)
        if not before_gate:
            for part in parts:
                yield from self._events(part)
            self._escaped = self._clock() if held == ESC else None

    def _events(self, part: str | Pasted) -> Iterator[Message]:
        if isinstance(part, Pasted):
            yield from self._end_raw_paste()
            yield events.Paste(part.text.replace("\0", ""))
        elif not part.startswith(ESC):
            yield from self._typed(part)
        elif reports := [*self._reports(part), *self._mouse(part)]:
            yield from reports
        else:
            names, text = read_keys(part)
            if names or text:
                yield from self._end_raw_paste()
            for name in names:
                yield events.Key(name, ESC if name == "escape" else None)
            if text:
                yield from super().feed(text)

    def _reports(self, part: str | Pasted) -> Iterator[Message]:
        """Yield what the terminal itself reports: focus, cursor position, a new size, and its modes."""
        if isinstance(part, Pasted) or not part.startswith("\x1b["):
            return
        body, final = part[2:-1], part[-1]
        if not body and final in "IO":
            yield events.AppFocus() if final == "I" else events.AppBlur()
        elif final == "R" and len(place := _numbers(body)) == 2 and min(place):
            yield events.CursorPosition(place[1] - 1, place[0] - 1)
        elif final == "t" and self._reports_resizes and (size := _size(body)):
            yield from super().feed(size)
        elif final == "y" and body.startswith("?") and body.endswith("$"):
            mode, _semicolon, setting = body[1:-1].partition(";")
            if mode in (_SYNCHRONIZED_OUTPUT, _RESIZES) and setting in ("0", "1", "2", "3", "4"):
                self._reports_resizes |= mode == _RESIZES and setting in ("1", "2", "3")
                yield from super().feed(part)

    def _mouse(self, part: str) -> Iterator[Message]:
        if part.startswith("\x1b[<") and part[-1] in "mM" and len(_numbers(part[3:-1])) == 3:
            event = self.parse_mouse_code(part)
            yield from () if event is None else (event,)

    def _typed(self, text: str) -> Iterator[Message]:
        """Yield keys, or keep a paste without marks until no more of it comes."""
        for run in split_at_controls(text):
            if not is_control(run[0]) and (self._raw_paste or is_paste(run)):
                self._raw_paste.append(run)
            else:
                yield from self._end_raw_paste()
                yield from super().feed(run)

    def _end_raw_paste(self) -> Iterator[Message]:
        if self._raw_paste:
            text = "".join(self._raw_paste)
            self._raw_paste.clear()
            yield events.Paste(text)


def _numbers(parameters: str) -> list[int]:
    """Return the numbers between semicolons; nothing if there is anything else, or more than five digits."""
    numbers = parameters.split(";")
    return [int(each) for each in numbers] if all(map(_is_number, numbers)) else []


def _size(parameters: str) -> str:
    """Return a report of the size as Textual can read it; empty if it is none.

    Textual divides by the cells' size in pixels, for which some terminals send 0.
    """
    numbers = _numbers(";".join(each.partition(":")[0] for each in parameters.split(";")))
    if len(numbers) != 5 or numbers[0] != 48 or not numbers[1] or not numbers[2]:
        return ""
    _kind, rows, columns, height, width = numbers
    return f"{ESC}[48;{rows};{columns};{max(height, rows)};{max(width, columns)}t"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER


def install(gate: InputGate) -> None:
    """Make Textual read with this parser, and invalid bytes as U+FFFD. Raise `RuntimeError` if its own have moved."""
    from textual.drivers import linux_driver

    if not (hasattr(linux_driver, "getincrementaldecoder") and hasattr(linux_driver, "XTermParser")):
        raise RuntimeError("this Textual does not read as it did: itatui can not be safe with it")
    linux_driver.getincrementaldecoder = _decoder
    linux_driver.XTermParser = partial(InputParser, gate=gate)  # type: ignore[assignment,attr-defined]


def _decoder(encoding: str) -> "partial[IncrementalDecoder]":
    return partial(getincrementaldecoder(encoding), "replace")
