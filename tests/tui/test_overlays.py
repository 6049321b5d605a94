"""Overlays and sideways scrolling never show half a cluster."""

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widgets import Static

from itatui.store import RegisterFile
from itatui.thai import cells, clusters, pad
from itatui.tui.styling.strips import strip
from itatui.tui.terminal import line_breaker
from itatui.tui.text_input.line_input import LineInput
from itatui.tui.widgets.line_widget import LineWidget
from tests.support.desk import Desk, open_screen
from tests.support.picture import picture

LINES = [
    "ที่นี่มีน้ำใจกำลังทำงานกู้เงินเพื่อนกั๊กปิ่นโต",
    "ทำน้ำซ้ำก้ำกึ่งจำนำกำนันลำน้ำสำคัญ",
    "cafe\u0301 👩\u200d💻 👍🏽 🇹🇭 ❤\ufe0f 漢字 ก้าว",
]
WIDTH = 48
COVER = "XXXXX"


class Page(LineWidget):
    """Lines in two styles, which change between clusters, also within words."""

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        styles = self.style("text"), self.style("strong")
        parts = [(cluster, styles[at // 3 % 2]) for at, cluster in enumerate(clusters(LINES[y % len(LINES)]))]
        return strip(parts, self.size.width, styles[0])


class OverlayApp(App[object]):
    """A page with an overlay."""

    CSS = """
    Page { height: 3; }
    #slip { position: absolute; layer: over; width: 5; height: 3; }
    Screen { layers: below over; }
    """

    def compose(self) -> ComposeResult:
        """The page and the overlay."""
        yield Page()
        yield Static("\n".join([COVER] * 3), id="slip")


def faults_of(line: str, seen_line: str, column: int) -> list[str]:
    """Return the faults of a line covered from a column on."""
    if COVER not in seen_line:
        return [seen_line]
    left, right = seen_line.split(COVER)
    faults = []
    if cells(left) != column or cells(seen_line) != cells(line):
        faults.append(f"cells {seen_line!r}")
    lefts, rights = _sides(line, column)
    if left not in lefts:
        faults.append(f"left {left[-8:]!r} not {[each[-8:] for each in lefts]}")
    if right not in rights:
        faults.append(f"right {right[:8]!r} not {[each[:8] for each in rights]}")
    return faults


def _sides(line: str, column: int) -> tuple[list[str], list[str]]:
    """Return the allowed texts left and right of the overlay: half a cluster is blank, but ำ shows its half."""
    end = column + len(COVER)
    return _side(clusters(line), column, right=False), _side(clusters(line)[::-1], cells(line) - end, right=True)


def _side(clusters_: list[str], room: int, *, right: bool) -> list[str]:
    """Return the clusters from one end that fit `room` cells, with each allowed filling."""
    kept: list[str] = []
    for cluster in clusters_:
        size = cells(cluster)
        if size <= room:
            kept.append(cluster)
            room -= size
            continue
        break
    fills = [" " * room]
    if room and cluster.endswith("ำ"):
        letter = cluster[:-1]
        bare = letter.rstrip("\u0e48\u0e49\u0e4a\u0e4b")
        fills = ["า" if right else bare + "\u0e4d" + letter[len(bare) :]]
    return ["".join([*fills, *kept[::-1]] if right else [*kept, *fills]) for fills in [[fill] for fill in fills]]


async def test_an_overlay_leaves_whole_clusters_at_every_column() -> None:
    line_breaker.install()
    faults = []
    async with OverlayApp().run_test(size=(WIDTH, 3)) as pilot:
        overlay = pilot.app.query_one("#slip")
        lines = [pad(line, WIDTH) for line in LINES]
        for column in range(WIDTH - len(COVER)):
            overlay.styles.offset = (column, 0)
            await pilot.pause()
            for line, seen_line in zip(lines, picture(pilot.app), strict=True):
                faults += [f"{column}: {what}" for what in faults_of(line, seen_line, column)]
    assert not faults, "\n".join(faults)


async def test_notification_and_dialogs_leave_no_stray_mark(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        assert strays(desk) == []
        desk.main.tell("ที่นี่มีน้ำ")
        await desk.until(lambda: "ที่นี่มีน้ำ" in desk.text, "for what is told")
        assert strays(desk) == []
        for keys in (("delete",), ("escape", "ctrl+n"), ("escape", "ctrl+q")):
            await desk.press(*keys)
            assert strays(desk) == []


def strays(desk: Desk) -> list[str]:
    """Return the lines with a mark that has no letter."""
    clusters_ = []
    for line in desk.lines:
        for before, cluster in zip(["", *clusters(line)], clusters(line), strict=False):
            marked = len(cluster) > 1 and not ("\u0e01" <= cluster[0] <= "\u0e2f" or cluster[0].isalnum())
            if marked or not cells(cluster):
                clusters_.append(f"{before}{cluster} in {line}")
    return clusters_


class NarrowInput(App[None]):
    """An input much narrower than its text."""

    CSS = "LineInput { width: 9; height: 1; padding: 0; overflow: hidden; }"

    def compose(self) -> ComposeResult:
        """The input."""
        yield LineInput("".join(LINES), wraps=False)


@pytest.mark.parametrize("key", ["right", "left"])
async def test_a_scrolled_line_shows_whole_clusters_and_the_cursor(key: str) -> None:
    text = "".join(LINES)
    known = set(clusters(text)) | {" "}
    async with NarrowInput().run_test(size=(9, 1)) as pilot:
        field = pilot.app.query_one(LineInput)
        await pilot.press("home" if key == "right" else "end")
        for _step in clusters(text):
            seen = list(field.render_line(0))
            assert set(clusters("".join(segment.text for segment in seen))) <= known
            under = [segment.text for segment in seen if segment.style == field.style("caret")]
            at = field.cursor_location[1]
            assert under == [(clusters(text[at:]) or [" "])[0]]
            await pilot.press(key)
        assert field.cursor_location[1] == (len(text) if key == "right" else 0)
