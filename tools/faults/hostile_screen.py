"""Hostile texts on the screen, in a terminal that records every byte: from a file, pasted and typed."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from itatui.thai import fold
from tools.bench.keys import key_bytes
from tools.faults.findings import Finding, Log, Tally
from tools.faults.hostile_texts import BYTES, CSI, TEXTS
from tools.faults.plan import Plan
from tools.faults.scratch_registers import Contents, new_register, read_register, scratch_folder
from tools.faults.screen_session import LEAVE, READY, Screen
from tools.faults.terminal_output import is_displayed, sequence_kinds, stored_text, unexpected_output

RAW, CRASHED, LOST = "raw control characters", "crashes", "texts lost"
KINDS = (RAW, CRASHED, LOST)
EDITING_HINT = "^S"
"""Footer text while a text is edited."""
LIST_HINT = "Del"
"""Footer text in the list only."""
FITS = 300
"""Longest text, in characters, that fits on the screen."""
PASTE, PASTED = b"\x1b[200~", b"\x1b[201~"
CONTROLS = frozenset(map(chr, range(0x80, 0xA0)))
DONE_HINT = "F2"
"""Footer text after editing."""
HARMLESS = {name: TEXTS[name] for name in ("markup", "misordered", "quotes")}


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    expected = _own_sequences()
    tally = Tally(log, *KINDS)
    _shown(tally, expected)
    yield tally.row("… on the screen", "texts")
    doors = {name: text for name, text in TEXTS.items() if _encodes(text)}
    pasted, typed = Tally(log, *KINDS), Tally(log, *KINDS)
    for name, text in list(doors.items())[:: plan.texts]:
        _enter(pasted, expected, name, text, PASTE + text.encode() + PASTED)
        if len(text) <= FITS and min(text) >= " ":
            # 8-bit controls begin sequences, which are dropped whole.
            _enter(typed, expected, name, None if CONTROLS.intersection(text) else text, text.encode())
    for name, data in BYTES.items():
        for tally, keys in ((pasted, PASTE + data + PASTED), (typed, data)):
            _enter(tally, expected, name, None, keys)
    _enter(pasted, expected, "the end of a paste in a paste", None, PASTE + b"a" + PASTED + CSI.encode() + PASTED)
    yield pasted.row("… pasted into a field", "texts")
    yield typed.row("… typed into a field", "texts")


def fill_register(path: Path, texts: Mapping[str, str], field: str = "activity") -> Path:
    """Give the register a measure per text, in its first track, in place of its own measures."""
    found = json.loads(path.read_text(encoding="utf-8"))
    plain = found["measures"]["1"] | {"outcome": "", "result": "", "responsible_text": ""}
    rows: dict[str, Any] = {}
    for number, text in enumerate(texts.values(), 1):
        rows[str(number)] = plain | {"id": f"m{number}", "order": float(number), field: text}
    found["measures"] = rows
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def _own_sequences() -> set[bytes]:
    """Return the kinds of sequences that the screen sends with harmless texts."""
    with scratch_folder() as folder, Screen(fill_register(new_register(folder), HARMLESS)) as screen:
        screen.shows(READY)
        for _text in HARMLESS:
            screen.answers(key_bytes("f2"), EDITING_HINT)
            screen.press(PASTE + "กข".encode() + PASTED)
            screen.answers(key_bytes("escape"), DONE_HINT)
            screen.answers(key_bytes("left"), LIST_HINT)
            screen.press(key_bytes("down"))
            screen.redraw()
        screen.answers(b"\x1bOR", READY)
        screen.press(LEAVE)
        screen.ends()
        return sequence_kinds(screen.written)


def _shown(tally: Tally, expected: set[bytes]) -> None:
    """Move the cursor over every text: its visible characters must appear."""
    with scratch_folder() as folder, Screen(fill_register(new_register(folder), TEXTS)) as screen:
        screen.shows(READY)
        for number, (name, text) in enumerate(TEXTS.items(), 1):
            tally.times += 1
            piece_count = screen.redraw()
            reached = screen.until(lambda: is_displayed(f"IIT-{number}", screen.since(piece_count)))  # noqa: B023
            tally.expect(reached, CRASHED, f"{name}: the screen does not come to IIT-{number}")
            if len(text) <= FITS:
                seen = screen.until(lambda: is_displayed(text, screen.since(piece_count)))  # noqa: B023
                tally.expect(seen, LOST, f"{name}: not on the screen")
            screen.press(key_bytes("down"))
        _quit(tally, expected, screen, "the list")


def _quit(tally: Tally, expected: set[bytes], screen: Screen, name: str) -> None:
    """Quit the screen and check everything it wrote."""
    screen.press(LEAVE)
    result = screen.ends()
    tally.expect(result.code == 0 and not result.crashed, CRASHED, f"{name}: {result.detail}")
    for found in unexpected_output(screen.written, expected):
        tally.add(RAW, f"{name}: {found}")


def _enter(tally: Tally, expected: set[bytes], name: str, text: str | None, keys: bytes) -> None:
    """Type or paste into an empty field: the cleaned text must be stored. With None, anything may be stored."""
    tally.times += 1
    with scratch_folder() as folder:
        path = fill_register(new_register(folder), {"": "ก"})
        with Screen(path) as screen:
            screen.shows(READY)
            opened = screen.answers(key_bytes("f2"), EDITING_HINT)
            tally.expect(opened, CRASHED, f"{name}: no editor")
            screen.press(keys)
            screen.answers(key_bytes("escape"), DONE_HINT)
            if text is not None:
                stored = stored_text(text)
                there = screen.until(lambda: fold(_result(path)) == fold(stored))
                tally.expect(there, LOST, f"{name}: {_result(path)!r:.150} and not {stored!r:.150}")
            _quit(tally, expected, screen, name)
        tally.expect(isinstance(read_register(path), Contents), LOST, f"{name}: {read_register(path)}")


def _encodes(text: str) -> bool:
    return text.encode("utf-8", "ignore").decode() == text


def _result(path: Path) -> str:
    found = read_register(path)
    return found.register.measures[0].result if isinstance(found, Contents) else ""
