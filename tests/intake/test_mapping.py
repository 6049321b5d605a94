"""Tables of other agencies: own fields, codes, quarters in many spellings, rows that are no measures."""

import pytest

from itatui.domain.form import Column, Content, Form, Part
from itatui.domain.measure import Measure
from itatui.domain.own_field import OwnField
from itatui.domain.register import Register
from itatui.intake.document_proposal import propose
from itatui.intake.errors import UnreadableError
from itatui.intake.grid import Cell, Grid, table_of
from itatui.intake.headings import form_headings
from itatui.intake.proposal_edits import Import, edits_of
from tests import reference
from tests.support.fixtures import english as english
from tests.support.imports import empty

FIELDS = (
    OwnField("budget", "measure", "money", "งบประมาณ (บาท)", "Budget"),
    OwnField("progress", "measure", "percent", "ร้อยละความก้าวหน้า", by_round=True),
    OwnField("state", "measure", "choice", "สถานะโครงการ", choices=("ยังไม่เริ่ม", "ดำเนินการ")),
    OwnField("due", "measure", "date", "วันครบกำหนด"),
)


def with_fields() -> Register:
    return empty()._replace(fields=FIELDS)


def table(*rows: str) -> Grid:
    """Return a grid of rows; `|` parts the cells, `^` continues the one above, `<` the one to the left."""
    cells: dict[tuple[int, int], Cell] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row, line in enumerate(rows):
        for column, text in enumerate(line.split("|")):
            text = text.strip().replace("¶", "\n")
            above, left = owner.get((row - 1, column)), owner.get((row, column - 1))
            place = above if text == "^" else left if text == "<" else (row, column)
            assert place is not None
            owner[row, column] = place
            cell = cells.setdefault(place, Cell(text, row, column))
            cells[place] = cell._replace(rows=row - cell.row + 1, columns=max(cell.columns, column - cell.column + 1))
    return Grid("made", (table_of(cells.values()),))


def brought(grid: Grid, register: Register, track: str = "") -> Import:
    return edits_of(register, propose(grid, register, track=track), unsure=True)


def only(found: Import) -> Measure:
    (measure,) = found.after.measures
    return measure


def test_own_fields_are_read_by_their_headings() -> None:
    grid = table(
        "แบบวัด | โครงการ/กิจกรรม | งบประมาณ (บาท) | ร้อยละความก้าวหน้า | < | สถานะโครงการ | วันครบกำหนด",
        "^ | ^ | ^ | ไตรมาส 1 | ไตรมาส 2 | ^ | ^",
        "IIT | จัดอบรม | ๕๐,๐๐๐ บาท | 40% | ๘๐ | ดำเนินการ | 15 มีนาคม 2567",
    )
    found = brought(grid, with_fields())
    assert dict(only(found).more.pairs) == {
        "budget": "50000",
        "progress.1": "40",
        "progress.2": "80",
        "state": "ดำเนินการ",
        "due": "2024-03-15",
    }
    assert brought(grid, found.after).edits == ()


def test_value_that_a_field_cannot_hold_is_left_out_and_told() -> None:
    grid = table("แบบวัด | กิจกรรม | งบประมาณ (บาท)", "IIT | จัดอบรม | ตามข้อบัญญัติ")
    found = brought(grid, with_fields())
    assert only(found).more.pairs == () and only(found).activity == "จัดอบรม"
    assert len(found.notes) == 1 and found.notes[0].startswith("IIT-1 left out: ")


def test_headings_of_a_form_are_read() -> None:
    grid = table("แบบวัด | รายการ | ก้าวหน้า", "IIT | จัดอบรม | 40")
    headings = {"รายการ": "activity", "ก้าวหน้า": "progress.2"}
    proposal = propose(grid, with_fields(), headings)
    assert dict(only(edits_of(with_fields(), proposal)).more.pairs) == {"progress.2": "40"}


def test_headings_of_a_form_are_those_of_its_columns() -> None:
    def column(heading: str, *contents: Content, over: str = "") -> Column:
        return Column(heading, tuple(Part("", content) for content in contents), over)

    form = Form(
        "own",
        "แบบของหน่วยงาน",
        columns=(
            column("ที่", Content("number")),
            column("รายการ", Content("activity")),
            column("ผู้ทำ", Content("responsible"), Content("period")),
            column("ก้าวหน้า", Content("progress", quarter=2), over="ร้อยละ"),
            column("ม.ค. – มี.ค.", Content("quarter", quarter=2), over="ช่วง"),
            column("สถานะ", Content("status")),
            Column("ลายมือชื่อ", ()),
        ),
    )
    headings = form_headings(form, with_fields())
    assert headings == {
        "ที่": "number",
        "รายการ": "activity",
        "ผู้ทำ": "responsible",
        "ร้อยละ ก้าวหน้า": "progress.2",
        "ช่วง ม.ค. – มี.ค.": "planned.2",
    }
    grid = table(
        "ที่ | รายการ | ผู้ทำ | ร้อยละ | ช่วง | สถานะ",
        "^ | ^ | ^ | ก้าวหน้า | ม.ค. – มี.ค. | ^",
        "1 | จัดอบรม | กองคลัง | 40 | / | เสร็จ",
    )
    proposal = propose(grid, with_fields(), headings, "IIT")
    measure = only(edits_of(with_fields(), proposal))
    assert (measure.responsible, set(measure.planned)) == (("กองคลัง",), {2})
    assert dict(measure.more.pairs) == {"progress.2": "40"}


@pytest.mark.parametrize(
    ("words", "quarters"),
    [
        ("ไตรมาส 1 – 4", {1, 2, 3, 4}),
        ("๑-๔", {1, 2, 3, 4}),
        ("1 ถึง 3", {1, 2, 3}),
        ("1, 3", {1, 3}),
        ("ไตรมาสที่ 1 และ 3", {1, 3}),
        ("ไตรมาสที่ ๒ ถึงไตรมาสที่ ๔", {2, 3, 4}),
        ("ไตรมาส 2/2567", {2}),
        ("ตลอดปีงบประมาณ พ.ศ. 2567", {1, 2, 3, 4}),
        ("ทุกไตรมาส", {1, 2, 3, 4}),
        ("ต.ค. 66 - มี.ค. 67", {1, 2}),
        ("ตุลาคม 2566 ถึง กันยายน 2567", {1, 2, 3, 4}),
        ("มิ.ย. 2567", {3}),
        ("Q1-Q2", {1, 2}),
    ],
)
def test_period_is_understood(words: str, quarters: set[int]) -> None:
    grid = table("แบบวัด | กิจกรรม | ระยะเวลา", f"IIT | จัดอบรม | {words}")
    assert only(brought(grid, empty())).planned == quarters


def test_period_without_quarters_is_told() -> None:
    found = brought(table("แบบวัด | กิจกรรม | ระยะเวลา", "IIT | จัดอบรม | ตามแผน"), empty())
    assert only(found).planned == frozenset() and found.notes == ("no quarters found in “ตามแผน”",)


@pytest.mark.parametrize("sign", ["✓", "✔", "/", "x", "X", "1", "●", "☑"])
def test_ticked_columns_are_quarters(sign: str) -> None:
    grid = table(
        "แบบวัด | กิจกรรม | แผนการดำเนินงาน | < | < | < | ผลการดำเนินงาน | <",
        "^ | ^ | ไตรมาส 1 | ไตรมาส 2 | ไตรมาส 3 | ไตรมาส 4 | ไตรมาส 1 | ไตรมาส 2",
        f"IIT | จัดอบรม | {sign} | - | {sign} |  | {sign} | อบรมแล้ว 1 รุ่น",
    )
    measure = only(brought(grid, empty()))
    assert (set(measure.planned), set(measure.done)) == ({1, 3}, {1})
    assert dict(measure.more.pairs) == {"result.2": "อบรมแล้ว 1 รุ่น"}


def test_columns_of_months_are_quarters() -> None:
    months = "ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
    grid = table(
        "แบบวัด | กิจกรรม | ระยะเวลาดำเนินการ | < | < | < | < | < | < | < | < | < | < | <",
        f"^ | ^ | {months}",
        "IIT | จัดอบรม |  | ✓ |  |  |  |  |  |  |  |  |  | ✓",
    )
    assert only(brought(grid, empty())).planned == {1, 4}


def test_measure_is_found_by_its_ref_when_its_activity_was_reworded() -> None:
    register = reference.register()
    old = register.measures[1]
    words = old.activity.replace("ตระหนัก", "ความตระหนัก")
    found = brought(table("รหัส | มาตรการ | ผลการดำเนินการ", f"IIT-2 | {words} | อบรมแล้ว"), register)
    assert {(edit.id, edit.field) for edit in found.edits} == {(old.id, "activity"), (old.id, "result")}


def test_ref_of_another_measure_does_not_rename_it() -> None:
    register = reference.register()
    found = brought(table("รหัส | แบบวัด | มาตรการ", "IIT-2 | IIT | จัดกิจกรรมจิตอาสาพัฒนาชุมชนรอบสำนักงาน"), register)
    assert (found.added, found.changed) == (1, 0)


def test_new_tracks_are_added_with_their_names() -> None:
    grid = table(
        "ที่ | โครงการ | ผู้รับผิดชอบ",
        "มิติที่ 1 การสร้างวัฒนธรรมสุจริต | < | <",
        "1 | จัดอบรม | กองคลัง",
        "มิติที่ ๒ การบริหารราชการด้วยความโปร่งใส | < | <",
        "1 | เปิดเผยข้อมูล | กองช่าง และ กองคลัง",
    )
    found = brought(grid, empty())
    assert [track.code for track in found.after.tracks] == ["IIT", "EIT", "OIT", "มิติ1", "มิติ2"]
    assert found.after.tracks[3].name_th == "มิติที่ 1 การสร้างวัฒนธรรมสุจริต"
    assert [(each.track, each.activity, each.responsible) for each in found.after.measures] == [
        ("มิติ1", "จัดอบรม", ("กองคลัง",)),
        ("มิติ2", "เปิดเผยข้อมูล", ("กองช่าง", "กองคลัง")),
    ]
    assert brought(grid, found.after).edits == ()


def test_rows_that_are_no_measures_are_left_out() -> None:
    grid = table(
        "แผนปฏิบัติการ ประจำปี 2567 | < | <",
        "ที่ | กิจกรรม | งบประมาณ (บาท)",
        "(1) | (2) | (3)",
        "1 | จัดอบรม | 100",
        " |  | ",
        "รวม | < | 100",
        "หมายเหตุ ข้อมูลเบื้องต้น | < | <",
        "ลงชื่อ........ | < | <",
    )
    found = brought(grid, with_fields(), track="IIT")
    assert only(found).activity == "จัดอบรม" and found.notes == ()


def test_cell_that_goes_on_below_is_joined() -> None:
    grid = table(
        "ที่ | แบบวัด | กิจกรรม | ผลการดำเนินการ",
        "1 | IIT | จัดอบรมบุคลากร | ได้จัดอบรม",
        "ที่ | แบบวัด | กิจกรรม | ผลการดำเนินการ",
        " |  | ทุกระดับ | แล้วเสร็จ",
        "2 | IIT | จัดทำคู่มือ | จัดทำแล้ว",
    )
    first, second = brought(grid, empty()).after.measures
    assert (first.activity, first.result) == ("จัดอบรมบุคลากรทุกระดับ", "ได้จัดอบรมแล้วเสร็จ")
    assert second.activity == "จัดทำคู่มือ"


def test_empty_cells_empty_no_field() -> None:
    register = reference.register()
    measure = register.measures[0]
    grid = table("แบบวัด | มาตรการ | ผลการดำเนินการ | ผู้รับผิดชอบ", f"IIT | {measure.activity} |  | -")
    assert brought(grid, register).edits == ()


def test_new_measure_takes_its_place_between_others() -> None:
    register = reference.register()
    first, second, _third = (measure.activity for measure in register.measures_of("IIT"))
    grid = table("แบบวัด | มาตรการ", f"IIT | {first}", "IIT | จัดอบรมใหม่", f"IIT | {second}")
    found = brought(grid, register)
    assert [each.activity for each in found.after.measures_of("IIT")][:3] == [first, "จัดอบรมใหม่", second]
    assert found.added == 1 and len(found.edits) == 1


def test_second_result_column_has_no_role() -> None:
    grid = table("แบบวัด | มาตรการ | ผลการดำเนินการ | วิธีการ", "IIT | จัดอบรม | แล้ว | บรรยาย")
    proposal = propose(grid, empty())
    assert [column.role for column in proposal.columns] == ["track", "activity", "result", ""]


def test_document_without_headings_of_measures_is_refused() -> None:
    with pytest.raises(UnreadableError):
        propose(table("ชื่อ | อายุ", "ก | 9"), empty())


def test_evidence_keeps_its_address() -> None:
    grid = table("แบบวัด | มาตรการ | หลักฐาน", "IIT | จัดอบรม | คำสั่งที่ 12 https://a.th/ก่ิ.pdf")
    (evidence,) = only(brought(grid, empty())).evidence
    assert (evidence.label, evidence.target) == ("คำสั่งที่ 12", "https://a.th/ก่ิ.pdf")


def test_parts_of_a_measure_are_no_measures() -> None:
    grid = table("แบบวัด | กิจกรรม | ผู้รับผิดชอบ", "IIT | จัดอบรม¶- รุ่นที่ 1¶- รุ่นที่ 2 | กองคลัง", "EIT | จัดทำคู่มือ | กองช่าง")
    assert [each.activity for each in brought(grid, empty()).after.measures] == [
        "จัดอบรม\n- รุ่นที่ 1\n- รุ่นที่ 2",
        "จัดทำคู่มือ",
    ]


def test_measure_that_begins_like_a_signature_is_a_measure() -> None:
    grid = table("กิจกรรม | แบบวัด | ผู้รับผิดชอบ", "ตำแหน่งที่มีความเสี่ยงได้รับการทบทวน | IIT | กองคลัง")
    assert only(brought(grid, empty())).activity == "ตำแหน่งที่มีความเสี่ยงได้รับการทบทวน"
