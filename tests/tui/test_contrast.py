"""Contrast of every text in every theme: 7:1 in the high-contrast themes, 4.5:1 in the others (WCAG 2.2)."""

from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.store.config import CHOICES, SettingsFile
from itatui.store.recent import RecentRegisters
from itatui.store.year_files import YearFiles
from itatui.tui.environment import Environment
from itatui.tui.styling.styles import STYLES
from itatui.tui.styling.themes import AUTO, MEETING_THEMES, THEMES, textual_theme
from itatui.tui.terminal.color_filter import ALL, NONE, SIXTEEN
from tests.support import registers
from tests.support.clashes import clash
from tests.support.contrast import PALETTES, contrast, ratio, read
from tests.support.desk import WIDE, Desk, open_screen
from tests.tui.conftest import Make

STEPS: dict[str, tuple[str, ...]] = {
    "the list": (),
    "the tracks": ("left",),
    "the detail": ("f4",),
    "an editor": ("f2",),
    "an editor with a selection": ("f2", "home", "shift+right", "shift+right", "shift+right"),
    "the field of find": ("f3",),
    "the question for a new measure": ("ctrl+n",),
    "the question whether to remove": ("delete",),
    "its other answer": ("delete", "right"),
    "the help": ("f1",),
    "the report": ("f8",),
    "the past": ("f7",),
    "what is below the past": ("f7", "tab"),
    "old registers": ("f7", "r"),
    "the palette": ("ctrl+p",),
    "the palette, asked": ("ctrl+p", "down", "x"),
    "the settings": ("s",),
    "the register": ("ctrl+r", "down"),
    "the form of a field": ("ctrl+r", *["down"] * 8, "ctrl+n", "tab"),
    "what narrows the list": ("n", "space", "down"),
    "where to go": ("g",),
    "what is marked": ("space", "space"),
    "what was found": ("f3", "I", "T", "A", "enter"),
    "the overview": ("f6",),
    "the findings": ("ctrl+k", "down"),
    "a table of the year": ("y", "1"),
    "the details of the minutes": ("f5", "f8"),
    "other registers": ("ctrl+o",),
    "the form for a new register": ("ctrl+o", "home", "down", "enter"),
}
"""Keys that open everything with text."""
COLOURED = [name for name, theme in THEMES.items() if theme.sends > NONE]


def required_contrast(theme: str) -> float:
    return 7.0 if "contrast" in theme else 4.5


def palettes(theme: str) -> list[str]:
    return list(PALETTES) if THEMES[theme].sends == SIXTEEN else [""]


def test_ratio_of_known_colours_is_that_of_wcag() -> None:
    assert ratio("000000", "ffffff") == pytest.approx(21)
    assert ratio("777777", "ffffff") == pytest.approx(4.48, abs=0.01)
    assert ratio("ff0000", "ff0000") == 1


def test_themes_and_settings_agree() -> None:
    assert CHOICES["theme"] == (AUTO, *THEMES)


@pytest.mark.parametrize("theme", COLOURED)
@pytest.mark.parametrize("style_name", [name for name in STYLES if name != "bar"])
def test_contrast_of_a_style(theme: str, style_name: str) -> None:
    variables = textual_theme(theme).to_color_system().generate()
    style = STYLES[style_name].style(variables)
    for palette in palettes(theme):
        assert contrast(style, palette) >= required_contrast(theme), palette


@pytest.mark.parametrize("theme", ["dark", "light", "contrast-dark", "contrast-light"])
@pytest.mark.parametrize("style_name", [name for name in STYLES if name != "bar"])
def test_contrast_of_a_style_in_256_colours(theme: str, style_name: str) -> None:
    style = STYLES[style_name].style(textual_theme(theme).to_color_system().generate())
    assert style.color and style.bgcolor
    few = Style(
        color=_of_256(style.color),
        bgcolor=_of_256(style.bgcolor),
    )
    assert contrast(few) >= required_contrast(theme)


def _of_256(colour: Color) -> Color:
    return Color.from_triplet(colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


def faint(desk: Desk, theme: str) -> set[tuple[str, str, str, float]]:
    """Return the texts below the required contrast, with style, palette and contrast."""
    return {
        (text, str(style), palette, round(contrast(style, palette), 2))
        for text, style in read(desk.app)
        for palette in palettes(theme)
        if contrast(style, palette) < required_contrast(theme)
    }


@pytest.mark.parametrize("theme", COLOURED)
@pytest.mark.parametrize("step", list(STEPS))
async def test_contrast_of_every_screen(make: Make, tmp_path: Path, theme: str, step: str) -> None:
    file = make(registers.late())
    file.apply(set_field(file.load().measures[0], "result", "ได้จัดทำแผนผังแล้ว"))
    own = tmp_path / "config.toml"
    environment = Environment(theme, ALL, settings=SettingsFile(own), shelf=RecentRegisters(), year=YearFiles())
    async with open_screen(file, WIDE, environment=environment, notifications=True) as desk:
        desk.app._filters = [each for each in desk.app._filters if not hasattr(each, "colours")]
        desk.main.tell("เตือน")
        for key in STEPS[step]:
            await desk.press(key)
            await desk.pilot.pause(0.02)
        await desk.keys_done()
        desk.main.tell("เตือน")  # again: a message takes the place of the one before
        await desk.until(lambda: "เตือน" in desk.text, "for the notification")
        await desk.until(lambda: not faint(desk, theme), f"{faint(desk, theme)}")  # the palette shows that it searches


MEETING: dict[str, tuple[str, ...]] = {
    "a measure": (),
    "one that is late": ("right", "right"),
    "an editor": ("f2",),
    "a decision": ("d",),
    "which measures": ("f3",),
    "the help": ("f1",),
}
"""Keys that open everything with text in the meeting."""


@pytest.mark.parametrize("theme", MEETING_THEMES)
@pytest.mark.parametrize("step", list(MEETING))
async def test_contrast_of_the_meeting(make: Make, theme: str, step: str) -> None:
    async with open_screen(make(registers.late()), WIDE) as desk:
        for key in ("f5", *("t" if theme == MEETING_THEMES[1] else ""), *MEETING[step]):
            await desk.press(key)
            await desk.pilot.pause(0.05)
        assert desk.app.theme_setting == theme
        assert faint(desk, theme) == set()


@pytest.mark.parametrize("theme", COLOURED)
async def test_contrast_of_the_conflict_dialog(file: RegisterFile, theme: str) -> None:
    async with open_screen(file, environment=Environment(theme)) as desk:
        desk.app._filters = [each for each in desk.app._filters if not hasattr(each, "colours")]
        await clash(desk, file)
        assert faint(desk, theme) == set()
