"""Rows a measure with merged cells, made from a row a track."""

from itatui.report.model import Cell, Column, Entry, Row, RowKind, Table
from itatui.report.spans import grid

COLUMNS = (
    Column("แบบวัด", merges=True),
    Column("มาตรการ"),
    Column("ผล", merges=True, refers=True),
    Column("หน่วยงาน", merges=True),
)


def spans(row: Row, at: int) -> list[tuple[str, int]]:
    cells = [each.cells[at] for each in grid(Table(COLUMNS, (row,)))]
    return [(" ".join(entry.text for entry in cell.entries), cell.rows) for cell in cells]


def track_row() -> Row:
    return Row(
        (
            Cell((Entry("IIT"),)),
            Cell(tuple(Entry(f"ทำ {number}", (number,), mark=f"{number}.") for number in (1, 2, 3))),
            Cell((Entry("ผล ก", (1, 3), mark="-"), Entry("ผล ข", (2,), mark="-"))),
            Cell((Entry("คลัง", (1, 2), about="มาตรการที่ 1, 2"), Entry("ช่าง", (3,), about="มาตรการที่ 3", apart=True))),
        ),
        RowKind.TRACK,
        "IIT",
        "แบบวัด IIT",
        (1, 2, 3),
    )


def test_text_of_the_track_goes_over_all_its_measures() -> None:
    assert spans(track_row(), 0) == [("IIT", 3), ("", 0), ("", 0)]


def test_each_measure_has_a_row() -> None:
    rows = grid(Table(COLUMNS, (track_row(),)))
    assert [(row.kind, row.code, row.numbers) for row in rows] == [
        (RowKind.MEASURE, "IIT", (number,)) for number in (1, 2, 3)
    ]
    assert spans(track_row(), 1) == [("ทำ 1", 1), ("ทำ 2", 1), ("ทำ 3", 1)]


def test_result_of_measures_that_are_no_neighbours_is_referred_to() -> None:
    assert spans(track_row(), 2) == [("ผล ก", 1), ("ผล ข", 1), ("(รายงานร่วมกับมาตรการที่ 1)", 1)]


def test_text_of_neighbours_goes_over_their_rows_without_their_numbers() -> None:
    assert spans(track_row(), 3) == [("คลัง", 2), ("", 0), ("ช่าง", 1)]
    assert not any(entry.about for row in grid(Table(COLUMNS, (track_row(),))) for entry in row.cells[3].entries)


def test_other_rows_stay_as_they_are() -> None:
    total = Row((Cell((Entry("รวม"),), columns=4), *[Cell(columns=0)] * 3), RowKind.SUM)
    assert grid(Table(COLUMNS, (total,))) == (total,)
