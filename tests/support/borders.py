"""Check that a picture of the screen is whole: widths, borders, and no Thai mark without its letter."""

from functools import lru_cache

from textual.app import App

from itatui.thai import cells
from itatui.tui.widgets.pane import Pane

BORDERS = "│┌└┐┘"


def cell(line: str, at: int) -> str:
    """Return the cluster in cell `at` (from 0) of a line."""
    row = clusters_by_cell(line)
    return row[min(at, len(row) - 1)] if row else ""


@lru_cache(maxsize=1024)
def clusters_by_cell(line: str) -> tuple[str, ...]:
    """Return the cluster in each cell of a line. Kept: a picture is looked at cell by cell."""
    row: list[str] = []
    width = 0
    for character in line:
        if own := cells(character):
            row += [character] * own
            width = own
        elif row:
            row[-width:] = [row[-1] + character] * width
    return tuple(row)


def torn(app: App[object], lines: list[str]) -> list[str]:
    """Return the faults of a picture: lines of another width, lone marks, borders outside their columns."""
    width, height = app.size
    faults = [] if len(lines) == height else [f"{len(lines)} lines"]
    for row, line in enumerate(lines):
        if cells(line) != width:
            faults.append(f"{row}: {cells(line)} cells: {line}")
        if line and not cells(line[0]):
            faults.append(f"{row}: begins with a mark: {line}")
    for pane in app.screen.query(Pane):
        region = pane.region if pane.styles.border_left[0] else None
        for row in range(region.y, region.bottom) if region else ():
            for column in (region.x, region.right - 1) if region else ():
                if cell(lines[row], column) not in BORDERS:
                    faults.append(f"{row}: no border at {column}: {lines[row]}")
    return faults
