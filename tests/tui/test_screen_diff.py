"""Differences give the terminal the same contents as full updates."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from itatui.thai import cells, clusters, pad
from itatui.tui.terminal import line_breaker
from itatui.tui.terminal.screen_diff import Difference, Run, ScreenDiff
from tests.support.thai_texts import texts

WIDTH = 30
STYLES = [Style(), Style(bold=True), Style(color="red")]

parts = st.tuples(texts.map(lambda text: text.replace("\n", " ")), st.sampled_from(STYLES))


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Generate a part of the first or second line."""
    x = draw(st.sampled_from([0, 0, 0, 7, 11]))
    width = draw(st.integers(1, WIDTH - x)) if x else WIDTH
    room = width
    segments: list[Segment] = []
    written = draw(st.lists(st.one_of(parts, parts.map(lambda part: ("่", part[1]))), max_size=4))
    for place, (text, style) in enumerate([*written, ("", STYLES[0])]):
        last = place == len(written)
        if not segments:
            text = f"ก{text}"  # a run begins with a letter
        shown = pad(text, room) if last or cells(text) > room else text
        segments.append(Segment(shown, style))
        room -= cells(shown)
    return draw(st.integers(0, 1)), x, Strip(segments, width)


class TerminalCells:
    """A terminal: text and style of each cell."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, Style | None]] = {}

    def write(self, run: Run) -> None:
        y, x, strip = run
        for text, style, _control in strip:
            for cluster in clusters(text):
                size = cells(cluster)
                if not size or cluster == "ำ":  # added to the cell before it
                    at = x - 1 if self.cells.get((y, x - 1), ("", style))[0] else x - 2
                    before, style_before = self.cells.get((y, at), ("", style))
                    self.cells[y, at] = before + cluster, style_before
                for part in range(size):
                    self.cells[y, x + part] = (cluster if part == 0 else "", style)
                x += size


def seen(terminal: TerminalCells) -> dict[tuple[int, int], tuple[str, Style | None]]:
    """Return what the cells look like: blanks look the same in these styles."""
    return {at: (text, None if text == " " else style) for at, (text, style) in terminal.cells.items()}


@given(st.lists(runs(), max_size=12))
def test_differences_give_the_same_screen_as_full_updates(written: list[Run]) -> None:
    line_breaker.install()
    screen, by_difference, in_full = ScreenDiff(), TerminalCells(), TerminalCells()
    for run in written:
        in_full.write(run)
        if (difference := screen.written(run)) is not None:
            by_difference.write(difference)
    assert seen(by_difference) == seen(in_full)


@given(runs())
def test_nothing_is_sent_twice(run: Run) -> None:
    screen = ScreenDiff()
    screen.written((run[0], 0, Strip([Segment(" " * WIDTH)], WIDTH)))
    screen.written(run)
    assert screen.written(run) is None


def in_full(*lines: str) -> LayoutUpdate:
    """Return an update of the whole screen."""
    return LayoutUpdate([[Strip([Segment(line)], cells(line))] for line in lines], Region(0, 0, 10, len(lines)))


def sent(screen: ScreenDiff, update: LayoutUpdate | ChopsUpdate) -> str:
    return screen.update(update).render_segments(Console())


COLOURED = Console(color_system="standard", force_terminal=True, _environ={})


SENT = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([0-9;]*)m|([^\x1b]+)")
"""A position, a style, or a text."""


def replay(terminal: TerminalCells, data: str) -> None:
    """Write what was sent into a terminal."""
    y = x = 0
    style = STYLES[0]
    for line, column, codes, text in SENT.findall(data):
        if line:
            y, x = int(line) - 1, int(column) - 1
        elif text:
            terminal.write((y, x, Strip([Segment(text, style)])))
            x += cells(text)
        else:
            for code in codes.split(";"):
                style = {"1": STYLES[1], "31": STYLES[2]}.get(code, STYLES[0] if code in ("0", "22", "39") else style)


@given(st.lists(runs(), max_size=8))
def test_what_is_sent_gives_the_same_screen(written: list[Run]) -> None:
    line_breaker.install()
    screen, plain, told = ScreenDiff(), TerminalCells(), TerminalCells()
    for run in written:
        plain.write(run)
        replay(told, Difference(screen, filter(None, [screen.written(run)])).render_segments(COLOURED))
    assert seen(told) == seen(plain)


def test_the_colours_are_set_once_for_all_that_has_them() -> None:
    title, text = Style(color="red"), Style(color="blue")
    lines = [Strip([Segment("ก", title), Segment(" ", title), Segment("ข", text)]) for _line in range(3)]
    update = ScreenDiff().update(LayoutUpdate([[line] for line in lines], Region(0, 0, 3, 3)))
    assert update.render_segments(COLOURED) == (
        "\x1b[1;1H\x1b[31mก \x1b[2;1Hก \x1b[3;1Hก \x1b[1;3H\x1b[34mข\x1b[2;3Hข\x1b[3;3Hข\x1b[0m"
    )


def test_blanks_beside_a_link_are_no_part_of_it() -> None:
    link, plain = Style(color="red", link="https://example.go.th"), Style(color="red")
    line = Strip([Segment(" ", plain), Segment("ก", link), Segment("  ", plain)])
    data = ScreenDiff().update(LayoutUpdate([[line]], Region(0, 0, 4, 1))).render_segments(COLOURED)
    assert "https://example.go.th\x1b\\ก\x1b]8;;\x1b\\" in data


def test_a_typed_letter_sends_one_letter() -> None:
    screen = ScreenDiff()
    sent(screen, in_full("ทำงาน     ", "ก่อน      "))
    part = ChopsUpdate([{0: Strip([Segment("ทำงานดี    ")], 10)}, {0: None}], [(0, 0, 10)], [[10], [10]])
    assert sent(screen, part) == "\x1b[1;6Hดี"
    assert sent(screen, in_full("ทำงานดี    ", "ก้อน      ")) == "\x1b[2;1Hก้"


def test_of_a_part_of_a_line_only_the_difference_is_sent() -> None:
    screen = ScreenDiff()
    line = [Strip([Segment("ทำงาน")]), Strip([Segment("ก่อน  ")])]
    whole = Region(0, 0, 10, 1)
    sent(screen, LayoutUpdate([line], whole))
    part = ChopsUpdate([{0: None, 5: Strip([Segment("ก้อน  ")])}], [(0, 5, 7)], [[5, 10]])
    assert sent(screen, part) == "\x1b[1;6Hก้"
    assert sent(screen, part) == ""
    assert sent(screen, LayoutUpdate([line], whole)) == "\x1b[1;6Hก่"


def test_everything_is_sent_after_forget() -> None:
    screen = ScreenDiff()
    first = sent(screen, in_full("ทำงาน     ", "ก่อน      "))
    assert sent(screen, in_full("ทำงาน     ", "ก่อน      ")) == ""
    screen.forget()
    assert sent(screen, in_full("ทำงาน     ", "ก่อน      ")) == first


def _part() -> ChopsUpdate:
    return ChopsUpdate([{0: Strip([Segment("ก")])}], [(0, 0, 1)], [[1]])


def test_the_whole_screen_is_asked_for_until_it_comes() -> None:
    screen = ScreenDiff()
    asked: list[str] = []
    screen.update(_part())
    assert asked == []
    screen.expect_whole(lambda: asked.append("whole"))
    assert len(asked) == 1
    screen.update(_part())
    assert len(asked) == 2
    screen.update(LayoutUpdate([[Strip([Segment("ก" * WIDTH)])]], Region(0, 0, WIDTH, 1)))
    screen.update(_part())
    assert len(asked) == 2


def test_the_whole_screen_is_not_asked_for_without_end() -> None:
    screen = ScreenDiff()
    asked: list[str] = []
    screen.expect_whole(lambda: asked.append("whole"))
    for _time in range(20):
        screen.update(_part())
    assert 1 < len(asked) < 6


def test_spaces_over_spaces_of_another_style_are_not_sent() -> None:
    screen = ScreenDiff()
    ground = Style(bgcolor="#10151a")
    text, title = ground + Style(color="#e8e8e8"), ground + Style(color="#7cc4ff", bold=True)
    assert screen.written((0, 0, Strip([Segment("  ก   ", title)]))) is not None
    sent = screen.written((0, 0, Strip([Segment("   ข  ", text)])))
    assert sent is not None
    assert (sent[1], [segment.text for segment in sent[2]]) == (2, [" ข"])
    lined = screen.written((0, 0, Strip([Segment("   ข  ", text + Style(underline=True))])))
    assert lined is not None
    assert lined[2].text == "   ข  "
