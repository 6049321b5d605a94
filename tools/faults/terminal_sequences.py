"""Sequences that no key sends, into the running screen: answers of terminals, and random ones, right and malformed."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.support.terminal_answers import ANSWERS, ODD, random_sequence
from tools.bench.keys import key_bytes
from tools.bench.session import REST_S
from tools.faults.findings import Finding, Log, Tally
from tools.faults.hostile_screen import EDITING_HINT, fill_register
from tools.faults.plan import Plan
from tools.faults.scratch_registers import Contents, new_register, read_register, scratch_folder
from tools.faults.screen_session import LEAVE, READY, Screen

CHANGED, CRASHED, TYPED = "register changes", "crashes", "letters from sequences"
KINDS = (CHANGED, CRASHED, TYPED)
NEW_MEASURE, SAVE, HELP = b"\x0e", b"\x13", b"\x1bOP"
WORD = "ok"
"""Typed between the sequences, to prove that keys arrive."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    chance = Random(plan.seed)
    tally = Tally(log, *KINDS)
    _at_the_start(tally, _sequences(chance, plan.sequences))
    yield tally.row("sequences that no key sends, before the first picture", "sequences")
    for name, words, keys in (("list", (), b""), ("help", (), HELP), ("meeting", ("meeting",), b"")):
        tally = Tally(log, *KINDS)
        _where_nothing_is_written(tally, _sequences(chance, plan.sequences), words, keys)
        yield tally.row(f"… in the {name}", "sequences")
    for name, keys, end in (
        ("an editor", key_bytes("f2"), SAVE),
        ("the question for a new measure", NEW_MEASURE, b"\r"),
    ):
        tally = Tally(log, *KINDS)
        _where_a_text_is_written(tally, _sequences(chance, plan.sequences), keys, end)
        yield tally.row(f"… in {name}", "sequences")


def _sequences(chance: Random, count: int) -> list[str]:
    """Return all known answers and as many random sequences as are asked for, in random order."""
    sequences = [*ANSWERS, *ODD, *(random_sequence(chance) for _number in range(count))]
    chance.shuffle(sequences)
    return sequences


def _at_the_start(tally: Tally, sequences: list[str]) -> None:
    """Send while the program starts; its keys must work afterwards."""
    with scratch_folder() as folder:
        path = new_register(folder)
        before = path.read_bytes()
        with Screen(path) as screen:
            for sequence in sequences:
                _send(tally, screen, sequence)
            screen.shows(READY)
            tally.expect(_edits(screen), CRASHED, "no key is read")
            _leave(tally, screen)
        tally.expect(path.read_bytes() == before, CHANGED, "before the first picture")


def _where_nothing_is_written(tally: Tally, sequences: list[str], words: tuple[str, ...], keys: bytes) -> None:
    """Send where letters are commands: the file must stay as it is."""
    with scratch_folder() as folder:
        path = new_register(folder)
        with Screen(path, *words) as screen:
            screen.shows(READY)
            if keys:
                screen.press(keys)
            screen.rest(REST_S)
            before = path.read_bytes()
            for number, sequence in enumerate(sequences):
                _send(tally, screen, sequence)
                if number % 100 == 99:
                    screen.rest(REST_S)
                    tally.expect(path.read_bytes() == before, CHANGED, f"up to {number}: {sequence!r:.80}")
                    before = path.read_bytes()
            screen.rest(REST_S)
            tally.expect(path.read_bytes() == before, CHANGED, "the last sequences")
            if keys:
                screen.answers(key_bytes("escape"), READY)
            tally.expect(_edits(screen), CRASHED, "no key is read")
            _leave(tally, screen)
        tally.expect(isinstance(read_register(path), Contents), CHANGED, f"{read_register(path)}")


def _where_a_text_is_written(tally: Tally, sequences: list[str], keys: bytes, end: bytes) -> None:
    """Send where letters are written, with words between: the words alone must be stored."""
    with scratch_folder() as folder:
        path = fill_register(new_register(folder), {"": "ก"})
        count = len(_texts(path))
        with Screen(path) as screen:
            screen.shows(READY)
            screen.answers(keys, EDITING_HINT if end == SAVE else "Enter")
            expected = ""
            for number, sequence in enumerate(sequences):
                _send(tally, screen, sequence)
                if number % 100 == 99:
                    screen.press(WORD.encode())
                    expected += WORD
            screen.press(WORD.encode())
            screen.press(end)
            screen.until(lambda: len(_texts(path)) > count)
            new = [text for text in _texts(path) if text not in ("", "ก")]
            tally.expect(new == [expected + WORD], TYPED, f"{new!r:.200}")
            _leave(tally, screen)


def _texts(path: Path) -> list[str]:
    """Return the texts of all measures that are not empty."""
    found = read_register(path)
    measures = found.register.measures if isinstance(found, Contents) else ()
    return [text for measure in measures for text in (measure.activity, measure.result) if text]


def _send(tally: Tally, screen: Screen, sequence: str) -> None:
    screen.press(sequence.encode())
    tally.times += 1


def _edits(screen: Screen) -> bool:
    """Return True if an editor opens, and closes again."""
    return screen.answers(key_bytes("f2"), EDITING_HINT) and screen.answers(key_bytes("escape"), "F2")


def _leave(tally: Tally, screen: Screen) -> None:
    screen.press(LEAVE)
    result = screen.ends()
    tally.expect(result.code == 0 and not result.crashed, CRASHED, result.detail)
