"""The overview as tables: a heat map of tracks by quarters, the late measures, and the next due date.

Progress is shown by numbers, by the density of the shading and by colour, each readable without the others.
"""

from itatui.domain.measure import responsible_phrase
from itatui.domain.overview import Count, Late, Line, Overview
from itatui.domain.quarters import NUMBERS, phrase
from itatui.domain.register import Register
from itatui.locale import _, ngettext
from itatui.locale.dates import day, quarter_months
from itatui.report.model import Entry, Report, Table, Tone
from itatui.report.sent_sheets import received_table
from itatui.report.shades import ASCII_SHADES, SHADES
from itatui.report.text_tables import Texts, text_table
from itatui.wording.titles import agency_and_year

BAR_LENGTH = 10
"""Characters of a progress bar."""


def overview_report(register: Register, found: Overview, *, ascii: bool = False) -> Report:  # noqa: A002
    """Return the overview of a register. `ascii` shades with ASCII characters."""
    shades = ASCII_SHADES if ascii else SHADES
    heads = [_("Quarter {number}").format(number=number) for number in NUMBERS]
    tables = [
        text_table(
            _("Tracks by quarter: done / planned"),
            (_("Track"), *heads, _("Progress")),
            tuple(_track_row(line, shades) for line in found.lines),
        ),
        text_table(
            _("Late measures: {count}").format(count=len(found.late)),
            (_("Measure"), _("Activity"), _("Late"), _("Responsible")),
            tuple(_late_row(late) for late in found.late),
            _("(nothing is late)"),
        ),
    ]
    if found.dropped:
        tables.append(_dropped(found))
    if (received := received_table(register)) is not None:
        tables.append(received)
    return Report((_("Overview"), "", agency_and_year(register)), tuple(tables), (_legend(shades), *_due(found)))


def _legend(shades: str) -> str:
    words = (_("none"), _("some"), _("most"), _("all"))
    return "   ".join(f"{shade * 3} {word}" for shade, word in zip(shades, words, strict=True))


def _track_row(line: Line, shades: str) -> Texts:
    share = line.tally.share
    full = int(share * BAR_LENGTH)
    bar = shades[-1] * full + shades[0] * (BAR_LENGTH - full)
    tone = Tone.DONE if share == 1 else Tone.TEXT
    words = f"{line.tally.percent}% ({line.tally.done}/{line.tally.planned})" if line.tally.planned else "–"
    name = Entry(line.code or _("All"), tone=Tone.HEADING)
    return (
        (name,),
        *(_heat_cell(count, shades) for count in line.quarters),
        (Entry(bar, tone=tone), Entry(words, tone=tone)),
    )


def _heat_cell(count: Count, shades: str) -> tuple[Entry, ...]:
    if not count.planned:
        return (Entry("–"),)
    share = count.done / count.planned
    shade = shades[3] if share == 1 else shades[2] if share >= 0.5 else shades[1] if share else shades[0]
    tone = Tone.DONE if share == 1 else Tone.LATE if count.late else Tone.TEXT
    cell = (Entry(f"{shade * 3} {count.done}/{count.planned}", tone=tone),)
    return (*cell, Entry(_("! late {count}").format(count=count.late), tone=Tone.LATE)) if count.late else cell


def _late_row(late: Late) -> Texts:
    words = _("! quarters {quarters}") if len(late.quarters) > 1 else _("! quarter {quarters}")
    responsible = responsible_phrase(late.measure)
    return (
        (Entry(late.ref),),
        (Entry(late.measure.activity),),
        (Entry(words.format(quarters=phrase(late.quarters)), tone=Tone.LATE),),
        (Entry(responsible or _("(none yet)"), tone=Tone.TEXT if responsible else Tone.MISSING),),
    )


def _dropped(found: Overview) -> Table:
    count = len(found.dropped)
    title = ngettext("Cannot be done: {count} measure", "Cannot be done: {count} measures", count)
    return text_table(
        title.format(count=count),
        (_("Measure"), _("Activity"), _("Reason")),
        tuple(
            ((Entry(each.ref),), (Entry(each.measure.activity),), (Entry(each.measure.dropped),))
            for each in found.dropped
        ),
    )


def _due(found: Overview) -> tuple[str, ...]:
    if found.due is None:
        return (_("Nothing is due."),)
    words = _("Next due, by {day} (quarter {quarter}, {months}): {refs}")
    due = found.due
    values = {"day": day(due.last_day.isoformat()), "quarter": due.quarter, "months": quarter_months(due.quarter)}
    return (words.format(**values, refs=", ".join(due.refs)),)
