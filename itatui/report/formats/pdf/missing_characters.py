"""Characters that the font of the PDF lacks: replaced by equal ones, or refused."""

from collections.abc import Iterator

from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.report.formats.pdf.font import Font
from itatui.report.look import with_texts
from itatui.report.model import Report
from itatui.thai import quote


class UnprintableError(ItatuiError):
    """The font lacks a character, which would vanish unnoticed."""


def drawable(report: Report, font: Font) -> Report:
    """Return the report with each character that the font lacks replaced by an equal one.

    Raise `UnprintableError` where there is none.
    """
    drawn = with_texts(report, font.drawable)
    for place, text in _placed_texts(drawn):
        if lacking := font.lacking(text):
            message = _("{place}: the font of the PDF has no {character} (U+{code}): replace it, or export a DOCX")
            raise UnprintableError(message.format(place=place, character=lacking, code=f"{ord(lacking):04X}"))
    return drawn


def _placed_texts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield each text of a report with the words for where it is."""
    for text in (report.number, *report.titles, *report.notes, *report.foot):
        yield _("title or note"), text
    for passage in (*report.opening, *report.closing):
        yield from ((passage.heading, text) for text in (passage.heading, *(entry.text for entry in passage.lines)))
    for signature in report.signatures:
        yield from ((_("signatures"), text) for text in signature[:3])
    for table in report.tables:
        yield from ((_("heading"), text) for column in table.columns for text in (column.heading, column.over))
        yield from ((_("heading"), text) for text in (table.title, table.empty))
        for row in table.rows:
            for entry in (entry for cell in row.cells for entry in cell.entries):
                numbers = (*entry.numbers, *row.numbers)
                place = f"{row.code}-{numbers[0]}" if numbers and row.code else row.code or quote(entry.text, 30)
                yield place, f"{entry.mark}{entry.about}{entry.text}"
