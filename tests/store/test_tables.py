"""Writing changes to the tables: documents are replaced, never modified."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itatui.domain.change import Change
from itatui.store.format.documents import register_of, tables_of
from itatui.store.format.json_reader import NotARegisterError, count_parts, loads
from itatui.store.format.json_writer import Writer, dumps, rows_of_file
from itatui.store.tables import write
from tests.support.examples import share
from tests.support.strategies import after, deeds, registers


@settings(max_examples=share(40))
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


@settings(max_examples=share(20))
@given(st.data())
def test_rows_of_a_file_are_its_documents(data: st.DataObject) -> None:
    register = data.draw(registers())
    written = dumps(tables_of(register))
    tables, writer = loads(written), Writer()
    writer.take(written, tables, data.draw(st.sampled_from([None, count_parts(written)])))
    assert not writer.is_new
    edits = data.draw(deeds(register, "new"))
    for _change in range(2):
        sent = writer.dumps(tables)
        assert sent == dumps(tables)
        assert count_parts(sent) <= writer.parts(sent) <= count_parts(sent) + 2 * len(tables)
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
    writer.take(text.encode(), tables, None)
    assert loads(writer.dumps(tables)) == tables


_values = st.recursive(
    st.sampled_from([1, "ก", "}{", '"},\n    "2": {', "{}"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("1ab{"), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=share(60))
@given(st.data())
def test_rows_taken_are_whole_documents_however_a_file_is_broken_into_lines(data: st.DataObject) -> None:
    documents = data.draw(st.lists(st.dictionaries(st.sampled_from(["a", "}", "{"]), _values, max_size=2), max_size=3))
    written = dumps({"m": {str(number): fields for number, fields in enumerate(documents, 1)}}).decode()
    lines = written.splitlines(keepends=True)
    for at in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=4, unique=True)):
        where = data.draw(st.sampled_from(["{", "}", ", ", '"a"', "\n"]))
        parts = lines[at].split(where)
        lines[at] = where.join(parts[:1]) + "".join(
            f"{where}\n{' ' * data.draw(st.sampled_from([2, 4, 6]))}{part}" for part in parts[1:]
        )
    text = "".join(lines).encode()
    try:
        tables = loads(text)
    except NotARegisterError:
        return
    rows = rows_of_file(text, tables)
    assert rows is None or all(
        json.loads(b"{%b}" % rows[name][number]) == {number: fields}
        for name, each in tables.items()
        for number, fields in each.items()
    )


def test_rows_keep_their_own_spelling() -> None:
    first, second = b'"b": "\\u0e01 {}", "c": {}', b'"d": "}{"'
    text = b'{\n  "a": {\n    "1": {\n      %b\n    },\n    "2": {\n      %b\n    }\n  }\n}\n' % (first, second)
    tables, writer = loads(text), Writer()
    writer.take(text, tables, None)
    tables["a"]["2"] = {"d": 1.0}
    assert writer.dumps(tables) == text.replace(b'"}{"', b"1.0")
