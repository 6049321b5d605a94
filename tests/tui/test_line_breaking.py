"""Long Thai texts are broken between words, and shown in full, in every widget."""

from collections.abc import Awaitable, Callable, Sequence
from itertools import accumulate

import pytest
from textual.widget import Widget

from itatui.domain.edits import set_field
from itatui.domain.protocols import DraftPlace
from itatui.locale import _
from itatui.store import RegisterFile
from itatui.thai import break_points
from itatui.tui.commands import COMMANDS
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.prompts import Ask, Confirm
from itatui.tui.session.drafts import Drafts
from tests import reference
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.tui.conftest import Make

LONG = "ประชาสัมพันธ์หรือเผยแพร่คู่มือให้แก่บุคคลภายนอกผ่านทางเครือข่ายสังคมออนไลน์และมีน้ำใจต่อผู้มาติดต่อทุกคน" * 2
SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["wide", "middle", "narrow"])
FRAME = "│┃┌┐└┘─▌█▄▀▊▎ "


def lines_of(desk: Desk, widget: Widget) -> list[str]:
    """Return the lines of a widget as shown, without borders."""
    region = widget.region
    strips = desk.app.screen._compositor.render_strips()[region.y : region.bottom]
    return ["".join(segment.text for segment in strip.crop(region.x, region.right)).strip(FRAME) for strip in strips]


def breaks_of(text: str, lines: Sequence[str]) -> list[int]:
    """Return the code points at which the lines that show a text begin, but the first."""
    starts = [row for row, line in enumerate(lines) if text[:6] in line]
    breaks = [breaks for row in starts if (breaks := _read(text, lines[row:])) is not None]
    assert breaks, (text, lines)
    return breaks[0]


def _read(text: str, lines: Sequence[str]) -> list[int] | None:
    first, *others = lines
    breaks: list[int] = []
    at = 0
    for line in (first[first.index(text[:6]) :], *others):
        visible = line.removesuffix("+}").rstrip()
        if not visible or not text.startswith(visible, at):
            return None
        breaks.append(at)
        at += len(visible)
        at += len(text[at:]) - len(text[at:].lstrip(" "))
        if at == len(text):
            return breaks[1:]
    return None


async def _detail(desk: Desk) -> tuple[Widget, str]:
    await desk.press("right")
    return desk.detail, LONG


async def _confirm(desk: Desk) -> tuple[Widget, str]:
    screen = Confirm(["?", LONG], "ลบ")
    desk.app.push_screen(screen)
    await desk.pilot.pause()
    return screen.query("Static")[1], LONG


async def _ask(desk: Desk) -> tuple[Widget, str]:
    screen = Ask(LONG, KeptText(Drafts(), DraftPlace("", "question"), LONG))
    desk.app.push_screen(screen)
    await desk.pilot.pause()
    return screen.query("Static")[0], LONG


async def _editor(desk: Desk) -> tuple[Widget, str]:
    await desk.press("right", "enter")
    assert desk.main.editor is not None
    return desk.main.editor, LONG


async def _history(desk: Desk) -> tuple[Widget, str]:
    desk.main.session.change(set_field(desk.main.shown[0], "result", LONG))
    await desk.saved()
    await desk.press("f7")
    await desk.until(lambda: "{+" in desk.text, "the history")
    return desk.app.screen.query_one("#list_detail"), LONG


async def _notification(desk: Desk) -> tuple[Widget, str]:
    desk.main.tell(LONG)
    await desk.until(lambda: desk.app.screen.query("Toast"), "the notification")
    await desk.until(lambda: LONG[:8] in desk.text, "its text")
    return desk.app.screen.query("Toast").first(), LONG


WIDGETS = {
    "detail": _detail,
    "editor": _editor,
    "confirm": _confirm,
    "question": _ask,
    "history": _history,
    "notification": _notification,
}


@pytest.fixture
def long(make: Make) -> RegisterFile:
    """A register whose first measure has a long text."""
    register = reference.register()
    first, *others = register.measures
    return make(register._replace(measures=(first._replace(activity=LONG, result=""), *others)))


@SIZES
@pytest.mark.parametrize("where", WIDGETS)
async def test_a_long_text_is_broken_between_words(long: RegisterFile, where: str, size: tuple[int, int]) -> None:
    show: Callable[[Desk], Awaitable[tuple[Widget, str]]] = WIDGETS[where]
    async with open_screen(long, size, notifications=where == "notification") as desk:
        widget, text = await show(desk)
        await desk.pilot.pause()
        breaks = breaks_of(text, lines_of(desk, widget))
        assert breaks
        assert set(breaks) <= set(break_points(text))


@SIZES
async def test_the_list_breaks_and_truncates_between_words(long: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(long, size) as desk:
        lines = lines_of(desk, desk.main.query_one("#measures"))[1:]
        shown = []
        for line in lines:
            text = line.split("●")[0].split("IIT-1")[-1].strip(FRAME)
            shown.append(text.removesuffix(_("blank")).strip())
            if shown[-1].endswith("…"):
                break
        shown[-1] = shown[-1].strip("… ")
        assert LONG.startswith("".join(shown))
        assert set(accumulate(map(len, shown))) <= set(break_points(LONG))


@pytest.mark.parametrize("key", ["f1", "ctrl+p"])
async def test_help_and_palette_break_between_words(long: RegisterFile, key: str) -> None:
    async with open_screen(long, (40, 200)) as desk:
        await desk.press(key)
        await desk.until(lambda: _("Type to search commands") in desk.text, "the list")
        broken = 0
        for command in [command for command in COMMANDS if "measures" in command.where.split()][:7]:
            text = _(command.help)
            breaks = breaks_of(text, [line.strip(FRAME) for line in desk.lines])
            assert set(breaks) <= set(break_points(text))
            broken += len(breaks)
        assert broken


@SIZES
async def test_the_footer_shows_whole_commands_only(long: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(long, size) as desk:
        offered = [command for command in COMMANDS if command.keys_in("measures")]
        commands = [f"{command.key('measures')} {_(command.title)}" for command in offered]
        rest = desk.foot
        for command in sorted(commands, key=len, reverse=True):
            rest = rest.replace(f" {command} ", "  ", 1)
        assert not rest.strip()
