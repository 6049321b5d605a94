"""Whether words on the screen are whole: titles in borders, the footer, the tracks, the words of a dialog."""

from collections.abc import Iterator

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from itatui.locale import _
from itatui.thai import cells, numerals
from itatui.tui.commands import COMMANDS
from itatui.tui.widgets.caption import Caption
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.track_list import TrackList
from tests.support.borders import cell
from tests.support.desk import Desk
from tests.support.picture import without_clocks

SIZES = [(60, 20), (80, 24), (120, 36), (160, 45), (200, 60)]
"""Columns and lines at which every screen and dialog is looked at."""
LANGUAGES = ["th", "en"]


def lines_in(lines: list[str], region: Region) -> list[str]:
    """Return the part of a picture that lies in a region."""
    found = []
    for line in lines[region.y : region.bottom]:
        begin, end = region.x, min(region.right, cells(line))
        at, row = begin, ""
        while at < end:
            cluster = cell(line, at)
            row += cluster
            at += max(cells(cluster), 1)
        found.append(row)
    return found


def visible(desk: Desk) -> Iterator[Widget]:
    """Yield the widgets of the front screen that are not hidden."""
    for widget in desk.app.screen.walk_children(Widget):
        if widget.display and widget.region.area:
            yield widget


def cut_titles(desk: Desk) -> list[str]:
    """Return the titles in borders that are not there from the first to the last letter."""
    lines, cut = desk.lines, []
    for widget in visible(desk):
        if not widget.styles.border_top[0]:
            continue
        region = widget.region
        for title, row in ((widget.border_title, region.y), (widget.border_subtitle, region.bottom - 1)):
            words = without_clocks(Content.from_markup(title).plain.strip()) if title else ""
            edge = lines_in(lines, Region(region.x, row, region.width, 1))
            if words and words not in "".join(edge):
                cut.append(f"{words!r} in {edge}")
    return cut


def cut_commands(desk: Desk) -> list[str]:
    """Return the words of the footer that are no command with its key."""
    places = {place for command in COMMANDS for place in command.where.split()} | {"quarters"}
    offered = {
        numerals(f"{command.key(place)} {_(command.title)}")
        for command in COMMANDS
        for place in places
        if command.keys_in(place)
    }
    cut = []
    for footer in desk.app.screen.query(Footer):
        for line in lines_in(desk.lines, footer.region):
            words = [part.strip() for part in line.split("  ") if part.strip()]
            cut += [part for part in words if numerals(part) not in offered] or ([] if words else ["nothing"])
    return cut


def cut_tracks(desk: Desk) -> list[str]:
    """Return the words of the tracks that are no name, figure or bar."""
    cut = []
    for tracks in desk.app.screen.query(TrackList):
        if not tracks.region.area:
            continue
        said = [
            _("progress {share}%"),
            _("not possible {count}"),
            _("late {count}"),
            _("blank {count}"),
            _("due {day}: {count}"),
            _("changed {count}"),
        ]
        known = {word.strip("{}:%") for words in said for word in words.split()}
        known |= {code or _("All") for code, _tally in tracks.tallies}
        inside = Region(tracks.region.x + 1, tracks.region.y + 1, tracks.region.width - 2, tracks.region.height - 2)
        for line in lines_in(desk.lines, inside):
            for word in line.replace("▌", " ").replace("*", " ").split():
                if word.strip("▇▁│█") and not (word in known or word.strip("!:%").isdigit() or _is_month(word)):
                    cut.append(f"{word!r} in {line!r}")
    return cut


def _is_month(word: str) -> bool:
    """Return whether a word is the month of a date, such as `มี.ค.` or `Mar`, with or without a colon behind."""
    word = word.rstrip(":")
    return word.endswith(".") or (word.istitle() and len(word) == 3)


def cut_captions(desk: Desk) -> list[str]:
    """Return the captions of a dialog of which something is out of sight, or broken elsewhere than between words."""
    lines, cut = desk.lines, []
    for caption in visible(desk):
        if isinstance(caption, Caption):
            words = without_clocks(str(caption.visual))
            rows = [row.strip() for row in lines_in(lines, caption.region)]
            if "".join(words.split()) != "".join("".join(rows).split()):
                cut.append(f"{words!r} in {rows}")
            elif words.isascii() and (broken := set(words.split()) - {word for row in rows for word in row.split()}):
                cut.append(f"{sorted(broken)} in {rows}")
    return cut


def out_of_sight(desk: Desk) -> list[str]:
    """Return the widgets of the front screen that do not lie within it, or lie behind an edge that cuts them."""
    screen = desk.app.screen
    found = []
    for widget in visible(desk):
        geometry = screen.find_widget(widget)
        if geometry.visible_region != geometry.region or not screen.region.contains_region(geometry.region):
            found.append(f"{widget!r}: {geometry.region} in {geometry.clip}")
    return found
