"""The list of tracks: number of measures and progress of each."""

from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from itatui.domain.status import Tally
from itatui.locale import _
from itatui.locale.dates import quarter_end
from itatui.thai import numerals, pad, wrap
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.pane import END_BINDINGS, STEP_BINDINGS, Pane

FIGURES = 6
"""Most lines of the figures below the list."""
BAR = 5
"""Cells of the progress bar."""


class TrackList(Pane):
    """A line for all tracks together, and a line for each."""

    BINDINGS = [
        *STEP_BINDINGS,
        *END_BINDINGS,
        Binding("enter,right", "enter", show=False),
    ]

    tallies: var[tuple[tuple[str, Tally], ...]] = var(())
    """Code and figures of each track in order; first those of all tracks, with an empty code."""
    track: var[str] = var("")
    """Code of the chosen track; empty: all."""

    unseen: var[frozenset[str]] = var(frozenset[str]())
    """Ids of the measures changed by other users and not yet seen."""

    class Chosen(Message):
        """A track was chosen."""

        def __init__(self, code: str) -> None:
            super().__init__()
            self.code = code

    class Entered(Message):
        """The user goes on to the measures."""

    def on_mount(self) -> None:
        """Set the title."""
        self.border_title = _("Tracks")

    def on_language_changed(self) -> None:
        """Redraw title and list."""
        self.on_mount()
        self.redraw_all()

    def watch_tallies(self) -> None:
        """Redraw the list."""
        self.redraw_all()
        self.content_changed()

    def watch_unseen(self) -> None:
        """Redraw the figures."""
        self.redraw(len(self.tallies) + 1, FIGURES)
        self.content_changed()

    def watch_track(self, old: str, new: str) -> None:
        """Redraw the cursor's old and new line, and the figures."""
        for code in (old, new):
            self.redraw(self._row(code))
        self.redraw(len(self.tallies) + 1, FIGURES)
        self.show_lines(self._row(new), 1)

    def on_focus(self) -> None:
        """Show the cursor in the style of the focused pane."""
        self.redraw(self._row(self.track))

    on_blur = on_focus

    def _row(self, code: str) -> int:
        return next((row for row, (each, _tally) in enumerate(self.tallies) if each == code), 0)

    def action_step(self, by: int) -> None:
        """Choose another track."""
        row = min(max(self._row(self.track) + by, 0), len(self.tallies) - 1)
        self.post_message(self.Chosen(self.tallies[row][0]))

    def action_enter(self) -> None:
        """Go on to the measures."""
        self.post_message(self.Entered())

    def on_click(self, event: events.Click) -> None:
        """Choose the track under the mouse."""
        event.stop()
        row = self.line_at(event)
        if 0 <= row < len(self.tallies):
            self.post_message(self.Chosen(self.tallies[row][0]))

    def line_count(self) -> int:
        """Return the lines of the tracks, a gap, and the figures."""
        return len(self.tallies) + 1 + len(self._figures())

    def draw_line(self, row: int) -> Strip:
        """Draw a track or a figure."""
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
            cursor = self.style("chosen")
            text, count, fill = text + cursor, count + cursor, fill + cursor
            bar += Style(bgcolor=cursor.bgcolor)
        mark = "▌" if chosen and self.has_focus else " "
        name = code or _("All")
        wide = self.width >= 16
        digits = len(str(self.tallies[0][1].measures)) + 1
        most = max(len(str(each.late)) for _code, each in self.tallies) + 2
        room = self.width - 2 - digits - (BAR + most if wide else 0)
        figure = numerals(f"{tally.measures:>{digits}} ")
        parts: list[Part] = [
            (mark, text),
            (pad(name, max(room, 1)), text),
            (figure, count),
        ]
        if wide:
            late = numerals(f"!{tally.late}".ljust(most)) if tally.late else " " * most
            parts += [(_bar(tally.share), bar), (f" {late}"[:most], self.style("late") if not chosen else count)]
        return strip(parts, self.width, fill)

    def _figures(self) -> list[Part]:
        """Return the lines about the chosen track."""
        tally = dict(self.tallies).get(self.track, Tally())
        rest = self.style("text")
        lines = [
            (" " + _("done {share}%").format(share=tally.percent), rest),
            (" " + _("late {count}").format(count=tally.late), self.style("late") if tally.late else rest),
            (" " + _("blank {count}").format(count=tally.without_result), rest),
        ]
        if tally.due:
            due = _("due {day}: {count}").format(day=quarter_end(tally.due_quarter), count=tally.due)
            lines += [(f" {line}", rest) for line in wrap(due, max(self.width - 1, 1))]
        if self.unseen:
            lines.append(("*" + _("changed {count}").format(count=len(self.unseen)), self.style("changed")))
        return [(numerals(words), style) for words, style in lines]


def _bar(share: float) -> str:
    """Return the progress bar, full only when everything is done and empty only when nothing is."""
    full = round(share * BAR)
    full = min(max(full, 1 if share else 0), BAR if share >= 1 else BAR - 1)
    return "▇" * full + "▁" * (BAR - full)
