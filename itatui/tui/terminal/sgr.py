"""Style changes in terminal output (ECMA-48, select graphic rendition), only the differences, and links (OSC 8).

Rich and Textual set the whole style before each segment and reset it after, at 40 bytes per segment.
"""

from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from rich.color import Color, ColorSystem
from rich.style import Style

_ON_OFF = {
    "bold": ("1", "22"),
    "dim": ("2", "22"),
    "italic": ("3", "23"),
    "underline": ("4", "24"),
    "blink": ("5", "25"),
    "reverse": ("7", "27"),
    "conceal": ("8", "28"),
    "strike": ("9", "29"),
}
"""Codes that set and reset each attribute."""


_SEEN_IN_BLANKS = frozenset({"underline", "reverse", "strike"})
"""Attributes that spaces show."""
_LINK_SIGNS = frozenset(map(chr, range(0x21, 0x7F))) - {";"}
"""Signs of an address: nothing that could end the sequence, or begin another."""


class Rendition(NamedTuple):
    """The style in which the terminal writes."""

    attributes: frozenset[str] = frozenset()
    """Keys of `_ON_OFF`."""
    ink: str = "39"
    """Code of the text colour; 39 is the terminal's own."""
    ground: str = "49"
    """Code of the background colour; 49 is the terminal's own."""


class SgrWriter:
    """Writes segments in turn. No style is set before the first and after `reset`."""

    def __init__(self, system: ColorSystem, *, links: bool = True) -> None:
        """`links`: whether the terminal is told addresses (OSC 8)."""
        self._system = system
        self._links = links
        self._set = Rendition()

    def write(self, text: str, style: Style | None) -> str:
        """Return a text after the codes of its style."""
        wanted = _rendition(style, self._system) if style else Rendition()
        if not text.strip(" ") and _are_alike_when_blank(self._set, wanted) and not (style and style.link):
            return text
        codes = _change(self._set, wanted)
        self._set = wanted
        if self._links and style and style.link and _LINK_SIGNS.issuperset(style.link):
            name = crc32(style.link.encode())  # the same for every line of a link
            return f"{codes}\x1b]8;id={name};{style.link}\x1b\\{text}\x1b]8;;\x1b\\"
        return codes + text

    def reset(self) -> str:
        """Return the codes that reset the style."""
        before, self._set = self._set, Rendition()
        return _change(before, self._set)


def _are_alike_when_blank(old: Rendition, new: Rendition) -> bool:
    """Test whether spaces look the same in two styles."""
    return old.ground == new.ground and _SEEN_IN_BLANKS.isdisjoint(old.attributes | new.attributes)


@lru_cache(maxsize=256)
def _rendition(style: Style, system: ColorSystem) -> Rendition:
    attributes = frozenset(name for name in _ON_OFF if getattr(style, name))
    return Rendition(attributes, _code(style.color, system), _code(style.bgcolor, system, ground=True))


def _code(color: Color | None, system: ColorSystem, *, ground: bool = False) -> str:
    if color is None:
        return "49" if ground else "39"
    return ";".join(color.downgrade(system).get_ansi_codes(foreground=not ground))


@lru_cache(maxsize=1024)
def _change(old: Rendition, new: Rendition) -> str:
    """Return the shorter of two ways: the differences, or a reset and the new style."""
    if old == new:
        return ""
    codes = min(_differing(old, new), ["0", *_differing(Rendition(), new)], key=lambda way: len(";".join(way)))
    return f"\x1b[{';'.join(codes)}m"


def _differing(old: Rendition, new: Rendition) -> list[str]:
    off = {_ON_OFF[name][1] for name in old.attributes - new.attributes}
    # 22 resets both bold and dim: set the other again.
    on = [_ON_OFF[name][0] for name in _ON_OFF if name in new.attributes and _again(name, old, off)]
    colours = [code for before, code in zip(old[1:], new[1:], strict=True) if before != code]
    return [*sorted(off), *on, *colours]


def _again(name: str, old: Rendition, off: set[str]) -> bool:
    return name not in old.attributes or _ON_OFF[name][1] in off
