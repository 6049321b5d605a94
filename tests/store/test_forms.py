"""Forms and signatories in the register file."""

import json
from pathlib import Path
from typing import Any

import pytest

from itatui.domain.edits import set_field
from itatui.domain.form_edits import add_form, move_form, remove_form
from itatui.domain.forms import form_of, shipped_text
from itatui.domain.signatories import Signatory
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from tests.support.register_edits import by_hand, tables

SIGNATORIES = (Signatory("ผู้รายงาน", "นางสาวกานดา ใจดี", "ปลัด"), Signatory("ผู้ตรวจสอบ"))


@pytest.fixture
def file(path: Path) -> RegisterFile:
    """Return a register with a form of its own."""
    file = RegisterFile(path)
    file.apply(*add_form(file.load(), form_of(file.load(), "plan"), shipped_text("plan")))
    return file


def test_a_form_is_kept_as_it_was_written(file: RegisterFile, path: Path) -> None:
    (document,) = tables(path)["forms"].values()
    assert document == {"name": "plan", "text": shipped_text("plan"), "order": 1024.0}
    assert RegisterFile(path).load().forms == file.load().forms


def test_a_register_without_forms_has_no_table_of_them(path: Path) -> None:
    assert "forms" not in tables(path)
    found = tables(path)
    del found["register"]["1"]["signatories"]
    by_hand(path, found)
    register = RegisterFile(path).load()
    assert (register.signatories, register.forms) == ((), ())


def test_unknown_fields_of_a_form_survive_edits_and_a_removal(file: RegisterFile, path: Path) -> None:
    found = tables(path)
    found["forms"]["1"]["note"] = {"x": 1}
    by_hand(path, found)
    file = RegisterFile(path)
    file.apply(set_field(file.load().forms[0], "text", shipped_text("plan") + "# 2\n"))
    before = tables(path)["forms"]["1"]
    assert before["note"] == {"x": 1} and before["text"].endswith("# 2\n")
    file.apply(*remove_form(file.load().forms[0]))
    assert tables(path)["forms"] == {}
    file.undo()
    assert list(tables(path)["forms"].values()) == [before]


def test_a_restored_version_has_its_forms(file: RegisterFile, path: Path) -> None:
    before = file.load()
    file.apply(*remove_form(before.forms[0]))
    file.restore(1)
    assert RegisterFile(path).load() == before
    file.undo()
    assert RegisterFile(path).load().forms == ()


def test_forms_of_two_programs_are_both_kept(file: RegisterFile, path: Path) -> None:
    seen = file.load()
    other = RegisterFile(path)
    other.apply(*add_form(other.load(), form_of(seen, "calendar"), shipped_text("calendar"), 1))
    file.apply(*add_form(seen, form_of(seen, "e-plan"), shipped_text("e-plan")))
    file.apply(*move_form(file.load(), file.load().forms[0], 2))
    assert sorted(form.name for form in RegisterFile(path).load().forms) == ["calendar", "e-plan", "plan"]


def test_signatories_are_objects_in_the_file(path: Path) -> None:
    file = RegisterFile(path)
    file.apply(set_field(file.load(), "signatories", SIGNATORIES))
    found = tables(path)["register"]["1"]["signatories"]
    assert found[0] == {"role": "ผู้รายงาน", "name": "นางสาวกานดา ใจดี", "position": "ปลัด"}
    assert RegisterFile(path).load().signatories == SIGNATORIES
    file.undo()
    assert RegisterFile(path).load().signatories == ()


FORM = {"name": "plan", "text": "", "order": 1}


@pytest.mark.parametrize(
    ("forms", "reason"),
    [
        ({"1": {**FORM, "name": ""}}, "forms/1: name has the wrong type"),
        ({"1": {**FORM, "name": "Plan"}}, "Plan cannot be the name of a form"),
        ({"1": {**FORM, "name": "$(x)"}}, r"\$\(x\) cannot be the name of a form"),
        ({"1": {**FORM, "text": 1}}, "forms/1: text has the wrong type"),
        ({"1": {**FORM, "order": "1"}}, "forms/1: order has the wrong type"),
        ({"1": FORM, "2": FORM}, "two forms have the same name"),
    ],
)
def test_invalid_forms_are_refused_in_a_line(path: Path, forms: dict[str, Any], reason: str) -> None:
    path.write_text(json.dumps({**tables(path), "forms": forms}), "utf-8")
    with pytest.raises(StoreError, match=reason):
        RegisterFile(path).load()


@pytest.mark.parametrize("wrong", ["x", ["x"], [{"role": 1}]])
def test_invalid_signatories_are_refused(path: Path, wrong: Any) -> None:
    found = tables(path)
    found["register"]["1"]["signatories"] = wrong
    by_hand(path, found)
    with pytest.raises(StoreError, match=r"signatories.* has the wrong type"):
        RegisterFile(path).load()
