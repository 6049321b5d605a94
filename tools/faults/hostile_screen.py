"""Hostile texts on the screen, in a terminal that notes every byte: from a file, by a paste, and from the keyboard."""

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
EDITING = "^S"
"""What the foot says while a text is edited."""
IN_LIST = "Del"
"""What it says in the list alone."""
FITS = 300
"""Characters of a text that is on the screen whole."""
PASTE, PASTED = b"\x1b[200~", b"\x1b[201~"
EDITED = "F2"
"""What it says again once it is not."""
HARMLESS = {name: TEXTS[name] for name in ("markup", "misordered", "quotes")}


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """The rows of this part."""
    own = _own_sequences()
    tally = Tally(log, *KINDS)
    _shown(tally, own)
    yield tally.row("… on the screen", "texts")
    doors = {name: text for name, text in TEXTS.items() if _encodes(text)}
    pasted, typed = Tally(log, *KINDS), Tally(log, *KINDS)
    for name, text in list(doors.items())[:: plan.texts]:
        _enter(pasted, own, name, text, PASTE + text.encode() + PASTED)
        if len(text) <= FITS and min(text) >= " ":
            _enter(typed, own, name, text, text.encode())
    for name, data in BYTES.items():
        for tally, keys in ((pasted, PASTE + data + PASTED), (typed, data)):
            _enter(tally, own, name, None, keys)
    _enter(pasted, own, "the end of a paste in a paste", None, PASTE + b"a" + PASTED + CSI.encode() + PASTED)
    yield pasted.row("… pasted into a field of the screen", "texts")
    yield typed.row("… typed there", "texts")


def fill_register(path: Path, texts: Mapping[str, str], field: str = "activity") -> Path:
    """The register with a measure of its first track for each text, in place of its own measures."""
    found = json.loads(path.read_text(encoding="utf-8"))
    plain = found["measures"]["1"] | {"outcome": "", "result": "", "responsible_text": ""}
    rows: dict[str, Any] = {}
    for number, text in enumerate(texts.values(), 1):
        rows[str(number)] = plain | {"id": f"m{number}", "order": float(number), field: text}
    found["measures"] = rows
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def _own_sequences() -> set[bytes]:
    """The sorts of sequences that the screen sends where nobody wrote anything odd."""
    with scratch_folder() as folder, Screen(fill_register(new_register(folder), HARMLESS)) as screen:
        screen.shows(READY)
        for _text in HARMLESS:
            screen.answers(key_bytes("f2"), EDITING)
            screen.press(PASTE + "กข".encode() + PASTED)
            screen.answers(key_bytes("escape"), EDITED)
            screen.answers(key_bytes("left"), IN_LIST)
            screen.press(key_bytes("down"))
            screen.redraw()
        screen.answers(b"\x1bOR", READY)
        screen.press(LEAVE)
        screen.ends()
        return sequence_kinds(screen.written)


def _shown(tally: Tally, own: set[bytes]) -> None:
    """Every text under the cursor in turn: what is written meanwhile has each of its visible characters."""
    with scratch_folder() as folder, Screen(fill_register(new_register(folder), TEXTS)) as screen:
        screen.shows(READY)
        for number, (name, text) in enumerate(TEXTS.items(), 1):
            tally.times += 1
            begun = screen.redraw()
            looked = screen.until(lambda: is_displayed(f"IIT-{number}", screen.since(begun)))  # noqa: B023
            tally.expect(looked, CRASHED, f"{name}: the screen does not come to IIT-{number}")
            if len(text) <= FITS:
                seen = screen.until(lambda: is_displayed(text, screen.since(begun)))  # noqa: B023
                tally.expect(seen, LOST, f"{name}: not on the screen")
            screen.press(key_bytes("down"))
        _left(tally, own, screen, "the list")


def _left(tally: Tally, own: set[bytes], screen: Screen, name: str) -> None:
    """Leaves the screen, and looks at all that it wrote."""
    screen.press(LEAVE)
    result = screen.ends()
    tally.expect(result.code == 0 and not result.crashed, CRASHED, f"{name}: {result.detail}")
    for harm in unexpected_output(screen.written, own):
        tally.add(RAW, f"{name}: {harm}")


def _enter(tally: Tally, own: set[bytes], name: str, text: str | None, keys: bytes) -> None:
    """Types or pastes into an empty field: what is kept of it must come to be in the file; None: whatever it is."""
    tally.times += 1
    with scratch_folder() as folder:
        path = fill_register(new_register(folder), {"": "ก"})
        with Screen(path) as screen:
            screen.shows(READY)
            began = screen.answers(key_bytes("f2"), EDITING)
            tally.expect(began, CRASHED, f"{name}: no editor")
            screen.press(keys)
            screen.answers(key_bytes("escape"), EDITED)
            if text is not None:
                stored = stored_text(text)
                there = screen.until(lambda: fold(_result(path)) == fold(stored))
                tally.expect(there, LOST, f"{name}: {_result(path)!r:.150} and not {stored!r:.150}")
            _left(tally, own, screen, name)
        tally.expect(isinstance(read_register(path), Contents), LOST, f"{name}: {read_register(path)}")


def _encodes(text: str) -> bool:
    return text.encode("utf-8", "ignore").decode() == text


def _result(path: Path) -> str:
    found = read_register(path)
    return found.register.measures[0].result if isinstance(found, Contents) else ""
