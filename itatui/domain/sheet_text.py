"""The hidden text of a unit's sheet: JSON in ASCII, which no office program mends, wraps or normalizes."""

import json
from datetime import date
from typing import Any

from itatui.domain.unit_sheet import SheetMeasure, UnitSheet, is_asked
from itatui.errors import ItatuiError
from itatui.locale import _

_VERSION = 1
_MARK = "itatui"
"""Key of the version."""


class NotASheetError(ItatuiError):
    """A hidden text that is damaged, or of a newer version."""


def sheet_text(sheet: UnitSheet) -> str:
    """Return the hidden text of a sheet. Excel would read an underscore with `x0041_` as a letter, so it is escaped."""
    document = {
        _MARK: _VERSION,
        **{name: value for name, value in sheet._asdict().items() if name not in ("headings", "measures")},
        "headings": dict(sheet.headings),
        "measures": [{"id": each.id, "ref": each.ref, "texts": dict(each.texts)} for each in sheet.measures],
    }
    return json.dumps(document, separators=(",", ":")).replace("_", "\\u005f")


def parse_sheet(text: str) -> UnitSheet:
    """Return the sheet of a hidden text. `NotASheetError`."""
    try:
        document = json.loads(text)
        if document[_MARK] > _VERSION:
            raise NotASheetError(_("it was made by a newer itatui; import it with that itatui"))
        measures = tuple(
            SheetMeasure(_text(each["id"]), _text(each["ref"]), _pairs(each["texts"])) for each in document["measures"]
        )
        names = ("agency", "unit", "round", "made")
        agency, unit, round_name, made = (_line(document[name]) for name in names)
        year = document["year"]
        if type(year) is not int or date.fromisoformat(made).isoformat() != made:
            raise TypeError
        if not unit or not all(is_asked(path) for each in measures for path, _before in each.texts):
            raise ValueError
        return UnitSheet(agency, year, unit, round_name, made, _pairs(document["headings"]), measures)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotASheetError(_("its hidden part is damaged")) from None


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError
    return value


def _line(value: Any) -> str:
    text = _text(value)
    if any(sign < " " for sign in text):
        raise ValueError
    return text


def _pairs(document: Any) -> tuple[tuple[str, str], ...]:
    return tuple((_text(name), _text(value)) for name, value in document.items())
