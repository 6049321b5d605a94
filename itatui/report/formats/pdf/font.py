"""The font of the PDF: which characters it has, how wide texts are, and their glyphs.

Texts are shaped by HarfBuzz as if they were Latin: the font has its rules for Thai marks there, and the shaper for Thai
would split ำ in two, which readers do not join again.
"""

from bisect import bisect_left
from functools import lru_cache
from typing import Any, NamedTuple

import uharfbuzz

from itatui.resources import location

FILE = "THSarabunPSK-Regular.ttf"
ASCENT, DESCENT = 0.85, 0.447
"""Height of the letters with their marks above and below the baseline, in parts of the font size."""
UNITS = 1000
"""Units of the font in its size."""
SPACE = 216
"""Width of a space in these units."""
CELL = 380
"""Width of a letter on average."""

EQUALS = {
    **dict.fromkeys("●■▪◦", "•"), **dict.fromkeys("○◯", "o"), **dict.fromkeys("✓✔", "√"), **dict.fromkeys("✗✘", "×"),
    **dict.fromkeys("☐□", "[  ]"), **dict.fromkeys("☑", "[√]"), **dict.fromkeys("→⇒", "->"), "←": "<-",
    **dict.fromkeys("\u2010\u2011", "-"), "\u2012": "–", "\u2015": "—", "′": "'", "″": '"',
    **dict.fromkeys("\u2002\u2003\u2007\u2009\u3000", " "), "\u202f": "\u00a0",
}  # fmt: skip
"""Characters that the font lacks, with the characters that mean the same."""
_CONTROL_PICTURES = {chr(0x2400 + code): f"‹U+{code:04X}›" for code in range(0x20)} | {"␡": "‹U+007F›"}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters without a sign of their own, which are left out."""


class Glyph(NamedTuple):
    """A sign of a shaped text."""

    at: int
    """Code point of the text where it begins."""
    number: int
    """Number of the glyph in the font."""
    text: str
    """Characters that it stands for; empty for the second glyph of a cluster."""
    own_width: int
    """Width that the font gives for it, in its units."""
    advance: int
    """Units to the next glyph."""


class Shaped(NamedTuple):
    """A paragraph with its glyphs."""

    text: str
    glyphs: tuple[Glyph, ...]
    reach: tuple[int, ...]
    """Width of the first 0, 1, 2, … code points, in units of the font."""

    def glyphs_between(self, start: int, end: int) -> tuple[Glyph, ...]:
        """Return the glyphs of a part, given in code points."""
        first = bisect_left(self.glyphs, start, key=_place)
        return self.glyphs[first : bisect_left(self.glyphs, end, first, key=_place)]


def _place(glyph: Glyph) -> int:
    return glyph.at


class Font:
    """The font that ships with itatui."""

    def __init__(self) -> None:
        self.path = location("data/fonts", FILE)
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(self.path))
        self._font: Any = uharfbuzz.Font(face)
        known = set(face.unicodes)
        self._replaced = str.maketrans(
            {**dict.fromkeys(_INVISIBLE, "")}
            | {sign: equal for sign, equal in (EQUALS | _CONTROL_PICTURES).items() if ord(sign) not in known}
        )
        self._known = known | {ord("\n")}
        self.shape = lru_cache(maxsize=2048)(self._shape)

    def drawable(self, text: str) -> str:
        """Return a text with the characters that the font lacks replaced by equal ones, where there are any."""
        return text.translate(self._replaced)

    def lacking(self, text: str) -> str:
        """Return the first character of a drawable text that the font lacks; empty if it has all of them."""
        return next((character for character in text if ord(character) not in self._known), "")

    def _shape(self, paragraph: str) -> Shaped:
        if not paragraph:
            return Shaped("", (), (0,))
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(paragraph)
        buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "en"
        uharfbuzz.shape(self._font, buffer, {})
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(paragraph)], strict=True))
        glyphs: list[Glyph] = []
        widths = [0] * len(paragraph)
        for info, place in zip(infos, places, strict=True):
            at, number = info.cluster, info.codepoint
            text = paragraph[at : ends.pop(at)] if at in ends else ""
            glyphs.append(Glyph(at, number, text, self._font.get_glyph_h_advance(number), place.x_advance))
            widths[at] += place.x_advance
        reach = [0]
        for width in widths:
            reach.append(reach[-1] + width)
        return Shaped(paragraph, tuple(glyphs), tuple(reach))
