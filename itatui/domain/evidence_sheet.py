"""The evidence of all measures by the items for which it is handed in: item, link, explanation."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from itatui.domain.links import address_of
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import _


class Item(NamedTuple):
    """An item of the assessment's web site."""

    number: str
    th: str
    en: str
    tracks: tuple[str, ...] = ()
    """Codes of its tracks; empty: all that no other item names."""
    year: int = 0
    """Assessment (Buddhist Era) whose number this is; 0: not named."""


class Proof(NamedTuple):
    """A piece of evidence of a measure under its item; a measure without evidence has one without a target."""

    item: Item
    measure: Measure
    label: str = ""
    target: str = ""


class Verdict(NamedTuple):
    """What a look at a target shows. The network is never asked."""

    is_link: bool
    is_found: bool
    """Whether it is a file that can be read; of a link, unknown: True."""
    day: date | None = None
    """Day on which the file was changed last."""


def items_of(table: Mapping[str, Any]) -> tuple[Item, ...]:
    """Return the items of a TOML table. `UsageError` if it is not valid."""
    entries, year = table.get("item", []), table.get("year", 0)
    if not isinstance(entries, list) or not entries:
        raise UsageError(_("write each item as [[item]]"))
    if type(year) is not int:
        raise UsageError(_("write the year of the assessment as year = 2567"))
    found = []
    for entry in entries:
        texts = [entry.get(name, "") if isinstance(entry, dict) else None for name in ("number", "th", "en")]
        tracks = entry.get("tracks", []) if isinstance(entry, dict) else None
        if not isinstance(tracks, list) or not all(isinstance(each, str) for each in (*texts, *tracks)):
            raise UsageError(_("an item needs a number, and a name in th or en"))
        number, th, en = (str(text).strip() for text in texts)
        if not number or not (th or en):
            raise UsageError(_("an item needs a number, and a name in th or en"))
        found.append(Item(number, th or en, en or th, tuple(code.casefold() for code in tracks), year))
    return tuple(found)


def proofs(register: Register, items: tuple[Item, ...]) -> tuple[Proof, ...]:
    """Return the evidence of all measures that can be done, by item, then in their order."""
    named = {code for item in items for code in item.tracks}
    found = []
    for item in items:
        for measure in register.measures:
            code = measure.track.casefold()
            if measure.is_dropped or code not in (item.tracks or {code} - named):
                continue
            found += [Proof(item, measure, link.label, link.target) for link in measure.evidence] or [
                Proof(item, measure)
            ]
    return tuple(found)


def verdict(target: str, folder: Path) -> Verdict:
    """Look at a target: a link, or a file relative to a folder."""
    if address_of(target):
        return Verdict(is_link=True, is_found=True)
    try:
        path = folder / target
        if not target or not path.is_file() or not os.access(path, os.R_OK):
            return Verdict(is_link=False, is_found=False)
        return Verdict(is_link=False, is_found=True, day=date.fromtimestamp(path.stat().st_mtime))
    except (OSError, ValueError, OverflowError):  # too long a name, a null byte, a day out of range
        return Verdict(is_link=False, is_found=False)
