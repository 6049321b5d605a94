"""The manners in which offices write the table of a register."""

from collections.abc import Callable

from itatui.domain.register import Register
from itatui.domain.track import label_phrase
from itatui.thai import thai_digits
from tools.intake.excel_file import excel_file
from tools.intake.plain_files import copied_cells, csv_file, web_page
from tools.intake.tables import (
    Columns,
    MadeCell,
    MadeRow,
    MadeTable,
    Signs,
    by_measure,
    by_track,
    heading_row,
    in_words,
    ticked,
    track_row,
)
from tools.intake.word_file import word_file

_TICKS = Columns(quarters=("1", "2", "3", "4"), period="ไตรมาส")
_NAMED_TICKS = Columns(quarters=("ไตรมาสที่ ๑", "ไตรมาสที่ ๒", "ไตรมาสที่ ๓", "ไตรมาสที่ ๔"), is_over=False)
_MONTHS = Columns(
    quarters=("ไตรมาส 1\nต.ค.-ธ.ค.", "ไตรมาส 2\nม.ค.-มี.ค.", "ไตรมาส 3\nเม.ย.-มิ.ย.", "ไตรมาส 4\nก.ค.-ก.ย.")
)


def in_thai_digits(table: MadeTable) -> MadeTable:
    """Return a table with all its digits Thai."""
    rows: list[MadeRow] = [
        [cell and cell._replace(lines=tuple(map(thai_digits, cell.lines))) for cell in row] for row in table.rows
    ]
    return table._replace(rows=rows)


def of_each_track(register: Register) -> list[MadeTable]:
    """Return a table for each track, without a column that names it; the line before the table does."""
    tables = []
    for track in register.tracks:
        part = register._replace(tracks=(track,), measures=register.measures_of(track.code))
        table = by_measure(part, track="band")
        del table.rows[table.heading_rows]
        tables.append(table._replace(caption=label_phrase(track)))
    return tables


def split_over_pages(register: Register) -> MadeTable:
    """Return the table with a row a track whose cells go on over pages: the last paragraph of each is cut in two."""
    rows: list[MadeRow] = []
    for track in register.tracks:
        first: MadeRow = []
        second: MadeRow = []
        for column, cell in enumerate(track_row(register, track, Signs())):
            *lines, last = cell.lines if cell else ("",)
            cut = last.find(" ", len(last) // 2) if column in (1, 2, 4) else -1
            first.append(MadeCell((*lines, last if cut < 0 else last[: cut + 1])))
            second.append(MadeCell(() if cut < 0 else (last[cut + 1 :],)))
        rows += [heading_row(), first, heading_row(), second]
    return MadeTable(rows)


def pages(register: Register) -> list[MadeTable]:
    """Return a table for each track, each with the headings, as in the reference report."""
    return [MadeTable([heading_row(), track_row(register, track, Signs())]) for track in register.tracks]


def with_sum_and_signature(table: MadeTable) -> MadeTable:
    """Return a table with rows that are no measures: numbers of the columns, a sum, a note and a signature."""
    width = len(table.rows[0])
    numbers: MadeRow = [MadeCell((f"({column})",)) for column in range(1, width + 1)]
    foot: list[MadeRow] = [
        [MadeCell((text,), columns=width), *[None] * (width - 1)]
        for text in ("รวมทั้งสิ้น 9 มาตรการ", "หมายเหตุ ข้อมูล ณ สิ้นปีงบประมาณ", "ลงชื่อ.................ผู้รายงาน")
    ]
    head = table.rows[: table.heading_rows]
    return table._replace(rows=[*head, numbers, *table.rows[table.heading_rows :], *foot])


MANNERS: dict[str, Callable[[Register], bytes]] = {
    "word-track-typed.docx": lambda r: word_file([by_track(r)]),
    "word-track-brackets.docx": lambda r: word_file([by_track(r, Signs("{})", "• "))]),
    "word-track-automatic.docx": lambda r: word_file([by_track(r, Signs("list:number", "list:bullet"))]),
    "word-track-thai-automatic.docx": lambda r: word_file([by_track(r, Signs("list:thai", "- "))]),
    "word-track-thai-digits.docx": lambda r: word_file([in_thai_digits(by_track(r, Signs("{}. ")))]),
    "word-track-paragraphs.docx": lambda r: word_file([by_track(r, Signs("", ""))]),
    "word-track-pages.docx": lambda r: word_file(pages(r)),
    "word-track-split.docx": lambda r: word_file([split_over_pages(r)]),
    "word-track-tracked.docx": lambda r: word_file([by_track(r)], tracked=True),
    "word-measure-merged.docx": lambda r: word_file([by_measure(r)]),
    "word-measure-band.docx": lambda r: word_file([by_measure(r, track="band", number="list:number")]),
    "word-measure-ticks.docx": lambda r: word_file([by_measure(r, _TICKS, ticked("✓"))]),
    "word-measure-thai-ticks.docx": lambda r: word_file([in_thai_digits(by_measure(r, _NAMED_TICKS, ticked("X")))]),
    "word-measure-months.docx": lambda r: word_file([by_measure(r, _MONTHS, ticked("●"), track="blank")]),
    "word-measure-captions.docx": lambda r: word_file(of_each_track(r)),
    "word-measure-signed.docx": lambda r: word_file([with_sum_and_signature(by_measure(r))]),
    "word-measure-tracked.docx": lambda r: word_file([by_measure(r)], tracked=True),
    "excel-track.xlsx": lambda r: excel_file([by_track(r)]),
    "excel-merged.xlsx": lambda r: excel_file([by_measure(r)], first_row=4),
    "excel-inline-ticks.xlsx": lambda r: excel_file([by_measure(r, _TICKS, ticked("/"))], shared=False),
    "excel-ones.xlsx": lambda r: excel_file([by_measure(r, _TICKS, ticked("1"), track="blank")]),
    "excel-sheets.xlsx": lambda r: excel_file(
        [t._replace(caption=track.code) for t, track in zip(of_each_track(r), r.tracks, strict=True)]
    ),
    "csv-utf-8-bom.csv": lambda r: csv_file(by_measure(r, track="filled", merged=False)),
    "csv-utf-8.csv": lambda r: csv_file(by_measure(r, _TICKS, ticked("x"), track="filled", merged=False), ";", "utf-8"),
    "csv-tis-620.csv": lambda r: csv_file(by_measure(r, track="filled", merged=False), ",", "cp874"),
    "page-track.html": lambda r: web_page(by_track(r)),
    "page-measure.html": lambda r: web_page(by_measure(r, _TICKS, ticked("✓"))),
    "tabs-measure.txt": lambda r: copied_cells(by_measure(r, track="blank", merged=False, number="{}.")),
    "tabs-track.txt": lambda r: copied_cells(by_track(r)),
    "tabs-utf-16.txt": lambda r: copied_cells(by_measure(r, quartered=in_words, merged=False), "utf-16"),
}
"""Bytes of a document for a register, by the name of its file."""
