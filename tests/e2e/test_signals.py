"""Signals from outside: everything typed is saved or kept, everywhere, and the exit code names the signal."""

import signal
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.draft_desk import texts_kept
from tests.support.officer import LIST_FOOTER
from tests.support.raw_terminal import RESTORED, no_answer, raw_terminal

LAST = "Ω"
"""The last sign that is typed, which is nowhere else on the screen."""
TEXT = f"จัดทำน้ำดื่มให้ผู้มาติดต่อ{LAST}"
CTRL_N, F2, F5 = b"\x0e", b"\x1bOQ", b"\x1b[15~"
SIGNALS = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM]
PLACES = {
    "list": [],
    "field": [(F2, "^S บันทึก")],
    "new measure": [(CTRL_N, "มาตรการใหม่")],
    "meeting": [(F5, "ทบทวนแล้ว"), (F2, "^S บันทึก")],
    "decision": [(F5, "ทบทวนแล้ว"), (b"d", "เว้นว่างได้")],
}
"""The keys that lead to each place, and the words that appear there."""


DIALOGS = ["new measure", "decision"]
"""Places whose text is a draft until it is confirmed."""


def texts(file: RegisterFile) -> str:
    """Return every text that a user can have typed into the register."""
    register = file.load()
    measures = [f"{m.activity} {m.result} {m.outcome} {m.responsible}" for m in register.measures]
    return "\n".join([*measures, *(decision.text for decision in register.decisions)])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_text_survives_a_signal(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path, number: signal.Signals, place: str
) -> None:
    with raw_terminal([sys.executable, "-m", "itatui"], variables, no_answer) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        for keys, words in PLACES[place]:
            run.send(keys)
            run.wait_for(words)
        if PLACES[place]:
            run.send(TEXT.encode())
            run.wait_for(LAST)
        run.kill(number)
        assert run.wait_for_exit() == 128 + number
        assert all(sequence in run.text for sequence in RESTORED)
    assert (TEXT in texts(file)) == (bool(PLACES[place]) and place not in DIALOGS)
    assert (TEXT in texts_kept(tmp_path)) == (place in DIALOGS)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_signal_ends_the_welcome_screen(environment: dict[str, str], number: signal.Signals) -> None:
    with raw_terminal([sys.executable, "-m", "itatui"], {**environment, "TERM": "xterm"}, no_answer) as run:
        run.wait_for("ยินดีต้อนรับ")
        run.kill(number)
        assert run.wait_for_exit() == 128 + number
        assert all(sequence in run.text for sequence in RESTORED)
