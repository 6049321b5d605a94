"""The overview as tables: a heat map of tracks by quarters with its numbers, what is late, what is due next.

How much is done is said by numbers, by how dense the signs are, and by colour: none of them is needed for the others.
"""

from itatui.domain.measure import responsible_phrase
from itatui.domain.overview import Count, Late, Line, Overview
from itatui.domain.quarters import NUMBERS, phrase
from itatui.domain.register import Register
from itatui.locale import _
from itatui.locale.dates import day, quarter_months
from itatui.report.layout.cells import Cell, Piece, Tone
from itatui.report.sheets import Sheet, Sheets

SHADES = "░▒▓█"
"""From nothing done to all of it."""
ASCII_SHADES = ".-=#"
BAR = 10
"""Signs of a progress bar."""


def sheets_of(register: Register, found: Overview, *, ascii: bool = False) -> Sheets:  # noqa: A002
    """The overview of a register; `ascii` shades with ASCII characters."""
    shades = ASCII_SHADES if ascii else SHADES
    heads = [_("Quarter {number}").format(number=number) for number in NUMBERS]
    sheets = [
        Sheet(
            _("Tracks by quarters: carried out of planned"),
            (_("Track"), *heads, _("Progress")),
            tuple(_line(line, shades) for line in found.lines),
        ),
        Sheet(
            _("Late: {count} measures").format(count=len(found.late)),
            (_("Measure"), _("Activity"), _("Late"), _("Responsible")),
            tuple(_late(late) for late in found.late),
            _("(nothing is late)"),
        ),
    ]
    year = _("{agency}, fiscal year {year}").format(agency=register.agency, year=register.fiscal_year)
    return Sheets((_("Overview"), year), tuple(sheets), (_legend(shades), *_due(found)))


def _legend(shades: str) -> str:
    words = (_("none"), _("some"), _("most"), _("all"))
    return "   ".join(f"{shade * 3} {word}" for shade, word in zip(shades, words, strict=True))


def _line(line: Line, shades: str) -> tuple[Cell, ...]:
    share = line.tally.share
    full = int(share * BAR)
    bar = shades[-1] * full + shades[0] * (BAR - full)
    tone = Tone.DONE if share == 1 else Tone.TEXT
    words = f"{round(share * 100)}% ({line.tally.done}/{line.tally.planned})" if line.tally.planned else "–"
    name = Piece(line.code or _("all"), Tone.HEADING)
    return (name,), *(_cell(count, shades) for count in line.quarters), (Piece(bar, tone), Piece(words, tone))


def _cell(count: Count, shades: str) -> Cell:
    if not count.planned:
        return (Piece("–"),)
    share = count.done / count.planned
    shade = shades[3] if share == 1 else shades[2] if share >= 0.5 else shades[1] if share else shades[0]
    tone = Tone.DONE if share == 1 else Tone.LATE if count.late else Tone.TEXT
    cell = (Piece(f"{shade * 3} {count.done}/{count.planned}", tone),)
    return (*cell, Piece(_("! late {count}").format(count=count.late), Tone.LATE)) if count.late else cell


def _late(late: Late) -> tuple[Cell, ...]:
    quarters = _("! quarter {quarters}").format(quarters=phrase(late.quarters))
    responsible = responsible_phrase(late.measure)
    return (
        (Piece(late.ref),),
        (Piece(late.measure.activity),),
        (Piece(quarters, Tone.LATE),),
        (Piece(responsible or _("(none yet)"), Tone.TEXT if responsible else Tone.MISSING),),
    )


def _due(found: Overview) -> tuple[str, ...]:
    if found.due is None:
        return (_("Nothing is left to be done in time."),)
    words = _("Next due, by {day} (quarter {quarter}, {months}): {refs}")
    due = found.due
    told = {"day": day(due.last_day.isoformat()), "quarter": due.quarter, "months": quarter_months(due.quarter)}
    return (words.format(**told, refs=", ".join(due.refs)),)
