"""The measures of a row of a table: one, or those that its cells list."""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.domain.activities import list_item
from itatui.domain.quarters import Quarters, quarters
from itatui.intake.grid import Cell
from itatui.intake.headings import Role
from itatui.intake.list_items import Items, items_of, without_sign
from itatui.intake.mended_texts import MendedTexts
from itatui.intake.pairings import with_results, with_text
from itatui.intake.printed_links import link_lines
from itatui.intake.proposal import Pairing, ProposedMeasure
from itatui.intake.quarter_words import find_period, is_tick, period_quarters
from itatui.intake.result_pairs import pair_results
from itatui.intake.table_rows import ACTIVITY, NUMBER, TRACK, TableRow
from itatui.locale import _
from itatui.thai import quote

_PERIODS = frozenset({"planned", "done"})
_LINKS = frozenset({"evidence"})
_HEADS = (ACTIVITY, TRACK, NUMBER)


class RowPlace(NamedTuple):
    """The place of a row among the others."""

    before: int
    """Measures of its track before it."""
    number: int
    """Its number in the table, from 1."""
    is_alone: bool
    """Whether no other row belongs to its track."""
    is_whole: bool = False
    """Whether its activity is that of a measure of the register, as it stands."""


class RowMeasures(NamedTuple):
    """The measures of a row."""

    measures: tuple[ProposedMeasure, ...]
    """`reported_with` counts from the first of them."""
    track_texts: tuple[tuple[str, str], ...] = ()
    """Texts of the whole track, by the path of their field."""
    notes: tuple[str, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    """Guesses which result belongs to which measure; their indices count from the first of them."""


def measures_of(row: TableRow, texts: MendedTexts, place: RowPlace) -> RowMeasures:
    """Return the measures of a row. A row of its track alone can list several in its cells."""
    whole, notes = _whole_row(row, texts)
    items = items_of(whole.activity)
    if _lists_measures(items, row, place):
        return _several(whole, items.texts)._replace(notes=notes)
    numbers = frozenset({place.before + 1, place.number})
    return RowMeasures((_single(whole, numbers),), notes=notes)


def _lists_measures(items: Items, row: TableRow, place: RowPlace) -> bool:
    if len(items.texts) < 2 or place.is_whole or (NUMBER in row.cells and not place.is_alone):
        return False
    if items.first:
        return items.first in (1, place.before + 1)
    has_parts = not items.has_signs and any(list_item(text) for text in items.texts)
    return place.is_alone and TRACK in row.cells and NUMBER not in row.cells and not has_parts


def _whole_row(row: TableRow, texts: MendedTexts) -> tuple[ProposedMeasure, tuple[str, ...]]:
    """Return a row as if it were one measure, and lines about cells that were not understood."""
    found: dict[str, str] = {}
    periods: dict[str, Quarters | None] = {"planned": None, "done": None}
    ticks: dict[str, set[int]] = {"planned": set(), "done": set()}
    units, ref, notes = "", "", list[str]()
    for role, cell in row.cells.items():
        text = texts.of(cell, links=role.name in _LINKS)
        if role.equals:
            found |= {role.name: role.equals} if is_tick(text) else {}
        elif role.quarter:
            _put_quarter(role, text, found, ticks)
        elif role.name in _PERIODS:
            periods[role.name] = period_quarters(text) or None
            if periods[role.name] is None:
                notes.append(_("no quarters found in “{text}”").format(text=quote(text, 40)))
        elif role.name == "responsible":
            period = find_period(text)
            units = period.rest
            periods["planned"] = periods["planned"] or period.planned or None
            periods["done"] = periods["done"] or period.done or None
        elif role.name == "ref":
            ref = text
        elif role.name in _LINKS:
            found[role.name] = link_lines(text)
        elif role not in _HEADS:
            found[role.name] = text
    for name, ticked in ticks.items():
        periods[name] = quarters(ticked) if ticked else periods[name]
    activity = texts.of(row.cells[ACTIVITY]) if ACTIVITY in row.cells else ""
    code = row.track.code if row.track else ""
    texts_found, planned, done = tuple(found.items()), periods["planned"], periods["done"]
    whole = ProposedMeasure(code, activity, ref, texts_found, units.strip(" \n"), planned, done)
    return whole, tuple(notes)


def _put_quarter(role: Role, text: str, found: dict[str, str], ticks: dict[str, set[int]]) -> None:
    """Take a cell of a quarter: a tick, or words where the column asks for words."""
    name = "done" if role.name == "result" else role.name
    ticked = is_tick(text)
    if name in ticks and (ticked or (ticked is None and role.name in _PERIODS)):
        ticks[name].add(role.quarter)
    elif ticked is None or (name not in ticks and text):
        found[f"{role.name}.{role.quarter}"] = text


def _single(whole: ProposedMeasure, numbers: frozenset[int]) -> ProposedMeasure:
    texts = tuple((path, without_sign(text, numbers) if path == "result" else text) for path, text in whole.texts)
    return whole._replace(activity=without_sign(whole.activity, numbers), texts=texts)


def _several(whole: ProposedMeasure, activities: Sequence[str]) -> RowMeasures:
    """Return the measures that a row lists, and the texts of the whole track."""
    measures = [whole._replace(activity=activity, texts=()) for activity in activities]
    track_texts: list[tuple[str, str]] = []
    pairings: list[Pairing] = []
    for path, text in whole.texts:
        items = items_of(text)
        if items.has_signs and len(items.texts) == len(measures):
            parts: list[tuple[str, ...]] = [(each,) for each in items.texts]
        elif path == "outcome":
            track_texts.append((path, text))
            continue
        elif path.startswith("result"):
            pairings += _put_results(measures, path, items)
            continue
        else:
            parts = [(text,), *[()] * (len(measures) - 1)]
            measures[0] = measures[0]._replace(unsure=measures[0].unsure | {path})
        for at, part in enumerate(parts):
            measures[at] = with_text(measures[at], path, "\n".join(part))
    return RowMeasures(tuple(measures), tuple(track_texts), pairings=tuple(pairings))


def _put_results(measures: list[ProposedMeasure], path: str, items: Items) -> list[Pairing]:
    """Give the results of a row to its measures: by their numbers, one each, or by the words that they share.

    Return the pairing by words, which is a guess.
    """
    is_numbered = items.first and len(items.texts) <= len(measures)
    if len(items.texts) == len(measures) or is_numbered:
        for at, text in enumerate(items.texts, max(items.first - 1, 0) if is_numbered else 0):
            if at < len(measures):
                measures[at] = with_text(measures[at], path, text)
        return []
    pairs = pair_results([measure.activity for measure in measures], items.texts)
    pairing = Pairing(path, tuple(range(len(measures))), items.texts, tuple(pairs))
    measures[:] = with_results(measures, pairing)
    return [pairing]


def result_cell(row: TableRow) -> Cell | None:
    """Return the cell of the result of the year."""
    return row.cells.get(Role("result"))
