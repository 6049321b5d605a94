"""Agency, year and titles on the register screen: a fixed list."""

from collections.abc import Sequence

from itatui.domain.change import Edit
from itatui.domain.edits import set_agency, set_field, set_year
from itatui.domain.field_text import format_field, parse_value
from itatui.domain.fields import REGISTER_FIELDS
from itatui.domain.fiscal_year import typed_year
from itatui.domain.kinds import Kind
from itatui.domain.register import Register
from itatui.locale import _
from itatui.thai import one_line
from itatui.tui.dialogs.form import FormField, RefusedError, Shape, Texts
from itatui.tui.screens.setup.sections import EntryForm, Step

NAMES = ("agency", "agency_short", "fiscal_year", "title", "subtitle")


class AgencySection:
    """The fields that every register has."""

    name = "agency"

    def title(self) -> str:
        """Return the heading."""
        return _("Agency and titles")

    def about(self) -> str:
        """Return what the section is for."""
        return _("Printed above the report. The short name is shown on the first line of the screen.")

    def keys(self, register: Register) -> Sequence[str]:
        """Return the names of the fields."""
        return NAMES

    def row(self, register: Register, key: str) -> tuple[str, str]:
        """Return label and value of a field."""
        return self._label(key), one_line(format_field(register, register, REGISTER_FIELDS[key]))

    def _label(self, key: str) -> str:
        return _(REGISTER_FIELDS[key].label)

    def detail(self, register: Register, key: str) -> Sequence[tuple[str, str]]:
        """Return the whole value, and what else a change of it changes."""
        notes = {
            "agency": _("Titles that contain the name change with it."),
            "fiscal_year": _("Titles and names of tracks that contain the year change with it."),
        }
        found = [(self._label(key), format_field(register, register, REGISTER_FIELDS[key]))]
        return [*found, ("", notes[key])] if key in notes else found

    def form(self, register: Register, key: str) -> EntryForm | None:
        """Return the form of a field; there are no new ones."""
        if not key:
            return None
        field = REGISTER_FIELDS[key]
        shape = Shape.LINES if field.kind is Kind.TEXT else Shape.LINE if field.kind is Kind.YEAR else Shape.PARAGRAPH
        written = FormField("value", lambda: self._label(key), format_field(register, register, field), shape)
        return EntryForm(lambda: self._label(key), ((written,),), lambda now, texts: self._edits(now, key, texts))

    def _edits(self, register: Register, key: str, texts: Texts) -> Sequence[Edit]:
        text = texts["value"]
        value = (
            typed_year(text) if key == "fiscal_year" else parse_value(register, register, REGISTER_FIELDS[key], text)
        )
        if key == "agency" and not value:
            raise RefusedError("value", lambda: _("Enter the name of your agency first"))
        if value == REGISTER_FIELDS[key].get(register):
            return ()
        if key == "agency":
            return set_agency(register, str(value))
        if key == "fiscal_year" and isinstance(value, int):
            return set_year(register, value)
        return (set_field(register, key, value),)

    def offer(self, register: Register, key: str) -> Step | None:
        """Return nothing: every entry has a form."""
        return None

    def stays(self, register: Register, key: str) -> bool:
        """Test nothing: every register has these fields."""
        return True

    def removal(self, register: Register, key: str) -> Step | None:
        """Return nothing: these fields stay."""
        return None

    def moved(self, register: Register, key: str, by: int) -> Sequence[Edit]:
        """Return nothing: their order is fixed."""
        return ()
