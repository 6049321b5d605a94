"""What covers part of a line leaves no half of a cluster beside it, at whatever column; nor does scrolling sideways."""

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widgets import Static

from itatui.store import RegisterFile
from itatui.thai import cells, clusters, pad
from itatui.tui.styling.strips import strip
from itatui.tui.terminal import line_breaking
from itatui.tui.text_input.line_input import LineInput
from itatui.tui.widgets.line_widget import LineWidget
from tests.support.desk import Desk, sitting
from tests.support.picture import picture

LINES = [
    "ที่นี่มีน้ำใจกำลังทำงานกู้เงินเพื่อนกั๊กปิ่นโต",
    "ทำน้ำซ้ำก้ำกึ่งจำนำกำนันลำน้ำสำคัญ",
    "cafe\u0301 👩\u200d💻 👍🏽 🇹🇭 ❤\ufe0f 漢字 ก้าว",
]
WIDTH = 48
COVER = "XXXXX"


class Page(LineWidget):
    """Lines of two looks, changing inside words but never inside clusters."""

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        looks = self.style("text"), self.style("strong")
        parts = [(cluster, looks[at // 3 % 2]) for at, cluster in enumerate(clusters(LINES[y % len(LINES)]))]
        return strip(parts, self.size.width, looks[0])


class Desktop(App[object]):
    """A page, and a slip that lies over it."""

    CSS = """
    Page { height: 3; }
    #slip { position: absolute; layer: over; width: 5; height: 3; }
    Screen { layers: below over; }
    """

    def compose(self) -> ComposeResult:
        """The page and the slip."""
        yield Page()
        yield Static("\n".join([COVER] * 3), id="slip")


def whole(line: str, covered: str, column: int) -> list[str]:
    """What is wrong with a line of which some cells, from a column on, are covered; nothing: an empty list."""
    if COVER not in covered:
        return [covered]
    left, right = covered.split(COVER)
    wrong = []
    if cells(left) != column or cells(covered) != cells(line):
        wrong.append(f"cells {covered!r}")
    lefts, rights = _sides(line, column)
    if left not in lefts:
        wrong.append(f"left {left[-8:]!r} not {[each[-8:] for each in lefts]}")
    if right not in rights:
        wrong.append(f"right {right[:8]!r} not {[each[:8] for each in rights]}")
    return wrong


def _sides(line: str, column: int) -> tuple[list[str], list[str]]:
    """What may be seen on both sides: of a cluster that is half covered, nothing; of one with ำ, the half itself."""
    end = column + len(COVER)
    return _side(clusters(line), column, right=False), _side(clusters(line)[::-1], cells(line) - end, right=True)


def _side(found: list[str], room: int, *, right: bool) -> list[str]:
    """The clusters from one end that fit a number of cells, joined; with what may fill the rest of them."""
    kept: list[str] = []
    for cluster in found:
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


async def test_a_slip_over_every_column_leaves_only_whole_clusters() -> None:
    line_breaking.install()
    wrong = []
    async with Desktop().run_test(size=(WIDTH, 3)) as pilot:
        slip = pilot.app.query_one("#slip")
        lines = [pad(line, WIDTH) for line in LINES]
        for column in range(WIDTH - len(COVER)):
            slip.styles.offset = (column, 0)
            await pilot.pause()
            for line, covered in zip(lines, picture(pilot.app), strict=True):
                wrong += [f"{column}: {what}" for what in whole(line, covered, column)]
    assert not wrong, "\n".join(wrong)


async def test_a_notification_and_a_dialog_leave_no_stray_mark(file: RegisterFile) -> None:
    async with sitting(file, notifications=True) as desk:
        assert strays(desk) == []
        desk.main.tell("ที่นี่มีน้ำ")
        await desk.until(lambda: "ที่นี่มีน้ำ" in desk.text, "for what is told")
        assert strays(desk) == []
        for keys in (("delete",), ("escape", "ctrl+n"), ("escape", "ctrl+q")):
            await desk.press(*keys)
            assert strays(desk) == []


def strays(desk: Desk) -> list[str]:
    """The lines in which a mark stands on nothing that it could belong to."""
    found = []
    for line in desk.lines:
        for before, cluster in zip(["", *clusters(line)], clusters(line), strict=False):
            marked = len(cluster) > 1 and not ("\u0e01" <= cluster[0] <= "\u0e2f" or cluster[0].isalnum())
            if marked or not cells(cluster):
                found.append(f"{before}{cluster} in {line}")
    return found


class Slot(App[None]):
    """A text in a line that is much too narrow for it."""

    CSS = "LineInput { width: 9; height: 1; padding: 0; overflow: hidden; }"

    def compose(self) -> ComposeResult:
        """The line."""
        yield LineInput("".join(LINES), wraps=False)


@pytest.mark.parametrize("key", ["right", "left"])
async def test_a_line_that_scrolls_sideways_shows_whole_clusters_and_the_cursor(key: str) -> None:
    text = "".join(LINES)
    known = set(clusters(text)) | {" "}
    async with Slot().run_test(size=(9, 1)) as pilot:
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
