"""What the screen makes of the terminal's answer: only what was wrong is sent again, and only an answer is one."""

from collections.abc import Iterable

import pytest
from rich.console import Console
from rich.segment import Segment
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from itatui.thai.sara_am import AUTO, SPLIT, WHOLE
from itatui.tui.terminal.sara_am_probe import SaraAmProbe
from itatui.tui.terminal.screen_diff import ScreenDiff

WHOLE_LINE, OTHER_LINE = "ทำ│", "ที่│"


def sent(frame: ScreenDiff) -> str:
    """What is sent of two lines."""
    lines: list[Iterable[Strip]] = [[Strip([Segment(text)])] for text in (WHOLE_LINE, OTHER_LINE)]
    update = frame.update(LayoutUpdate(lines, Region(0, 0, 3, 2)))
    return update.render_segments(Console(width=3))


def test_it_is_asked_once() -> None:
    asked = SaraAmProbe(AUTO, ScreenDiff())
    assert asked.question() and not asked.question()


@pytest.mark.parametrize("said", [WHOLE, SPLIT])
def test_it_is_not_asked_of_who_knows(said: str) -> None:
    asked = SaraAmProbe(said, ScreenDiff())
    assert not asked.question() and not asked.answered(1, 1)


def test_only_the_lines_with_it_are_sent_again() -> None:
    frame = ScreenDiff()
    asked = SaraAmProbe(AUTO, frame)
    asked.question()
    assert WHOLE_LINE in sent(frame) and sent(frame) == ""
    assert asked.answered(1, 1)
    again = sent(frame)
    assert "ท\u0e4d\u0e32│" in again and OTHER_LINE not in again
    assert sent(frame) == ""


@pytest.mark.parametrize("place", [(2, 1), (6, 1), (1, 0), (1, 5)], ids=["two", "no UTF-8", "Shift+F3", "elsewhere"])
def test_all_else_changes_nothing(place: tuple[int, int]) -> None:
    frame = ScreenDiff()
    asked = SaraAmProbe(AUTO, frame)
    asked.question()
    sent(frame)
    assert not asked.answered(*place)
    assert sent(frame) == ""


def test_shift_f3_before_the_answer_is_not_the_answer() -> None:
    asked = SaraAmProbe(AUTO, ScreenDiff())
    asked.question()
    assert not asked.answered(1, 0) and asked.answered(1, 1) and not asked.answered(1, 1)
