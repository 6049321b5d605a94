"""Properties for any form, register and width: every text is printed once, in its column."""

from collections import Counter
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itatui.domain.form import Form
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.report import phrases
from itatui.report.build import build
from itatui.report.first_page import first_page
from itatui.report.formats.plain_text import lines
from itatui.report.layout.cells import converter
from itatui.report.layout.lines import Grid
from itatui.report.layout.narrow import boxes, one_line_heading
from itatui.report.layout.page import is_wide, layout_report
from itatui.report.layout.table import TABLE_WIDTH, table_grid
from itatui.report.model import Cell, Column, Report, Row, RowKind
from itatui.report.spans import grid
from itatui.thai import cells, safe
from tests.support.examples import share
from tests.support.form_strategies import ROUNDS, filled_registers, forms
from tests.support.printed_table import squeeze

SETTINGS = settings(
    deadline=None, max_examples=share(60), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
WIDTHS = st.integers(40, 240)
FOR_ROUNDS = st.sampled_from([None, *ROUNDS])
BORDER = "│├┤┬┴┼─┌┐└┘╞╡╪═╤╧╒╕╘╛"


def report_of(register: Register, form: Form, for_round: Round | None = None) -> Report:
    return build(register, form=form, for_round=for_round, today=date(2027, 1, 1))


def visible(cell: Cell) -> str:
    return squeeze(safe(part) for entry in cell.entries for part in (entry.about, entry.mark, entry.text))


def body_texts(printed: list[str], borders: list[int]) -> tuple[list[str], list[str]]:
    """Return the text of each column below the headings, and the lines over the whole width, without spaces."""
    columns = [""] * (len(borders) - 1)
    wide: list[str] = []
    start = next(at for at, line in enumerate(printed) if line[:1] == "╞")
    for line in printed[start + 1 :]:
        if line[:1] not in BORDER or not line:
            break
        at, parts, crossed = 0, [""] * len(columns), False
        for character in line:
            if cells(character) and at in borders:
                crossed = crossed or character not in BORDER
            elif character not in BORDER:
                parts[max(place for place, border in enumerate(borders[:-1]) if border <= max(at - 1, 0))] += character
            at += cells(character)
        if crossed or (len(columns) > 1 and line[0] == "│" and not any(sign in BORDER for sign in line[1:-1])):
            wide.append(squeeze(line[1:-1]))
        else:
            columns = [text + squeeze(part) for text, part in zip(columns, parts, strict=True)]
    return columns, wide


@SETTINGS
@given(filled_registers(), forms(), WIDTHS, FOR_ROUNDS)
def test_every_line_has_the_given_width(register: Register, form: Form, width: int, for_round: Round | None) -> None:
    printed = lines(report_of(register, form, for_round), width)
    assert {cells(line) for line in printed if line} == {width}


@SETTINGS
@given(filled_registers(), forms(), WIDTHS, FOR_ROUNDS)
def test_table_holds_every_text_once_in_its_column(
    register: Register, form: Form, width: int, for_round: Round | None
) -> None:
    report = report_of(register, form, for_round)
    (table,) = report.tables
    if width < TABLE_WIDTH or is_wide(report, width):
        assert table_grid(table, width, str) is None or not table.rows
        return  # boxes
    (laid,) = layout_report(report, width).grids
    for row, frames in zip(table.rows, laid.rows, strict=True):
        texts = [squeeze(line for block in frame.blocks for line in block.lines) for frame in frames]
        assert texts == [visible(cell) for cell in row.cells]
        assert [(frame.rows, frame.columns) for frame in frames] == [(cell.rows, cell.columns) for cell in row.cells]
    if any(row.kind is RowKind.SUM for row in table.rows) or not table.rows or len(table.columns) == 1:
        return
    borders = [0]
    for column in laid.widths:
        borders.append(borders[-1] + column + sum(laid.sides) + 1)
    columns, wide = body_texts(lines(report, width), borders)
    rows = [row for row in table.rows if row.kind is not RowKind.BAND]
    assert columns == ["".join(visible(row.cells[at]) for row in rows) for at in range(len(table.columns))]
    assert "".join(wide) == "".join(visible(row.cells[0]) for row in table.rows if row.kind is RowKind.BAND)


def box_text(box: Grid) -> str:
    """Return the text of a box without spaces."""
    frames = (frame for row in (*box.head, *box.rows) for frame in row)
    return squeeze(line for frame in frames for block in frame.blocks for line in block.lines)


def sections(column: Column, row: Row, at: int, above: Cell) -> tuple[str, ...]:
    """Return what the box of a row may say in a column: heading and text, or words for the text of the row above."""
    cell, title = row.cells[at], squeeze(one_line_heading(column.over) + one_line_heading(column.heading))
    texts = [visible(cell)] if cell.rows else [squeeze(phrases.AS_BEFORE), visible(above)]
    is_label = row.kind is RowKind.SUM and not any(entry.value for entry in cell.entries)
    heads = [""] if is_label else [f"{title}:", title] if title else [""]
    return tuple(head + text for head in heads for text in texts)


@settings(SETTINGS, max_examples=share(30))
@given(filled_registers(), forms(), WIDTHS, FOR_ROUNDS)
def test_boxes_hold_every_text_once_behind_its_heading(
    register: Register, form: Form, width: int, for_round: Round | None
) -> None:
    (table,) = report_of(register, form, for_round).tables
    if any(row.kind is RowKind.TRACK for row in table.rows):
        return  # a box a track, with blocks of its measures
    made = [part for part in boxes(table, width, converter(in_thai_digits=False)) if isinstance(part, Grid)]
    rows = [row for row in table.rows if row.kind is not RowKind.BAND]
    above = [Cell()] * len(table.columns)
    for row, box in zip(rows, made, strict=True):
        text = box_text(box)
        above = [cell if cell.rows else before for cell, before in zip(row.cells, above, strict=True)]
        for at, column in enumerate(table.columns):
            if row.cells[at].columns and visible(above[at]):
                told = next((each for each in sections(column, row, at, above[at]) if text.startswith(each)), None)
                assert told is not None, (text, column)
                text = text[len(told) :]
        assert text == ""


@SETTINGS
@given(filled_registers(), forms(), WIDTHS)
def test_no_character_is_lost(register: Register, form: Form, width: int) -> None:
    report = report_of(register, form)
    (table,) = report.tables
    printed = Counter(squeeze(lines(report, width)))
    texts = [visible(cell) for row in table.rows for cell in row.cells]
    assert Counter("".join(texts)) <= printed


@SETTINGS
@given(filled_registers(), forms())
def test_rows_of_measures_cover_the_whole_table(register: Register, form: Form) -> None:
    (table,) = report_of(register, form).tables
    taken = grid(table)
    for at in range(len(table.columns)):
        left = 0
        for row in taken:
            cell = row.cells[at]
            assert (cell.rows == 0) == (left > 0)
            left = max(left - 1, 0) if cell.rows == 0 else cell.rows - 1
        assert left == 0
    assert [number for row in taken for number in row.numbers if row.kind is RowKind.MEASURE] == [
        register.number(measure) for measure in register.measures
    ]


@SETTINGS
@given(filled_registers(), forms(), WIDTHS, st.integers(1, 30))
def test_first_page_of_any_form_is_printed(register: Register, form: Form, width: int, height: int) -> None:
    report = report_of(register, form)
    first = lines(first_page(report, height, width), width)
    assert len(first) >= min(height, len(lines(report, width)))
