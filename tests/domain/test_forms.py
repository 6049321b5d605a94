"""The forms of a register: found by name, read where they are printed; edits of its own."""

import pytest
from hypothesis import given

from itatui.domain.apply import apply
from itatui.domain.change import ConflictError
from itatui.domain.edits import set_field
from itatui.domain.form_edits import add_fields_of, add_form, move_form, remove_form
from itatui.domain.form_text import FormError, parse_form
from itatui.domain.forms import (
    SHIPPED,
    find_form_name,
    form_label,
    form_names,
    form_of,
    form_text,
    shipped_text,
)
from itatui.domain.new_register import blank, next_year
from itatui.domain.own_form import OwnForm
from itatui.domain.register import Register
from itatui.domain.report_form import REPORT
from itatui.domain.signatories import Signatory, format_signatories, parse_signatories, signatory
from itatui.errors import UsageError
from tests.support.fixtures import speaking
from tests.support.samples import reference
from tests.support.strategies import after, signatories, taken_back

MINE = 'name = "mine"\nlabel_th = "ของเรา"\n[[columns]]\nheading = "ปี 2567"\nholds = "activity"\n'


def with_form(register: Register, text: str, position: int = 0) -> Register:
    """Return the register with a form of this text."""
    return after(register, add_form(register, parse_form(text, "x"), text, position))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_form_of_itatui_reads_alone_and_has_a_label(name: str) -> None:
    form = parse_form(shipped_text(name), name)
    assert form.name == name and form.label_th and form.label_en


def test_the_report_as_a_value_is_its_text() -> None:
    assert parse_form(shipped_text("report"), "report") == REPORT == form_of(reference())


@pytest.mark.parametrize("name", ["plan", "calendar", "report"])
def test_a_plan_asks_for_no_result_where_none_can_be(name: str) -> None:
    sources = {
        part.content.source for column in form_of(reference(), name).columns for part in column.parts if part.content
    }
    assert bool(sources & {"result", "outcome", "period", "done", "status"}) == (name == "report")


def test_own_forms_come_first_and_hide_those_of_itatui() -> None:
    register = with_form(with_form(reference(), MINE), shipped_text("plan").replace("แผน", "โครงการ"))
    assert form_names(register) == ("mine", "plan", "report", "follow-up", "calendar", "e-plan")
    assert form_of(register, "plan").label_th == "โครงการการดำเนินการ"
    assert form_text(register, "report") == shipped_text("report")
    removed = after(register, remove_form(register.forms[1]))
    assert form_of(removed, "plan").label_th == "แผนการดำเนินการ"


@pytest.mark.parametrize(("typed", "name"), [("plan", "plan"), (" Cal ", "calendar"), ("f", "follow-up")])
def test_a_form_is_found_by_the_beginning_of_its_name(typed: str, name: str) -> None:
    assert find_form_name(reference(), typed) == name


@pytest.mark.parametrize("typed", ["", "x", "planning"])
def test_an_unknown_form_is_told_with_the_names(typed: str) -> None:
    with pytest.raises(UsageError, match="choose from: report, plan, follow-up, calendar, e-plan"):
        form_of(reference(), typed)


def test_a_beginning_of_two_names_is_none() -> None:
    register = with_form(reference(), MINE.replace('"mine"', '"planning"'))
    assert find_form_name(register, "plan") == "plan"
    with pytest.raises(UsageError):
        find_form_name(register, "pl")


def test_a_form_is_in_the_words_of_the_language() -> None:
    form = form_of(reference(), "plan")
    assert form_label(form) == "Plan" and form_label(form._replace(label_en="")) == "แผนการดำเนินการ"
    with speaking("th"):
        assert form_label(form) == "แผนการดำเนินการ"


def test_a_text_with_another_name_is_told() -> None:
    register = reference()._replace(forms=(OwnForm("other", MINE),))
    with pytest.raises(FormError, match="form other: name: its text names it mine"):
        form_of(register, "other")


def test_a_form_that_reads_no_more_is_told_with_its_name() -> None:
    register = reference()._replace(forms=(OwnForm("mine", MINE.replace('"activity"', '"budget"')),))
    with pytest.raises(FormError, match=r"form mine: columns\[1\].holds: there is no budget"):
        form_of(register, "mine")


def test_a_form_of_the_same_name_gets_the_text() -> None:
    register = with_form(reference(), MINE)
    assert add_form(register, parse_form(MINE, "x"), MINE) == ()
    changed = with_form(register, MINE + "# 2\n")
    assert changed.forms == (OwnForm("mine", MINE + "# 2\n", register.forms[0].order),)


def test_forms_are_moved_and_every_edit_taken_back() -> None:
    one = with_form(reference(), MINE)
    two = with_form(one, shipped_text("plan"), 1)
    assert [form.name for form in two.forms] == ["plan", "mine"]
    edits = (*move_form(two, two.forms[0], 2), *remove_form(two.forms[1]))
    assert [form.name for form in after(two, edits[:1]).forms] == ["mine", "plan"]
    assert after(after(two, edits), taken_back(edits)) == two
    with pytest.raises(UsageError, match="there is no position 4"):
        add_form(two, parse_form(MINE.replace("mine", "third"), "x"), MINE, 4)


def test_two_users_who_change_a_form_do_not_overwrite_each_other() -> None:
    register = with_form(reference(), MINE)
    mine, theirs = (set_field(register.forms[0], "text", MINE + mark) for mark in "#%")
    with pytest.raises(ConflictError, match="someone else changed Text of the form"):
        apply(apply(register, theirs), mine)
    with pytest.raises(ConflictError, match="someone else added or changed it"):
        after(apply(register, theirs), remove_form(register.forms[0]))


def test_the_fields_that_a_form_asks_for_are_added_with_it() -> None:
    form = form_of(reference(), "e-plan")
    register = after(reference(), add_fields_of(reference(), form))
    assert [field.name for field in register.fields] == [field.name for field in form.fields]
    assert add_fields_of(register, form) == ()
    assert [field.order for field in register.fields] == sorted({field.order for field in register.fields})


def test_next_years_forms_tell_the_next_year() -> None:
    register = with_form(reference(), MINE)
    for later in (next_year(register, 2568), blank(register, 2568)):
        assert form_of(later, "mine").columns[0].heading == "ปี 2568"


@given(signatories)
def test_signatories_read_as_they_are_written(signatories: tuple[Signatory, ...]) -> None:
    plain = tuple(
        each._replace(name=" ".join(each.name.split()), position=" ".join(each.position.split()))
        for each in signatories
    )
    assert parse_signatories(format_signatories(plain)) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ผู้รายงาน: นาง ก, ปลัด; ผู้ตรวจ:", (Signatory("ผู้รายงาน", "นาง ก", "ปลัด"), Signatory("ผู้ตรวจ"))),
        ("ผู้รายงาน : นาย ข", (Signatory("ผู้รายงาน", "นาย ข"),)),
        ("ก: , ปลัด, รักษาการ", (Signatory("ก", "", "ปลัด, รักษาการ"),)),
        (" \n;", ()),
    ],
)
def test_signatories_are_lines_of_role_name_and_position(text: str, expected: tuple[Signatory, ...]) -> None:
    assert parse_signatories(text) == expected
    assert signatory(expected, " ผู้รายงาน ").role == "ผู้รายงาน"


@pytest.mark.parametrize("text", ["นาง ก, ปลัด", ": นาง ก", "ก: ข\nก: ค"])
def test_a_line_without_a_role_or_a_second_of_one_role_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_signatories(text)
