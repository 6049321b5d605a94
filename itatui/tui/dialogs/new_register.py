"""The form for a new register: agency, short name and fiscal year, asked at once. It saves nothing."""

from itatui.domain.fiscal_year import typed_year
from itatui.domain.protocols import NewRegister
from itatui.locale import _
from itatui.tui.dialogs.form import FormDialog, FormField, RefusedError
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.words import Words


class NewRegisterDialog(FormDialog[NewRegister]):
    """Ask for what a new register needs. Return None on Esc."""

    PREFIX = "new"

    def __init__(self, question: Words, about: Words, proposed: NewRegister, kept: KeptText) -> None:
        """`about` says what the register will contain; `proposed` has the values to begin with."""
        agency, short, year = proposed
        rows = (
            (FormField("agency", lambda: _("Name of your agency"), agency, selects=bool),),
            (FormField("short", lambda: _("Short name (optional)"), short, selects=bool),),
            (FormField("year", lambda: _("Fiscal year (Buddhist Era)"), str(year), selects=bool),),
        )
        super().__init__(
            question, rows, kept, lambda: _("Enter: next, then create   ^S: create   Esc: cancel"), about=about
        )

    def result(self) -> NewRegister:
        """Return the answers. Raise `RefusedError` if the name is missing or the year is none."""
        texts = self.texts
        if not texts["agency"]:
            raise RefusedError("agency", lambda: _("Enter the name of your agency first"))
        return NewRegister(texts["agency"], texts["short"], self.read("year", lambda: typed_year(texts["year"])))
