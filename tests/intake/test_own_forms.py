"""Own forms with own fields: what itatui exports by a form is read back by it, in every format."""

import pytest

from itatui.domain.quarters import NONE
from itatui.domain.register import Register
from itatui.intake.document import read_document
from itatui.intake.document_proposal import propose
from itatui.intake.headings import form_blanks, form_headings
from itatui.intake.proposal_edits import Import, edits_of
from itatui.report.documents import ENDINGS, document
from itatui.report.look import Look
from tests.support.form_shapes import Shape, shapes

FORMS = ("calendar", "e-plan", "follow-up-12", "plan", "risk-plan", "college-plan")


def imported(shape: Shape, ending: str, register: Register) -> Import:
    headings, blanks = form_headings(shape.form, register), form_blanks(shape.form)
    grid = read_document(document(shape.report(), Look(), ending))
    return edits_of(register, propose(grid, register, headings, blanks=blanks))


def bare(shape: Shape) -> Register:
    """Return the register without the values that the form asks for."""
    roles = form_headings(shape.form, shape.register).values()
    names = frozenset(name.partition("=")[0].partition(".")[0] for name in roles)
    texts = dict.fromkeys(("result", "outcome", "dropped"), "")
    empty = {**texts, "responsible": (), "evidence": (), "planned": NONE, "done": NONE}
    gone = {name: value for name, value in empty.items() if name in names}
    measures = [each._replace(more=each.more.without(names), **gone) for each in shape.register.measures]  # type: ignore[arg-type]
    return shape.register._replace(measures=tuple(measures))


def printed(shape: Shape, register: Register) -> list[str]:
    """Return the texts of all cells; white space depends on the lines of pages."""
    tables = shape._replace(register=register).report().tables
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    return ["".join("".join(entry.text for entry in cell.entries).split()) for cell in cells]


@pytest.mark.parametrize("name", FORMS)
def test_export_by_a_form_is_read_without_a_fault(name: str) -> None:
    shape = shapes()[name]
    wanted = printed(shape, shape.register)
    assert printed(shape, bare(shape)) != wanted
    for ending in ENDINGS:
        found = imported(shape, ending, bare(shape))
        assert printed(shape, found.after) == wanted, ending
        assert imported(shape, ending, shape.register).edits == (), ending
        assert imported(shape, ending, found.after).edits == (), ending
