"""Contrast of the texts on the screen, by the formula of WCAG 2.2."""

from collections.abc import Iterator

from rich.color import Color, ColorSystem
from rich.style import Style
from textual.app import App

DRAWN = set("│─┌┐└┘├┤┬┴┼█▌▐▇▁▔▊▎▏▕▀▄■▅▃▂▆━┃╸╺●○·!*↶ \t")
"""Characters that are drawn, not read: borders, bars and the marks of the quarters."""
PALETTES = {
    "VGA, the Linux console": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "PuTTY": "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "Windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
}
"""Default values of the 16 colours in common terminals."""


def ratio(one: str, other: str) -> float:
    """Return the contrast of two `rrggbb` colours, from 1 to 21."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style, palette: str = "") -> float:
    """Return the contrast of a style, in true colour or in the 16 colours of a palette."""
    assert style.color is not None and style.bgcolor is not None, style
    assert not style.dim, style
    return ratio(*(_hex(colour, palette) for colour in (style.color, style.bgcolor)))


def _hex(colour: Color, palette: str) -> str:
    if not palette:
        return colour.get_truecolor().hex.lstrip("#")
    number = colour.downgrade(ColorSystem.STANDARD).number
    assert number is not None, colour
    return PALETTES[palette].split()[number]


def read(app: App[object]) -> Iterator[tuple[str, Style]]:
    """Yield each text on the screen with its style."""
    for strip in app.screen._compositor.render_strips():
        for text, style, _control in strip:
            if set(text) - DRAWN and style is not None:
                yield text, style
