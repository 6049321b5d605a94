"""Whether a picture of the screen holds together: widths, borders, and no Thai mark without its letter."""

from textual.app import App

from itatui.thai import cells
from itatui.tui.widgets.pane import Pane

SIDES = "│┌└┐┘"


def cell(line: str, at: int) -> str:
    """What stands in this cell of a line, with its marks."""
    place = -1
    found = ""
    for sign in line:
        if width := cells(sign):
            if place >= at:
                break
            found = ""
            place += width
        found += sign
    return found


def torn(app: App[object], lines: list[str]) -> list[str]:
    """What is wrong in a picture: lines that are too wide or too narrow, lone marks, borders out of their columns."""
    width, height = app.size
    wrong = [] if len(lines) == height else [f"{len(lines)} lines"]
    for row, line in enumerate(lines):
        if cells(line) != width:
            wrong.append(f"{row}: {cells(line)} cells: {line}")
        if line and not cells(line[0]):
            wrong.append(f"{row}: begins with a mark: {line}")
    for pane in app.screen.query(Pane):
        region = pane.region
        for row in range(region.y, region.bottom):
            for column in (region.x, region.right - 1):
                if region and cell(lines[row], column) not in SIDES:
                    wrong.append(f"{row}: no border at {column}: {lines[row]}")
    return wrong
