"""Between the documents of the history and the changes of the domain: checked on the way in, plain on the way out.

Apart from the register's own documents, because what only reads a register reads none of these.
"""

from typing import Any

from itatui.domain.change import ORDER, WHOLE, Change, Edit, Value
from itatui.domain.fields import MEASURE_FIELDS, REGISTER_FIELDS, TRACK_FIELDS, Kind
from itatui.domain.measure import Evidence, Measure
from itatui.locale import _
from itatui.store.documents import links_of, measure_of, plain, texts_of
from itatui.store.serial import Document, NotARegisterError


def _value(found: Any) -> Value:
    """A value of the history as the domain has it."""
    if isinstance(found, dict):
        return measure_of(found)
    if isinstance(found, list):
        return links_of(found) if found and isinstance(found[0], dict) else tuple(map(str, found))
    if found is None or isinstance(found, str | bool | int | float):
        return found
    raise NotARegisterError(_("its history holds a value of no known kind"))


def _edit(document: Document) -> Edit:
    kind, name, field = texts_of(document, ("kind", "id", "field"), "history")
    edit = Edit(kind, name, field, _value(document["before"]), _value(document["after"]))
    if not all(_fits(edit, value) for value in (edit.before, edit.after)):
        raise TypeError
    return edit


_FIELDS = {"measure": MEASURE_FIELDS, "track": TRACK_FIELDS, "register": REGISTER_FIELDS}
_HOLDS = {Kind.FLAG: bool, Kind.YEAR: int, Kind.UNITS: tuple, Kind.LINKS: tuple}


def _fits(edit: Edit, value: Value) -> bool:
    """Whether what an edit names may hold this; `KeyError` when there is nothing of that name."""
    if (edit.kind, edit.field) == ("measure", WHOLE):
        return value is None or (isinstance(value, Measure) and value.id == edit.id)
    if (edit.kind, edit.field) == ("measure", ORDER):
        return type(value) in (int, float)
    kind = _FIELDS[edit.kind][edit.field].kind
    parts = Evidence if kind is Kind.LINKS else str
    return type(value) is _HOLDS.get(kind, str) and (type(value) is not tuple or all(type(p) is parts for p in value))


def change_of(number: int, document: Document) -> Change:
    """The change in a document of the history."""
    try:
        edits = tuple(map(_edit, document["edits"]))
        who, origin, when, run = texts_of(document, ("who", "from", "when", "run"), f"history/{number}")
        undoes, redoes = document.get("undoes", 0), document.get("redoes", 0)
        if {type(undoes), type(redoes)} != {int}:
            raise TypeError
        return Change(edits, who, origin, when, run, undoes, redoes, number)
    except (KeyError, TypeError, AttributeError):
        raise NotARegisterError(_("{place} is not a change").format(place=f"history/{number}")) from None


def change_document(change: Change) -> Document:
    """A change as the history keeps it; its number is the document's own."""
    document: Document = {"when": change.when, "who": change.who}
    optional = {"from": change.origin, "run": change.run, "undoes": change.undoes, "redoes": change.redoes}
    document |= {name: value for name, value in optional.items() if value}
    document["edits"] = [{name: plain(value) for name, value in edit._asdict().items()} for edit in change.edits]
    return document
