"""The header: agency, fiscal year, quarter, other users, and the save state."""

from datetime import date

from textual.reactive import var
from textual.strip import Strip

from itatui.domain.fiscal_year import fiscal_year_of, quarter_of
from itatui.domain.person import Person
from itatui.domain.register import Register
from itatui.locale import _
from itatui.locale.dates import quarter_months
from itatui.thai import cells, numerals
from itatui.tui.session.save_state import SaveState, SaveStatus
from itatui.tui.styling.strips import strip
from itatui.tui.widgets.line_widget import LineWidget

SAVE_STYLES = {
    SaveState.UNCHANGED: "strong",
    SaveState.SAVING: "saving",
    SaveState.SAVED: "saved",
    SaveState.REFUSED: "failed",
    SaveState.CONFLICT: "failed",
    SaveState.FAILING: "failed",
    SaveState.DRAFT: "saving",
    SaveState.UNKEPT: "failed",
}
"""Style of the save state."""


def save_label(status: SaveStatus) -> str:
    """Return the save state in words, in the user's language."""
    match status.state:
        case SaveState.SAVING:
            return _("saving…")
        case SaveState.SAVED:
            return _("saved {time}").format(time=status.saved_at)
        case SaveState.REFUSED:
            return _("not saved")
        case SaveState.CONFLICT:
            return _("not saved: choose")
        case SaveState.FAILING:
            return _("NOT SAVED, trying again")
        case SaveState.DRAFT:
            return _("draft kept")
        case SaveState.UNKEPT:
            return _("draft not kept")
    return ""


class Header(LineWidget):
    """The line about the register."""

    register: var[Register | None] = var(None)
    today: var[date] = var(date.min)
    others: var[tuple[Person, ...]] = var(())
    """Other users of the register."""
    saved: var[SaveStatus] = var(SaveStatus())

    def watch_register(self) -> None:
        """Redraw the line."""
        self.refresh()

    watch_saved = watch_today = watch_others = watch_register

    def render_line(self, y: int) -> Strip:
        """Draw the line, and leave out parts that do not fit."""
        text = self.style("strong")
        width = self.size.width
        if self.register is None:
            return strip([], width, text)
        words = numerals(save_label(self.saved))
        register = self.register
        quarter = self._quarter(register)
        year = _("fiscal year {year}").format(year=register.fiscal_year)
        if register.closed:
            year = _("{year}, closed").format(year=year)
        left = numerals(f" {register.agency_short or register.agency}  {year}")
        room = width - cells(left) - cells(words) - 6
        company, count = self._company()
        if width < 80 or cells(company) + cells(quarter) > room:
            company = count
        if width < 80 or cells(company) + cells(quarter) > room:
            quarter = ""
        gap = room - cells(company) - cells(quarter) + 2
        if gap < 1:
            left = numerals(f" {register.agency_short or register.agency}")
            left += f"  {_('closed')}" if register.closed else ""
            gap = max(width - cells(left) - cells(company) - cells(words) - 4, 1)
        style = self.style(SAVE_STYLES[self.saved.state])
        return strip([(left + " " * gap + company + quarter + "   ", text), (words, style)], width, text)

    def _company(self) -> tuple[str, str]:
        """Return the other users, by name and by number: `+ somchai   `, `+1   `."""
        names = list(dict.fromkeys(person.who for person in self.others))
        if not names:
            return "", ""
        return f"+ {', '.join(names)}   ", numerals(f"+{len(self.others)}   ")

    def _quarter(self, register: Register) -> str:
        now = fiscal_year_of(self.today)
        if now > register.fiscal_year:
            return _("the year is over")
        if now < register.fiscal_year:
            return _("the year has not started")
        number = quarter_of(self.today)
        return numerals(_("quarter {number} ({months})").format(number=number, months=quarter_months(number)))
