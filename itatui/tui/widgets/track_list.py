"""The list of tracks: number of measures and progress of each; a row of tabs where it is a line high."""

from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from itatui.domain.status import Tally
from itatui.locale import _
from itatui.locale.dates import quarter_end
from itatui.thai import cells, numerals, pad, wrap
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.pane import END_BINDINGS, STEP_BINDINGS, Pane

FIGURES = 9
"""Most lines of the figures below the list."""
BAR, LONG_BAR = 5, 30
"""Fewest and most cells of the progress bar."""
NAME = 12
"""Cells of the names beside a bar that is longer than `BAR`."""


class TrackList(Pane):
    """A line for all tracks together, and a line for each; or a row of tabs."""

    BINDINGS = [
        *STEP_BINDINGS,
        *END_BINDINGS,
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
        Binding("enter", "enter", show=False),
    ]

    tallies: var[tuple[tuple[str, Tally], ...]] = var(())
    """Code and figures of each track in order; first those of all tracks, with an empty code."""
    track: var[str] = var("")
    """Code of the chosen track; empty: all."""

    unseen: var[frozenset[str]] = var(frozenset[str]())
    """Ids of the measures changed by other users and not yet seen."""

    unfixed: var[tuple[tuple[str, int], ...]] = var(())
    """Code of each track and findings of the publish check to be fixed there; empty: they were not counted."""

    class Chosen(Message):
        """A track was chosen."""

        def __init__(self, code: str) -> None:
            super().__init__()
            self.code = code

    class Entered(Message):
        """The user goes on to the measures."""

    def on_mount(self) -> None:
        """Set the title."""
        self.set_title(_("Tracks"))

    def on_language_changed(self) -> None:
        """Redraw title and list."""
        self.on_mount()
        self.redraw_all()

    @property
    def is_row(self) -> bool:
        """Whether the tracks are a row of tabs."""
        return self.inside.height == 1

    def watch_tallies(self) -> None:
        """Redraw the list."""
        self.redraw_all()
        self.content_changed()

    def watch_unseen(self) -> None:
        """Redraw the figures."""
        if self.is_row:
            self.redraw_all()
        self.redraw(len(self.tallies) + 1, FIGURES)
        self.content_changed()

    watch_unfixed = watch_unseen

    def watch_track(self, old: str, new: str) -> None:
        """Redraw the cursor's old and new line, and the figures."""
        if self.is_row:
            self.redraw_all()
            return
        for code in (old, new):
            self.redraw(self._row(code))
        self.redraw(len(self.tallies) + 1, FIGURES)
        self.show_lines(self._row(new), 1)

    def on_focus(self) -> None:
        """Show the cursor in the style of the focused pane."""
        self.redraw(0 if self.is_row else self._row(self.track))

    def on_resize(self) -> None:
        """Show the chosen track, which may be out of sight."""
        self.go_to_line(0)
        self.show_lines(0 if self.is_row else self._row(self.track), 1)

    on_blur = on_focus

    def _row(self, code: str) -> int:
        return next((row for row, (each, _tally) in enumerate(self.tallies) if each == code), 0)

    def action_across(self, by: int) -> None:
        """Choose the tab on the left (-1) or right (1); in a list, go on to the measures on the right."""
        if self.is_row:
            self._choose(by)
        elif by > 0:
            self.action_enter()

    def action_step(self, by: int) -> None:
        """Choose another track; down from the tabs, go on to the measures."""
        if self.is_row and by == 1:
            self.action_enter()
        elif not self.is_row or abs(by) > 1:
            self._choose(by)

    def _choose(self, by: int) -> None:
        row = min(max(self._row(self.track) + by, 0), len(self.tallies) - 1)
        self.post_message(self.Chosen(self.tallies[row][0]))

    def action_enter(self) -> None:
        """Go on to the measures."""
        self.post_message(self.Entered())

    def on_click(self, event: events.Click) -> None:
        """Choose the track under the mouse."""
        event.stop()
        row = self.line_at(event)
        if self.is_row:
            row = next((row for row, (start, end, _name) in self._tabs().items() if start <= event.x < end), -1)
        if 0 <= row < len(self.tallies):
            self.post_message(self.Chosen(self.tallies[row][0]))

    def line_count(self) -> int:
        """Return the lines of the tracks, a gap, and the figures."""
        return 1 if self.is_row else len(self.tallies) + 1 + len(self._figures())

    def draw_line(self, row: int) -> Strip:
        """Draw a track or a figure."""
        if self.is_row:
            return self._tab_line()
        if row < len(self.tallies):
            return self._track_line(row)
        line = row - len(self.tallies) - 1
        figures = self._figures() if line >= 0 else []
        return strip(figures[line : line + 1], self.width, self.style("text"))

    def _track_line(self, row: int) -> Strip:
        code, tally = self.tallies[row]
        chosen = code == self.track
        text, count, bar = (self.style(part) for part in ("text", "text", "done"))
        fill = self.style("text")
        if chosen:
            cursor = self.style("cursor" if self.has_focus else "track")
            text, count, fill = text + cursor, count + cursor, fill + cursor
            bar += Style(bgcolor=cursor.bgcolor)
        mark = "▌" if chosen else " "
        name = code or _("All")
        wide = self.width >= 16
        digits = len(str(self.tallies[0][1].measures)) + 1
        most = max(len(str(each.late)) for _code, each in self.tallies) + 2
        room = self.width - 2 - digits - (BAR + most if wide else 0)
        length = min(BAR + max(room - NAME, 0), LONG_BAR)
        room -= length - BAR
        figure = numerals(f"{tally.measures:>{digits}} ")
        parts: list[Part] = [
            (mark, text),
            (pad(name, max(room, 1)), text),
            (figure, count),
        ]
        if wide:
            late = numerals(f"!{tally.late}".ljust(most)) if tally.late else " " * most
            parts += [
                (_bar(tally.share, length), bar),
                (f" {late}"[:most], self.style("late") if not chosen else count),
            ]
        return strip(parts, self.width, fill)

    def _tabs(self) -> dict[int, tuple[int, int, str]]:
        """Return the tabs in sight by row: their cells, and their words. The chosen tab is always among them."""
        words = []
        for code, tally in self.tallies:
            late = f" !{tally.late}" if tally.late else ""
            words.append(numerals(f" {code or _('All')} {tally.measures}{late} "))
        chosen, room = self._row(self.track), self.width
        first = 0
        while first < chosen and sum(cells(each) for each in words[first : chosen + 1]) > room:
            first += 1
        found = {}
        at = 0
        for row in range(first, len(words)):
            end = at + cells(words[row])
            if end > room:
                break
            found[row] = (at, end, words[row])
            at = end
        return found

    def _tab_line(self) -> Strip:
        """Draw the tabs, and at the end of the row as many of the figures as fit."""
        text = self.style("text")
        parts: list[Part] = []
        tabs = self._tabs()
        for row, (_start, _end, words) in tabs.items():
            if self.tallies[row][0] == self.track:
                parts.append(("▌" + words[1:], self.style("cursor" if self.has_focus else "track")))
            else:
                parts.append((words, self.style("late") if self.tallies[row][1].late else text))
        room = self.width - max((end for _start, end, _words in tabs.values()), default=0) - 1
        figures: list[Part] = []
        for words, style in self._figures(wrapped=False):
            if cells(words) + 1 <= room:
                figures += [(f" {words}", style)]
                room -= cells(words) + 1
        return strip([*parts, (" " * max(room + 1, 1), text), *figures], self.width, text)

    def _figures(self, *, wrapped: bool = True) -> list[Part]:
        """Return the lines about the chosen track, wrapped to the width of the pane."""
        tally = dict(self.tallies).get(self.track, Tally())
        rest = self.style("text")
        lines = [
            (" " + _("progress {share}%").format(share=tally.percent), rest),
            (" " + _("late {count}").format(count=tally.late), self.style("late") if tally.late else rest),
            (" " + _("blank {count}").format(count=tally.without_result), rest),
        ]
        if self.unfixed:
            lines.append(self._findings(dict(self.unfixed).get(self.track, 0)))
        if tally.dropped:
            lines.append((" " + _("not possible {count}").format(count=tally.dropped), rest))
        if tally.due:
            due = _("due {day}: {count}").format(day=quarter_end(tally.due_quarter), count=tally.due)
            lines += [(f" {line}", rest) for line in (wrap(due, max(self.width - 1, 1)) if wrapped else [due])]
        if self.unseen:
            lines.append(("*" + _("changed {count}").format(count=len(self.unseen)), self.style("changed")))
        return [(numerals(words), style) for words, style in lines]

    def _findings(self, count: int) -> Part:
        """Return the line about the publish check."""
        return " " + _("to fix {count}").format(count=count), self.style("text" if count else "done")


def _bar(share: float, length: int) -> str:
    """Return the progress bar, full only when everything is done and empty only when nothing is."""
    full = round(share * length)
    full = min(max(full, 1 if share else 0), length if share >= 1 else length - 1)
    return "▇" * full + "▁" * (length - full)
