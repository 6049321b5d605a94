"""The preview of an import: the answers of a user, and what they change. Any answers to any table are safe."""

from hypothesis import given, settings
from hypothesis import strategies as st

from itatui.domain.apply import apply
from itatui.domain.register import Register
from itatui.intake.document import read_document, read_pasted
from itatui.intake.document_preview import preview, roles_without_year
from itatui.intake.grid import Cell, Grid
from itatui.intake.headings import role_names
from itatui.intake.mended_texts import MendedTexts
from itatui.intake.preview import Answers, Preview
from itatui.intake.same_text import text_key
from tests import reference
from tests.intake.test_rules import MEASURE_TABLES, TABLES, grid_of
from tests.support.examples import share
from tests.support.imports import empty, varied
from tools.intake.manners import MANNERS
from tools.intake.truth import items

ROLES = ("", *role_names(reference.register()))


def read(name: str, source: Register | None = None) -> Grid:
    return read_document(MANNERS[name](source or varied()))


def applied(register: Register, found: Preview) -> Register:
    for edit in found.edits:
        register = apply(register, edit)
    return register


def all_guesses(found: Preview, *, taken: bool) -> dict[tuple[int, str], bool]:
    return {(guess.at, guess.path): taken for guess in found.guesses}


def test_guesses_are_left_out_until_they_are_taken() -> None:
    grid = read("word-track-typed.docx")
    asked = preview(grid, empty())
    assert len(asked.guesses) == 3
    assert not any(each.result for each in applied(empty(), asked).measures_of("OIT"))
    taken = preview(grid, empty(), Answers(guesses=all_guesses(asked, taken=True)))
    assert items(applied(empty(), taken)) == items(varied())
    refused = preview(grid, empty(), Answers(guesses=all_guesses(asked, taken=False)))
    assert items(applied(empty(), refused)) == items(applied(empty(), asked))


def test_result_goes_to_the_measure_that_was_chosen() -> None:
    grid = read("word-track-typed.docx")
    asked = preview(grid, empty())
    first = min(guess.at for guess in asked.guesses)
    pairing = asked.pairing_of(first)
    assert pairing is not None and len(pairing.results) == 2
    found = preview(grid, empty(), Answers(results={first: 0, first + 1: 1, first + 2: -1}))
    assert found.guesses == ()
    oit = applied(empty(), found).measures_of("OIT")
    assert [text_key(each.result) for each in oit] == [*map(text_key, pairing.results), ""]
    both = preview(grid, empty(), Answers(results={first: 1, first + 1: 1, first + 2: 0}))
    oit = applied(empty(), both).measures_of("OIT")
    assert [each.reported_with for each in oit] == ["", oit[0].id, ""]


def test_measure_that_is_left_out_stays_as_it_was() -> None:
    grid = read("word-measure-merged.docx")
    found = preview(grid, empty(), Answers(left_out=frozenset({0, 4})))
    assert found.result is not None and found.whole is not None
    assert (found.result.added, found.whole.added) == (7, 9)
    assert len(applied(empty(), found).measures) == 7


def test_column_is_read_as_the_user_says() -> None:
    grid = read("word-measure-merged.docx")
    columns = preview(grid, empty()).columns
    outcome = next(column.heading for column in columns if column.role == "outcome")
    result = next(column.heading for column in columns if column.role == "result")
    found = preview(grid, empty(), Answers(roles={outcome: "result"}))
    assert {column.heading: column.role for column in found.columns}[result] == ""
    texts = {text_key(track.outcome) for track in varied().tracks}
    assert {text_key(each.result) for each in applied(empty(), found).measures if each.result} <= texts
    nothing = preview(grid, empty(), Answers(roles={outcome: "", result: ""}))
    after = applied(empty(), nothing)
    assert not any(each.result or each.outcome for each in (*after.measures,))
    assert not any(track.outcome for track in after.tracks)


def test_last_years_document_brings_its_plan_alone() -> None:
    grid = read("word-measure-ticks.docx")
    roles = roles_without_year(preview(grid, empty()).columns, empty())
    after = applied(empty(), preview(grid, empty(), Answers(roles=roles)))
    assert [each.activity for each in after.measures] == [each.activity for each in varied().measures]
    assert [each.planned for each in after.measures] == [each.planned for each in varied().measures]
    assert not any(each.result or each.done or each.outcome for each in after.measures)


def test_table_with_unknown_headings_waits_for_its_columns() -> None:
    grid = read_pasted("ก\tข\tค\nจัดอบรม\tIIT\tกองคลัง\nจัดทำคู่มือ\tEIT\tกองช่าง\n")
    assert grid is not None
    waiting = preview(grid, empty())
    assert waiting.refusal and waiting.edits == ()
    assert [column.heading for column in waiting.columns] == ["ก", "ข", "ค"]
    found = preview(grid, empty(), Answers(roles={"ก": "activity", "ข": "track", "ค": "responsible"}))
    after = applied(empty(), found)
    assert [(after.ref(each), each.activity, each.responsible) for each in after.measures] == [
        ("IIT-1", "จัดอบรม", ("กองคลัง",)),
        ("EIT-1", "จัดทำคู่มือ", ("กองช่าง",)),
    ]


def test_table_without_headings_names_its_columns_by_number() -> None:
    grid = read_pasted("1\tจัดอบรม\tกองคลัง\n2\tจัดทำคู่มือ\tกองช่าง\n")
    assert grid is not None
    answers = Answers(roles={"(2)": "activity", "(3)": "responsible"}, tracks={"": "OIT"})
    after = applied(empty(), preview(grid, empty(), answers))
    assert [(after.ref(each), each.activity) for each in after.measures] == [("OIT-1", "จัดอบรม"), ("OIT-2", "จัดทำคู่มือ")]


def test_unknown_track_is_new_or_one_of_the_register() -> None:
    grid = read_pasted("มิติ\tกิจกรรม\tผู้รับผิดชอบ\nมิติที่ 1\tจัดอบรม\tกองคลัง\n")
    assert grid is not None
    found = preview(grid, empty())
    assert [(each.code, each.measures) for each in found.tracks] == [("มิติ1", 1)]
    assert applied(empty(), found).measures[0].track == "มิติ1"
    moved = applied(empty(), preview(grid, empty(), Answers(tracks={"มิติ1": "EIT"})))
    assert moved.measures[0].track == "EIT" and moved.track("มิติ1") is None


def test_doubtful_words_are_repaired_if_the_user_wants_it() -> None:
    grid = read_document(reference.extracted().encode())
    found = preview(grid, empty())
    assert found.doubts and found.proposal is not None and found.proposal.mends
    repaired = preview(grid, empty(), Answers(takes_repairs=True))
    assert "ประชาสมพันธ์" in str(applied(empty(), found)) and "ประชาสมพันธ์" not in str(applied(empty(), repaired))
    assert preview(grid, applied(empty(), repaired), Answers(guesses=all_guesses(found, taken=False))).edits == ()


ANSWERS = st.builds(
    Answers,
    roles=st.dictionaries(st.sampled_from(("มาตรการ", "ที่", "แบบวัด", "(1)", "(2)", "abc")), st.sampled_from(ROLES)),
    tracks=st.dictionaries(st.sampled_from(("", "IIT", "มิติ1")), st.sampled_from(("IIT", "EIT", "none"))),
    results=st.dictionaries(st.integers(0, 4), st.integers(-1, 3)),
    guesses=st.dictionaries(st.tuples(st.integers(0, 4), st.sampled_from(("result", "reported_with"))), st.booleans()),
    left_out=st.frozensets(st.integers(0, 4)),
    takes_repairs=st.booleans(),
)


@given(st.one_of(TABLES, MEASURE_TABLES), ANSWERS)
@settings(max_examples=share(40), deadline=None)
def test_any_answers_to_any_table_bring_in_its_own_texts_alone(rows: list[list[str]], answers: Answers) -> None:
    register = reference.register()
    found = preview(grid_of(rows), register, answers)
    after = applied(register, found)  # every edit fits
    texts = MendedTexts()
    whole = " ".join(text_key(texts.of(Cell(text, 0, 0))) for line in rows for text in line)
    old = {each.id: each for each in register.measures}
    assert len(after.measures) <= len(register.measures) + sum(map(len, rows)) * 4
    if answers.takes_repairs:
        return
    for measure in after.measures:
        for name in ("activity", "result", "outcome"):
            text = getattr(measure, name)
            is_known = measure.id in old and text == getattr(old[measure.id], name)
            assert is_known or all(text_key(line) in whole for line in text.split("\n"))
