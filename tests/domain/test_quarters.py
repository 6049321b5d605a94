"""Sets of quarters and their written form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.quarters import ALL, NONE, Quarters, parse_quarters, phrase, quarters
from itatui.errors import UsageError
from tests.support.strategies import QUARTER_SETS


@pytest.mark.parametrize("some", QUARTER_SETS)
def test_a_phrase_is_parsed_again(some: Quarters) -> None:
    assert parse_quarters(phrase(some)) == some


@pytest.mark.parametrize(
    ("some", "written"),
    [
        (set(), ""),
        ({3}, "3"),
        ({1, 2}, "1 – 2"),
        ({2, 3, 4}, "2 – 4"),
        ({1, 2, 3, 4}, "1 – 4"),
        ({1, 3}, "1, 3"),
        ({1, 2, 4}, "1, 2, 4"),
    ],
)
def test_phrase(some: set[int], written: str) -> None:
    assert phrase(quarters(some)) == written


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", set()),
        ("  ", set()),
        ("1-4", {1, 2, 3, 4}),
        ("1 - 4", {1, 2, 3, 4}),
        ("1–3", {1, 2, 3}),
        ("2 -3", {2, 3}),
        ("2- 3", {2, 3}),
        ("1,3", {1, 3}),
        ("3 1", {1, 3}),
        ("1, 3-4", {1, 3, 4}),
        ("2,2", {2}),
        ("2-2", {2}),
    ],
)
def test_typed_quarters(typed: str, meant: set[int]) -> None:
    assert parse_quarters(typed) == meant


WRONG = {
    "no quarters": ["0", "5", "1-5", "0-2", "12", "1" * 5000],
    "no numbers": ["x", "-", "²", "1.5"],
    "other separators": ["1;2", "1--2", "1-2-3"],
    "a range without an end": ["-2", "1-", "1, 2-"],
    "a reversed range": ["4-1", "3 – 2"],
}


@pytest.mark.parametrize(
    "typed", [pytest.param(text, id=f"{name} {text:.9}") for name in WRONG for text in WRONG[name]]
)
def test_other_text_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="quarter"):
        parse_quarters(typed)


@given(st.text(alphabet="0123456 ,-–xก๑", max_size=8))
def test_any_text_gives_quarters_or_a_usage_error(typed: str) -> None:
    try:
        read = parse_quarters(typed)
    except UsageError:
        return
    ends = {int(sign) for sign in typed if sign in "123456"}
    assert (min(read), max(read)) == (min(ends), max(ends)) if read else not typed.strip(" ,")


@pytest.mark.parametrize("numbers", [[0], [1, 5], [-1, 2], [44]])
def test_only_numbers_from_1_to_4_make_a_set(numbers: list[int]) -> None:
    with pytest.raises(UsageError, match="a quarter must be 1, 2, 3 or 4"):
        quarters(numbers)


def test_equal_sets_are_identical() -> None:
    for some in QUARTER_SETS:
        assert quarters(list(some)) is quarters(sorted(some, reverse=True))
    assert (quarters([]), quarters([4, 3, 2, 1])) == (NONE, ALL)
