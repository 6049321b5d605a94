"""The form for a new register: agency, short name and fiscal year, and what is taken over from last year's.

It saves nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.domain.fiscal_year import typed_year
from itatui.domain.new_register import named_measures, places_of_year
from itatui.domain.protocols import NewRegister
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import numerals, truncate
from itatui.tui.dialogs.choose import Choice, ChooseDialog
from itatui.tui.dialogs.form import FormDialog, FormField, RefusedError, Shape
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.measure_choices import ticked_measures
from itatui.tui.text_input.text_area import ThaiTextArea
from itatui.tui.words import Words

ALL, POSSIBLE, MARKED = "all", "possible", "marked"
"""Choices of several measures at once."""
TITLE_CELLS = 44
"""Cells of the title of a field that names measures."""
NEW_YEAR, LAST_YEAR = "new", "last"
"""Answers for activities that tell last year: tell the new one, or stay."""


class LastYear(NamedTuple):
    """The register from which the new register is made."""

    register: Register
    marked: frozenset[str] = frozenset()
    """Ids of the measures that are marked in the list, if it is open here."""


class NewRegisterDialog(FormDialog[NewRegister]):
    """Ask for the values of a new register. Return None on Esc."""

    PREFIX = "new"

    def __init__(
        self, question: Words, about: Words, proposed: NewRegister, kept: KeptText, last: LastYear | None = None
    ) -> None:
        """`about` says what the register will contain; `proposed` has the values to begin with."""
        self._last = last
        agency = FormField("agency", lambda: _("Name of your agency"), proposed.agency, selects=bool)
        short = FormField("short", lambda: _("Short name (optional)"), proposed.short, selects=bool)
        year = FormField("year", lambda: _("Fiscal year (Buddhist Era)"), str(proposed.fiscal_year), selects=bool)
        rows: Sequence[Sequence[FormField]] = ((agency,), (short,), (year,))
        if last is not None:
            rows = ((agency,), (short, year), *((field,) for field in _carried(last)))
        super().__init__(question, rows, kept, self._keys, about=about)

    def _keys(self) -> str:
        if self._last is None:
            return _("Enter: next, then create   ^S: create   Esc: cancel")
        return _("Enter: next, then create   F4: choose measures   ^S: create   Esc: cancel")

    def result(self) -> NewRegister:
        """Return the answers. Raise `RefusedError` if the name is missing, the year is none or no measure is named."""
        texts, last = self.texts, self._last
        if not texts["agency"]:
            raise RefusedError("agency", lambda: _("Enter the name of your agency first"))
        year = self.read("year", lambda: typed_year(texts["year"]))
        if last is None:
            return NewRegister(texts["agency"], texts["short"], year)
        measures = self.read("measures", lambda: named_measures(last.register, texts["measures"]))
        chosen = frozenset(measure.id for measure in measures) if texts["measures"] else None
        return NewRegister(texts["agency"], texts["short"], year, chosen, texts.get("years") == NEW_YEAR)


def _carried(last: LastYear) -> list[FormField]:
    """Return the fields about what is taken over; that of years only where activities tell last year."""
    register = last.register
    marked = _refs(register, last.marked) if last.marked else ""
    measures = FormField(
        "measures",
        lambda: _("Measures to take over, such as IIT, EIT-2 (empty: all)"),
        marked,
        choose=lambda field: _choose_measures(field, last),
        note=lambda text: _counted(register, text),
    )
    places = places_of_year(register, register.fiscal_year + 1)
    if not places:
        return [measures]
    refs = ", ".join(map(register.ref, places))

    def choices() -> Sequence[tuple[str, str]]:
        return (NEW_YEAR, numerals(_("write this year instead"))), (LAST_YEAR, numerals(_("leave it as it is")))

    def title() -> str:
        words = _("Activities that tell the year {year}: {refs}")
        return truncate(words.format(year=register.fiscal_year, refs=refs), TITLE_CELLS)

    return [measures, FormField("years", title, NEW_YEAR, Shape.CHOICE, choices=choices)]


def _counted(register: Register, text: str) -> str:
    """Return how many measures a text names; empty if it names none."""
    try:
        count = len(named_measures(register, text.strip()))
    except ItatuiError:
        return ""
    return numerals(_("{count} of {all}").format(count=count, all=len(register.measures)))


def _refs(register: Register, ids: frozenset[str]) -> str:
    return ", ".join(register.ref(measure) for measure in register.measures if measure.id in ids)


def _choose_measures(field: ThaiTextArea, last: LastYear) -> ChooseDialog:
    """Return a dialog that ticks measures in the text of a field; empty text: all of them."""
    register = last.register
    every = frozenset(measure.id for measure in register.measures)
    possible = frozenset(measure.id for measure in register.measures if not measure.is_dropped)
    sets = {ALL: every, POSSIBLE: possible, MARKED: last.marked}

    def chosen() -> frozenset[str]:
        try:
            return frozenset(measure.id for measure in named_measures(register, field.text.strip()))
        except ItatuiError:
            return frozenset()

    def choices() -> list[Choice]:
        titles = {ALL: _("All"), POSSIBLE: _("Without those that cannot be done"), MARKED: _("The selected ones")}
        rows = [Choice(name, titles[name], "", str(len(ids))) for name, ids in sets.items() if ids]
        return rows + ticked_measures(register, chosen())

    def choose(name: str) -> None:
        wanted = sets[name] if name in sets else chosen() ^ {name}
        field.fill("" if wanted == every else _refs(register, wanted))

    return ChooseDialog(lambda: _("Measures to take over"), choices, choose, ALL, several=True)
