"""Texts that try to harm, through every format: no formula, no markup, nothing lost."""

import pytest

from itatui.report.documents import ENDINGS
from tests.support.exported import require
from tools.documents.readers import MissingReaderError
from tools.faults.exported_texts import KINDS, look_through
from tools.faults.findings import Tally
from tools.faults.hostile_texts import TEXTS


@pytest.mark.parametrize("ending", ENDINGS)
def test_document_has_every_character_and_neither_formula_nor_markup_of_a_text(ending: str) -> None:
    require(ending)
    failures: list[str] = []
    tally = Tally(failures.append, *KINDS)
    try:
        look_through(ending, TEXTS, tally)
    except MissingReaderError as missing:
        pytest.skip(f"not installed: {missing}")
    assert (failures, tally.times) == ([], len(TEXTS))
