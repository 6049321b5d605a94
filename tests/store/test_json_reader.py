"""Bytes of a file: all tables, known or unknown, are read as they were written."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.store.format.json_reader import Tables, loads
from itatui.store.format.json_writer import Writer, dumps

HOSTILE = [
    "[/] [red] $accent",
    "=1+1",
    "\x1b]52;c;QQ==\x07",
    "\x9b31m",
    "\u202e",
    '"\\\n\t\u2028\x00',
    "\udc80",
    "\ud800 half",
    "เพ่ือ",
]
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def whole(text: str) -> bool:
    """Return whether no lone surrogates are adjacent: JSON cannot tell a pair from its character."""
    return not _PAIR.search(text)


anything = st.text(st.characters(exclude_categories=())).filter(whole) | st.sampled_from(HOSTILE)
floats = st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**40), 10**40) | floats | anything,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3),
    max_leaves=8,
)
numbers = st.integers(1, 10**15 - 1).map(str)
tables = st.dictionaries(
    st.sampled_from(["register", "measures", "notes"]) | anything,
    st.dictionaries(numbers, st.dictionaries(anything, values, max_size=4), max_size=3),
    max_size=4,
)


@given(tables)
def test_written_tables_are_read_back(found: Tables) -> None:
    read = loads(dumps(found))
    assert read == found
    assert list(read) == list(found)  # in order


@given(tables)
def test_written_bytes_are_standard_json(found: Tables) -> None:
    assert json.loads(dumps(found).decode("utf-8")) == found


@given(st.lists(anything, min_size=1, max_size=4))
def test_each_field_is_on_its_own_line(texts: list[str]) -> None:
    fields = {f"f{n}": text for n, text in enumerate(texts)}
    written = dumps({"notes": {"1": fields}}).decode("utf-8")
    assert written.count("\n") == len(texts) + 6


def test_thai_is_not_escaped() -> None:
    assert "ไตรมาส" in dumps({"notes": {"1": {"a": "ไตรมาส"}}}).decode("utf-8")


def test_a_lone_surrogate_is_escaped() -> None:
    assert b"\\ud800" in dumps({"notes": {"1": {"a": "\ud800"}}})


@given(st.lists(tables, max_size=3))
def test_a_reused_writer_writes_the_same_bytes(series: list[Tables]) -> None:
    writer = Writer()
    for found in series:
        assert writer.dumps(found) == dumps(found)


@pytest.mark.parametrize("other", [True, 1.0])
def test_equal_values_of_other_types_are_encoded_again(other: object) -> None:
    writer = Writer()
    writer.dumps({"notes": {"1": {"a": [1]}}})
    found: Tables = {"notes": {"1": {"a": [other]}}}
    assert writer.dumps(found) == dumps(found)


def test_keys_in_texts_are_not_duplicate_keys() -> None:
    fields = {"a": 'a": 1, "a": 2', "b": {'a": ': "a :", "a": ['"a":']}}
    assert loads(dumps({"notes": {"1": fields}})) == {"notes": {"1": fields}}
