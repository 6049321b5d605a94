"""Changes in words, and the differences of their texts."""

from itatui.domain.change import WHOLE, Change, Edit
from itatui.domain.edits import remove_measure, set_field
from itatui.domain.measure import Evidence
from itatui.domain.text_diff import edit_difference, marked
from itatui.domain.track_edits import move_to_track
from itatui.thai import cells
from itatui.wording.changes import describe, describe_change, summary
from tests.support.samples import measure_in, reference

REGISTER = reference()
EIT2 = measure_in(REGISTER, "eit2")


def marked_difference(field: str, value: object) -> str:
    """Return the marked difference made by setting a field."""
    return marked(edit_difference(set_field(EIT2, field, value), REGISTER))  # type: ignore[arg-type]


def test_difference_of_each_kind_of_field() -> None:
    old = EIT2._replace(responsible=("ก", "ข"), evidence=(Evidence("ก", "a"),), reported_with="eit1")
    told = {
        "responsible": (("ก", "ค"), "ก, [-ข-]{+ค+}"),
        "evidence": ((Evidence("ก", "a"), Evidence("", "b")), "ก | a{+\nb+}"),
        "reported_with": ("eit3", "[-EIT-1-]{+EIT-3+}"),
    }
    for field, (value, words) in told.items():
        edit = set_field(old, field, value)  # type: ignore[arg-type]
        assert marked(edit_difference(edit, REGISTER)) == words
    assert marked_difference("outcome", "ดี") == "{+ดี+}"
    track, year = set_field(REGISTER.tracks[0], "name_en", "x"), set_field(REGISTER, "fiscal_year", 2568)
    assert marked(edit_difference(track, REGISTER)).endswith("{+x+}")
    assert marked(edit_difference(year, REGISTER)) == "[-2567-]{+2568+}"


def test_ticks_and_moves_have_no_difference() -> None:
    for edit in (set_field(EIT2, "done.1", after=True), Edit("measure", "eit2", "order", 1.0, 2.0)):
        assert edit_difference(edit, REGISTER) == ()
    assert edit_difference(remove_measure(EIT2)[0], REGISTER) == ()


def test_quarters_in_words() -> None:
    edit = set_field(EIT2, "done.3", after=True)
    assert describe(edit, REGISTER) == "EIT-2: ticked quarter 3"
    assert describe(edit.inverse(), REGISTER) == "EIT-2: unticked quarter 3"


def test_a_removed_measure_is_named_by_its_activity() -> None:
    gone = Edit("measure", "x", WHOLE, EIT2._replace(id="x", activity="ก" * 500), None)
    assert describe(gone, REGISTER).startswith("EIT “กกก") and cells(describe(gone, REGISTER)) < 60


def test_a_move_to_another_track_is_told_once() -> None:
    edits = move_to_track(REGISTER, EIT2, REGISTER.tracks[0])
    assert {edit.field for edit in edits} == {"track", "order"}
    assert describe_change(Change(edits), REGISTER) == f"EIT-2: moved from EIT to {REGISTER.tracks[0].code}"


def test_edits_of_one_record_are_told_under_its_name() -> None:
    eit1 = measure_in(REGISTER, "eit1")
    result, tick, other = (
        set_field(EIT2, "result", "x"),
        set_field(EIT2, "done.3", after=True),
        set_field(eit1, "outcome", "y"),
    )
    assert describe_change(Change((result, tick)), REGISTER) == "EIT-2: changed Result, ticked quarter 3"
    both = "EIT-2: changed Result, ticked quarter 3; EIT-1: wrote Outcome"
    assert describe_change(Change((result, tick, other)), REGISTER) == both
    assert describe_change(Change((tick, other)), REGISTER) == "EIT-2: ticked quarter 3, EIT-1: wrote Outcome"


def test_many_edits_are_counted() -> None:
    edits = (
        *(set_field(EIT2, f"planned.{quarter}", after=False) for quarter in (1, 2, 3, 4)),
        set_field(measure_in(REGISTER, "eit3"), "outcome", "x"),
        *remove_measure(measure_in(REGISTER, "iit1")),
        Edit("measure", "new", WHOLE, None, EIT2._replace(id="new")),
        set_field(REGISTER.tracks[0], "label", "x"),
        set_field(REGISTER, "title", "x"),
        set_field(REGISTER, "subtitle", "x"),
    )
    words = "measures changed: 2, measures restored: 1, measures deleted: 1"
    words += ", tracks changed: 1, register fields changed: 2"
    assert summary(edits) == words
    assert describe_change(Change(edits), REGISTER) == words.replace("restored", "added")
    assert summary(()) == "no changes"
    assert describe_change(Change(edits[:2]), REGISTER).count("quarter") == 2


def test_a_restored_backup_is_named_by_its_time() -> None:
    change = Change((set_field(EIT2, "outcome", "x"),), restores="2024-03-01T09:30:00+00:00")
    words = describe_change(change, REGISTER)
    assert words.startswith("restored the version of 1 Mar 2024") and words.endswith("(measures changed: 1)")
