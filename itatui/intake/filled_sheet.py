"""A unit's sheet that comes back: the texts of its cells, by measure and field."""

from collections.abc import Mapping
from typing import NamedTuple

from itatui.domain.quarters import NUMBERS
from itatui.domain.sheet_text import NotASheetError, parse_sheet
from itatui.domain.unit_sheet import UnitSheet
from itatui.intake.errors import UnreadableError
from itatui.intake.grid import Cell, Grid, Table
from itatui.intake.headings import Headings, Known, Role, find_headings
from itatui.intake.mended_texts import Mend, MendedTexts
from itatui.intake.notes import left_out, quoted
from itatui.intake.same_text import text_key
from itatui.locale import _
from itatui.thai import quote

_REF = "ref"
_LINKS = "evidence"


class FilledSheet(NamedTuple):
    """A sheet as it was made, and the texts of its cells now."""

    format: str
    sheet: UnitSheet
    texts: Mapping[tuple[str, str], str]
    """Text of each cell that is still there, by the id of its measure and the path of its edit."""
    mends: tuple[Mend, ...]
    """The texts in which letters were repaired."""
    notes: tuple[str, ...]
    """Lines about rows and columns that are missing or unknown."""

    @property
    def mended(self) -> int:
        """Damaged letters repaired."""
        return sum(mend.letters for mend in self.mends)


def filled_sheet(grid: Grid) -> FilledSheet:
    """Return the sheet of a document with a hidden text. `UnreadableError` if that text or the table is damaged."""
    try:
        sheet = parse_sheet(grid.hidden)
    except NotASheetError as error:
        raise UnreadableError(str(error)) from None
    known = _known(sheet)
    for table in grid.tables:
        if (headings := find_headings(table, known)) and Role(_REF) in headings.roles:
            return _SheetReader(sheet, table, headings).read(grid.format)
    raise UnreadableError(_("the table of the sheet of {unit} is gone").format(unit=quote(sheet.unit)))


def _known(sheet: UnitSheet) -> Known:
    found = {}
    for path, heading in sheet.headings:
        name, _dot, quarter = path.rpartition(".")
        found[text_key(heading)] = Role(name, int(quarter)) if quarter in map(str, NUMBERS) and name else Role(path)
    return found


class _SheetReader:
    """Reads the cells of a sheet, row by row."""

    def __init__(self, sheet: UnitSheet, table: Table, headings: Headings) -> None:
        self._sheet = sheet
        self._table = table
        self._headings = headings
        self._texts = MendedTexts()
        self._found: dict[tuple[str, str], str] = {}
        self._notes: list[str] = []

    def read(self, kind: str) -> FilledSheet:
        """Return the sheet with the texts of all rows. `kind` is the format of the document, such as `DOCX`."""
        measures = {text_key(each.ref): each for each in self._sheet.measures}
        seen = set()
        paths: dict[str, int] = {}
        for at, role in enumerate(self._headings.roles):
            if role:
                paths.setdefault(f"{role.name}.{role.quarter}".removesuffix(".0"), at)
        for line in self._table.lines[self._headings.end :]:
            key = text_key(line[self._headings.roles.index(Role(_REF))].text)
            measure = measures.get(key)
            if measure is None or measure.id in seen:
                self._note_row(line)
                continue
            seen.add(measure.id)
            for path, _before in measure.texts:
                if path in paths:
                    self._found[measure.id, path] = self._texts.of(line[paths[path]], links=path == _LINKS)
        asked = dict.fromkeys(path for each in self._sheet.measures for path, _before in each.texts)
        headings = dict(self._sheet.headings)
        for path in (path for path in asked if path not in paths):
            self._notes.append(_("the column “{heading}” is missing").format(heading=headings.get(path, path)))
        if missing := [each.ref for each in self._sheet.measures if each.id not in seen]:
            self._notes.append(_("rows are missing: {refs}").format(refs=quoted(", ".join(missing))))
        return FilledSheet(kind, self._sheet, self._found, tuple(self._texts.mends), tuple(self._notes))

    def _note_row(self, line: tuple[Cell, ...]) -> None:
        """Note a row that belongs to no measure of the sheet, unless it is empty or repeats the headings."""
        text = " ".join(" ".join(cell.text for cell in dict.fromkeys(line) if cell.text).split())
        if text and text_key(text) != text_key(" ".join(self._headings.texts)):
            self._notes.append(left_out(text))
