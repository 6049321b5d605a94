"""The edits of a unit's sheet: each replaces the value that the sheet was given, so that nothing is lost."""

from datetime import date
from typing import NamedTuple

from itatui.domain.apply import apply_all
from itatui.domain.change import Edit, Value
from itatui.domain.conflicts import merge_values
from itatui.domain.field_path import FieldPath
from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import field_at, value_of
from itatui.domain.register import Register
from itatui.domain.sent_sheets import is_received, received
from itatui.domain.unit_sheet import DONE, SheetMeasure, UnitSheet
from itatui.errors import UsageError
from itatui.intake.errors import UnreadableError
from itatui.intake.filled_sheet import FilledSheet
from itatui.intake.lost_sheet import other_year
from itatui.intake.notes import left_out, quoted
from itatui.intake.proposal_edits import Import
from itatui.intake.quarter_words import is_tick
from itatui.intake.same_text import is_same
from itatui.locale import _

_RESULT = "result"


class SheetChoices(NamedTuple):
    """Answers to the open questions of a sheet."""

    clears: bool = False
    """Whether cells that were emptied empty their fields."""
    keeps_both: bool = False
    """Whether a text goes behind the one that others have written meanwhile."""


NO_CHOICES = SheetChoices()


def sheet_import(register: Register, filled: FilledSheet, day: date, choices: SheetChoices = NO_CHOICES) -> Import:
    """Return the edits of a sheet for the register as it is now, received on a day.

    `UnreadableError` if it is of another register or year.
    """
    check_register(register, filled.sheet)
    draft = _Draft(register, filled, choices)
    for measure in filled.sheet.measures:
        draft.put(measure)
    return draft.finished(day)


def check_register(register: Register, sheet: UnitSheet) -> None:
    """Raise `UnreadableError` for the sheet of another register or year."""
    if sheet.year != register.fiscal_year:
        raise UnreadableError(other_year(sheet.year, register.fiscal_year))
    is_known = any(register.measure(each.id) for each in sheet.measures) or not sheet.measures
    if sheet.agency != register.agency or not is_known:
        message = _("it is a sheet of another register, that of {agency}")
        raise UnreadableError(message.format(agency=quoted(sheet.agency) or "–"))


class _Draft:
    """The edits of a sheet, gathered measure by measure."""

    def __init__(self, register: Register, filled: FilledSheet, choices: SheetChoices) -> None:
        self._register = register
        self._filled = filled
        self._choices = choices
        self._edits: list[Edit] = []
        self._conflicts: list[Edit] = []
        self._cleared: list[Edit] = []
        self._notes = list(filled.notes)
        self._is_filled = False

    def put(self, measure: SheetMeasure) -> None:
        """Take the cells of a measure in which the unit has changed something."""
        for path, before in measure.texts:
            text = self._filled.texts.get((measure.id, path), before)
            if path.startswith(f"{DONE}."):
                self._put_tick(measure, path, before, text)
            elif not is_same(before, text):
                self._put_text(measure, path, before, text)

    def _put_tick(self, measure: SheetMeasure, path: str, before: str, text: str) -> None:
        ticked = is_tick(text)
        if ticked is None:
            self._note(measure, text)
        elif ticked != bool(before):
            self._add(measure, Edit("measure", measure.id, path, bool(before), ticked), is_cleared=not ticked)

    def _put_text(self, measure: SheetMeasure, path: str, before: str, text: str) -> None:
        current = self._register.measure(measure.id)
        field = field_at("measure", path, self._register)
        if current is None or field is None:
            self._is_filled = True
            message = _("{ref} is deleted") if current is None else _("the field is removed")
            self._note(measure, f"{text} ({message.format(ref=measure.ref)})")
            return
        if self._register.reporter(current).id != current.id and FieldPath.parse(path).name == _RESULT and text:
            self._is_filled = True
            self._note(measure, f"{text} ({_('it is reported with another measure by now')})")
            return
        held = field.get(current)
        try:
            after = parse_value(self._register, current, field, text)
            is_held = format_value(self._register, field, held) == before
            base: Value = held if is_held else parse_value(self._register, current, field, before)
        except UsageError as error:
            self._note(measure, str(error))
            return
        if after != base:
            self._add(measure, Edit("measure", measure.id, path, base, after), is_cleared=not text)

    def _add(self, measure: SheetMeasure, edit: Edit, *, is_cleared: bool) -> None:
        """Take an edit: at once, as one that empties a field, or as one in conflict."""
        self._is_filled = True
        current = self._register.measure(measure.id)
        held = value_of(current, edit.field) if current else None
        if current is None:
            self._note(measure, _("{ref} is deleted").format(ref=measure.ref))
        elif held == edit.after:
            return
        elif held != edit.before:
            both = self._both(edit, held)
            if both is None or (both != held and not self._choices.keeps_both):
                self._conflicts.append(edit)
            elif both != held:
                self._edits.append(edit._replace(before=held, after=both))
        elif is_cleared:
            self._cleared.append(edit)
            self._edits += [edit] if self._choices.clears else []
        else:
            self._edits.append(edit)

    def _both(self, edit: Edit, held: Value) -> Value:
        """Return a value that keeps both texts: the one held, if it contains the other. None for single values."""
        field = field_at("measure", edit.field, self._register)
        return merge_values(field.kind, held, edit.after) if field and edit.after else None

    def _note(self, measure: SheetMeasure, text: str) -> None:
        self._notes.append(f"{measure.ref} {left_out(text)}")

    def finished(self, day: date) -> Import:
        """Return the import. A sheet in which something was filled in is noted as received."""
        changed = {edit.id for edit in self._edits}
        sheet = self._filled.sheet
        if self._is_filled and (self._edits or not is_received(self._register, sheet)):
            mark = received(self._register, sheet, day)
            self._edits += [mark] if mark.before != mark.after else []
        return Import(
            edits=tuple(self._edits),
            after=apply_all(self._register, self._edits),
            added=0,
            changed=len(changed),
            left=len(sheet.measures) - len(changed),
            notes=tuple(dict.fromkeys(self._notes)),
            conflicts=tuple(self._conflicts),
            cleared=tuple(self._cleared),
        )
