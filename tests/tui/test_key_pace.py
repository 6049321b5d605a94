"""The pace of keys: commands, prose and held keys, with a clock of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.tui.keyboard import key_name
from itatui.tui.terminal.key_pace import (
    ALONE_S,
    FIRST_REPEAT_S,
    HELD_S,
    PAIR_S,
    ROUND_S,
    RUN_S,
    TELL_AGAIN_S,
    KeyPace,
    Place,
    Stroke,
    Verdict,
)

ACT, DROP, TELL, WAIT = Verdict.ACT, Verdict.DROP, Verdict.TELL, Verdict.WAIT
LIST, DETAIL, TEXT = Place("list"), Place("detail"), Place("editor", writes=True)
FIELD = Place("detail", writes=True)
ONCE = Place("checkbox", repeats=False)
ALONE, RUN, SLOW = ALONE_S / 2, (ALONE_S + RUN_S) / 2, RUN_S * 2
REPEAT = HELD_S / 4


def stroke(key: str, at: float = 0.0) -> Stroke:
    sign = len(key) == 1
    return Stroke(key_name(key) if sign else key, sign=sign, at=at)


def effects(pace: KeyPace, keys: str | list[str], gap: float, place: Place = LIST, start: float = 0.0) -> list[Verdict]:
    """Type keys at a steady pace, each judged as soon as it can be, and then rest."""
    strokes = [stroke(key, start + number * gap) for number, key in enumerate(keys)]
    verdicts = []
    for number, first in enumerate(strokes):
        seen = number
        while True:
            verdict = pace.judge(strokes[number : seen + 1], place, strokes[seen].at)
            if verdict is WAIT and (due := strokes[seen].at + pace.waits) < _next(strokes, seen):
                verdict = pace.judge(strokes[number : seen + 1], place, due)
            if verdict is not WAIT:
                break
            seen += 1
        verdicts.append(verdict)
        assert first is strokes[number]
    return verdicts


def _next(strokes: list[Stroke], seen: int) -> float:
    return strokes[seen + 1].at if seen + 1 < len(strokes) else float("inf")


@pytest.mark.parametrize("key", ["4", "ภ", "n", "]", " "])
def test_a_sign_that_stands_alone_acts_after_a_moment(key: str) -> None:
    pace = KeyPace()
    assert pace.judge([stroke(key)], LIST, 0.0) is WAIT
    assert pace.waits == pytest.approx(ALONE_S)
    assert pace.judge([stroke(key)], LIST, ALONE_S) is ACT


def test_a_key_without_a_sign_acts_at_once() -> None:
    assert KeyPace().judge([stroke("f2")], LIST, 0.0) is ACT


def test_a_key_without_a_sign_lets_the_sign_before_it_act() -> None:
    assert KeyPace().judge([stroke("4"), stroke("down", 0.01)], LIST, 0.01) is ACT


@pytest.mark.parametrize("prose", ["ภาพรวมดีขึ้น", "hello", "1a", "4 quarters", "ลลล ภ"])
@pytest.mark.parametrize("gap", [0.0, ALONE])
def test_fast_prose_does_nothing_and_is_told_once(prose: str, gap: float) -> None:
    verdicts = effects(KeyPace(), prose, gap)
    assert ACT not in verdicts
    assert verdicts.count(TELL) == 1


def test_prose_at_an_average_pace_acts_once_at_most() -> None:
    assert effects(KeyPace(), "ภาพรวม", RUN) == [ACT, TELL, DROP, DROP, DROP, DROP]


def test_slow_prose_acts_letter_by_letter() -> None:
    assert effects(KeyPace(), "abc", SLOW) == [ACT] * 3


def test_prose_that_goes_on_is_told_again() -> None:
    count = int(3 * TELL_AGAIN_S / ALONE)
    assert effects(KeyPace(), "ab" * (count // 2), ALONE).count(TELL) == 3


@pytest.mark.parametrize("keys", ["12", "1234", "ๅ/", "g3", "เ-", "]]]", "  "])
@pytest.mark.parametrize("gap", [0.0, ALONE, RUN])
def test_runs_that_can_be_meant_act(keys: str, gap: float) -> None:
    assert effects(KeyPace(), keys, gap) == [ACT] * len(keys)


@pytest.mark.parametrize("key", ["enter", "tab", "backspace"])
def test_keys_of_writing_behind_refused_prose_do_nothing(key: str) -> None:
    pace = KeyPace()
    assert effects(pace, ["a", "b", key, "c"], ALONE) == [TELL, DROP, DROP, DROP]
    assert pace.judge([stroke(key, 10.0)], LIST, 10.0) is ACT


def test_f2_ends_the_run_and_the_first_letter_is_text() -> None:
    pace = KeyPace()
    effects(pace, "ab", 0.0)
    assert pace.judge([stroke("f2", 0.01)], LIST, 0.01) is ACT
    assert effects(pace, "ab", 0.0, TEXT, 0.02) == [ACT, ACT]


@given(st.text("abกา 1", min_size=1), st.floats(0, 2))
def test_text_is_never_held_back_or_dropped(text: str, gap: float) -> None:
    assert effects(KeyPace(), text, gap, TEXT) == [ACT] * len(text)


def after_escape(pace: KeyPace, key: str, gap: float, place: Place = FIELD) -> Verdict:
    """Press Esc in a text, then a key in the place behind it."""
    assert effects(pace, ["escape"], 0.0, Place("editor")) == [ACT]
    return effects(pace, [key], 0.0, place, gap)[0]


@pytest.mark.parametrize("key", ["5", "ก", "f", " "])
def test_a_sign_sent_together_with_escape_does_not_write_where_escape_leads(key: str) -> None:
    pace = KeyPace()
    assert after_escape(pace, key, PAIR_S / 4) is TELL
    assert effects(pace, "อๅ", ALONE, FIELD, ALONE) == [DROP, DROP]
    assert effects(pace, "อ", 0.0, FIELD, SLOW * 3) == [ACT]


def test_a_sign_typed_behind_escape_writes() -> None:
    assert after_escape(KeyPace(), "5", 2 * PAIR_S) is ACT


def test_a_sign_sent_together_with_an_escape_that_closes_nothing_writes() -> None:
    assert after_escape(KeyPace(), "5", PAIR_S / 4, Place("editor", writes=True)) is ACT


def test_a_key_without_a_sign_ends_what_escape_has_shut() -> None:
    pace = KeyPace()
    assert after_escape(pace, "5", PAIR_S / 4) is TELL
    assert effects(pace, ["f2"], 0.0, start=PAIR_S) == [ACT]
    assert effects(pace, "ab", 0.0, TEXT, 2 * PAIR_S) == [ACT, ACT]


@given(st.lists(st.tuples(st.sampled_from(["enter", "f2", "a", "1", " ", "tab"]), st.floats(0, 2)), max_size=12))
def test_every_key_is_judged_within_a_moment(typed: list[tuple[str, float]]) -> None:
    pace, at = KeyPace(), 0.0
    for key, pause in typed:
        at += pause
        verdict = pace.judge([stroke(key, at)], LIST, at)
        assert verdict is not WAIT or ROUND_S < pace.waits < max(ALONE_S, HELD_S) + ROUND_S
        assert verdict is not WAIT or pace.judge([stroke(key, at)], LIST, at + pace.waits) is not WAIT


def held(pace: KeyPace, key: str, place: Place, first: float, count: int = 5) -> list[Verdict]:
    """Return what becomes of the repeats of a key, the first of which comes after a pause."""
    strokes = [stroke(key, first + number * REPEAT) for number in range(count)]
    return [pace.judge(strokes[number:], place, strokes[-1].at + 1) for number in range(count)]


@pytest.mark.parametrize("key", ["enter", "f2", "ctrl+n", "e"])
@pytest.mark.parametrize("first", [REPEAT, 0.25, 0.66])
@pytest.mark.parametrize("opened", [Place("editor"), TEXT, DETAIL])
def test_a_held_key_does_nothing_in_the_place_that_it_opened(key: str, first: float, opened: Place) -> None:
    pace = KeyPace()
    assert effects(pace, [key], 0.0) == [ACT]
    assert held(pace, key, opened, first)[:-1] == [DROP] * 4


def test_a_key_pressed_twice_acts_in_the_place_that_it_opened() -> None:
    pace = KeyPace()
    assert effects(pace, ["enter"], 0.0) == [ACT]
    again = stroke("enter", FIRST_REPEAT_S / 2)
    assert pace.judge([again], DETAIL, again.at) is WAIT
    assert pace.judge([again], DETAIL, again.at + HELD_S) is ACT


def test_another_key_acts_at_once_in_the_place_that_a_key_opened() -> None:
    pace = KeyPace()
    assert effects(pace, ["enter"], 0.0) == [ACT]
    assert pace.judge([stroke("a", 0.001)], TEXT, 0.001) is ACT


@pytest.mark.parametrize("key", ["down", "]", "f10"])
def test_a_held_key_goes_on_where_it_was_pressed(key: str) -> None:
    pace = KeyPace()
    assert effects(pace, [key], 0.0) == [ACT]
    assert held(pace, key, LIST, 0.3) == [ACT] * 5


def test_a_held_letter_is_written_again_and_again() -> None:
    pace = KeyPace()
    assert effects(pace, "ก", 0.0, Place("detail", writes=True)) == [ACT]
    assert held(pace, "ก", TEXT, REPEAT) == [ACT] * 5


@pytest.mark.parametrize("key", ["enter", " ", "1"])
@pytest.mark.parametrize("first", [REPEAT, 0.5])
def test_a_held_key_ticks_once(key: str, first: float) -> None:
    pace = KeyPace()
    assert effects(pace, [key], 0.0, ONCE) == [ACT]
    assert held(pace, key, ONCE, first)[:-1] == [DROP] * 4
