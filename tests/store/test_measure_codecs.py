"""Measures read many at once are those that are read one by one, and refused when those are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.measure import Evidence, Measure
from itatui.store.format.documents import measure_of, plain
from itatui.store.format.json_reader import Document, NotARegisterError
from itatui.store.format.measure_codecs import measures_in
from tests.support.strategies import registers

ODD: list[Any] = [
    *(None, True, 0, 1, 2.0, 2**53, -(2.0**53), 2**53 + 1, 1e300, float("nan"), "", "a", {}, []),
    *([""], ["a", 1], [1], [4, 1], [1, 1], [0], [5], [True], [1.0], ["1"], [1, 2, 3, 4, 4], [[1]], [None]),
    *([{}], [{"label": "a"}], [{"label": "a", "target": 1}], [{"target": "b", "label": "a", "more": 1}], [[]]),
]


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    """Documents of measures, some of which may be odd in one field or lack it."""
    made: list[Document] = [plain(measure) for measure in draw(registers(least=1)).measures]
    for document in draw(st.lists(st.sampled_from(made), max_size=2)):
        field = draw(st.sampled_from(Measure._fields))
        if draw(st.booleans()):
            document[field] = draw(st.sampled_from(ODD))
        else:
            document.pop(field, None)
    return made


def one_by_one(found: list[Document]) -> list[Measure] | None:
    """The measures, or None when one of the documents is refused."""
    try:
        return [measure_of(document) for document in found]
    except NotARegisterError:
        return None


def complete(document: Document) -> bool:
    """Whether a document has every field, as itatui writes it."""
    links = document.get("evidence", [])
    ends = [link.keys() for link in links if isinstance(link, dict)] if isinstance(links, list) else []
    return document.keys() >= {*Measure._fields} and all(has >= {*Evidence._fields} for has in ends)


@given(documents())
def test_they_are_those_that_are_read_one_by_one(found: list[Document]) -> None:
    at_once, expected = measures_in(found), one_by_one(found)
    if at_once is not None or all(map(complete, found)):
        assert repr(at_once) == repr(expected)  # 1, 1.0 and True are equal, and not the same


@pytest.mark.parametrize("wrong", [None, 0, 99, 100, 249])
def test_the_wrong_one_is_seen_wherever_it_stands(wrong: int | None) -> None:
    found = [plain(Measure(f"m{number}", "IIT", number, "ก")) for number in range(250)]
    if wrong is not None:
        found[wrong]["done"] = [True]
    assert measures_in(found) == one_by_one(found)
    assert (measures_in(found) is None) == (wrong is not None)


def test_none_are_none() -> None:
    assert measures_in([]) == []
