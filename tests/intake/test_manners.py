"""Documents in every manner of `tools.intake`: each is read as the register from which it was made."""

import pytest

from itatui.domain.register import Register
from itatui.intake.document import read_document
from itatui.intake.document_proposal import propose
from itatui.intake.proposal_edits import edits_of
from tests import reference
from tests.support.imports import empty, imported, varied
from tools.intake.manners import MANNERS
from tools.intake.truth import items

NAMES = sorted(MANNERS)
SOURCES = {"reference": reference.register, "varied": varied}


@pytest.fixture(params=sorted(SOURCES))
def source(request: pytest.FixtureRequest) -> Register:
    return SOURCES[request.param]()


@pytest.mark.parametrize("name", NAMES)
def test_document_is_read_without_a_fault(name: str, source: Register) -> None:
    found = imported(MANNERS[name](source), empty())
    assert items(found.after) == items(source)
    assert len(found.after.measures) == len(source.measures)
    assert found.notes == ()


@pytest.mark.parametrize("name", NAMES)
def test_second_import_proposes_nothing(name: str) -> None:
    data = MANNERS[name](varied())
    first = imported(data, empty())
    assert imported(data, first.after).edits == ()


@pytest.mark.parametrize("name", NAMES)
def test_document_of_a_register_changes_nothing_in_it(name: str) -> None:
    register = varied()
    found = imported(MANNERS[name](register), register)
    assert (found.edits, found.left) == ((), len(register.measures))


def test_guessed_pairs_are_left_out_unless_asked_for() -> None:
    data = MANNERS["word-track-typed.docx"](varied())
    proposal = propose(read_document(data), empty())
    sure, all_of_it = (edits_of(empty(), proposal, unsure=unsure) for unsure in (False, True))
    assert len(sure.guesses) == len(all_of_it.guesses) == 3
    assert not any(measure.result for measure in sure.after.measures_of("OIT"))
    assert [bool(measure.reported_with) for measure in all_of_it.after.measures_of("OIT")] == [False, True, False]


def test_text_copied_from_the_published_pdf_is_read() -> None:
    data = reference.extracted().encode()
    found = imported(data, empty())
    wanted = items(reference.register())
    right = items(found.after) & wanted
    assert len(right) >= 0.9 * len(wanted)
    assert len(found.after.measures) == len(reference.register().measures)
    assert imported(data, found.after).edits == ()


def test_damage_of_a_copy_does_not_replace_good_texts() -> None:
    assert imported(reference.extracted().encode(), reference.register()).edits == ()
