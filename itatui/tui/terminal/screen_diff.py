"""The contents of the terminal, line by line, so that only differences are sent.

Textual sends every region that was redrawn, even if it looks the same: three whole screens at the start, every line
of a text for each letter. Over a slow line the user waits for that.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from rich.console import COLOR_SYSTEMS, Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from itatui.thai import cells
from itatui.thai.cell_width import is_plain
from itatui.thai.grapheme_clusters import JOINING
from itatui.tui.terminal.sgr import SgrWriter

_JOINS = frozenset(JOINING)
ASKED_AGAIN = 3
"""How often the whole screen is asked for again when only a part of it comes."""
Run = tuple[int, int, Strip]
"""A line, a cell (both from 0), and the strip that begins there."""
Piece = tuple[int, int, str, Style | None]
"""A line, a cell, and a text with its style that begins there."""


class ScreenDiff:
    """The lines of the terminal as they were written last."""

    def __init__(self) -> None:
        self._lines: dict[int, dict[int, Strip]] = {}
        """The parts of each line by their first cells, from left to right: those that are drawn by themselves."""
        self.spell: Callable[[str], str] = str
        """Spelling of ำ in output; the kept lines and the rest of the program do not change."""
        self.links = True
        """Whether the terminal is told the addresses of links."""
        self._ask: Callable[[], object] = lambda: None
        self._asks = 0
        """How often to ask again; 0: the terminal shows the whole screen, or will by itself."""

    def respell(self, spell: Callable[[str], str]) -> None:
        """Change the spelling, and forget the lines that were sent in the old spelling."""
        self.spell = spell
        texts = {y: "".join(part.text for part in parts.values()) for y, parts in self._lines.items()}
        self._lines = {y: parts for y, parts in self._lines.items() if spell(texts[y]) == texts[y]}

    def forget(self) -> None:
        """Forget the contents of the terminal: the next update is sent whole."""
        self._lines.clear()

    def expect_whole(self, ask: Callable[[], object]) -> None:
        """Forget the contents, and `ask` for the whole screen: again while only parts of it come."""
        self.forget()
        self._ask, self._asks = ask, ASKED_AGAIN
        ask()

    def update(self, update: LayoutUpdate | ChopsUpdate) -> "Difference":
        """Return the part of an update that has to be sent."""
        if isinstance(update, LayoutUpdate):
            self._asks = 0
        elif self._asks:
            self._asks -= 1
            self._ask()
        return Difference(self, self._whole_lines(update) if isinstance(update, LayoutUpdate) else self._parts(update))

    def _whole_lines(self, update: LayoutUpdate) -> Iterator[Run]:
        """Yield the differences in the lines of the whole screen, and keep them in their parts."""
        x, y, _width, _height = update.region
        for row, line in enumerate(update.strips, y):
            strips = list(line)
            if (run := self.written((row, x, Strip.join(strips)))) is not None:
                yield run
            if x == 0:
                starts = accumulate((strip.cell_length for strip in strips), initial=0)
                self._lines[row] = {at: _with_marks_together(strip) for at, strip in zip(starts, strips, strict=False)}

    def _parts(self, update: ChopsUpdate) -> Iterator[Run]:
        """Yield the differences in the parts of the lines that were drawn again.

        Textual sends a part only up to the last cell that was asked for. All of it was drawn, so all of it is compared:
        to cut it takes longer.
        """
        for y, first, last in update.spans:
            for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if strip is not None and x < last and end > first and (run := self.written((y, x, strip))) is not None:
                    yield run

    def written(self, run: Run) -> Run | None:
        """Return the part of a run that differs, and keep the run; None: nothing differs."""
        y, x, strip = run
        strip = _with_marks_together(strip)
        run = y, x, strip
        parts = self._lines.get(y, {})
        before = parts.get(x)
        if before is not None and before.cell_length == strip.cell_length:
            parts[x] = strip
            return _changed(run, before)
        line = Strip.join(parts.values())
        end = x + strip.cell_length
        if x == 0 and end == line.cell_length:
            self._lines[y] = {0: strip}
            return _changed(run, line)
        if end > line.cell_length:
            if x == 0:
                self._lines[y] = {0: strip}
            return run
        left, before, right = line.crop(0, x), line.crop(x, end), line.crop(end)
        if before.cell_length != strip.cell_length or _is_halved(line, (left, before, right)):
            # a cut went through a wide character
            del self._lines[y]
            return run
        self._lines[y] = {at: part for at, part in ((0, left), (x, strip), (end, right)) if part}
        return _changed(run, before)


class Difference(CompositorUpdate):
    """The differing part of an update, computed when it is written."""

    def __init__(self, screen: ScreenDiff, runs: Iterable[Run]) -> None:
        """`runs`: the differences."""
        self._screen = screen
        self._runs = runs

    def render_segments(self, console: Console) -> str:
        """Return the differing runs with their positions, by their styles."""
        writer = SgrWriter(COLOR_SYSTEMS[console.color_system or "truecolor"], links=self._screen.links)
        sent: list[str] = []
        for pieces in _by_style(self._runs):
            at = None
            for y, x, text, style in pieces:
                sent.append("" if at == (y, x) else Control.move_to(x, y).segment.text)
                sent.append(writer.write(text, style))
                at = y, x + cells(text)
        return self._screen.spell("".join([*sent, writer.reset()]))


def _by_style(runs: Iterable[Run]) -> Iterable[list[Piece]]:
    """Return the pieces of runs that have the same style together: a position is shorter than a change of colours.

    Blanks join the piece before them, or else the one behind them, if they look the same in its style.
    """
    groups: dict[Style | None, list[Piece]] = {}
    for run in runs:
        for piece in _pieces(run):
            groups.setdefault(piece[3], []).append(piece)
    return groups.values()


def _pieces(run: Run) -> Iterator[Piece]:
    y, x, strip = run
    before: Piece | None = None
    for text, style, _control in strip:
        if before and _joins_in_blanks(before, text, style):
            before = y, before[1], before[2] + text, before[3] if before[2].strip(" ") else style
        else:
            if before:
                yield before
            before = y, x, text, style
        x += cells(text)
    if before:
        yield before


def _joins_in_blanks(before: Piece, text: str, style: Style | None) -> bool:
    """Test whether a text can follow a piece in one style, as one of them is blank. Links keep to their words."""
    if (before[2].strip(" ") and text.strip(" ")) or not _look_alike_when_blank(before[3], style):
        return False
    return not any(each is not None and each.link for each in (before[3], style))


def _is_halved(line: Strip, parts: Iterable[Strip]) -> bool:
    """Test whether a cut between the parts of a line went through a wide character, which leaves spaces."""
    return sum(part.text.count(" ") for part in parts) != line.text.count(" ")


def _changed(run: Run, before: Strip) -> Run | None:
    """Return the part of a run that differs from what was there; None: nothing differs."""
    y, x, strip = run
    left, segments = _difference(list(before), list(strip))
    return (y, x + left, Strip(segments)) if segments else None


def _with_marks_together(strip: Strip) -> Strip:
    """Move marks into the segment of their letter: a terminal has a single style per cell."""
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
    """Return the cells before the first difference, and the segments from there to the last difference.

    Both lists are equally wide, so equal ends are in the same cells, though they may be divided otherwise.
    """
    if old == new:
        return 0, []
    shorter = min(len(old), len(new))
    lead = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - lead) if old[-1 - at] != new[-1 - at]), shorter - lead)
    left = sum(cells(segment.text) for segment in new[:lead])
    old, new = old[lead : len(old) - tail], new[lead : len(new) - tail]
    while old and new and (shown := _same(old[0], new[0], _same_text, str.lstrip)):
        left += cells(new[0].text[:shown])
        old[:1], new[:1] = ([_from(each, shown)] if len(each.text) > shown else [] for each in (old[0], new[0]))
    while old and new and (shown := _same(old[-1], new[-1], _same_text_at_end, str.rstrip)):
        old[-1:], new[-1:] = ([_to(each, shown)] if len(each.text) > shown else [] for each in (old[-1], new[-1]))
    return left, new


def _same(
    old: Segment, new: Segment, same_text: Callable[[str, str], int], without_blanks: Callable[[str, str], str]
) -> int:
    """Return the number of code points that both segments begin or end with, in whole clusters."""
    if old.style == new.style:
        return same_text(old.text, new.text)
    if not _look_alike_when_blank(old.style, new.style):
        return 0
    return min(len(text) - len(without_blanks(text, " ")) for text in (old.text, new.text))


def _look_alike_when_blank(old: Style | None, new: Style | None) -> bool:
    """Test whether spaces look the same in two styles: on the same ground, without lines and not reversed."""
    return (
        old is not None
        and new is not None
        and old.bgcolor == new.bgcolor
        and not any(style.reverse or style.underline or style.strike for style in (old, new))
    )


def _from(segment: Segment, start: int) -> Segment:
    return segment._replace(text=segment.text[start:])


def _to(segment: Segment, end: int) -> Segment:
    """Return a segment without its last `end` code points."""
    return segment._replace(text=segment.text[: len(segment.text) - end])


def _same_text(old: str, new: str) -> int:
    """Return the number of code points that both texts begin with, in whole clusters; 0 if that is hard to tell."""
    if old == new:
        return len(new)
    if not (is_plain(old) and is_plain(new)):
        return 0
    most = min(len(old), len(new))
    same = next((at for at in range(most) if old[at] != new[at]), most)
    while same and (old[same : same + 1] in _JOINS or new[same : same + 1] in _JOINS):
        same -= 1
    return same


def _same_text_at_end(old: str, new: str) -> int:
    """Return the number of code points that both texts end with, in whole clusters; 0 if that is hard to tell."""
    if old == new:
        return len(new)
    if not (is_plain(old) and is_plain(new)):
        return 0
    most = min(len(old), len(new))
    same = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    while same and new[-same] in JOINING:
        same -= 1
    return same
