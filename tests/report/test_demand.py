"""A layout ends as soon as nobody waits for it any longer, and is the same as ever if somebody does."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from itatui.report.build import build
from itatui.report.formats.plain_text import lines
from itatui.report.layout.demand import while_wanted
from itatui.report.model import Report
from tests.reference import register


def report() -> Report:
    return build(register(), today=date(2024, 5, 1))


def asked(times: int) -> Callable[[], bool]:
    """Return the question whether a layout is wanted, which it is so many times."""
    left = iter([True] * times)
    return lambda: next(left, False)


def letters(width: int) -> Counter[str]:
    """Return the letters and digits of the report, however it is broken into lines of so many cells."""
    return Counter(char for line in lines(report(), width, thai_digits=False) for char in line if char.isalnum())


def test_layout_that_is_wanted_is_the_usual_one() -> None:
    assert while_wanted(lambda: True, lines, report(), 100, thai_digits=False) == lines(
        report(), 100, thai_digits=False
    )


def test_layout_ends_at_the_next_text_when_it_is_no_longer_wanted() -> None:
    for times in (0, 1, 20, 40):
        assert while_wanted(asked(times), lines, report(), 101 + times, thai_digits=False) is None


def test_layout_behind_an_unwanted_one_is_whole() -> None:
    assert while_wanted(asked(3), lines, report(), 99, thai_digits=False) is None
    assert letters(99) == letters(140)
