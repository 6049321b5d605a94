"""Whatever the register holds and however wide the terminal is, all of it is printed, in straight columns."""

from collections import Counter
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itatui.domain.register import Register
from itatui.report.build import build
from itatui.report.formats.terminal import lines
from itatui.report.model import Report, TrackRow
from itatui.thai import cells, safe
from tests.support.printed import column, read, squeezed
from tests.support.report_strategies import registers, widths

calm = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def made(register: Register) -> Report:
    return build(register, today=date(2024, 1, 1))


def seen(*texts: str) -> str:
    return squeezed(safe(text) for text in texts).replace("\u200d", "")


def told(row: TrackRow) -> list[str]:
    """What each of the five cells must hold, without spaces."""
    measures = [f"{n}.{e.text}" if (n := next(iter(e.numbers), 0)) else e.text for e in row.measures]
    duties = [
        text for duty in row.duties for text in (duty.about, duty.responsible.text, *(e.text for e in duty.period))
    ]
    outcomes = [text for outcome in row.outcomes for text in (outcome.about, outcome.entry.text)]
    results = [f"-{entry.text}" for entry in row.results]
    return [seen(row.label.text), seen(*measures), seen(*results), seen(*duties), seen(*outcomes)]


@calm
@given(registers(), widths, st.booleans())
def test_every_line_is_as_wide_as_was_asked(register: Register, width: int, ascii_only: bool) -> None:
    assert {cells(line) for line in lines(made(register), width, ascii=ascii_only)} <= {width}


@calm
@given(registers(), st.integers(60, 200))
def test_the_table_holds_everything_in_its_column(register: Register, width: int) -> None:
    report = made(register)
    printed = read(lines(report, width))
    assert [[squeezed(cell) for cell in row] for row in printed.rows[1:]] == [told(row) for row in report.rows]
    assert [squeezed(cell) for cell in printed.rows[0]] == [seen(heading) for heading in report.headings]
    assert squeezed(printed.above) == seen(report.title, report.subtitle)


@calm
@given(registers(), st.integers(20, 59))
def test_the_boxes_hold_every_character(register: Register, width: int) -> None:
    report = made(register)
    if not report.rows:
        return
    printed = read(lines(report, width))
    there = Counter(column(printed, 0))
    wanted = Counter("".join("".join(told(row)) for row in report.rows))
    assert wanted <= there


@calm
@given(registers(), widths)
def test_nothing_that_steers_a_terminal_is_printed(register: Register, width: int) -> None:
    printed = "".join(lines(made(register), width))
    assert printed.isprintable() or safe(printed) == printed
    assert "\n" not in printed
    assert "\x1b" not in printed
