"""Import the sheets of units: each sheet is a change of its own, and nothing that others wrote is overwritten."""

import argparse
from collections.abc import Sequence
from typing import Any

from itatui.cli.document_file import refused, shown_name
from itatui.cli.document_grids import ReadDocument
from itatui.cli.edit_lines import edit_view, print_edits
from itatui.cli.output import print_answer, print_json, print_note, today, use_colour
from itatui.cli.pager import paged
from itatui.cli.question import agreed
from itatui.domain.change import ClosedError, ConflictError, Edit
from itatui.domain.fields import value_of
from itatui.domain.history import last_change_of
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.intake.errors import UnreadableError
from itatui.intake.filled_sheet import FilledSheet, filled_sheet
from itatui.intake.proposal_edits import Import
from itatui.intake.sheet_edits import SheetChoices, sheet_import
from itatui.intake.sheet_preview import emptied_words, field_name
from itatui.locale import _
from itatui.locale.dates import moment
from itatui.store import RegisterFile
from itatui.thai import numerals, quote
from itatui.wording.changes import repaired_words

_TRIES = 20
"""Attempts to save a sheet while others save the same fields."""
_QUOTED = 60
"""Cells of a text that a line repeats."""


class _Returned(NamedTuple):
    """A sheet that was read, and its import."""

    name: str
    filled: FilledSheet
    before: Register
    result: Import


def import_sheets(file: RegisterFile, documents: Sequence[ReadDocument], arguments: argparse.Namespace) -> int:
    """Show the changes of sheets, ask, and save each as a change. Return 1 if anything was refused or left."""
    choices = SheetChoices(arguments.clear, arguments.both)
    returned, code = _plan(file.load(), documents, choices, is_told=True)
    if not returned:
        return code
    if not (choices.clears or arguments.yes or arguments.dry_run) and (emptied := _emptied(returned)):
        for line in emptied:
            print_note(line)
        choices = choices._replace(clears=agreed(_("Empty these fields too?")))
        returned, _code = _plan(file.load(), documents, choices, is_told=False)
    if arguments.json:
        print_json({"sheets": [_view(each) for each in returned]})
    else:
        _show(file, returned, choices, colour=use_colour(arguments))
    if not choices.clears and _emptied(returned):
        print_note(_("to empty fields whose cells were emptied: --clear"))
    if any(each.result.conflicts for each in returned):
        print_note(_("to put the texts of the sheets behind those of others: --both"))
        code = 1
    if not any(each.result.edits for each in returned):
        print_note(_("nothing was filled in that the register does not hold; nothing was changed"))
    elif not arguments.dry_run and (arguments.yes or agreed(_("Make these changes?"))):
        code |= _save(file, returned, choices)
    else:
        print_note(_("nothing was changed"))
    return code


def _plan(
    register: Register, documents: Sequence[ReadDocument], choices: SheetChoices, *, is_told: bool
) -> tuple[list[_Returned], int]:
    """Return the imports, each for the register with those before it, and 1 if a sheet was refused, which is told."""
    found = []
    code = 0
    for document in documents:
        try:
            filled = filled_sheet(document.grid)
            result = sheet_import(register, filled, today(), choices)
        except UnreadableError as error:
            if is_told:
                print_note(str(refused(document.name, str(error))))
            code = 1
            continue
        found.append(_Returned(document.name, filled, register, result))
        register = result.after
    return found, code


def _save(file: RegisterFile, returned: Sequence[_Returned], choices: SheetChoices) -> int:
    """Save each sheet as a change, for the register as it is then. Return 1 if others were faster with some text."""
    saved = code = 0
    for each in returned:
        known = {edit[:3] for edit in each.result.conflicts}
        before, result = _saved(file, each.filled, choices)
        saved += bool(result.edits)
        new = tuple(edit for edit in result.conflicts if edit[:3] not in known)
        if new:
            code = 1
            for line, _edit in _conflict_lines(file, before, new):
                print_note(f"{shown_name(each.name)}: {line}")
    if saved:
        print_note(_("sheets imported: {count}; each is undone by: itatui undo").format(count=saved))
    return code


def _saved(file: RegisterFile, filled: FilledSheet, choices: SheetChoices) -> tuple[Register, Import]:
    """Save a sheet; if others change its fields at the same moment, look again. Raise `ItatuiError`."""
    for attempt in range(_TRIES):
        register = file.load()
        result = sheet_import(register, filled, today(), choices)
        try:
            if result.edits:
                file.apply(*result.edits)
        except ConflictError as error:
            if isinstance(error, ClosedError) or attempt == _TRIES - 1:
                raise
            continue
        break
    return register, result


def _emptied(returned: Sequence[_Returned]) -> list[str]:
    """Return a line for each field whose cell was emptied."""
    return [emptied_words(each.before, edit) for each in returned for edit in each.result.cleared]


def _conflict_lines(file: RegisterFile, register: Register, edits: Sequence[Edit]) -> list[tuple[str, Edit]]:
    """Return a line for each conflict, with the edit from the text of others to that of the sheet."""
    history = file.history() if edits else []
    lines = []
    for edit in edits:
        measure = register.measure(edit.id)
        held = value_of(measure, edit.field) if measure else None
        last = last_change_of(history, edit.kind, edit.id, edit.field)
        message = _("{field} was changed by {who}, {when}, after the sheet was made; it stays as it is")
        unknown = _("{field} was changed after the sheet was made; it stays as it is")
        words = {"who": last.who, "when": moment(last.when)} if last else {}
        line = (message if last else unknown).format(field=field_name(register, edit), **words)
        lines.append((line, edit._replace(before=held)))
    return lines


def _show(file: RegisterFile, returned: Sequence[_Returned], choices: SheetChoices, *, colour: bool) -> None:
    """Print counts, notes, changes and conflicts of each sheet."""
    with paged():
        for each in returned:
            result, unit = each.result, each.filled.sheet.unit
            words = _("{unit}: measures changed: {changed}, left as they are: {left}, conflicts: {conflicts}")
            counts = words.format(
                unit=quote(unit, _QUOTED),
                changed=result.changed,
                left=result.left,
                conflicts=len({edit.id for edit in result.conflicts}),
            )
            print_answer(numerals(f"{shown_name(each.name)} ({each.filled.format}), {counts}"))
            lines = [repaired_words(each.filled.mended)] if each.filled.mended else []
            lines += [*result.notes, *([] if choices.clears else _emptied([each]))]
            for line in lines:
                print_answer(f"  {numerals(line)}")
            print_edits(result.edits, result.after, "  ", words=True, colour=colour)
            for line, edit in _conflict_lines(file, each.before, result.conflicts):
                print_answer(f"  {numerals(line)}")
                print_edits([edit], each.before, "    ", words=False, colour=colour)


def _view(returned: _Returned) -> dict[str, Any]:
    result, sheet = returned.result, returned.filled.sheet
    return {
        "file": returned.name,
        "format": returned.filled.format,
        "unit": sheet.unit,
        "round": sheet.round,
        "made": sheet.made,
        "mended": returned.filled.mended,
        "changed": result.changed,
        "left": result.left,
        "edits": [edit_view(edit, result.after) for edit in result.edits],
        "conflicts": [edit_view(edit, returned.before) for edit in result.conflicts],
        "emptied": [edit_view(edit, returned.before) for edit in result.cleared],
        "notes": list(result.notes),
    }
