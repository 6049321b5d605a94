"""Terminals with few or no colours."""

from pathlib import Path

import pytest
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.store.config import SettingsFile
from itatui.tui.environment import Environment, motion_level
from itatui.tui.styling.themes import THEMES, textual_name, theme_for
from itatui.tui.terminal.color_filter import ALL, EIGHT, NONE, SIXTEEN, ColorFilter, colours_of
from tests.support.desk import Desk, open_screen
from tests.tui.test_contrast import STEPS

TERMINALS = {
    "xterm": SIXTEEN,
    "xterm-256color": ALL,
    "tmux-256color": ALL,
    "screen-256color": ALL,
    "putty-256color": ALL,
    "screen": EIGHT,
    "screen.xterm-256color": ALL,
    "linux": EIGHT,
    "linux-16color": SIXTEEN,
    "rxvt": SIXTEEN,
    "xterm-kitty": SIXTEEN,
    "kitty": ALL,
    "vt100": NONE,
    "vt220": NONE,
    "dumb": NONE,
    "xterm-mono": NONE,
    "linux-m": NONE,
    "": SIXTEEN,
}
GROUND = TextualColor.parse("#000000")


@pytest.mark.parametrize("name", TERMINALS)
def test_number_of_colours_by_terminal_name(name: str) -> None:
    assert colours_of({"TERM": name}) == TERMINALS[name]


def test_no_color_and_colorterm_are_honoured() -> None:
    assert colours_of({"TERM": "xterm-256color", "NO_COLOR": "1", "COLORTERM": "truecolor"}) == NONE
    assert colours_of({"TERM": "xterm", "NO_COLOR": ""}) == SIXTEEN
    assert colours_of({"TERM": "xterm", "COLORTERM": "truecolor"}) == ALL


def test_theme_by_number_of_colours() -> None:
    assert [theme_for("auto", colours) for colours in (NONE, EIGHT, SIXTEEN, ALL)] == ["mono", "ansi", "ansi", "dark"]
    assert theme_for("light", SIXTEEN) == "light" and theme_for("light", NONE) == "mono"


@pytest.mark.parametrize(
    ("setting", "environment", "level"),
    [
        ("auto", {}, "basic"),
        ("auto", {"SSH_CONNECTION": "10.0.0.1 22"}, "none"),
        ("auto", {"SSH_TTY": "/dev/pts/1"}, "none"),
        ("full", {"SSH_TTY": "/dev/pts/1"}, "full"),
        ("none", {}, "none"),
    ],
)
def test_no_animation_over_ssh(setting: str, environment: dict[str, str], level: str) -> None:
    assert motion_level(setting, environment) == level


def sent(style: str, colours: int) -> Style:
    (segment,) = ColorFilter(colours).apply([Segment("x", Style.parse(style))], GROUND)
    assert segment.style is not None
    return segment.style


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("bold #ffffff on #000000", "bold"),
        ("#000000 on #ffffff", "reverse"),
        ("#ffffff on #000000 reverse underline", "reverse underline"),
        ("#000000 on #ffffff reverse", "not reverse"),
        ("italic", "italic"),
    ],
)
def test_style_keeps_only_attributes_without_colours(style: str, expected: str) -> None:
    assert sent(style, NONE) == Style.parse(expected)


@pytest.mark.parametrize(
    ("style", "colours", "front", "ground", "bold"),
    [
        ("#ff5555 on #000000", SIXTEEN, 9, 0, None),
        ("#ff5555 on #000000", EIGHT, 1, 0, True),
        ("bold #000000 on #ffff55", SIXTEEN, 0, 11, False),
        ("bold #000000 on #ffff55", EIGHT, 0, 3, False),
        ("#aaaaaa on #000000", EIGHT, 7, 0, None),
    ],
)
def test_style_in_terminal_colours(style: str, colours: int, front: int, ground: int, bold: bool | None) -> None:
    result = sent(style, colours)
    assert result.color and result.bgcolor
    assert (result.color.number, result.bgcolor.number) == (front, ground)
    assert bool(result.bold) is bool(bold)


def styles(desk: Desk) -> list[tuple[str, Style]]:
    strips = desk.app.screen._compositor.render_strips()
    return [(segment.text, segment.style) for strip in strips for segment in strip if segment.style is not None]


def colours(desk: Desk) -> set[Color]:
    return {colour for _text, style in styles(desk) for colour in (style.color, style.bgcolor) if colour is not None}


@pytest.mark.parametrize("step", list(STEPS))
async def test_screen_without_colours_shows_row_and_cursor_in_reverse(file: RegisterFile, step: str) -> None:
    """The chosen row and the cursor are in reverse video."""
    file.apply(set_field(file.load().measures[0], "result", "ได้จัดทำแผนผังแล้ว"))
    async with open_screen(file, environment=Environment(colours=NONE), notifications=True) as desk:
        desk.main.tell("เตือน")
        for key in STEPS[step]:
            await desk.press(key)
            await desk.pilot.pause(0.02)
        desk.main.tell("เตือน")  # again: a message takes the place of the one before
        await desk.until(lambda: "เตือน" in desk.text, "for the notification")
        assert colours(desk) == set()
        assert any(style.reverse for _text, style in styles(desk))


@pytest.mark.parametrize(("count", "most"), [(EIGHT, 8), (SIXTEEN, 16)])
async def test_screen_in_terminal_colours(file: RegisterFile, count: int, most: int) -> None:
    async with open_screen(file, environment=Environment(colours=count), notifications=True) as desk:
        desk.main.tell("เตือน")
        await desk.press("f1")
        assert desk.app.theme == textual_name("ansi")
        result = colours(desk)
        assert {colour.type for colour in result} == {ColorType.STANDARD}
        assert {colour.number or 0 for colour in result} <= set(range(most))
        assert len(result) > 3


async def test_the_cursor_is_visible_without_colours(file: RegisterFile) -> None:
    async with open_screen(file, environment=Environment(colours=NONE)) as desk:
        (number,) = [text for text, style in styles(desk) if text.strip() == "IIT-1" and style.reverse]
        await desk.press("down")
        assert [text.strip() for text, style in styles(desk) if "IIT" in text and style.reverse and text != number] == [
            "IIT-2"
        ]
        assert [text.strip() for text, style in styles(desk) if style.reverse and "มาตรการ" in text] == ["มาตรการ"]


async def test_themes_change_at_run_time(file: RegisterFile, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "config.toml")
    async with open_screen(file, environment=Environment(settings=settings)) as desk:
        seen = set()
        for theme in THEMES:
            assert desk.app.choose("theme", theme)
            await desk.pilot.pause()
            seen.add(frozenset(colours(desk)))
            assert settings.values()["theme"] == theme
        assert len(seen) == len(THEMES)
        assert frozenset() in seen
