"""Answers of terminals and malformed sequences: none becomes a key, stops the program or holds the keys behind it."""

from random import Random

import pytest

from tests.support.input_stream import InputStream, keys_of
from tests.support.terminal_answers import ANSWERS, ODD, random_sequence

CASES = 100_000
KEYS = {
    "4": "4",
    "ก": "ก",
    "\r": "enter",
    "\x1b[B": "down",
    "\x1bOQ": "f2",
    "\x1b[3;2~": "delete",
    "\x1b[3585;;3585u": "ก",
    "\x1b[1;3A": "alt+up",
    "\x1a": "ctrl+z",
}
"""Keys, each with its name."""


@pytest.mark.parametrize("answer", [*ANSWERS, *ODD], ids=range(len(ANSWERS + ODD)))
def test_no_answer_is_a_key_wherever_it_is_cut(answer: str) -> None:
    for cut in range(1, min(len(answer), 200)):
        assert keys_of(answer[:cut], answer[cut:], "4", wait=0.0) == ["4"], cut
    assert keys_of(*answer, "4") == keys_of(f"{answer}4") == ["4"]


def test_keys_among_random_sequences_are_all_that_arrives() -> None:
    chance = Random(2567)
    stream, expected = InputStream(), []
    for number in range(CASES):
        sequence = random_sequence(chance)
        sent, key = chance.choice([*KEYS.items()])
        text = sequence + sent
        cuts = sorted(chance.choices(range(len(text) + 1), k=chance.randrange(4)))
        pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        before = len(stream.keys)
        stream.send(*filter(None, pieces))
        assert stream.keys[before:] == [key] and not stream.pastes, (number, sequence, sent, cuts)
        stream.events.clear()
        expected.append(key)
        stream.now += chance.random()
    assert len(expected) == CASES


def test_keys_behind_random_beginnings_arrive_after_a_second() -> None:
    chance = Random(2568)
    for number in range(5_000):
        sequence = random_sequence(chance)
        begin = sequence[: chance.randrange(2, len(sequence))] if len(sequence) > 2 else sequence
        stream = InputStream()
        stream.send(begin)
        if begin.endswith("\x1b"):  # the next key would be an Esc and this key
            continue
        stream.wait(1.1)
        stream.send("ก")
        assert stream.keys == ["ก"], (number, sequence, begin)
