"""Codecs of fields: chunks of documents are read as each document by itself, and refused when one is wrong."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.fields import FIELDS
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.store.format.documents import read_record
from itatui.store.format.field_codecs import _CODECS, plain, read_records
from itatui.store.format.json_reader import Document, NotARegisterError
from tests.support.strategies import registers

ODD: list[Any] = [
    *(None, True, 0, 1, 2.0, 2**53, -(2.0**53), 2**53 + 1, 1e300, float("nan"), "", "a", {}, []),
    *([""], ["a", 1], [1], [4, 1], [1, 1], [0], [5], [True], [1.0], ["1"], [1, 2, 3, 4, 4], [[1]], [None]),
    *([{}], [{"label": "a"}], [{"label": "a", "target": 1}], [{"target": "b", "label": "a", "more": 1}], [[]]),
]
KINDS = {"measure": "measures", "track": "tracks", "meeting": "meetings", "decision": "decisions"}


@st.composite
def documents(draw: st.DrawFn, kind: str) -> list[Document]:
    """Draw documents of records of a kind; some may have an odd value in a field, or lack it."""
    made: list[Document] = [plain(record) for record in getattr(draw(registers(least=1)), KINDS[kind])]
    for document in draw(st.lists(st.sampled_from(made), max_size=2)) if made else ():
        field = draw(st.sampled_from(sorted(FIELDS[kind])))
        if draw(st.booleans()):
            document[field] = draw(st.sampled_from(ODD))
        else:
            document.pop(field, None)
    return made


def read_each(kind: str, found: list[Document]) -> list[Any] | None:
    """Return the records, read one by one, or None if a document is refused."""
    try:
        return [read_record(kind, document) for document in found]
    except NotARegisterError:
        return None


def read_together(kind: str, found: list[Document]) -> list[Any] | None:
    """Return the records, read in chunks, or None if a document is refused."""
    try:
        return read_records(kind, found)
    except NotARegisterError:
        return None


@given(st.sampled_from(sorted(KINDS)).flatmap(lambda kind: st.tuples(st.just(kind), documents(kind))))
def test_chunks_are_read_as_each_document_by_itself(case: tuple[str, list[Document]]) -> None:
    kind, found = case
    together, each = read_together(kind, found), read_each(kind, found)
    assert (together is None) == (each is None)
    if each is not None:
        assert together is not None
        for one, other in zip(together, each, strict=True):
            assert one == other and list(map(type, one)) == list(map(type, other))  # 1, 1.0 and True are equal


@pytest.mark.parametrize("wrong", [None, 0, 99, 100, 249])
def test_a_wrong_document_is_found_in_any_chunk(wrong: int | None) -> None:
    found = [plain(Measure(f"m{number}", "IIT", number, "ก")) for number in range(250)]
    if wrong is not None:
        found[wrong]["done"] = [True]
    assert (read_together("measure", found) is None) == (wrong is not None)


def test_no_documents_are_no_records() -> None:
    assert read_records("measure", []) == []


def test_the_message_names_the_record_and_the_field() -> None:
    with pytest.raises(NotARegisterError, match=r"^measure.*outcome"):
        read_record("measure", {**plain(Measure("m", "IIT", 1.0, "ก")), "outcome": 1})


def test_a_missing_field_is_read_as_its_default() -> None:
    assert read_record("measure", {"id": "m", "track": "IIT", "order": 1}) == Measure("m", "IIT", 1, "")


def test_every_kind_has_a_codec() -> None:
    assert set(_CODECS) == set(Kind)


@given(registers())
def test_records_survive_the_way_to_json_and_back(register: Register) -> None:
    for kind, name in KINDS.items():
        records = list(getattr(register, name))
        assert read_records(kind, [plain(record) for record in records]) == records
