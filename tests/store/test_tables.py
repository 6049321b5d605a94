"""Writing changes to the tables: documents are replaced, never modified."""

from copy import deepcopy
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.change import Change
from itatui.store.format.documents import register_of, tables_of
from itatui.store.format.json_writer import Writer, dumps
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
