"""The probe for ำ: only an answer changes the spelling, and only affected lines are sent again."""

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


def sent(screen: ScreenDiff) -> str:
    """Return the output for two lines."""
    lines: list[Iterable[Strip]] = [[Strip([Segment(text)])] for text in (WHOLE_LINE, OTHER_LINE)]
    update = screen.update(LayoutUpdate(lines, Region(0, 0, 3, 2)))
    return update.render_segments(Console(width=3))


def test_the_question_is_sent_once() -> None:
    probe = SaraAmProbe(AUTO, ScreenDiff())
    assert probe.question() and not probe.question()


@pytest.mark.parametrize("setting", [WHOLE, SPLIT])
def test_no_question_with_an_explicit_setting(setting: str) -> None:
    probe = SaraAmProbe(setting, ScreenDiff())
    assert not probe.question() and not probe.answered(1, 1)


def test_only_lines_with_sara_am_are_sent_again() -> None:
    screen = ScreenDiff()
    probe = SaraAmProbe(AUTO, screen)
    probe.question()
    assert WHOLE_LINE in sent(screen) and sent(screen) == ""
    assert probe.answered(1, 1)
    again = sent(screen)
    assert "ท\u0e4d\u0e32│" in again and OTHER_LINE not in again
    assert sent(screen) == ""


@pytest.mark.parametrize("position", [(2, 1), (6, 1), (1, 0), (1, 5)], ids=["two", "no UTF-8", "Shift+F3", "elsewhere"])
def test_other_positions_are_not_an_answer(position: tuple[int, int]) -> None:
    screen = ScreenDiff()
    probe = SaraAmProbe(AUTO, screen)
    probe.question()
    sent(screen)
    assert not probe.answered(*position)
    assert sent(screen) == ""


def test_shift_f3_is_not_an_answer() -> None:
    probe = SaraAmProbe(AUTO, ScreenDiff())
    probe.question()
    assert not probe.answered(1, 0) and probe.answered(1, 1) and not probe.answered(1, 1)
