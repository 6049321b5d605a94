"""Automatic numbers and bullets of a Word document, as Word shows them before a paragraph."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from itatui.thai import thai_digits

BULLET = "•"
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMANS = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90),
    ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip
_MAX_NUMBER = 9999
_LEVELS = 9


class Level(NamedTuple):
    """A level of a list."""

    format: str = "decimal"
    """Such as `decimal`, `thaiNumbers` or `bullet`."""
    text: str = "%1."
    """The number as shown, with `%1` for that of the first level."""
    start: int = 1


class NumberPlace(NamedTuple):
    """The list of a paragraph, and its level in it."""

    list: str
    level: int


class WordNumbers:
    """The lists of a document. It counts, so that paragraphs are asked in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        """Definition of each list; lists of one definition count on from each other."""
        self._restarts: dict[tuple[str, int], int] = {}
        """First number of a list that begins its count again, by list and level, until it has begun."""
        self._counts: dict[str, list[int]] = {}
        self._styles: dict[str, NumberPlace] = {}
        if numbering is not None:
            self._read_lists(numbering)
        for style in styles.iter("style") if styles is not None else ():
            if (place := number_place(style)) is not None:
                self._styles[style.get("styleId", "")] = place

    def _read_lists(self, numbering: Element) -> None:
        abstract = {each.get("abstractNumId", ""): _levels_of(each) for each in numbering.findall("abstractNum")}
        for each in numbering.findall("num"):
            name, link = each.get("numId", ""), each.find("abstractNumId")
            self._abstract[name] = link.get("val", "") if link is not None else ""
            levels = dict(abstract.get(self._abstract[name], {}))
            for override in each.findall("lvlOverride"):
                at = _level(override.get("ilvl"))
                levels.update({level: own for level, own in _levels_of(override).items() if level == at})
                start = override.find("startOverride")
                if start is not None:
                    self._restarts[name, at] = _start(start.get("val"))
            self._levels[name] = levels

    def label(self, paragraph: Element) -> str:
        """Return the number or bullet before a paragraph, and count it; empty if it has none."""
        properties = paragraph.find("pPr")
        place = number_place(paragraph)
        if place is None and properties is not None and (style := properties.find("pStyle")) is not None:
            place = self._styles.get(style.get("val", ""))
        if place is None or place.list not in self._levels:
            return ""
        levels = self._levels[place.list]
        level = levels.get(place.level, Level())
        if level.format == "bullet":
            return BULLET
        counts = self._counts.setdefault(self._abstract[place.list], [0] * _LEVELS)
        restart = self._restarts.pop((place.list, place.level), 0)
        counts[place.level] = restart or (counts[place.level] or level.start - 1) + 1
        counts[place.level + 1 :] = [0] * (_LEVELS - place.level - 1)
        return "" if level.format == "none" else _shown(level.text, counts, levels)


def number_place(owner: Element) -> NumberPlace | None:
    """Return the list of a paragraph or style; None if it names none."""
    properties = owner.find("pPr")
    numbered = properties.find("numPr") if properties is not None else None
    name = numbered.find("numId") if numbered is not None else None
    if numbered is None or name is None:
        return None
    level = numbered.find("ilvl")
    return NumberPlace(name.get("val", ""), _level(level.get("val")) if level is not None else 0)


def _levels_of(owner: Element) -> dict[int, Level]:
    found = {}
    for each in owner.findall("lvl"):
        values: Mapping[str, str] = {part.tag: part.get("val", "") for part in each}
        level = Level(values.get("numFmt", "decimal"), values.get("lvlText", "")[:40], _start(values.get("start")))
        found[_level(each.get("ilvl"))] = level
    return found


def _level(text: str | None) -> int:
    """Return the level of a list that a document names, 0 to 8; 0 if it is none."""
    return min(_number_in(text, 0), _LEVELS - 1)


def _start(text: str | None) -> int:
    """Return the first number of a list, at most `_MAX_NUMBER`; 1 if the document names none."""
    return min(_number_in(text, 1), _MAX_NUMBER)


def _number_in(text: str | None, default: int) -> int:
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 6
    return int(text) if text is not None and is_number else default


def _shown(text: str, counts: list[int], levels: Mapping[int, Level]) -> str:
    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at, Level())
        return _number(counts[at] or level.start, level.format)

    return re.sub("%([1-9])", number, text)[:40]


def _number(count: int, form: str) -> str:
    count = min(count, _MAX_NUMBER)
    if form in ("thaiNumbers", "thaiCounting"):
        return thai_digits(str(count))
    if form == "thaiLetters":
        return _THAI_LETTERS[(count - 1) % len(_THAI_LETTERS)]
    if form.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        roman = _roman(count)
        return roman.upper() if form.startswith("upper") else roman
    return str(count)


def _roman(count: int) -> str:
    shown = ""
    for sign, value in _ROMANS:
        shown += sign * (count // value)
        count %= value
    return shown
