"""Many registers as a table."""

from collections.abc import Sequence

from itatui.domain.rollup import RegisterLine, total
from itatui.locale import _
from itatui.report.model import Entry, Report, Tone
from itatui.report.text_tables import text_table


def rollup_report(lines: Sequence[RegisterLine], damaged: int) -> Report:
    """Return the table of lines, the last of which is their sum. `damaged` files are counted below it."""
    rows = [*lines, *([total(lines)] if len(lines) > 1 else [])]
    heads = (
        _("Name"),
        _("Registers"),
        _("Measures"),
        _("Progress"),
        _("Late"),
        _("No result"),
        _("No outcome"),
        _("No evidence"),
        _("To fix before publishing"),
        _("Ready to publish"),
    )
    table = text_table("", heads, tuple(map(_row, rows)), _("(no registers)"))
    notes = (_("Damaged files: {count}").format(count=damaged),) if damaged else ()
    return Report((_("Registers together"),), (table,), notes)


def name_of(line: RegisterLine) -> str:
    """Return the name of a line: agency and year, folder or unit; for a sum, words."""
    year = str(line.year or "")
    return line.unit or " ".join(filter(None, (line.agency, year))) or line.file or _("All")


def _row(line: RegisterLine) -> tuple[tuple[Entry, ...], ...]:
    late = Entry(str(line.late), tone=Tone.LATE if line.late else Tone.TEXT)
    texts = (
        name_of(line),
        str(line.registers),
        str(line.measures),
        f"{line.percent}% ({line.done}/{line.planned})" if line.planned else "–",
    )
    counts = (line.no_result, line.no_outcome, line.no_evidence, line.must, line.ready)
    return (*((Entry(text),) for text in texts), (late,), *((Entry(str(count)),) for count in counts))
