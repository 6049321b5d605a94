"""Imports in one step, and registers to import into and to make documents from."""

from datetime import date

from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.intake.document import read_document
from itatui.intake.document_proposal import propose
from itatui.intake.filled_sheet import filled_sheet
from itatui.intake.proposal_edits import Import, edits_of
from itatui.intake.sheet_edits import sheet_import
from tests import reference


def imported(data: bytes, register: Register, *, unsure: bool = True) -> Import:
    """Import a document, or the sheet of a unit, into a register."""
    grid = read_document(data)
    if grid.hidden:
        return sheet_import(register, filled_sheet(grid), date(register.fiscal_year - 543, 5, 6))
    return edits_of(register, propose(grid, register), unsure=unsure)


def empty() -> Register:
    """Return the reference register before anything was written into it."""
    register = reference.register()
    tracks = tuple(track._replace(outcome="") for track in register.tracks)
    return register._replace(measures=(), tracks=tracks)


def varied() -> Register:
    """Return the reference register with other units and quarters in each track."""
    register = reference.register()
    units = {"IIT": ("กองคลัง",), "EIT": ("สำนักปลัด", "กองสาธารณสุขและสิ่งแวดล้อม"), "OIT": ("กองช่าง", "กองคลัง", "ทุกกองงาน")}
    planned = {"IIT": quarters({2, 3}), "EIT": quarters({1, 3}), "OIT": quarters({4})}
    measures = tuple(
        measure._replace(
            responsible=units[measure.track],
            responsible_text="",
            planned=planned[measure.track],
            done=quarters(()),
        )
        for measure in register.measures
    )
    return register._replace(measures=measures)
