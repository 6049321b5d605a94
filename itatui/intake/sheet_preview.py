"""The preview of a unit's sheet: its measures, the cells that were emptied as questions, and texts in conflict."""

from datetime import date

from itatui.domain.apply import apply_all
from itatui.domain.change import Edit
from itatui.domain.fields import label_of
from itatui.domain.register import Register
from itatui.intake.filled_sheet import filled_sheet
from itatui.intake.grid import Grid
from itatui.intake.preview import Answers, Preview
from itatui.intake.proposal import Proposal, ProposedMeasure
from itatui.intake.proposal_edits import Guess, Import
from itatui.intake.sheet_edits import sheet_import
from itatui.locale import _


def sheet_preview(grid: Grid, register: Register, answers: Answers, day: date) -> Preview:
    """Return the changes that a sheet, received on a day, makes in a register. `UnreadableError` if it cannot be read.

    Its edits have those in conflict too: a session keeps their texts for the user's choice.
    """
    filled = filled_sheet(grid)
    found = sheet_import(register, filled, day)
    ids = tuple(each.id for each in filled.sheet.measures)
    guesses = tuple(Guess(ids.index(edit.id), edit.field, emptied_words(register, edit)) for edit in found.cleared)
    chosen = [
        edit for guess, edit in zip(guesses, found.cleared, strict=True) if answers.guesses.get((guess.at, guess.path))
    ]
    whole = _import(register, found, (*found.edits, *chosen), ids)
    left_out = {ids[at] for at in answers.left_out}
    kept = tuple(edit for edit in whole.edits if edit.id not in left_out)
    kept = kept if any(edit.kind == "measure" for edit in (*kept, *found.conflicts)) else ()
    result = _import(register, found, kept, ids)
    measures = tuple(_named(register, each.id, each.ref) for each in filled.sheet.measures)
    proposal = Proposal(grid.format, (), (), measures, filled.mended, found.notes, filled.mends)
    return Preview(
        grid.format,
        (),
        proposal=proposal,
        whole=whole,
        result=result,
        edits=(*result.edits, *(edit for edit in found.conflicts if edit.id not in left_out)),
        guesses=guesses,
    )


def emptied_words(register: Register, edit: Edit) -> str:
    """Say that the cell of a field was emptied."""
    return _("emptied in the sheet: {field}").format(field=field_name(register, edit))


def field_name(register: Register, edit: Edit) -> str:
    """Return REF and field of an edit of a measure."""
    measure = register.measure(edit.id)
    return f"{register.ref(measure) if measure else edit.id} {label_of(edit.kind, edit.field, register)}"


def _import(register: Register, found: Import, edits: tuple[Edit, ...], ids: tuple[str, ...]) -> Import:
    """Return an import with other edits."""
    after = apply_all(register, edits)
    changed = {edit.id for edit in edits if edit.kind == "measure"}
    return found._replace(edits=edits, after=after, changed=len(changed), left=len(ids) - len(changed), taken=ids)


def _named(register: Register, measure_id: str, ref: str) -> ProposedMeasure:
    measure = register.measure(measure_id)
    return ProposedMeasure(measure.track if measure else "", measure.activity if measure else "", ref)
