"""Who has sent a sheet and who has not, as a table: a line a unit, a column a round."""

from collections.abc import Sequence

from itatui.domain.register import Register
from itatui.domain.sent_sheets import UnitLine, awaited_rounds, unit_lines
from itatui.locale import _
from itatui.locale.dates import day
from itatui.report.model import Entry, Report, Table, Tone
from itatui.report.text_tables import Texts, text_table
from itatui.wording.titles import agency_and_year


def sheets_table(register: Register, lines: Sequence[UnitLine], rounds: Sequence[str]) -> Table:
    """Return the table of these units. `rounds` are names of rounds; an empty one is the year."""
    everyone = unit_lines(register)
    sent = sum(all(line.of_round(name) for name in rounds) for line in everyone)
    heads = (
        _("Unit"),
        _("Measures"),
        *(name or _("Fiscal year {year}").format(year=register.fiscal_year) for name in rounds),
    )
    title = _("Sheets of units: {sent} of {all} have sent").format(sent=sent, all=len(everyone))
    return text_table(title, heads, tuple(_row(line, rounds) for line in lines), _("(no unit yet)"))


def sheets_report(register: Register, lines: Sequence[UnitLine], rounds: Sequence[str]) -> Report:
    """Return the table of these units with its title."""
    return Report((_("Sheets of units"), "", agency_and_year(register)), (sheets_table(register, lines, rounds),))


def received_table(register: Register) -> Table | None:
    """Return the table of all units; None before the first sheet has come."""
    lines = unit_lines(register)
    return sheets_table(register, lines, awaited_rounds(register)) if any(line.sent for line in lines) else None


def _row(line: UnitLine, rounds: Sequence[str]) -> Texts:
    return ((Entry(line.unit),), (Entry(str(line.measures)),), *((_sent(line, name),) for name in rounds))


def _sent(line: UnitLine, name: str) -> Entry:
    sheet = line.of_round(name)
    if sheet is None:
        return Entry(_("not yet"), tone=Tone.MISSING)
    words = _("{received} (given out {made})").format(received=day(sheet.received), made=day(sheet.made))
    return Entry(words, tone=Tone.DONE)
