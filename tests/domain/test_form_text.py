"""The text of a form: read strictly; every mistake is a line with its place."""

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.form import LINE_WORDS, NUMBER_WORDS, PAPERS, ROWS, Column, Content, Form, Part
from itatui.domain.form_templates import MEASURE_SOURCES, Scope, check_line, fill, pieces, template
from itatui.domain.form_text import FormError, Source, missing_fields, parse_form
from itatui.domain.own_field import OwnField
from itatui.domain.rounds import Round
from itatui.errors import UsageError
from tests.support.fixtures import speaking
from tests.support.strategies import lines

SOURCE = Source(
    (
        OwnField("budget", "measure", "money"),
        OwnField("progress", "measure", "percent", by_round=True),
        OwnField("way", "measure", "choice", choices=("ลด", "เลี่ยง")),
        OwnField("dimension", "track", "line", by_round=True),
        OwnField("area", "track", "choice", choices=("ก",)),
    ),
    (Round("6 เดือน", frozenset({1, 2})), Round("12 เดือน", frozenset({3, 4}))),
)
HEAD = 'name = "x"\nlabel_th = "ก"\n'
COLUMN = '[[columns]]\nheading = "ข"\n'


def form_with(column: str, head: str = "") -> Form:
    """Return a form with a column of these lines."""
    return parse_form(f"{HEAD}{head}\n{COLUMN}{column}", "x.toml", SOURCE)


def content(column: str) -> Content | None:
    """Return the content of a column."""
    (part,) = form_with(column).columns[0].parts
    return part.content


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("activity", Content("activity")),
        (" result ", Content("result")),
        ("number", Content("number")),
        ("track", Content("label", "track")),
        ("track_name", Content("name_th", "track")),
        ("track_code", Content("code", "track")),
        ("track.number", Content("number", "track")),
        ("track.outcome", Content("outcome", "track")),
        ("track.dimension.2", Content("dimension", "track", 2)),
        ("dimension", Content("dimension", "track")),
        ("year", Content("year", "page")),
        ("quarter:1", Content("quarter", quarter=1)),
        ("quarter.4", Content("quarter", quarter=4)),
        ("planned.2", Content("planned", quarter=2)),
        ("result.3", Content("result", quarter=3)),
        ("progress.1", Content("progress", quarter=1)),
        ("round:6.result", Content("result", round="6 เดือน")),
        ("round:12 เดือน.progress", Content("progress", round="12 เดือน")),
    ],
)
def test_a_name_means_a_value(name: str, expected: Content) -> None:
    assert content(f'holds = "{name}"') == expected


@pytest.mark.parametrize("value", [("way=ลด", "way", "ลด"), ("status = under way", "status", "under way")])
def test_a_column_ticks_a_value(value: tuple[str, str, str]) -> None:
    found = content(f'ticks = "{value[0]}"')
    assert found == Content(value[1], equals=value[2]) and found.is_mark
    column = form_with(f'ticks = "{value[0]}"\nmark = "X"').columns[0]
    assert (column.mark, column.empty) == ("X", "")


def test_a_template_is_words_and_values() -> None:
    (column,) = form_with('text = "{responsible}\\nโทร {{1}} {year} น."').columns
    expected = (
        Part("", Content("responsible")),
        Part("\nโทร {1} ", Content("year", "page")),
        Part(" น.", None),
    )
    assert column.parts == expected


@pytest.mark.parametrize(("written", "merge"), [("", None), ("merge = true", True), ("merge = false", False)])
def test_a_column_merges_by_itself_unless_the_form_says_otherwise(written: str, merge: bool | None) -> None:
    assert form_with(f'holds = "track"\n{written}').columns[0].merge is merge


def test_titles_are_lines_of_a_list_or_of_one_text() -> None:
    assert form_with('holds = "result"', 'titles = ["ก", "", "{year}"]').titles == ("ก", "", "{year}")
    assert form_with('holds = "result"', 'titles = """\nก\n\n{year}\n"""').titles == ("ก", "", "{year}")


def test_a_form_brings_its_own_fields() -> None:
    text = f'{HEAD}[[fields]]\nname = "paid"\nkind = "money"\n{COLUMN}holds = "paid"\nsum = true'
    form = parse_form(text, "x.toml")
    assert form.fields == (OwnField("paid", "measure", "money"),)
    assert missing_fields(form, SOURCE.fields) == form.fields
    assert missing_fields(form, form.fields) == ()


def test_the_field_of_the_register_counts_where_the_form_brings_another() -> None:
    text = f'{HEAD}[[fields]]\nname = "budget"\n{COLUMN}holds = "budget"\nsum = true'
    assert parse_form(text, "x.toml", SOURCE).columns[0].sum
    with pytest.raises(FormError, match="has a sum"):
        parse_form(text, "x.toml")


RESULT = COLUMN + 'holds = "result"\n'
MISTAKES = {
    'nme = "x"': "nme: there is no nme; did you mean name?",
    'name = "x"': "label_th: is missing",
    'name = "X"\nlabel_th = "ก"': "name: X cannot be the name of a form: use up to 32 lower-case "
    "letters a–z, digits, - and _",
    "name = 1": "name: write a text in quotes",
    "name = ": "not TOML: something is missing at the end: Invalid value",
    'name = "x"\nname "y"': "not TOML at line 2, column 6: Expected '=' after a key in a key/value pair",
    HEAD: "columns: a form has 1 to 40 columns",
    f"{HEAD}columns = 1": "columns: write each of them as [[columns]]",
    f'{HEAD}rows = "mesure"\n{RESULT}': "rows: there is no mesure; did you mean measure?",
    f'{HEAD}paper = "Letter"\n{RESULT}': f"paper: there is no Letter; choose from: {', '.join(PAPERS)}",
    f'{HEAD}titles = ["{{yaer}}"]\n{RESULT}': "titles[1]: there is no yaer; did you mean year?",
    f'{HEAD}number = "นก {{yaer}}"\n{RESULT}': "number: there is no yaer; did you mean year?",
    f'{HEAD}number = "{{number}}"\n{RESULT}': "number: there is no number; choose from: " + ", ".join(NUMBER_WORDS),
    f'{HEAD}foot = ["", "{{year"]\n{RESULT}': "foot[2]: a brace has no partner in {year; write {{ for a brace",
    f"{HEAD}titles = [1]\n{RESULT}": 'titles: write lines in quotes, such as ["…", "…"]',
    f'{HEAD}thai_digits = "yes"\n{RESULT}': "thai_digits: write true or false",
    f'{HEAD}band = "{{activity}}"\n{RESULT}': "band: a band has values of the track alone, such as {track_name}",
    f'{HEAD}rows = "track"\nband = "{{track}}"\n{RESULT}': "band: only a form with a row a measure has bands",
    f'{HEAD}number = "\\u0007"\n{RESULT}': "number: has control characters",
    f"{HEAD}{COLUMN}": "columns[1]: a column has one of holds, text and ticks",
    f'{HEAD}{RESULT}text = "{{activity}}"': "columns[1]: a column has one of holds, text and ticks",
    f'{HEAD}[[columns]]\nholds = "result"': "columns[1].heading: is missing",
    f'{HEAD}{RESULT}{COLUMN}holds = "resutl"': "columns[2].holds: there is no resutl; did you mean result?",
    f"{HEAD}{RESULT}signatures = []": "columns[1].signatures: is a key of the form: write it above the first [[…]]",
    f'{HEAD}{COLUMN}hods = "result"': "columns[1].hods: there is no hods; did you mean holds?",
    f'{HEAD}{COLUMN}holds = "track.outcom"': "columns[1].holds: there is no track.outcom; did you mean track.outcome?",
    f'{HEAD}{COLUMN}holds = "quarter:5"': "columns[1].holds: name a quarter from 1 to 4, such as quarter:1, not 5",
    f'{HEAD}{COLUMN}holds = "activity.1"': "columns[1].holds: activity has no values by quarter",
    f'{HEAD}{COLUMN}holds = "budget.1"': "columns[1].holds: budget has no values by quarter",
    f'{HEAD}{COLUMN}holds = "round:6.activity"': "columns[1].holds: activity has no values by quarter",
    f'{HEAD}{COLUMN}holds = "round:.result"': "columns[1].holds: write it as round:6.result, not round:.result",
    f'{HEAD}{COLUMN}holds = "round:7.result"': "columns[1].holds: there is no round 7; choose from: 6 เดือน, 12 เดือน",
    f'{HEAD}{COLUMN}text = "ก"': "columns[1].text: name a value in braces, such as {activity}",
    f'{HEAD}{COLUMN}text = "{{activty}}"': "columns[1].text: there is no activty; did you mean activity?",
    f'{HEAD}{COLUMN}ticks = "way"': "columns[1].ticks: write it as way=ลด, not way; choose from: ลด, เลี่ยง",
    f'{HEAD}{COLUMN}ticks = "way=ค"': "columns[1].ticks: write it as way=ลด, not way=ค; choose from: ลด, เลี่ยง",
    f'{HEAD}{COLUMN}ticks = "way="': "columns[1].ticks: write it as status=done, not way=",
    f'{HEAD}{COLUMN}ticks = "budget=1"': (
        "columns[1].ticks: only status and choices of measures are ticked, not budget"
    ),
    f'{HEAD}{COLUMN}ticks = "area=ก"': "columns[1].ticks: only status and choices of measures are ticked, not area",
    f"{HEAD}{RESULT}sum = true": "columns[1].sum: only a column of one number or amount of money has a sum",
    f"{HEAD}{RESULT}share = 0": "columns[1].share: write a number from 1 to 100",
    f"{HEAD}{RESULT}share = true": "columns[1].share: write a number from 1 to 100",
    f'{HEAD}{RESULT}mark = " "': "columns[1].mark: is missing",
    f'{HEAD}{RESULT}over = "{{yaer}}"': "columns[1].over: there is no yaer; did you mean year?",
    f'{HEAD}rows = "track"\n{RESULT}merge = true': "columns[1].merge: a form with a row a track merges by itself",
    f'{HEAD}{RESULT}[[fields]]\nname = "result"': (
        "fields[1].name: there is a field result already; choose another name"
    ),
    f'{HEAD}{RESULT}[[fields]]\nname = "a"\nkind = "mony"': "fields[1].kind: there is no mony; did you mean money?",
    f'{HEAD}{RESULT}[[fields]]\nname = "a"\nkind = "choice"': (
        "fields[1].choices: name the choices of the field: choices='A, B'"
    ),
    f'{HEAD}{RESULT}[[fields]]\nname = "a"\n[[fields]]\nname = "a"': "fields[2]: two fields have the same name",
    "x = " + "[" * 5000: "nested too deeply",
    f"x = {'1' * 5000}": "a number is too long",
    "#" * 100_001: "longer than 100000 letters",
}


@pytest.mark.parametrize("text", MISTAKES, ids=list(MISTAKES.values()))
def test_a_mistake_is_told_in_a_line_with_its_place(text: str) -> None:
    with pytest.raises(FormError) as error:
        parse_form(text, "x.toml", SOURCE)
    assert str(error.value) == f"x.toml: {MISTAKES[text]}"
    assert str(error.value).isprintable()


def test_in_thai_the_place_of_broken_toml_is_told_without_english_reasons() -> None:
    for text, place in (('name = "x"\nname "y"', "2"), ("name = ", "")):
        with speaking("th"), pytest.raises(FormError) as error:
            parse_form(text, "x.toml")
        words = str(error.value).removeprefix("x.toml: ").replace("TOML", "")
        assert place in words and not any("a" <= letter <= "z" for letter in words)


def test_a_round_of_a_register_without_rounds_is_told_with_the_way_to_make_them() -> None:
    with pytest.raises(FormError, match=r"has no rounds; itatui set register rounds='6 months = 1-2"):
        parse_form(f'{HEAD}{COLUMN}holds = "round:6.result"', "x.toml", Source((), ()))


def test_a_list_of_known_names_is_told_where_none_is_near() -> None:
    with pytest.raises(FormError) as error:
        form_with('holds = "xyzzy"')
    assert "columns[1].holds: there is no xyzzy; choose from: budget, progress, way, dimension, area" in str(
        error.value
    )


def quoted(text: str) -> str:
    """Return a text as TOML writes it."""
    escaped = {character: f"\\u{ord(character):04x}" for character in '"\\\n\t'}
    return '"' + "".join(escaped.get(character, character) for character in text) + '"'


@st.composite
def forms(draw: st.DrawFn) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Draw the keys of a form and of its columns."""
    form = {
        "name": draw(st.from_regex("[a-z][a-z0-9-]{0,9}", fullmatch=True)),
        "label_th": draw(lines.filter(str.strip)),
        "rows": draw(st.sampled_from(ROWS)),
        "number": draw(lines),
        "thai_digits": draw(st.booleans()),
    }
    column = st.fixed_dictionaries(
        {"heading": lines, "holds": st.sampled_from(MEASURE_SOURCES[:-1])},
        optional={"over": lines, "share": st.integers(1, 100), "empty": lines},
    )
    return form, draw(st.lists(column, min_size=1, max_size=6))


def written(values: dict[str, Any]) -> str:
    """Return keys and values as TOML."""
    texts = {key: quoted(value) if isinstance(value, str) else str(value).lower() for key, value in values.items()}
    return "".join(f"{key} = {text}\n" for key, text in texts.items())


@given(forms())
def test_every_form_reads_as_it_was_written(drawn: tuple[dict[str, Any], list[dict[str, Any]]]) -> None:
    head, columns = drawn
    form = parse_form(written(head) + "".join(f"[[columns]]\n{written(column)}" for column in columns), "x")
    assert {key: getattr(form, key) for key in head} == head
    for column, found in zip(columns, form.columns, strict=True):
        expected = Column(column["heading"], (Part("", Content(column["holds"])),))
        rest = {key: value for key, value in column.items() if key not in ("heading", "holds")}
        assert found == expected._replace(**rest)


@given(st.text(alphabet=string.printable + "กำ{}=[]\"'", max_size=80))
def test_no_text_does_more_than_fail_in_a_line(text: str) -> None:
    for whole in (text, f"{HEAD}{RESULT}{text}", f"{HEAD}{text}\n{RESULT}"):
        try:
            parse_form(whole, "x.toml", SOURCE)
        except FormError as error:
            assert str(error).isprintable() and str(error).startswith("x.toml: ")


@given(st.text(alphabet="ก{} ay", max_size=20))
def test_a_line_is_filled_or_refused(text: str) -> None:
    try:
        check_line(text)
    except UsageError:
        return
    assert fill(text, dict.fromkeys(LINE_WORDS, "")) == "".join(before for before, _name in pieces(text))


@given(lines)
def test_words_with_doubled_braces_are_those_words(text: str) -> None:
    doubled = text.replace("{", "{{").replace("}", "}}")
    assert fill(doubled, {}) == text
    (part, *rest) = template(f"{doubled}{{activity}}", Scope({}))
    assert (part, rest) == (Part(text, Content("activity")), [])
