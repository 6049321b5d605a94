"""Repairs of a register: damage found, suggestions, and the edits."""

from hypothesis import given

from itatui.domain.apply import apply
from itatui.domain.measure import Evidence
from itatui.domain.register import Register
from itatui.domain.repairs import Repair, current_record, records_in, repair_edit, repairs
from itatui.domain.text_diff import NEW, DiffPart, close_up, marked
from itatui.wording.repairs import damaged_words, reason_of, repair_difference, repair_subject, suggestion_difference
from tests.support.damaged import BROKEN, damaged
from tests.support.samples import reference
from tests.support.strategies import registers

ALL = range(1000)


def found_in(register: Register, ref: str = "") -> list[Repair]:
    """Return the repairs of a register, or of the record of a REF."""
    return repairs(register, records_in(register, register.find(ref) if ref else None))


def repaired(register: Register, some: range = ALL) -> Register:
    """Return the register with its damage repaired and these suggestions of each field accepted."""
    for repair in found_in(register):
        if edit := repair_edit(register, repair, some):
            register = apply(register, edit)
    return register


def near(pieces: tuple[DiffPart, ...]) -> str:
    """Return the change in a text with a little context."""
    return marked(close_up(pieces, 12))


def test_a_clean_register_has_no_repairs() -> None:
    assert found_in(reference()) == []


def test_damage_and_doubts_are_found_in_order() -> None:
    register = damaged()
    told = [
        (repair_subject(repair, register), repair.damage, [reason_of(each) for each in repair.suggestions])
        for repair in found_in(register)
    ]
    assert told == [
        ("the register Title", 1, []),
        ("IIT Outcome", 1, ["mark on the wrong letter"]),
        ("IIT-1 Result", 2, ["mark on the wrong letter", "missing mark"]),
        ("IIT-1 Responsible", 1, ["mark on the wrong letter"]),
        ("EIT-1 Outcome", 1, ["line break in the middle of a sentence"]),
    ]


def test_repairs_of_a_measure_and_of_a_track() -> None:
    register = damaged()
    assert {repair.field.name for repair in found_in(register, "IIT-1")} == {"result", "responsible"}
    assert [repair.field.name for repair in found_in(register, "IIT")] == ["outcome", "result", "responsible"]
    assert found_in(register, "IIT-2") == []


def test_without_suggestions_only_damage_is_repaired() -> None:
    register = repaired(damaged(), range(0))
    assert register.title == "รายงานเพื่อความโปร่งใส"
    assert register.measures[0].result == "ไดมี้การทบทวนเพื่อปรับปรุง และเผยแพร่ประชาสมพันธ์ให้ประชาชนทราบ"
    assert register.measures[0].responsible == ("สำนักปลัด", "กองชา่ง", "กองคลัง")
    assert register.measures[3].outcome == BROKEN.replace("เพ่ือ", "เพื่อ")
    assert all(not repair.damage for repair in found_in(register))


def test_suggestions_are_accepted_separately() -> None:
    register = damaged()
    (repair, _units) = found_in(register, "IIT-1")
    edit = repair_edit(register, repair, [1])
    assert edit is not None and edit.after == "ไดมี้การทบทวนเพื่อปรับปรุง และเผยแพร่ประชาสัมพันธ์ให้ประชาชนทราบ"
    again = apply(register, edit)
    (left, _units) = found_in(again, "IIT-1")
    assert (left.damage, [each.after for each in left.suggestions]) == (0, ["ได้มี"])


def test_all_suggestions_give_the_clean_register() -> None:
    register = repaired(damaged())
    assert register.measures[0].result == "ได้มีการทบทวนเพื่อปรับปรุง และเผยแพร่ประชาสัมพันธ์ให้ประชาชนทราบ"
    assert register.measures[0].responsible == ("สำนักปลัด", "กองช่าง", "กองคลัง")
    assert register.measures[3].outcome == "มีการประชุมเพื่อสร้างความรับรู้"
    assert register.tracks[0].outcome == "ประชาชนพึงพอใจขึ้น และมีความตระหนัก"
    assert found_in(register) == []


def test_differences_of_repairs() -> None:
    register = damaged()
    title, outcome, result, _units, broken = found_in(register)
    assert near(repair_difference(title, register)) == "รายงาน[-เพ่ือ-]{+เพื่อ+}ความโปร่งใส"
    assert near(suggestion_difference(outcome, 0)) == "…ขึ้น และ[-มคีวาม-]{+มีความ+}ตระหนัก"
    assert near(suggestion_difference(result, 1)) == "…และเผยแพร่[-ประชาสมพันธ์-]{+ประชาสัมพันธ์+}ให้ประชาชน…"
    assert near(suggestion_difference(broken, 0)) == "…เพื่อ[-↵-]สร้างความ…"
    assert damaged_words(3) == "damaged letters: 3"


def test_lines_of_latin_text_are_joined_by_a_space() -> None:
    register = reference()
    measure = register.measures[0]._replace(result="(Internal Integrity and\nTransparency of\nall) แล้ว")
    (repair,) = repairs(register, [measure])
    assert near(suggestion_difference(repair, 0)) == "…and[-↵-]{+ +}Transparency of[-↵-]{+ +}all) แล้ว"
    assert "".join(piece.text for piece in suggestion_difference(repair, 0) if piece.kind == NEW) == "  "


def test_links_and_unreadable_values_are_left_alone() -> None:
    register = reference()
    measure = register.measures[0]._replace(
        evidence=(Evidence("คำสั่งเพ่ือ", "เพ่ือ.pdf"),), responsible=("กอง, ข้ึน",), responsible_text="ข้ึน\nสอง"
    )
    assert repairs(register, [measure]) == []


def test_the_same_record_in_another_register() -> None:
    register = damaged()
    assert current_record(reference(), register.measures[0]) == reference().measures[0]
    assert current_record(reference(), register.tracks[0]) == reference().tracks[0]
    assert current_record(reference(), register) == reference()
    assert current_record(register._replace(measures=()), register.measures[0]) is None


@given(registers())
def test_a_repaired_register_has_no_damage(register: Register) -> None:
    assert all(not repair.damage for repair in found_in(repaired(register, range(0))))
