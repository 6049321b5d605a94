"""Sheets of units: the changes that come back, each of the value that the sheet was given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itatui.domain.apply import apply
from itatui.domain.edits import set_field
from itatui.domain.fields import value_of
from itatui.domain.own_field import OwnField
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.sent_sheets import sent_sheets
from itatui.domain.sheet_text import NotASheetError, parse_sheet, sheet_text
from itatui.domain.unit_sheet import TICK, SheetMeasure, UnitSheet, new_sheet, units_of
from itatui.intake.document import read_document
from itatui.intake.document_proposal import propose
from itatui.intake.errors import UnreadableError
from itatui.intake.filled_sheet import FilledSheet
from itatui.intake.proposal_edits import Import, edits_of
from itatui.intake.sheet_edits import SheetChoices, sheet_import
from tests.support.examples import share
from tests.support.filled_sheets import (
    DROPPED,
    EVIDENCE,
    MADE,
    OUTCOME,
    RESULT,
    SENT,
    Cells,
    filled,
    read,
    saved,
    sheet,
    workbook,
)
from tests.support.fixtures import english as english
from tests.support.imports import varied
from tools.documents.office import converted
from tools.documents.readers import MissingReaderError

UNIT = "กองคลัง"
FORMATS = ("xlsx", "docx")
HALF_YEAR = Round("6 เดือน", quarters({1, 2}))


def taken(register: Register, data: bytes, choices: SheetChoices | None = None) -> Import:
    """Return the import of a sheet."""
    return sheet_import(register, read(data), SENT, choices or SheetChoices())


def fields(found: Import) -> list[tuple[str, str, object]]:
    """Return REF, field and value of each edit of a measure."""
    edits = [edit for edit in found.edits if edit.kind == "measure"]
    return [(found.after.ref(found.after.measures[found.after.position(e.id)]), e.field, e.after) for e in edits]


def with_text(register: Register, ref: str, field: str, text: str) -> Register:
    """Return the register after somebody else wrote a text."""
    return apply(register, set_field(register.find(ref), field, text))


@pytest.mark.parametrize("ending", FORMATS)
def test_blank_sheet_proposes_nothing(ending: str) -> None:
    found = taken(varied(), sheet(varied(), UNIT, ending))
    assert (found.edits, found.notes, found.conflicts, found.cleared, found.left) == ((), (), (), (), 6)


@pytest.mark.parametrize("ending", FORMATS)
def test_cells_that_were_filled_in_are_changes(ending: str) -> None:
    tick = {"xlsx": "✓", "docx": "x"}[ending]
    cells: Cells = {
        ("IIT-1", 5): tick,
        ("IIT-2", RESULT): "จัดอบรมแล้ว",
        ("OIT-1", EVIDENCE): "ภาพ | https://a.go.th/1",
    }
    found = taken(varied(), filled(sheet(varied(), UNIT, ending), cells))
    assert [(ref, field) for ref, field, _value in fields(found)] == [
        ("IIT-1", "done.2"),
        ("IIT-2", "result"),
        ("OIT-1", "evidence"),
    ]
    assert found.after.measures[1].result == "จัดอบรมแล้ว" and found.after.measures[0].done == quarters({2})
    assert sent_sheets(found.after, UNIT) == (("", "2024-05-06", "2024-04-02"),)


@pytest.mark.parametrize("ending", FORMATS)
def test_sheet_that_libreoffice_saved_comes_back_whole(ending: str) -> None:
    data = sheet(varied(), UNIT, ending)
    name = f"sheet.{ending}"
    try:
        back = converted({name: filled(data, {("IIT-2", OUTCOME): "ดีขึ้น"})}, ending)[name]
    except MissingReaderError as missing:
        pytest.skip(f"not installed: {missing}")
    assert read_document(back).hidden == read_document(data).hidden
    assert fields(taken(varied(), back)) == [("IIT-2", "outcome", "ดีขึ้น")]


def test_second_import_proposes_nothing() -> None:
    data = filled(sheet(varied(), UNIT), {("IIT-2", RESULT): "จัดอบรมแล้ว"})
    assert taken(taken(varied(), data).after, data).edits == ()


def test_text_that_others_changed_since_is_a_conflict_and_stays() -> None:
    data = filled(sheet(varied(), UNIT), {("IIT-2", RESULT): "ของกองคลัง", ("IIT-2", OUTCOME): "ดี"})
    now = with_text(varied(), "IIT-2", "result", "ของสำนักปลัด")
    found = taken(now, data)
    assert fields(found) == [("IIT-2", "outcome", "ดี")]
    ((_kind, _id, field, before, after),) = found.conflicts
    assert (field, before, after) == ("result", varied().measures[1].result, "ของกองคลัง")
    both = taken(now, data, SheetChoices(keeps_both=True)).after
    assert both.measures[1].result == "ของสำนักปลัด\nของกองคลัง"
    assert taken(both, data).conflicts == ()


def test_change_that_the_register_has_already_is_none() -> None:
    data = filled(sheet(varied(), UNIT), {("IIT-2", RESULT): "จัดอบรมแล้ว"})
    found = taken(with_text(varied(), "IIT-2", "result", "จัดอบรมแล้ว"), data)
    assert fields(found) == [] and found.conflicts == ()


def test_cell_that_was_emptied_is_asked_for() -> None:
    data = filled(sheet(varied(), UNIT), {("IIT-1", RESULT): ""})
    found = taken(varied(), data)
    assert fields(found) == [] and [edit.field for edit in found.cleared] == ["result"]
    assert fields(taken(varied(), data, SheetChoices(clears=True))) == [("IIT-1", "result", "")]


def test_damaged_thai_is_repaired_and_counted() -> None:
    data = filled(sheet(varied(), UNIT), {("IIT-2", RESULT): "จัดท\u0e4d\u0e32แผน"})
    assert read(data).mended == 1
    assert fields(taken(varied(), data)) == [("IIT-2", "result", "จัดทำแผน")]


def test_sheet_of_another_year_or_agency_is_refused() -> None:
    data = sheet(varied(), UNIT)
    for other in (
        varied()._replace(fiscal_year=2568),
        varied()._replace(agency="อบต.อื่น"),
        varied()._replace(measures=()),
    ):
        with pytest.raises(UnreadableError, match="it is a sheet of"):
            taken(other, data)


def test_rows_may_be_sorted_and_columns_and_rows_may_be_gone() -> None:
    book = workbook(filled(sheet(varied(), UNIT), {("IIT-2", RESULT): "จัดอบรมแล้ว"}))
    page = book.worksheets[0]
    page.protection.sheet = False
    page.delete_cols(OUTCOME)
    row = next(row for row in range(1, 50) if page.cell(row, 1).value == "IIT-3")
    page.delete_rows(row)
    page.insert_rows(row - 1)
    found = taken(varied(), saved(book))
    assert fields(found) == [("IIT-2", "result", "จัดอบรมแล้ว")]
    assert [note.split(":")[0] for note in found.notes] == ["the column “Outcome” is missing", "rows are missing"]


def test_sheet_without_its_hidden_part_is_read_as_any_document() -> None:
    book = workbook(
        filled(sheet(varied(), UNIT), {("IIT-2", RESULT): "จัดอบรมแล้ว", ("IIT-2", OUTCOME): "ดี", ("IIT-1", 4): "✓"})
    )
    del book["itatui"]
    grid = read_document(saved(book))
    found = edits_of(varied(), propose(grid, varied()))
    assert "the hidden part of the sheet of กองคลัง is lost" in found.notes[0]
    assert fields(found) == [("IIT-1", "done.1", True), ("IIT-2", "outcome", "ดี")]
    assert [guess.line for guess in found.guesses] == ["IIT-2 Result: จัดอบรมแล้ว"]
    with pytest.raises(UnreadableError, match="2567"):
        propose(grid, varied()._replace(fiscal_year=2568))


def test_values_that_the_field_does_not_take_are_left_out_and_told() -> None:
    own = (
        OwnField("budget", "measure", "money", "งบประมาณ"),
        OwnField("state", "measure", "choice", "ผล", choices=("ก", "ข")),
    )
    register = varied()._replace(fields=own)
    cells: Cells = {
        ("IIT-1", 12): "มาก",
        ("IIT-2", 12): "1,200.50",
        ("IIT-1", 13): "ค",
        ("IIT-2", 13): "ข",
        ("IIT-3", 4): "อาจจะ",
    }
    found = taken(register, filled(sheet(register, UNIT), cells))
    assert fields(found) == [("IIT-2", "budget", "1200.50"), ("IIT-2", "state", "ข")]
    assert [note[:5] for note in found.notes] == ["IIT-1", "IIT-1", "IIT-3"]


def test_round_asks_for_the_results_and_ticks_of_its_quarters() -> None:
    register = varied()._replace(rounds=(HALF_YEAR,))
    data = sheet(register, UNIT, for_round=HALF_YEAR)
    found = taken(register, filled(data, {("IIT-1", 5): "✓", ("IIT-1", 7): "อบรมในไตรมาส 2"}))
    assert fields(found) == [("IIT-1", "done.2", True), ("IIT-1", "result.2", "อบรมในไตรมาส 2")]
    assert sent_sheets(found.after, UNIT)[0].round == "6 เดือน"


def test_result_of_a_measure_reported_with_another_is_not_asked_for() -> None:
    register = varied()
    first, second, *_others = register.measures
    register = register.with_measure(second._replace(reported_with=first.id, result=""))
    page = workbook(sheet(register, UNIT)).worksheets[0]
    row = next(row for row in range(1, 50) if page.cell(row, 1).value == "IIT-2")
    assert (page.cell(row, RESULT).value, page.cell(row, RESULT).protection.locked) == ("–", True)


def test_only_cells_to_fill_in_are_open_and_ticks_and_choices_have_lists() -> None:
    own = (OwnField("state", "measure", "choice", "ผล", choices=("ดี, มาก", "พอใช้")),)
    page = workbook(sheet(varied()._replace(fields=own), UNIT)).worksheets[0]
    row = next(row for row in range(1, 50) if page.cell(row, 1).value == "IIT-1")
    assert [page.cell(row, column).protection.locked for column in range(1, 13)] == [True] * 3 + [False] * 9
    assert page.protection.sheet
    rules = {str(rule.sqref).partition(":")[0][:1]: rule.formula1 for rule in page.data_validations.dataValidation}
    assert rules == {**dict.fromkeys("DEFG", '"✓"'), "L": "itatui!$B$1:$B$2"}
    assert page.cell(row, DROPPED).value is None


@settings(max_examples=share(20), deadline=None)
@given(st.text(st.characters(min_codepoint=32), min_size=1, max_size=40), st.text(max_size=40))
def test_hidden_text_brings_any_text_back(unit: str, text: str) -> None:
    rows = (SheetMeasure("m1", "IIT-1", (("result", text), ("done.1", ""))),)
    made = UnitSheet("อบต.", 2567, unit, "", "2024-04-02", (("result", "สรุปผล"),), rows)
    hidden = sheet_text(made)
    assert hidden.isascii() and "_" not in hidden
    assert parse_sheet(hidden) == made


@pytest.mark.parametrize(
    "path", ["track", "order", "id", "planned.1", "done.9", "reported_with", "quiet.claim", "more"]
)
def test_sheet_cannot_name_fields_that_no_sheet_asks_for(path: str) -> None:
    rows = (SheetMeasure("m1", "IIT-1", ((path, "เดิม"),)),)
    with pytest.raises(NotASheetError):
        parse_sheet(sheet_text(UnitSheet("อบต.", 2567, "กองคลัง", "", "2024-04-02", (), rows)))


PATHS = ("result", "outcome", "dropped", "done.1", "done.4")
SOME_TEXT = st.sampled_from(["", "ก", "อบรมแล้ว 3 ครั้ง", "ข้อความของผู้อื่น\nบรรทัดที่สอง"])


@settings(max_examples=share(25), deadline=None)
@given(
    st.dictionaries(st.tuples(st.integers(0, 3), st.sampled_from(PATHS)), SOME_TEXT, max_size=6),
    st.dictionaries(st.tuples(st.integers(0, 3), st.sampled_from(PATHS)), SOME_TEXT, max_size=6),
    st.booleans(),
)
def test_no_text_of_others_is_overwritten_and_none_of_the_sheet_is_lost(
    filled_in: dict[tuple[int, str], str], others: dict[tuple[int, str], str], keeps_both: bool
) -> None:
    register = varied()
    measures = units_of(register)[UNIT]
    made = new_sheet(register, UNIT, measures, (), MADE)
    for (at, path), text in others.items():
        after = bool(text) if path.startswith("done") else text
        register = apply(register, set_field(register.measures[register.position(measures[at].id)], path, after))
    texts = {(each.id, path): text for each in made.measures for path, text in each.texts}
    for (at, path), text in filled_in.items():
        texts[measures[at].id, path] = (TICK if text else "") if path.startswith("done") else text
    found = sheet_import(register, FilledSheet("", made, texts, (), ()), SENT, SheetChoices(keeps_both=keeps_both))
    set_aside = {edit[1:3]: edit.after for edit in (*found.conflicts, *found.cleared)}
    for at, measure in enumerate(measures[:4]):
        now, then = found.after.measures[found.after.position(measure.id)], dict(made.measures[at].texts)
        for path in PATHS:
            value, mine = str(value_of(now, path)), texts[measure.id, path]
            if (at, path) in others and not path.startswith("done") and others[at, path] != then[path]:
                assert others[at, path] in value
            if mine != then[path] and not path.startswith("done"):
                assert mine in value or set_aside[measure.id, path] == mine
