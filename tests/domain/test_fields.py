"""The table of fields: complete, and read by every consumer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.cli.json_views import measure_view
from itatui.domain.edits import set_field
from itatui.domain.fields import (
    FIELDS,
    View,
    edited_paths,
    field_at,
    fields_shown,
    id_of,
    kind_of,
    label_of,
    value_of,
    with_value,
)
from itatui.domain.filter import Filter, select
from itatui.domain.kinds import SETS, Kind
from itatui.domain.measure import Evidence, Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.own_field import OwnField
from itatui.domain.quarters import quarters
from itatui.domain.register import Record, Register
from itatui.domain.register_diff import difference
from itatui.domain.rounds import Round
from itatui.domain.track import Track
from itatui.store.format.documents import tables_of
from itatui.tui.screens.main.filter_actions import jump_targets
from itatui.tui.screens.meeting.page_lines import parts_of
from itatui.tui.widgets.measure_detail_lines import measure_lines, track_lines
from tests.support.samples import reference, register_of
from tests.support.strategies import registers

TODAY = date(2024, 5, 15)
NOT_IN_TABLE = {"tracks", "measures", "meetings", "decisions", "fields", "forms"}
"""Attributes of a register that are no fields: edits never set them."""
VALUES: dict[Kind, object] = {
    Kind.TEXT: "กขค",
    Kind.LINE: "กขค",
    Kind.UNITS: ("กขค",),
    Kind.LINKS: (Evidence("กขค", "a"),),
    Kind.QUARTERS: quarters({2}),
    Kind.MEASURE: "n",
}
"""A value of each kind of field of a measure; `กขค` is searched."""


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("measure", Measure),
        ("track", Track),
        ("field", OwnField),
        ("register", Register),
        ("meeting", Meeting),
        ("decision", Decision),
    ],
)
def test_every_attribute_of_a_record_has_an_entry(kind: str, record: type[Record]) -> None:
    attributes = {name for name, field in FIELDS[kind].items() if not field.beside}
    assert attributes == set(record._fields) - (NOT_IN_TABLE if record is Register else set())
    assert all(name == field.name for name, field in FIELDS[kind].items())


def test_every_field_that_edits_set_has_a_label() -> None:
    assert all(field.label for fields in FIELDS.values() for field in fields.values() if not field.fixed)


def filled(name: str) -> tuple[Register, Measure]:
    """Return a register with a measure in which only this field has a value."""
    bare = Measure("m", "IIT", 1.0, "")
    measure = with_value(bare, name, VALUES[FIELDS["measure"][name].kind])  # type: ignore[arg-type]
    return register_of(measure, Measure("n", "IIT", 2.0, "")), measure


FILLED = [name for name, field in FIELDS["measure"].items() if field.edited]


@pytest.mark.parametrize("name", FILLED)
def test_search_reads_the_table(name: str) -> None:
    register, measure = filled(name)
    found = select(register, Filter(text="กขค"), TODAY)
    assert found == ((measure,) if FIELDS["measure"][name].searched else ())


def test_json_of_a_measure_has_every_field_but_its_order() -> None:
    register = reference()
    derived = {"ref", "number", "status", "late"}
    assert (
        set(measure_view(register, register.measures[0], TODAY)) == set(FIELDS["measure"]) - {"order", "more"} | derived
    )


def test_file_has_every_field_of_every_record() -> None:
    tables = tables_of(reference())
    assert (tables["register"]["1"].keys() | {"more"}) - {"schema"} == {
        name for name, field in FIELDS["register"].items() if not field.beside
    }
    assert tables["tracks"]["1"].keys() == {name for name, field in FIELDS["track"].items() if not field.beside}
    assert tables["measures"]["1"].keys() == {name for name, field in FIELDS["measure"].items() if not field.beside}


def test_detail_pane_shows_the_fields_of_the_table_in_order() -> None:
    register = reference()._replace(scores="1 = 80")  # without any, the detail has no indicators
    detail = measure_lines(register, register.measures[0], TODAY, 60)
    shown = [position.field for position in detail.positions if position.kind == "measure"]
    assert shown == [path for field in fields_shown("measure", View.DETAIL) for path in field.paths]
    detail = track_lines(register, register.tracks[0], 60)
    assert [position.field for position in detail.positions] == [
        field.name for field in fields_shown("track", View.DETAIL)
    ]


def test_jump_dialog_lists_the_fields_of_the_table_in_order() -> None:
    targets = [name.removeprefix("measure ") for name, _label in jump_targets() if name.startswith("measure ")]
    assert targets == [field.paths[0] for field in fields_shown("measure", View.JUMP)]


@pytest.mark.parametrize("name", FILLED)
def test_meeting_shows_the_fields_of_the_table(name: str) -> None:
    register, measure = filled(name)
    register = register._replace(rounds=(Round("6 เดือน", quarters({1, 2})),))
    field = FIELDS["measure"][name]
    parts = parts_of(register, measure, TODAY, 60)
    labels = {field.label, field.long_label or field.label}
    untitled = [
        text for part in parts if not part.title for line in part.lines for text, style in line if "กขค" in text
    ]
    shown = bool(labels & {part.title for part in parts}) or "กขค" in "".join(untitled) or field.kind is Kind.QUARTERS
    assert shown == (View.MEETING in field.shown)


@pytest.mark.parametrize("name", FILLED)
def test_difference_of_two_registers_has_an_edit_for_each_field(name: str) -> None:
    now, then = register_of(Measure("m", "IIT", 1.0, ""), Measure("n", "IIT", 2.0, "")), filled(name)[0]
    edits = difference(now, then)
    assert {edit.field.removesuffix(".2") if name == "planned" or name == "done" else edit.field for edit in edits} == {
        name
    }


@given(registers(least=1), st.data())
def test_a_value_that_is_set_is_read_back(register: Register, data: st.DataObject) -> None:
    records: list[Record] = [register, *register.tracks, *register.measures, *register.meetings, *register.decisions]
    record = data.draw(st.sampled_from(records))
    name = data.draw(st.sampled_from(sorted(set(FIELDS[kind_of(record)]) - {"more"})))
    value = value_of(data.draw(st.sampled_from([each for each in records if type(each) is type(record)])), name)
    changed = with_value(record, name, value)
    assert value_of(changed, name) == value
    others = set(FIELDS[kind_of(record)]) - {name, "more"}
    assert all(value_of(changed, other) == value_of(record, other) for other in others)


def test_members_of_sets_are_edited_one_by_one() -> None:
    measure, meeting = Measure("m", "IIT", 1.0, "", done=quarters({1})), Meeting("g", "2024-05-15")
    assert with_value(measure, "done.3", value=True).done == {1, 3}
    assert with_value(measure, "done.1", value=False).done == set()
    assert value_of(measure, "done.1") is True and value_of(measure, "done.2") is False
    assert with_value(meeting, "reviewed.a.b", value=True).reviewed == {"a.b"}


@pytest.mark.parametrize("path", ["", "id", "nonsense", "planned", "planned.5", "planned.", "result.5"])
def test_no_edit_sets_a_fixed_or_unknown_field(path: str) -> None:
    assert field_at("measure", path) is None
    assert label_of("measure", path) == path


def test_every_edited_path_names_its_field() -> None:
    register = reference()
    for record in (register, register.tracks[0], register.measures[0]):
        for path in edited_paths(record):
            field = field_at(kind_of(record), path)
            assert field is not None and field.edited and path in field.paths
            assert (path == field.name) == (field.kind not in SETS)


def test_a_record_is_found_by_the_kind_and_id_of_its_edits() -> None:
    meeting, decision = Meeting("g1", "2024-05-15"), Decision("d1", "g1", "iit1", "ก")
    register = reference()._replace(meetings=(meeting,), decisions=(decision,))
    for record in (register, register.tracks[1], register.measures[2], meeting, decision):
        assert register.lookup(kind_of(record), id_of(record)) is record
        edit = set_field(record, [name for name, field in FIELDS[kind_of(record)].items() if field.edited][-1], "x")
        assert edit[:2] == (kind_of(record), id_of(record))
    assert [register.lookup(kind, "gone") for kind in ("measure", "track", "meeting", "decision")] == [None] * 4
