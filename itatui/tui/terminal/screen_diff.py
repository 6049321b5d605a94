"""What the terminal shows by now, line by line, so that only what differs from it is sent.

Textual sends whatever was drawn again, whether or not it looks any different: three whole screens at the start, all
the lines of a text for each letter typed in it. Over a slow line that is what a person waits for. What is drawn
where is not decided here. `App._display` and the two updates of the compositor are private to Textual: its major
version is pinned, and a test in a real terminal fails when they are no longer what they were.
"""

from collections.abc import Callable, Iterable, Iterator

from rich.console import COLOR_SYSTEMS, Console
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from itatui.thai import cells
from itatui.thai.cell_width import is_plain
from itatui.thai.grapheme_clusters import JOINING
from itatui.tui.terminal.sgr import SgrWriter

_JOINS = frozenset(JOINING)
Run = tuple[int, int, Strip]
"""A line (from 0), a cell of it (from 0), and what is to stand from there on."""


class ScreenDiff:
    """The lines of the terminal as they were written last."""

    def __init__(self) -> None:
        self._lines: dict[int, Strip] = {}
        self.spell: Callable[[str], str] = str
        """How what is sent is spelled; what is remembered, and all other parts of the program, keep their spelling."""

    def respell(self, spell: Callable[[str], str]) -> None:
        """Spells so from now on, and believes nothing of the lines that were sent in another spelling."""
        self.spell = spell
        self._lines = {y: line for y, line in self._lines.items() if spell(line.text) == line.text}

    def forget(self) -> None:
        """Believes nothing of what the terminal shows: the next update is sent whole."""
        self._lines.clear()

    def update(self, update: LayoutUpdate | ChopsUpdate) -> "Difference":
        """What is left to be sent of an update of the screen."""
        return Difference(self, _runs_of_all(update) if isinstance(update, LayoutUpdate) else _runs_of_parts(update))

    def written(self, run: Run) -> Run | None:
        """What has to be written of a run, which the terminal is taken to show from now on; None: nothing."""
        y, x, strip = run
        strip = _with_marks_together(strip)
        run = y, x, strip
        line = self._lines.get(y)
        if line is None or x + strip.cell_length > line.cell_length:
            if x == 0:
                self._lines[y] = strip
            return run
        end = x + strip.cell_length
        before = line if strip.cell_length == line.cell_length else line.crop(x, end)
        if before.cell_length != strip.cell_length or (before is not line and _halved(line, x, end)):
            # a cut went through a character: what is there is not known
            del self._lines[y]
            return run
        left, segments = _difference(list(before), list(strip))
        if not segments:
            return None
        whole = before is line
        self._lines[y] = strip if whole else Strip.join([line.crop(0, x), strip, line.crop(end)])
        return y, x + left, Strip(segments)


class Difference(CompositorUpdate):
    """The part of an update that the terminal does not show yet, found out when it is really written."""

    def __init__(self, frame: ScreenDiff, runs: Iterable[Run]) -> None:
        self._frame = frame
        self._runs = runs

    def render_segments(self, console: Console) -> str:
        """The runs that differ, each at its place."""
        writer = SgrWriter(COLOR_SYSTEMS[console.color_system or "truecolor"])
        sent: list[str] = []
        for y, x, strip in filter(None, map(self._frame.written, self._runs)):
            sent.append(Control.move_to(x, y).segment.text)
            sent += [writer.write(text, style) for text, style, _control in strip]
        return self._frame.spell("".join([*sent, writer.reset()]))


def _runs_of_all(update: LayoutUpdate) -> Iterator[Run]:
    x, y, _width, _height = update.region
    return ((row, x, Strip.join(line)) for row, line in enumerate(update.strips, y))


def _runs_of_parts(update: ChopsUpdate) -> Iterator[Run]:
    """The drawn parts of lines that lie in a changed span, each from its own beginning, as Textual would send them."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= last and end > first:
                yield y, x, strip if end <= last else strip.crop(0, last - x)


def _halved(line: Strip, start: int, end: int) -> bool:
    """Whether a cut at one of these cells goes through a sign of two cells, of which it leaves spaces."""
    parts = "".join(part.text for part in (line.crop(0, start), line.crop(start, end), line.crop(end)))
    return parts.count(" ") != line.text.count(" ")


def _with_marks_together(strip: Strip) -> Strip:
    """The strip with every mark in the part of its letter: a terminal has one look a cell, and adds up what it gets."""
    if not any(segment.text[:1] in _JOINS for segment in strip):
        return strip
    parts: list[Segment] = []
    for segment in strip:
        marks = len(segment.text) - len(segment.text.lstrip(JOINING))
        if marks and parts:
            parts[-1] = parts[-1]._replace(text=parts[-1].text + segment.text[:marks])
            segment = _from(segment, marks)
        if segment.text:
            parts.append(segment)
    return Strip(parts, strip.cell_length)


def _difference(old: list[Segment], new: list[Segment]) -> tuple[int, list[Segment]]:
    """The segments of `new` without what is the same at both ends, and the cells of what is left out before them.

    Both are equally wide in all, so that what is the same at the end stands in the same place.
    """
    if old == new:
        return 0, []
    shorter = min(len(old), len(new))
    lead = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - lead) if old[-1 - at] != new[-1 - at]), shorter - lead)
    left = sum(cells(segment.text) for segment in new[:lead])
    old, new = old[lead : len(old) - tail], new[lead : len(new) - tail]
    if old and new and old[0].style == new[0].style:
        shown = _same(old[0].text, new[0].text)
        left += cells(new[0].text[:shown])
        old[0], new[0] = _from(old[0], shown), _from(new[0], shown)
    if old and new and old[-1].style == new[-1].style:
        new[-1] = new[-1]._replace(text=_without_end(old[-1].text, new[-1].text))
    return left, [segment for segment in new if segment.text]


def _from(segment: Segment, start: int) -> Segment:
    return segment._replace(text=segment.text[start:])


def _same(one: str, other: str) -> int:
    """How many code points both begin with, to the end of a letter with its marks; 0 where that is hard to tell."""
    if not (is_plain(one) and is_plain(other)):
        return 0
    most = min(len(one), len(other))
    same = next((at for at in range(most) if one[at] != other[at]), most)
    while same and (one[same : same + 1] in _JOINS or other[same : same + 1] in _JOINS):
        same -= 1
    return same


def _without_end(old: str, new: str) -> str:
    """`new` without what both end in, from the beginning of a letter on."""
    if not (is_plain(old) and is_plain(new)):
        return new
    most = min(len(old), len(new))
    same = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    while same and new[-same] in JOINING:
        same -= 1
    return new[: len(new) - same]
