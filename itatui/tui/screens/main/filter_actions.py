"""What narrows the list, and what leads straight to a place: the commands that change nothing in the register."""

from typing import TYPE_CHECKING

from itatui.domain.filter import Sort
from itatui.domain.standing import Standing
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.tui.screens.main.conflicts import Contesting
from itatui.tui.widgets.measure_detail import MeasureDetail

if TYPE_CHECKING:
    from itatui.domain.register import Register
    from itatui.tui.app import ItatuiApp
    from itatui.tui.dialogs.choose import Choice
    from itatui.tui.widgets.search_box import SearchBox

PANES = {"tracks": N_("Tracks"), "measures": N_("Measures"), "detail": N_("Detail")}
FIELDS = (
    ("measure activity", N_("Activity")),
    ("measure done.1", N_("Quarters")),
    ("measure responsible", N_("Responsible")),
    ("measure result", N_("Result")),
    ("measure outcome", N_("Outcome of this measure")),
    ("track outcome", N_("Outcome of the whole track")),
    ("measure evidence", N_("Evidence")),
)
"""Where one can go straight to, each by a number: 1 to 9, and 0."""


class Narrowing(Contesting):
    """The commands of the main screen that narrow and go."""

    own_unit = ""
    """The person's own unit, as the configuration names it or as it was chosen since; empty: none is."""
    _unit_wanted = False
    """Whether the next unit that is chosen is the person's own."""

    def action_late(self) -> None:
        """Narrows the list to the late ones, or widens it again."""
        self.selection = self.selection._replace(standings=self.selection.standings ^ {Standing.LATE})

    def action_mine(self) -> None:
        """Narrows the list to what one's own unit is responsible for, or widens it again; asks once which that is."""
        if self.own_unit:
            self.selection = self.selection._replace(unit="" if self.selection.unit else self.own_unit)
        else:
            self._unit_wanted = True
            self.tell(_("choose your unit in this list; it is kept, and S changes it"))
            self.action_narrow(begin="unit ")

    def action_find(self) -> None:
        """Asks for a text, and narrows the list while it is typed."""
        from itatui.tui.widgets.search_box import SearchBox

        if not self.query(SearchBox):
            self.mount(SearchBox(self.selection.text), before="#foot")
        self.query_one(SearchBox).focus()

    def on_search_box_searched(self, message: "SearchBox.Searched") -> None:
        """Filter the list by the text in the search box."""
        message.stop()
        self.selection = self.selection._replace(text=message.text)

    def on_search_box_left(self, message: "SearchBox.Left") -> None:
        """Move from the search box to the list."""
        message.stop()
        self.go_to_pane("measures")

    def action_narrow(self, begin: str = "") -> None:
        """Has the person choose what the list is narrowed to, and in which order it is."""
        from itatui.tui.dialogs.choose import ChooseDialog

        if self.register is not None:
            choices = self._narrowings()
            self._unit_wanted = self._unit_wanted and bool(begin)
            first = next((choice.name for choice in choices if choice.name.startswith(begin)), "") if begin else ""
            self.app.push_screen(ChooseDialog(_("Narrow the list"), self._narrowings, self._narrow, first))

    def _narrowings(self) -> "list[Choice]":
        from itatui.tui.dialogs.filter_choices import filter_choices

        register: Register | None = self.register
        return filter_choices(register, self.selection, self.today) if register else []

    def _narrow(self, name: str) -> None:
        kind, _space, value = name.partition(" ")
        now = self.selection
        if kind == "all":
            self.selection = now.widened()
        elif kind == "standing":
            self.selection = now._replace(standings=now.standings ^ {Standing(value)})
        elif kind == "unit":
            self.selection = now._replace(unit="" if now.unit == value else value)
            if self._unit_wanted:
                self._keep_unit(value)
        elif kind == "quarter":
            self.selection = now._replace(quarter=0 if now.quarter == int(value) else int(value))
        else:
            self.selection = now._replace(sort=Sort(value))

    def _keep_unit(self, unit: str) -> None:
        app: ItatuiApp = self.app  # type: ignore[assignment]
        self._unit_wanted = False
        try:
            app.choose("unit", unit)
        except ItatuiError as error:
            self.tell(str(error))

    def action_go(self) -> None:
        """Has the person choose a pane or a field, and goes there."""
        from itatui.tui.dialogs.choose import ChooseDialog

        self.app.push_screen(ChooseDialog(_("Go to"), self._places, self._go))

    def _places(self) -> "list[Choice]":
        from itatui.tui.dialogs.choose import Choice

        places = (*((name, _(title)) for name, title in PANES.items()), *((name, _(title)) for name, title in FIELDS))
        return [Choice(name, title, str(number % 10)) for number, (name, title) in enumerate(places, 1)]

    def _go(self, place: str) -> None:
        kind, _space, field = place.partition(" ")
        if not field:
            self.go_to_pane(kind)
            return
        if kind == "measure" and (measure := self.current_measure()):
            self.detailed = measure.id
        self.go_to_pane("detail")
        self.query_one(MeasureDetail).go_to(kind, field)

    def widen(self) -> None:
        """Lists everything of the track again, in its own order."""
        self.selection = self.selection.widened()
