"""Rules for any table, text and document."""

import csv
import io
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from itatui.domain.quarters import NUMBERS, phrase, quarters
from itatui.errors import ItatuiError
from itatui.intake.document import read_document
from itatui.intake.document_proposal import propose
from itatui.intake.formats.separated_fields import read_fields
from itatui.intake.grid import Cell, Grid, table_of
from itatui.intake.list_items import items_of
from itatui.intake.proposal_edits import edits_of
from itatui.intake.quarter_words import find_quarters, period_quarters
from itatui.intake.result_pairs import pair_results
from itatui.intake.unit_names import units_in
from itatui.thai import thai_digits
from tests import reference
from tests.support.examples import share
from tests.support.imports import empty, imported
from tools.intake.excel_file import excel_file
from tools.intake.tables import MadeCell, MadeRow, MadeTable
from tools.intake.word_file import word_file

WORDS = st.text("กขคงเแาีัำ่้ abc1๑.-()/,", max_size=12).map(str.strip)
LINES = st.lists(WORDS.filter(bool), max_size=3).map("\n".join)
CELLS = st.one_of(
    st.sampled_from(("", "1.", "✓", "ไตรมาส 1 – 4", "IIT", "รวม", "มาตรการ", "แบบวัด", "ผลการดำเนินการ")), LINES
)
TABLES = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)
HEADS = ("แบบวัด", "ที่", "มาตรการ", "ผลการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลลัพธ์", "หลักฐาน")
MEASURE_TABLES = st.lists(st.lists(CELLS, min_size=len(HEADS), max_size=len(HEADS)), max_size=8).map(
    lambda rows: [list(HEADS), *rows]
)
UNITS = ("กองคลัง", "กองช่าง", "สำนักปลัด", "กองสาธารณสุขและสิ่งแวดล้อม", "งานนโยบายและแผน", "กองการศึกษา ศาสนาและวัฒนธรรม")


def grid_of(rows: list[list[str]]) -> Grid:
    cells = (Cell(text, row, column) for row, line in enumerate(rows) for column, text in enumerate(line))
    return Grid("made", (table_of(cells),))


@given(MEASURE_TABLES)
def test_second_import_of_any_table_proposes_nothing(rows: list[list[str]]) -> None:
    register = empty()
    first = edits_of(register, propose(grid_of(rows), register), unsure=True)
    again = edits_of(first.after, propose(grid_of(rows), first.after), unsure=True)
    assert again.added == 0
    third = edits_of(again.after, propose(grid_of(rows), again.after), unsure=True)
    assert third.edits == ()


@given(MEASURE_TABLES)
def test_edits_of_any_table_make_the_register_that_is_shown(rows: list[list[str]]) -> None:
    from itatui.domain.apply import apply

    register = reference.register()
    found = edits_of(register, propose(grid_of(rows), register), unsure=True)
    for edit in found.edits:
        register = apply(register, edit)
    assert register == found.after


@given(TABLES)
def test_any_table_is_mapped_or_refused(rows: list[list[str]]) -> None:
    try:
        proposal = propose(grid_of(rows), reference.register())
    except ItatuiError as error:
        assert str(error).isprintable()
    else:
        assert all(measure.activity or measure.ref for measure in proposal.measures)


@given(TABLES)
def test_fields_of_a_csv_file_are_read_as_they_were_written(rows: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter="\t", lineterminator="\n").writerows(rows)
    table = read_fields(file.getvalue())
    wanted = table_of(Cell(text, row, column) for row, line in enumerate(rows) for column, text in enumerate(line))
    assert len(rows[0]) == 1 or not wanted.lines or table == wanted


@given(TABLES)
@settings(max_examples=share(40))
def test_word_and_excel_hold_the_same_cells(rows: list[list[str]]) -> None:
    made: list[MadeRow] = [[MadeCell(tuple(text.split("\n"))) for text in line] for line in rows]
    wanted = table_of(Cell(text, row, column) for row, line in enumerate(rows) for column, text in enumerate(line))
    for write in (word_file, excel_file):
        try:
            grid = read_document(write([MadeTable(made)]))
        except ItatuiError:
            assert not wanted.lines
        else:
            texts = [[cell.text for cell in line] for line in grid.tables[0].lines]
            assert texts == [[cell.text for cell in line] for line in wanted.lines]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xff\xfe", "แบบวัด\tมาตรการ\n".encode()):
        try:
            imported(start + data, reference.register())
        except ItatuiError as error:
            assert str(error).isprintable()


@given(st.sets(st.sampled_from(NUMBERS), min_size=1), st.booleans(), st.sampled_from(("", "สำนักปลัด", "กองคลัง\n")))
def test_quarters_are_found_as_reports_word_them(some: set[int], is_thai: bool, before: str) -> None:
    words = phrase(quarters(some))
    words = thai_digits(words) if is_thai else words
    assert period_quarters(words) == some
    found = find_quarters(f"{before} ดำเนินการไตรมาส {words} ปีงบประมาณ 2567")
    assert (set(found.quarters), found.rest.strip()) == (some, before.strip())


@given(
    st.lists(st.sampled_from(UNITS), unique=True, min_size=1),
    st.sampled_from((", ", "\n", " / ", "; ", " และ")),
    st.booleans(),
)
def test_units_are_divided_as_they_were_joined(units: list[str], sign: str, is_known: bool) -> None:
    if sign == " และ" and any(after.startswith(("วัฒน", "สิ่ง")) for after in units):
        return
    assert units_in(sign.join(units), UNITS if is_known else ()) == tuple(units)


@given(st.lists(WORDS.map(lambda text: f"ก{text}"), min_size=1))
def test_items_are_those_that_were_numbered(texts: list[str]) -> None:
    for sign in ("{}. ", "{}) ", "({}) ", "{}."):
        items = items_of("\n".join(f"{sign.format(number)}{text}" for number, text in enumerate(texts, 1)))
        assert (items.first, items.texts) == (1, tuple(texts))
    assert items_of("\n".join(f"- {text}" for text in texts)).texts == tuple(texts)


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(WORDS, min_size=1, max_size=8))
def test_no_result_is_lost_by_pairing(measures: list[str], results: list[str]) -> None:
    pairs = pair_results(measures, results)
    assert len(pairs) == len(measures)
    assert {at for pair in pairs for at in pair} == set(range(len(results)))
    assert all(first < second for pair in pairs for first, second in pairwise(pair))
