"""Scores of the year before, by indicator."""

import pytest

from itatui.domain.indicators import answered, coverage, indicators_of
from itatui.domain.scores import parse_scores, scores_of
from itatui.domain.values import NO_VALUES
from itatui.errors import UsageError
from tests import reference


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("1=87.5", "1 = 87.5"),
        ("๑ = ๘๗.๕๐; 2: 90", "1 = 87.50\n2 = 90"),
        ("1,92.40\n10,68\n", "1 = 92.40\n10 = 68"),
        ("i1\t100%\n\nI2|0", "i1 = 100\ni2 = 0"),
        ("", ""),
    ],
)
def test_scores_are_read_as_people_write_them(typed: str, plain: str) -> None:
    assert parse_scores(typed) == plain
    assert parse_scores(plain) == plain
    assert len(scores_of(plain)) == len(plain.splitlines())


@pytest.mark.parametrize("typed", ["87.5", "1 = x", "1 = 101", "1 = -5", "= 5", "a b = 5", "1 = 5; 1 = 6", "1 = 1.2.3"])
def test_other_texts_are_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_scores(typed)


def test_scores_edited_by_hand_into_another_form_are_left_out() -> None:
    assert scores_of("1 = 87.5\nx\n2 = abc\n3=4") == {"1": 87.5}


def test_an_indicator_has_its_score_and_the_measures_that_answer_it() -> None:
    indicators = indicators_of({"line": 85, "indicator": [{"code": "1", "th": "ก"}, {"code": "S1", "en": "b"}]})
    register = reference.register()._replace(scores="1 = 84.99\ns1 = 85")
    first, second, third, *_others = register.measures
    for measure, text in ((first, "๑"), (second, "s1; 1"), (third, "1")):
        register = register.with_measure(measure._replace(more=NO_VALUES.put("indicators", text)))
    register = register.with_measure(register.measures[2]._replace(dropped="งบประมาณไม่เพียงพอ"))
    one, other = coverage(register, indicators)
    assert (one.score, one.is_low, [register.ref(each) for each in one.measures]) == (84.99, True, ["IIT-1", "IIT-2"])
    assert (other.score, other.is_low, [register.ref(each) for each in other.measures]) == (85, False, ["IIT-2"])
    assert (one.indicator.en, other.indicator.th) == ("ก", "b")


def test_codes_are_read_with_commas_spaces_and_semicolons() -> None:
    measure = reference.register().measures[0]
    assert answered(measure) == ()
    assert answered(measure._replace(more=NO_VALUES.put("indicators", "1,2 ; ๓ 1"))) == ("1", "2", "3")


@pytest.mark.parametrize(
    "table",
    [
        {"line": "85"},
        {"indicator": {}},
        {"indicator": ["1"]},
        {"indicator": [{"code": "1"}]},
        {"indicator": [{"code": 1, "th": "ก"}]},
        {"indicator": [{"code": "a", "th": "ก"}, {"code": "A", "th": "ข"}]},
    ],
)
def test_invalid_indicators_are_refused(table: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        indicators_of(table)
