"""Conversion between the documents of a register file and values of the domain; documents are checked when read."""

from itatui.domain.change import WHOLE, Change, Edit, Value
from itatui.domain.fields import REGISTER_FIELDS, field_at, id_of, is_own_path
from itatui.domain.fiscal_year import check_year
from itatui.domain.kinds import SETS
from itatui.domain.measure import Measure
from itatui.domain.own_field import HOLDERS, OWN_KINDS, OwnField
from itatui.domain.own_form import OwnForm, is_form_name
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import _
from itatui.store.format.field_codecs import (
    plain,
    read_column,
    read_columns,
    read_records,
    read_texts,
    texts,
)
from itatui.store.format.json_reader import Document, NotARegisterError, Tables
from itatui.thai import quote

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

SCHEMA = 5
"""Version of the file format written by this version of itatui: 2 brought meetings, 3 the details of the minutes, 4 the
order of tracks, the register's own fields, results by quarter, and measures that cannot be carried out, 5 the forms of
the register, which hold what used to be its headings of the report. Older versions of itatui refuse such a file and
name a newer itatui."""

TABLES = {
    "measure": "measures",
    "track": "tracks",
    "field": "fields",
    "form": "forms",
    "meeting": "meetings",
    "decision": "decisions",
}
"""Tables of the file, by kind of record."""
_HEAD_FIELDS = {name: field for name, field in REGISTER_FIELDS.items() if not field.beside}
"""Fields of the register in its document."""
KEYS = {"measure": "id", "track": "code", "field": "name", "form": "name", "meeting": "id", "decision": "id"}
"""Field that names a record in edits, by kind of record."""

_KNOWN_TABLES = frozenset({"register", *TABLES.values(), "history", "sealed"})
WHOLE_KINDS = frozenset(TABLES)
"""Kinds of records that can be added and removed."""
_CHANGE_FIELDS = texts("who", "from", "when", "run", "restores")
_EDIT_FIELDS = texts("kind", "id", "field")


def register_of(tables: Tables) -> Register:
    """Return the register in the tables of a file. `NotARegisterError` if they do not hold a valid register."""
    heads = list(tables.get("register", {}).values())
    if len(heads) != 1:
        raise NotARegisterError(_("not an itatui register"))
    head = heads[0]
    schema = head.get("schema")
    if type(schema) is not int or schema < 1:
        raise NotARegisterError(_("the format version of the register is missing"))
    if schema > SCHEMA:
        message = _("written by a newer itatui (format version {schema}); open it with that itatui")
        raise NotARegisterError(message.format(schema=quote(str(schema))), sound=True)
    tracks = _tracks(_records(tables, "track"))
    measures = _sorted_measures(_records(tables, "measure"), tracks)
    _check_year(head)
    columns = read_columns("register", list(_HEAD_FIELDS.values()), [head])
    values: dict[str, Any] = dict(zip(_HEAD_FIELDS, (value for (value,) in columns), strict=True))
    register = Register(**values, tracks=tracks, measures=tuple(measures))
    if tables.get("fields"):
        register = register._replace(fields=_own_fields(_records(tables, "field")))
    if tables.get("forms"):
        register = register._replace(forms=_own_forms(_records(tables, "form")))
    if not (tables.get("meetings") or tables.get("decisions")):
        return register
    meetings = sorted(_records(tables, "meeting"), key=lambda meeting: meeting.id)
    decisions = sorted(_records(tables, "decision"), key=lambda decision: decision.id)
    if len({meeting.id for meeting in meetings}) != len(meetings):
        raise NotARegisterError(_("two meetings have the same id"))
    if len({decision.id for decision in decisions}) != len(decisions):
        raise NotARegisterError(_("two decisions have the same id"))
    return register._replace(meetings=tuple(meetings), decisions=tuple(decisions))


def _records(tables: Tables, kind: str) -> "list[Any]":
    """Return the records of a table. `NotARegisterError` names the document that is wrong."""
    documents = tables.get(TABLES[kind], {})
    try:
        return read_records(kind, list(documents.values()))
    except NotARegisterError:
        for number, document in documents.items():
            try:
                read_records(kind, [document])
            except NotARegisterError as error:
                reason = f"{_place(tables, kind, number)}: {str(error).removeprefix(f'{kind}: ')}"
                raise NotARegisterError(reason, _("Correct it in an editor.")) from None
        raise


def _place(tables: Tables, kind: str, number: str) -> str:
    """Return the name of a wrong document: table and number, after the reference of a measure that has one."""
    place, rows = f"{TABLES[kind]}/{number}", tables[TABLES[kind]]
    if kind != "measure":
        return place
    try:
        track = rows[number]["track"]
        codes = [each["code"] for each in tables["tracks"].values()]
        keys = sorted((each["order"], each["id"]) for each in rows.values() if each["track"] == track)
        position = keys.index((rows[number]["order"], rows[number]["id"])) + 1
    except (KeyError, TypeError, ValueError):  # what is wrong decides on the reference
        return place
    return quote(f"{track}-{position} ({place})") if track in codes else place


def _tracks(tracks: list[Track]) -> tuple[Track, ...]:
    for track in tracks:
        if track.code.split() != [track.code] or "-" in track.code:
            raise NotARegisterError(_("a track has no code, or its code has a space or hyphen"))
    if len({track.code.casefold() for track in tracks}) != len(tracks):
        raise NotARegisterError(_("two tracks have the same code"))
    return tuple(sorted(tracks, key=lambda track: track.order))


def _own_fields(fields: list[OwnField]) -> tuple[OwnField, ...]:
    for field in fields:
        if field.of not in HOLDERS or field.kind not in OWN_KINDS or not is_own_path(field.of, field.name):
            message = _("the field {name} has an unknown kind, or is built in")
            raise NotARegisterError(message.format(name=quote(field.name)))
    if len({field.name for field in fields}) != len(fields):
        raise NotARegisterError(_("two fields have the same name"))
    return tuple(sorted(fields, key=lambda field: field.order))


def _own_forms(forms: list[OwnForm]) -> tuple[OwnForm, ...]:
    """Return the forms in their order. Their texts are read where they are printed."""
    for form in forms:
        if not is_form_name(form.name):
            raise NotARegisterError(_("{name} cannot be the name of a form").format(name=quote(form.name)))
    if len({form.name for form in forms}) != len(forms):
        raise NotARegisterError(_("two forms have the same name"))
    return tuple(sorted(forms, key=lambda form: form.order))


def _sorted_measures(measures: list[Measure], tracks: tuple[Track, ...]) -> list[Measure]:
    if len({measure.id for measure in measures}) != len(measures):
        raise NotARegisterError(_("two measures have the same id"))
    ranks = {track.code: rank for rank, track in enumerate(tracks)}
    try:
        keys = [(ranks[measure.track], measure.order, measure.id) for measure in measures]
    except KeyError as error:
        raise NotARegisterError(
            _("a measure belongs to track {code}, which does not exist").format(code=quote(str(error)))
        ) from None
    in_order = sorted(keys)
    if in_order == keys:  # the usual case
        return measures
    by_id = {measure.id: measure for measure in measures}
    return [by_id[name] for _rank, _order, name in in_order]


def _check_year(head: Document) -> None:
    year = head.get("fiscal_year")
    if type(year) is not int:
        raise NotARegisterError(_("the fiscal year is not a number"))
    try:
        check_year(year)
    except UsageError as error:
        raise NotARegisterError(str(error)) from None


def read_record(kind: str, document: Document) -> "Any":
    """Return the record in a document: a measure, track, meeting or decision. `NotARegisterError`."""
    (record,) = read_records(kind, [document])
    return record


def _read_edit(document: Document) -> Edit:
    """Return the edit in a document of the history. `TypeError` or `KeyError` if it is none."""
    kind, name, path = read_texts("history", _EDIT_FIELDS, document)
    edit = Edit(kind, name, path, None, None)
    return edit._replace(before=_read_value(edit, document["before"]), after=_read_value(edit, document["after"]))


def _read_value(edit: Edit, found: "Any") -> Value:
    if edit.field == WHOLE:
        record = None if found is None else read_record(edit.kind, found)
        if edit.kind not in WHOLE_KINDS or (record and id_of(record) != edit.id):
            raise TypeError
        whole: Value = record
        return whole
    field = field_at(edit.kind, edit.field)
    if field is None or field.beside:
        if type(found) is not str or not (field or is_own_path(edit.kind, edit.field)):
            raise KeyError(edit.field)
        return found
    if field.kind in SETS:
        if type(found) is not bool:
            raise NotARegisterError(_("the history has a value of unknown type"))
        return found
    (value,) = read_column("history", field, [found])
    held: Value = value
    return held


def change_of(number: int, document: Document) -> Change:
    """Return the change in a document of the history. `NotARegisterError`."""
    try:
        edits = tuple(map(_read_edit, document["edits"]))
        who, origin, when, run, restores = read_texts(f"history/{number}", _CHANGE_FIELDS, document)
        undoes, redoes = document.get("undoes", 0), document.get("redoes", 0)
        if {type(undoes), type(redoes)} != {int}:
            raise TypeError
        return Change(edits, who, origin, when, run, undoes, redoes, number, restores)
    except (KeyError, TypeError, AttributeError):
        raise NotARegisterError(_("{place} is not a change").format(place=f"history/{number}")) from None


def change_document(change: Change) -> Document:
    """Return a change as a document of the history, whose number is the number of the change."""
    document: Document = {"when": change.when, "who": change.who}
    optional: Document = {"from": change.origin, "run": change.run, "undoes": change.undoes, "redoes": change.redoes}
    optional["restores"] = change.restores
    document |= {name: value for name, value in optional.items() if value}
    document["edits"] = [{name: plain(value) for name, value in edit._asdict().items()} for edit in change.edits]
    return document


def tables_of(register: Register) -> Tables:
    """Return the tables of a new file with this register."""
    head: Document = {"schema": SCHEMA}
    head |= {name: plain(field.get(register)) for name, field in _HEAD_FIELDS.items()}
    if not register.more.pairs:  # few have any
        del head["more"]
    tables = {
        "register": {"1": head},
        "tracks": {str(n): plain(track) for n, track in enumerate(register.tracks, 1)},
        "measures": {str(n): plain(measure) for n, measure in enumerate(register.measures, 1)},
        "history": {},
    }
    if register.fields:
        tables["fields"] = {str(n): plain(field) for n, field in enumerate(register.fields, 1)}
    if register.forms:
        tables["forms"] = {str(n): plain(form) for n, form in enumerate(register.forms, 1)}
    if register.meetings or register.decisions:
        tables["meetings"] = {str(n): plain(meeting) for n, meeting in enumerate(register.meetings, 1)}
        tables["decisions"] = {str(n): plain(decision) for n, decision in enumerate(register.decisions, 1)}
    return tables


def carry_unknown(tables: Tables, source: Tables) -> None:
    """Add to the tables of a new file the fields and tables of another that this version does not know."""
    for name, rows in source.items():
        if name not in _KNOWN_TABLES:
            tables[name] = rows
    named = (("tracks", "code"), ("measures", "id"), ("fields", "name"), ("forms", "name"))
    for name, key in (("register", "schema"), *named):
        by_key = {None if key == "schema" else row[key]: row for row in source.get(name, {}).values()}
        for row in tables.get(name, {}).values():
            old = by_key.get(None if key == "schema" else row[key], {})
            row |= {field: value for field, value in {**old, **row}.items() if field in row or field != "more"}
