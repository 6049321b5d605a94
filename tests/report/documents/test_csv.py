"""The CSV: a row a measure with every cell filled, read by spreadsheets as text."""

import csv
import io

import pytest

from itatui.report.model import Cell, Column, Entry, Report, Row, Table
from tests.reference import reference
from tests.support.exported import exported, report


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_measure_has_all_values_in_its_row() -> None:
    found = rows(exported("csv"))[1:]
    expected = reference()
    assert [row[0] for row in found] == [track["label"] for track in expected["tracks"] for _each in track["measures"]]
    assert [row[1].partition(" ")[2] for row in found] == [
        text for track in expected["tracks"] for text in track["measures"]
    ]
    for row, bullets in zip(
        found, [track["results"] for track in expected["tracks"] for _each in range(3)], strict=True
    ):
        number = int(row[1].partition(".")[0])
        assert row[2] == next(bullet["text"] for bullet in bullets if number in bullet["reports_on"])
    assert [row[4] for row in found] == [track["outcome"] for track in expected["tracks"] for _each in range(3)]


@pytest.mark.parametrize("text", ["=1+1", "+a", "-a", "@SUM(A1)"])
def test_text_like_a_formula_has_an_apostrophe_in_front(text: str) -> None:
    printed = Report(("ชื่อ",), (Table((Column("ก"),), (Row((Cell((Entry(text),)),)),)),))
    assert rows(exported("csv", printed)) == [["ก"], [f"'{text}"]]


def test_amounts_are_plain_numbers() -> None:
    entry = Entry("-1,250.50", value="-1250.50")
    printed = Report(("ชื่อ",), (Table((Column("ก", is_number=True),), (Row((Cell((entry,)),)),)),))
    assert rows(exported("csv", printed)) == [["ก"], ["-1250.50"]]


def test_note_of_a_filter_stands_below_the_table() -> None:
    noted = report()._replace(notes=("แสดงเฉพาะ",))
    assert rows(exported("csv", noted))[-2:] == [[], ["แสดงเฉพาะ"]]
