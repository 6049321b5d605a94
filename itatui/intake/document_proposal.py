"""Map the tables of a document to measures: a pure function of document and register."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from itatui.domain.register import Register
from itatui.intake.blank_words import Blanks
from itatui.intake.column_roles import UnknownColumnsError, columns_of, plain_headings, with_roles
from itatui.intake.grid import Cell, Grid, Table
from itatui.intake.headings import Headings, Known, find_headings, known_headings
from itatui.intake.lost_sheet import doubted, lost_sheet
from itatui.intake.mended_texts import MendedTexts
from itatui.intake.notes import left_out, quoted
from itatui.intake.proposal import Pairing, Proposal, ProposedMeasure, ProposedTrack
from itatui.intake.row_measures import RowMeasures, RowPlace, measures_of, result_cell
from itatui.intake.same_text import text_key
from itatui.intake.table_rows import ACTIVITY, TRACK, TableRow, rows_of
from itatui.intake.tracks import NamedTrack, named_track
from itatui.locale import _

_MIN_SHARED = 30
"""Code points of a result that stands at two measures because it reports on both."""


class _Section(NamedTuple):
    """Tables that belong together: a table that goes on over pages."""

    headings: Headings
    table: Table


def propose(
    grid: Grid,
    register: Register,
    headings: Mapping[str, str] | None = None,
    track: str = "",
    roles: Mapping[str, str] | None = None,
    blanks: Blanks = frozenset(),
) -> Proposal:
    """Return the proposal of a document for a register.

    `headings` are those of a form, each with its field. `track` is the code for measures that name none. `roles` are
    those that a user chose, by the heading of the column; empty: it is not read. `blanks` are words of a form for a
    missing value.
    `UnknownColumnsError` if no heading names the column of the measures; `UnreadableError` for a unit's sheet of
    another fiscal year.
    """
    sections, notes = _headed(grid, known_headings(register, headings), roles or {})
    columns = columns_of(sections)
    if not any(column.role in ("activity", "ref") for column in columns):
        raise UnknownColumnsError(_("no headings of measures found in its tables"), columns)
    unit = "" if grid.hidden else lost_sheet(grid, register.fiscal_year)
    if unit:
        message = _("the hidden part of the sheet of {unit} is lost: read by REF and text, as any document")
        notes.insert(0, message.format(unit=quoted(unit)))
    texts = MendedTexts()
    rows, others = _rows(sections, register, track, blanks)
    notes += map(left_out, others)
    contents = _Contents(register, texts)
    contents.add_all(rows)
    return Proposal(
        grid.format,
        columns,
        contents.tracks(),
        tuple(doubted(register, each) if unit else each for each in contents.measures),
        texts.count,
        (*grid.notes, *notes, *contents.notes),
        tuple(texts.mends),
        tuple(contents.pairings),
    )


def _rows(
    sections: Sequence[_Section], register: Register, track: str, blanks: Blanks
) -> tuple[list[TableRow], list[str]]:
    """Return the rows that hold measures, and the texts of other rows."""
    rows: list[TableRow] = []
    others: list[str] = []
    for section in sections:
        named = None if TRACK in section.headings.roles else _named_by_caption(section.table.caption, register)
        default = NamedTrack(track) if track else None
        found = rows_of(section.table, section.headings, register, named or default, blanks)
        rows += found.rows
        others += found.left_out
    return rows, others


def _headed(grid: Grid, known: Known, roles: Mapping[str, str]) -> tuple[list[_Section], list[str]]:
    """Return the tables with the roles of their columns, and lines about those that are left out."""
    sections, notes = _sections(grid, known)
    if not sections:
        return _plain_section(grid, roles)
    return [each._replace(headings=with_roles(each.headings, roles)) for each in sections], notes


def _plain_section(grid: Grid, roles: Mapping[str, str]) -> tuple[list[_Section], list[str]]:
    """Return the longest table, whose headings name nothing known, and a line about its first row."""
    tables = [table for table in grid.tables if table.lines]
    if not tables:
        return [], []
    table = max(tables, key=lambda each: len(each.lines))
    headings = plain_headings(table)
    text = " ".join(cell.text for cell in table.lines[0])
    message = _("the first row was read as headings: “{text}”")
    notes = [message.format(text=quoted(text))] if headings.end else []
    return [_Section(with_roles(headings, roles), table)], notes


def _sections(grid: Grid, known: Known) -> tuple[list[_Section], list[str]]:
    """Return the tables with headings, each with those that go on with it, and lines about the others."""
    sections: list[_Section] = []
    notes: list[str] = []
    for table in filter(lambda each: each.lines, grid.tables):
        headings = find_headings(table, known)
        last = sections[-1] if sections else None
        if last and _goes_on(last, table, headings):
            sections[-1] = last._replace(table=_with_lines(last, table))
        elif headings:
            sections.append(_Section(headings, table))
        else:
            text = next(cell.text for line in table.lines for cell in line if cell.text)
            message = _("a table without headings of measures was left out: “{text}”")
            notes.append(message.format(text=quoted(text)))
    return sections, notes


def _goes_on(last: _Section, table: Table, headings: Headings | None) -> bool:
    if table.caption.strip() or len(table.lines[0]) != len(last.headings.roles):
        return False
    return headings is None or (headings.start == 0 and _keys(headings) == _keys(last.headings))


def _keys(headings: Headings) -> list[str]:
    return [text_key(text) for text in headings.texts]


def _with_lines(section: _Section, table: Table) -> Table:
    """Return a table with the rows of the next one, on a new page."""
    starts = section.table.page_starts | {start + len(section.table.lines) for start in (0, *table.page_starts)}
    lines, offset = [*section.table.lines], len(section.table.lines)
    moved: dict[Cell, Cell] = {}
    for line in table.lines:
        lines.append(tuple(moved.setdefault(cell, cell._replace(row=cell.row + offset)) for cell in line))
    return section.table._replace(lines=tuple(lines), page_starts=starts)


def _named_by_caption(caption: str, register: Register) -> NamedTrack | None:
    """Return the track that the last line before a table names, if any does."""
    named = (named_track(line, register) for line in reversed(caption.split("\n")))
    return next(filter(None, named), None)


class _Contents:
    """The tracks and measures of a document, gathered row by row."""

    def __init__(self, register: Register, texts: MendedTexts) -> None:
        self.measures: list[ProposedMeasure] = []
        self.notes: list[str] = []
        self.pairings: list[Pairing] = []
        self._texts = texts
        self._register = register
        self._activities = {text_key(measure.activity) for measure in register.measures if measure.activity}
        self._tracks: dict[str, NamedTrack] = {}
        self._track_texts: dict[str, dict[str, str]] = {}
        self._counts = Counter[str]()
        self._places: dict[tuple[str, str], int] = {}
        self._last: tuple[str, Cell | None, int] = ("", None, -1)

    def add_all(self, rows: Sequence[TableRow]) -> None:
        """Add the measures of all rows."""
        counts = Counter(row.track.code if row.track else "" for row in rows)
        for number, row in enumerate(rows, 1):
            self._add(row, number, is_alone=row.track is not None and counts[row.track.code] == 1)

    def _add(self, row: TableRow, number: int, *, is_alone: bool) -> None:
        """Add the measures of a row."""
        code = row.track.code if row.track else ""
        if row.track:
            self._tracks.setdefault(code, row.track)
        whole = self._texts.of(row.cells[ACTIVITY]) if ACTIVITY in row.cells else ""
        place = RowPlace(self._counts[code], number, is_alone, text_key(whole) in self._activities)
        found = measures_of(row, self._texts, place)
        self.notes += found.notes
        self._track_texts.setdefault(code, {}).update(found.track_texts)
        if len(found.measures) == 1:
            found = found._replace(measures=(self._shared_result(found.measures[0], row),))
        else:
            self._last = ("", None, -1)
        self._put(found)
        self._counts[code] += len(found.measures)

    def _put(self, found: RowMeasures) -> None:
        """Add measures; those that another table of the document has already get the new texts."""
        places: list[int] = []
        for measure in found.measures:
            key = (measure.track, text_key(measure.activity))
            if measure.activity and key in self._places:
                places.append(self._places[key])
                self.measures[places[-1]] = _merged(self.measures[places[-1]], measure)
                continue
            self._places[key] = len(self.measures)
            places.append(len(self.measures))
            if len(found.measures) > 1 and measure.reported_with >= 0:
                measure = measure._replace(reported_with=places[measure.reported_with])
            self.measures.append(measure)
        self.pairings += [
            each._replace(measures=tuple(places[number] for number in each.measures)) for each in found.pairings
        ]

    def _shared_result(self, measure: ProposedMeasure, row: TableRow) -> ProposedMeasure:
        """Return a measure, reported with the one before it if its result is the same cell, or the same long text."""
        code, last, at = self._last
        cell = result_cell(row)
        if cell is not None and last is not None and code == measure.track and _is_same(cell, last):
            others = tuple(pair for pair in measure.texts if pair[0] != "result")
            return measure._replace(texts=others, reported_with=at)
        self._last = (measure.track, cell, len(self.measures))
        return measure

    def tracks(self) -> tuple[ProposedTrack, ...]:
        """Return the tracks. An outcome that all measures of a track share moves to the track."""
        found = []
        for code, named in self._tracks.items():
            texts = self._track_texts.get(code, {})
            if shared := self._shared_outcome(code):
                texts["outcome"] = shared
            found.append(ProposedTrack(code, named.label, named.is_new, tuple(texts.items())))
        return tuple(found)

    def _shared_outcome(self, code: str) -> str:
        own = [at for at, measure in enumerate(self.measures) if measure.track == code]
        outcomes = [dict(self.measures[at].texts).get("outcome", "") for at in own]
        track = self._register.track(code)
        is_known = track is not None and text_key(track.outcome) == text_key(outcomes[0] if outcomes else "")
        if not outcomes or not outcomes[0] or len(set(outcomes)) > 1 or (len(own) == 1 and not is_known):
            return ""
        for at in own:
            texts = tuple(pair for pair in self.measures[at].texts if pair[0] != "outcome")
            self.measures[at] = self.measures[at]._replace(texts=texts)
        return outcomes[0]


def _is_same(cell: Cell, last: Cell) -> bool:
    return cell == last or (cell.text == last.text and len(cell.text) >= _MIN_SHARED)


def _merged(first: ProposedMeasure, second: ProposedMeasure) -> ProposedMeasure:
    """Return a measure with the values of both; the second wins."""
    return first._replace(
        texts=tuple({**dict(first.texts), **dict(second.texts)}.items()),
        ref=second.ref or first.ref,
        units=second.units or first.units,
        planned=second.planned or first.planned,
        done=second.done or first.done,
        unsure=first.unsure | second.unsure,
    )
