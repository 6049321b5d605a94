"""Only what differs is sent, and the terminal shows the same as if everything had been."""

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from itatui.thai import cells, clusters, pad
from itatui.tui.terminal import line_breaking
from itatui.tui.terminal.screen_diff import Run, ScreenDiff
from tests.support.thai_texts import texts

WIDTH = 30
STYLES = [Style(), Style(bold=True), Style(color="red")]

pieces = st.tuples(texts.map(lambda text: text.replace("\n", " ")), st.sampled_from(STYLES))


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """A part of one of two lines, from some cell on."""
    x = draw(st.sampled_from([0, 0, 0, 7, 11]))
    width = draw(st.integers(1, WIDTH - x)) if x else WIDTH
    room = width
    segments: list[Segment] = []
    drawn = draw(st.lists(st.one_of(pieces, pieces.map(lambda piece: ("่", piece[1]))), max_size=4))
    for place, (text, style) in enumerate([*drawn, ("", STYLES[0])]):
        last = place == len(drawn)
        if not segments:
            text = f"ก{text}"  # a run begins where a letter does
        shown = pad(text, room) if last or cells(text) > room else text
        segments.append(Segment(shown, style))
        room -= cells(shown)
    return draw(st.integers(0, 1)), x, Strip(segments, width)


class Glass:
    """A terminal: in each cell what stands there, and how it looks."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, Style | None]] = {}

    def write(self, run: Run) -> None:
        y, x, strip = run
        for text, style, _control in strip:
            for cluster in clusters(text):
                size = cells(cluster)
                if not size or cluster == "ำ":  # it is added to what stands before it, whatever that is by then
                    at = x - 1 if self.cells.get((y, x - 1), ("", style))[0] else x - 2
                    before, look = self.cells.get((y, at), ("", style))
                    self.cells[y, at] = before + cluster, look
                for part in range(size):
                    self.cells[y, x + part] = (cluster if part == 0 else "", style)
                x += size


@given(st.lists(runs(), max_size=12))
def test_the_terminal_shows_what_it_would_show_if_all_were_sent(drawn: list[Run]) -> None:
    line_breaking.install()
    frame, lean, whole = ScreenDiff(), Glass(), Glass()
    for run in drawn:
        whole.write(run)
        if (left := frame.written(run)) is not None:
            lean.write(left)
    assert lean.cells == whole.cells


@given(runs())
def test_what_is_there_already_is_not_sent(run: Run) -> None:
    frame = ScreenDiff()
    frame.written((run[0], 0, Strip([Segment(" " * WIDTH)], WIDTH)))
    frame.written(run)
    assert frame.written(run) is None


def whole(*lines: str) -> LayoutUpdate:
    """A whole screen."""
    return LayoutUpdate([[Strip([Segment(line)], cells(line))] for line in lines], Region(0, 0, 10, len(lines)))


def sent(frame: ScreenDiff, update: LayoutUpdate | ChopsUpdate) -> str:
    return frame.update(update).render_segments(Console())


def test_a_letter_typed_is_a_letter_sent() -> None:
    frame = ScreenDiff()
    sent(frame, whole("ทำงาน     ", "ก่อน      "))
    part = ChopsUpdate([{0: Strip([Segment("ทำงานดี    ")], 10)}, {0: None}], [(0, 0, 10)], [[10], [10]])
    assert sent(frame, part) == "\x1b[1;6Hดี"
    assert sent(frame, whole("ทำงานดี    ", "ก้อน      ")) == "\x1b[2;1Hก้"


def test_after_it_was_told_to_forget_everything_is_sent() -> None:
    frame = ScreenDiff()
    first = sent(frame, whole("ทำงาน     ", "ก่อน      "))
    assert sent(frame, whole("ทำงาน     ", "ก่อน      ")) == ""
    frame.forget()
    assert sent(frame, whole("ทำงาน     ", "ก่อน      ")) == first
