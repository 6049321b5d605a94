"""Many registers as a table."""

from collections.abc import Sequence

from itatui.domain.rollup import RegisterLine, total
from itatui.locale import _
from itatui.report.layout.cells import Cell, CellText, Tone
from itatui.report.sheets import Sheet, Sheets


def sheets_of(lines: Sequence[RegisterLine], damaged: int) -> Sheets:
    """Return the table of lines, the last of which is their sum. `damaged` files are counted below it."""
    rows = [*lines, *([total(lines)] if len(lines) > 1 else [])]
    heads = (
        _("Register"),
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
    sheet = Sheet("", heads, tuple(map(_row, rows)), _("(no registers)"))
    notes = (_("Damaged files: {count}").format(count=damaged),) if damaged else ()
    return Sheets((_("Registers together"),), (sheet,), notes)


def name_of(line: RegisterLine) -> str:
    """Return the name of a line: agency and year, folder or unit; for a sum, words."""
    year = str(line.year or "")
    return line.unit or " ".join(filter(None, (line.agency, year))) or line.file or _("All")


def _row(line: RegisterLine) -> tuple[Cell, ...]:
    late = CellText(str(line.late), Tone.LATE if line.late else Tone.TEXT)
    texts = (
        name_of(line),
        str(line.registers),
        str(line.measures),
        f"{line.percent}% ({line.done}/{line.planned})" if line.planned else "–",
    )
    counts = (line.no_result, line.no_outcome, line.no_evidence, line.must, line.ready)
    return (*((CellText(text),) for text in texts), (late,), *((CellText(str(count)),) for count in counts))
