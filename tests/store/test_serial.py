"""The bytes of a file: whatever tables there are, known or unknown, come back as they went."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from itatui.store.serial import Tables, loads
from itatui.store.writing import dumps

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
    """Whether no two halves of a pair meet: JSON cannot tell those from the character that they make."""
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
def test_what_is_written_reads_back(found: Tables) -> None:
    read = loads(dumps(found))
    assert read == found
    assert list(read) == list(found)  # in the order in which it stood


@given(tables)
def test_what_is_written_is_json_to_anybody(found: Tables) -> None:
    assert json.loads(dumps(found).decode("utf-8")) == found


@given(st.lists(anything, min_size=1, max_size=4))
def test_each_field_is_a_line(texts: list[str]) -> None:
    fields = {f"f{n}": text for n, text in enumerate(texts)}
    written = dumps({"notes": {"1": fields}}).decode("utf-8")
    assert written.count("\n") == len(texts) + 6


def test_thai_is_written_as_it_is() -> None:
    assert "ไตรมาส" in dumps({"notes": {"1": {"a": "ไตรมาส"}}}).decode("utf-8")


def test_half_a_pair_is_written_as_an_escape() -> None:
    assert b"\\ud800" in dumps({"notes": {"1": {"a": "\ud800"}}})
