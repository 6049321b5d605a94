"""The values that a form prints: templates, rounds, amounts, and what is missing."""

from datetime import date
from typing import Any

import pytest

from itatui.domain.form import Form
from itatui.domain.form_text import Source, parse_form
from itatui.domain.measure import Measure
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.track import Track
from itatui.domain.values import Values
from itatui.report.build import build
from itatui.report.model import Align, Cell, Entry, Row, RowKind, Tone

HALF = Round("6 เดือน", quarters([1, 2]))
WHOLE = Round("12 เดือน", quarters([1, 2, 3, 4]))
HEAD = """
name = "mine"
label_th = "แบบของเรา"
[[fields]]
name = "paid"
kind = "money"
by_round = true
[[fields]]
name = "rate"
kind = "percent"
by_round = true
[[fields]]
name = "level"
kind = "choice"
choices = ["มาก", "น้อย"]
by_round = true
[[fields]]
name = "phone"
kind = "line"
"""


def form(*columns: str, page: str = "") -> Form:
    tables = "".join(f"\n[[columns]]\nheading = 'x'\n{column}\n" for column in columns)
    return parse_form(page + HEAD + tables, "mine", Source((), (HALF,)))


def measure(number: int, own: dict[str, str] | None = None, **fields: Any) -> Measure:
    base = Measure(f"m{number}", "A", float(number), f"ทำ {number}", responsible=("กอง",), planned=quarters([1, 2]))
    return base._replace(more=Values(tuple(sorted((own or {}).items()))), **fields)


def rows(column: str, *measures: Measure, for_round: Round | None = None, page: str = "") -> list[Cell]:
    made = form(column, page=page)
    register = Register("เทศบาล", "", 2570, "", "", (Track("A", "แบบ"),), measures, rounds=(HALF,), fields=made.fields)
    table = build(register, form=made, for_round=for_round, today=date(2027, 6, 1)).tables[0]
    return [row.cells[0] for row in table.rows if row.kind is not RowKind.BAND]


def text(column: str, *measures: Measure, for_round: Round | None = None, page: str = "") -> str:
    return " | ".join(entry.text for entry in rows(column, *measures, for_round=for_round, page=page)[0].entries)


def test_empty_value_is_left_out_with_the_words_before_it() -> None:
    column = 'text = "{responsible} โทร. {phone} (ต่อ)"'
    assert text(column, measure(1, {"phone": "1234"})) == "กอง โทร. 1234 (ต่อ)"
    assert text(column, measure(1)) == "กอง"


def test_value_with_a_line_to_itself_is_told_as_missing() -> None:
    (cell,) = rows(r'text = "{responsible}\n{result}"', measure(1))
    assert [(entry.text, entry.tone) for entry in cell.entries] == [
        ("กอง", Tone.TEXT),
        ("(ยังไม่มีผลการดำเนินการ)", Tone.MISSING),
    ]


def test_cell_without_any_value_is_told_as_missing_or_has_the_words_of_its_column() -> None:
    assert text('text = "ไตรมาส {planned}"', measure(1, planned=quarters([]))) == "ยังไม่กำหนดระยะเวลา"
    assert text('holds = "phone"', measure(1)) == "(ยังไม่ระบุ)"
    (cell,) = rows('holds = "phone"\nempty = "ไม่มี"', measure(1))
    assert [(entry.text, entry.missing) for entry in cell.entries] == [("ไม่มี", False)]
    assert rows('holds = "phone"\nempty = ""', measure(1)) == [Cell()]


@pytest.mark.parametrize(
    ("own", "for_round", "printed"),
    [
        ({"paid.1": "1000", "paid.2": "250.5", "paid.4": "10"}, None, "1,260.50"),
        ({"paid.1": "1000", "paid.2": "250.5", "paid.4": "10"}, HALF, "1,250.50"),
        ({"paid": "90000", "paid.1": "1000"}, None, "90,000"),
        ({"paid": "90000", "paid.1": "1000"}, HALF, "1,000"),
        ({"paid": "90000", "paid.1": "1000"}, WHOLE, "1,000"),
        ({"paid": "90000"}, WHOLE, "90,000"),
        ({"paid": "90000"}, HALF, "(ยังไม่ระบุ)"),
    ],
)
def test_amounts_of_quarters_are_added(own: dict[str, str], for_round: Round | None, printed: str) -> None:
    assert text('holds = "paid"', measure(1, own), for_round=for_round) == printed


def test_last_percentage_of_the_quarters_is_that_of_the_round() -> None:
    own = {"rate.1": "20", "rate.2": "45.5", "rate.4": "100"}
    assert text('holds = "rate"', measure(1, own), for_round=HALF) == "45.5%"
    assert text('holds = "rate"', measure(1, own)) == "100%"
    assert text('holds = "rate.1"', measure(1, own)) == "20%"


def test_status_of_a_round_knows_nothing_of_later_quarters() -> None:
    late = measure(1, planned=quarters([1, 4]), done=quarters([1, 4]))
    assert text('holds = "status"', late) == "ดำเนินการแล้วเสร็จ"
    assert text('holds = "status"', late, for_round=HALF) == "อยู่ระหว่างดำเนินการ"


def test_dropped_measure_tells_its_reason_once() -> None:
    dropped = measure(1, dropped="ไม่ได้รับงบประมาณ")
    assert text('holds = "result"', dropped) == "ไม่สามารถดำเนินการได้: ไม่ได้รับงบประมาณ"
    assert text('holds = "status"', dropped) == "ไม่สามารถดำเนินการได้: ไม่ได้รับงบประมาณ"
    assert text(r'text = "{status}\n{dropped}"', dropped) == "ไม่สามารถดำเนินการได้ | ไม่ได้รับงบประมาณ"


def test_period_of_a_plan_has_the_planned_quarters_alone() -> None:
    assert text('holds = "period"', measure(1)) == "ไตรมาส 1 – 2"
    assert "ยังไม่ดำเนินการ" in text(r'text = "{period}\n{result}"', measure(1))


def test_year_typed_alone_is_ticked_and_summed_in_a_round_of_all_quarters() -> None:
    told = measure(1, {"level": "มาก", "paid": "10"})
    for for_round, tick, total in ((None, "✓", "10"), (WHOLE, "✓", "10"), (HALF, "", "–")):
        assert text('ticks = "level=มาก"', told, for_round=for_round) == tick
        assert rows('holds = "paid"\nsum = true', told, for_round=for_round)[-1].entries[0].text == total


def test_number_of_the_form_has_placeholders() -> None:
    told = (("นกป.3/{year}", "นกป.3/2570"), ("{{{round}}}", ""), ("{label}", "แบบของเรา"), ("ก", "ก"))
    for written, printed in told:
        made = form('holds = "row"', page=f"number = '{written}'\ntitles = ['no. {{number}}']\n")
        register = Register("", "", 2570, "", "", (Track("A", "แบบ"),), (measure(1),), rounds=(HALF,))
        report = build(register, form=made, today=date(2027, 6, 1))
        assert (report.number, report.titles) == (printed, (f"no. {printed}",) if printed else ())


@pytest.mark.parametrize(
    ("column", "printed"),
    [
        ('holds = "responsible"', "กอง"),
        (r'text = "{responsible}\nไตรมาส {planned}"', "กอง ไตรมาส 1 – 2"),
        ('holds = "result"', "ผล"),
        ('holds = "track_name"', "แบบ"),
    ],
)
def test_column_that_merges_by_itself_merges_unless_told_not_to(column: str, printed: str) -> None:
    def printed_by(written: str) -> list[tuple[int, str]]:
        cells = rows(written, measure(1, result="ผล"), measure(2, reported_with="m1"))
        return [(cell.rows, " ".join(entry.text for entry in cell.entries)) for cell in cells]

    assert printed_by(column) == [(2, printed), (0, "")]
    assert printed_by(f"{column}\nmerge = false") == [(1, printed), (1, printed)]


def test_result_goes_over_the_neighbours_that_are_reported_with_it() -> None:
    found = rows('holds = "result"', measure(1, result="ก"), measure(2, reported_with="m1"), measure(3, result="ข"))
    assert [(cell.rows, [entry.text for entry in cell.entries]) for cell in found] == [(2, ["ก"]), (0, []), (1, ["ข"])]


def test_amounts_stand_on_the_right_and_have_a_value_and_a_sum() -> None:
    made = form('holds = "row"', 'holds = "paid"\nsum = true\nempty = "–"')
    measures = (measure(1, {"paid": "1200.5"}), measure(2), measure(3, {"paid": "99"}))
    register = Register("", "", 2570, "", "", (Track("A", "แบบ"),), measures, fields=made.fields)
    (table,) = build(register, form=made, today=date(2027, 6, 1)).tables
    assert [(column.align, column.is_number) for column in table.columns] == [
        (Align.CENTRE, False),
        (Align.RIGHT, True),
    ]
    assert [row.cells[1].entries[0].value for row in table.rows] == ["1200.5", "", "99", "1299.5"]
    last: Row = table.rows[-1]
    assert (last.kind, last.cells[0].entries[0].text, last.cells[1].entries[0].text) == (
        RowKind.SUM,
        "รวม",
        "1,299.50",
    )


def test_marks_stand_where_the_plan_or_the_choice_is() -> None:
    assert rows('holds = "planned.1"\nmark = "X"', measure(1)) == [Cell((Entry("X", (1,)),))]
    assert rows('holds = "planned.3"', measure(1)) == [Cell()]
    assert text('ticks = "status=done"', measure(1, done=quarters([1, 2]))) == "✓"


def test_lines_without_their_words_are_left_out() -> None:
    page = "titles = ['{agency}', 'รอบ {round}', '{date}']\n"
    made = form('holds = "row"', page=page)
    register = Register("เทศบาล", "", 2570, "", "", (Track("A", "แบบ"),), (measure(1),), rounds=(HALF,))
    for told, titles in ((None, ("เทศบาล", "1 มิถุนายน 2570")), (HALF, ("เทศบาล", "รอบ 6 เดือน", "1 มิถุนายน 2570"))):
        assert build(register, form=made, for_round=told, today=date(2027, 6, 1)).titles == titles
