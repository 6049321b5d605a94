"""Hostile documents: refused in a line, or read without measures, in little memory and time."""

import re

import pytest

from itatui.errors import ItatuiError
from itatui.intake.document import read_document
from itatui.intake.errors import UnreadableError
from tests import reference
from tests.support.imports import imported
from tests.support.limited_import import limited_import
from tools.faults.processes import run_forked
from tools.intake.hostile import READ, REFUSED, SLOW_CELLS
from tools.intake.manners import MANNERS


def outcome(name: str) -> str:
    """Import a document in a process of its own; fail if it is killed or prints anything but a line."""
    done = run_forked(lambda: limited_import(name))
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("\n") and done.out.removesuffix("\n").isprintable()
    return done.out


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_hostile_document_is_refused(name: str) -> None:
    assert outcome(name).startswith("refused: ")


@pytest.mark.parametrize("name", sorted(READ))
def test_odd_document_holds_no_measures(name: str) -> None:
    assert outcome(name) == "read: 0\n"


@pytest.mark.parametrize("name", sorted(SLOW_CELLS))
def test_long_texts_take_little_time(name: str) -> None:
    assert re.match("(?:read|refused): ", outcome(name))


@pytest.mark.parametrize("name", ["word-track-typed.docx", "excel-merged.xlsx"])
def test_document_cut_short_anywhere_is_refused(name: str) -> None:
    data = MANNERS[name](reference.register())
    for end in range(0, len(data), len(data) // 40):
        with pytest.raises(UnreadableError):
            read_document(data[:end])


@pytest.mark.parametrize("name", ["word-track-typed.docx", "excel-merged.xlsx"])
def test_changed_bytes_are_refused_or_read(name: str) -> None:
    data = MANNERS[name](reference.register())
    for at in range(0, len(data), len(data) // 60):
        changed = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        try:
            imported(changed, reference.register())
        except ItatuiError as error:
            assert str(error).isprintable()
