"""Writing changes to the tables: documents are replaced, never modified."""

from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itatui.domain.change import Change
from itatui.store.format.documents import register_of, tables_of
from itatui.store.format.json_reader import count_parts, loads
from itatui.store.format.json_writer import Writer, dumps, rows_of_file
from itatui.store.tables import write
from tests.support.strategies import after, deeds, registers


@given(st.data())
def test_documents_are_replaced_and_never_modified(data: st.DataObject) -> None:
    register = data.draw(registers())
    tables, writer = tables_of(register), Writer()
    for count in range(3):
        edits = data.draw(deeds(register, f"new{count}"))
        before = {name: dict(documents) for name, documents in tables.items()}
        as_it_was = deepcopy(before)
        writer.dumps(tables)
        changed = after(register, edits)
        write(tables, changed, edits, Change(edits, run="r"), Path("register.json"))
        assert before == as_it_was
        assert register_of(tables) == changed
        assert writer.dumps(tables) == dumps(tables)  # the writer skips unchanged objects
        register = changed


@settings(max_examples=20)
@given(st.data())
def test_rows_of_a_file_are_its_documents(data: st.DataObject) -> None:
    register = data.draw(registers())
    written = dumps(tables_of(register))
    tables, writer = loads(written), Writer()
    writer.take(written, tables)
    assert not writer.is_new
    edits = data.draw(deeds(register, "new"))
    for _change in range(2):
        sent = writer.dumps(tables)
        assert sent == dumps(tables)
        assert count_parts(sent) <= writer.parts <= count_parts(sent) + 2 * len(tables)
        write(tables, after(register, edits), edits, Change(edits, run="r"), Path("register.json"))
        edits = ()


@pytest.mark.parametrize(
    "text",
    [
        '{"a": {"1": {"b": 1}}}',
        '{\n  "a": {\n    "1": {\n      "b": 1}\n  }\n}\n',
        # a document that holds what looks like the next, which stands in another shape behind it
        '{\n  "a": {\n    "1": {\n      "x": {\n      "y": 1\n    },\n    "2": {\n      "z": 2}}, "2": {\n      "w": 3'
        "\n    }\n  }\n}\n",
    ],
    ids=["in one line", "another end", "one within another"],
)
def test_rows_of_a_file_in_another_shape_are_not_taken(text: str) -> None:
    tables = loads(text.encode())
    assert rows_of_file(text.encode(), tables) is None
    writer = Writer()
    writer.take(text.encode(), tables)
    assert loads(writer.dumps(tables)) == tables


def test_rows_keep_their_own_spelling() -> None:
    first, second = b'"b": "\\u0e01 {}", "c": {}', b'"d": "}{"'
    text = b'{\n  "a": {\n    "1": {\n      %b\n    },\n    "2": {\n      %b\n    }\n  }\n}\n' % (first, second)
    tables, writer = loads(text), Writer()
    writer.take(text, tables)
    tables["a"]["2"] = {"d": 1.0}
    assert writer.dumps(tables) == text.replace(b'"}{"', b"1.0")
