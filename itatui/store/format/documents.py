"""Between the documents in the file and the values of the domain: checked on the way in, plain on the way out."""

from typing import Any

from itatui.domain.change import ORDER, WHOLE, Change, Edit, Value
from itatui.domain.fields import MEASURE_FIELDS, REGISTER_FIELDS, TRACK_FIELDS, Kind
from itatui.domain.fiscal_year import check_year
from itatui.domain.measure import Evidence, Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.quarters import Quarters, quarters
from itatui.domain.register import Headings, Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import _
from itatui.store.format.json_reader import Document, NotARegisterError, Tables
from itatui.store.format.measure_codecs import FURTHEST, measures_in

SCHEMA = 1
"""The version of the file's shape that this itatui writes."""
WITH_MEETINGS = 2
"""That of a file in which a meeting was noted: an older itatui cannot read its history, and says by this that a newer
one can. Nothing else is different, so a file becomes one of these with its first meeting and not before."""

_TEXTS = ("id", "track", "activity", "result", "reported_with", "responsible_text", "outcome")
_TRACK_TEXTS = ("code", "name_th", "name_en", "label", "outcome")
_ALL_TEXT = {str}


def register_of(tables: Tables) -> Register:
    """The register in a file's tables; `NotARegisterError` says what is wrong with them."""
    heads = list(tables.get("register", {}).values())
    if len(heads) != 1:
        raise NotARegisterError(_("it is JSON, but no register"))
    head = heads[0]
    schema = head.get("schema")
    if type(schema) is not int or schema < 1:
        raise NotARegisterError(_("it does not say which version of the register it is"))
    if schema > max(SCHEMA, WITH_MEETINGS):
        raise NotARegisterError(
            _("it was written by a newer itatui (version {schema}), which can open it").format(schema=schema)
        )
    tracks = tuple(_track(document) for document in tables.get("tracks", {}).values())
    ranks = {track.code: rank for rank, track in enumerate(tracks)}
    if len({code.casefold() for code in ranks}) != len(tracks):
        raise NotARegisterError(_("two tracks have the same code"))
    measures = _in_order(_measures(list(tables.get("measures", {}).values())), ranks)
    agency, short, title, subtitle = _texts(head, ("agency", "agency_short", "title", "subtitle"), "register")
    register = Register(agency, short, _year(head), title, subtitle, _headings(head), tracks, tuple(measures))
    if not (tables.get("meetings") or tables.get("decisions")):
        return register
    from itatui.store.format.meeting_documents import meetings_of  # here: most registers never have a meeting

    meetings, decisions = meetings_of(tables)
    return register._replace(meetings=meetings, decisions=decisions)


def _measures(documents: list[Document]) -> list[Measure]:
    found = measures_in(documents)
    return [measure_of(document) for document in documents] if found is None else found


def _in_order(measures: list[Measure], ranks: dict[str, int]) -> list[Measure]:
    if len({measure.id for measure in measures}) != len(measures):
        raise NotARegisterError(_("two measures have the same id"))
    try:
        keys = [(ranks[measure.track], measure.order, measure.id) for measure in measures]
    except KeyError as error:
        raise NotARegisterError(_("a measure is of the track {code}, which is not there").format(code=error)) from None
    placed = sorted(keys)
    if placed == keys:  # as they mostly stand in the file
        return measures
    by_id = {measure.id: measure for measure in measures}
    return [by_id[name] for _rank, _order, name in placed]


def _year(head: Document) -> int:
    year = head.get("fiscal_year")
    if type(year) is not int:
        raise NotARegisterError(_("its fiscal year is not a number"))
    try:
        return check_year(year)
    except UsageError as error:
        raise NotARegisterError(str(error)) from None


def _headings(head: Document) -> Headings:
    columns = head.get("columns", {})
    if not isinstance(columns, dict):
        raise NotARegisterError(_("{place} has a {field} of the wrong kind").format(place="register", field="columns"))
    defaults = Headings()._asdict()
    return Headings(*_texts({**defaults, **columns}, tuple(defaults), "register/columns"))


def _texts(document: Document, names: tuple[str, ...], place: str) -> list[str]:
    texts = [document.get(name, "") for name in names]
    if set(map(type, texts)) != _ALL_TEXT:
        name = next(name for name, text in zip(names, texts, strict=True) if type(text) is not str)
        raise _wrong(place, name)
    return texts


def _track(document: Document) -> Track:
    track = Track(*_texts(document, _TRACK_TEXTS, "track"))
    if not track.code or track.code.split() != [track.code] or "-" in track.code:
        raise NotARegisterError(_("a track has no code, or one with a space or a hyphen in it"))
    return track


_quarter_sets: dict[str, Quarters] = {}


def _quarters(value: Any, name: str) -> Quarters:
    """The set in a list of quarters. Read once for each way of writing it: a register has few of them."""
    key = repr(value) if type(value) is list and len(value) <= 4 else ""
    try:
        return _quarter_sets[key]
    except KeyError:
        try:
            if not key or set(map(type, value)) - {int}:
                raise UsageError
            return _quarter_sets.setdefault(key, quarters(value))
        except UsageError:
            raise _wrong("measure", name) from None


def _wrong(place: str, name: str) -> NotARegisterError:
    return NotARegisterError(_("{place} has a {field} of the wrong kind").format(place=place, field=name))


def measure_of(document: Document) -> Measure:
    """The measure in a document."""
    name, track, activity, result, reported_with, wording, outcome = _texts(document, _TEXTS, "measure")
    order: Any = document.get("order")
    if not name or type(order) not in (int, float) or abs(order) > FURTHEST:
        raise _wrong("measure", "id" if not name else "order")
    units = document.get("responsible", [])
    if type(units) is not list or set(map(type, units)) - _ALL_TEXT:
        raise _wrong("measure", "responsible")
    links = document.get("evidence", [])
    return Measure(
        name,
        track,
        order,
        activity,
        result,
        reported_with,
        tuple(units),
        wording,
        _quarters(document.get("planned", []), "planned"),
        _quarters(document.get("done", []), "done"),
        outcome,
        _links(links) if links != [] else (),
    )


def _links(links: Any) -> tuple[Evidence, ...]:
    if type(links) is not list or set(map(type, links)) - {dict}:
        raise _wrong("measure", "evidence")
    return tuple(Evidence(*_texts(link, ("label", "target"), "evidence")) for link in links)


def plain(value: Any) -> Any:
    """A value of the domain as JSON has it."""
    if isinstance(value, Measure | Evidence | Meeting | Decision):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def thing_of(kind: str, document: Document) -> Measure | Meeting | Decision:
    """The measure, meeting or decision in a document."""
    if kind not in ("meeting", "decision"):
        return measure_of(document)
    from itatui.store.format.meeting_documents import decision_of, meeting_of

    return meeting_of(document) if kind == "meeting" else decision_of(document)


def _value(found: Any, kind: str) -> Value:
    """A value of the history, of this kind of thing, as the domain has it."""
    if isinstance(found, dict):
        return thing_of(kind, found)
    if isinstance(found, list):
        return _links(found) if found and isinstance(found[0], dict) else tuple(map(str, found))
    if found is None or isinstance(found, str | bool | int | float):
        return found
    raise NotARegisterError(_("its history holds a value of no known kind"))


def _edit(document: Document) -> Edit:
    kind, name, field = _texts(document, ("kind", "id", "field"), "history")
    edit = Edit(kind, name, field, _value(document["before"], kind), _value(document["after"], kind))
    if not all(_fits(edit, value) for value in (edit.before, edit.after)):
        raise TypeError
    return edit


_FIELDS = {"measure": MEASURE_FIELDS, "track": TRACK_FIELDS, "register": REGISTER_FIELDS}
_HOLDS = {Kind.FLAG: bool, Kind.YEAR: int, Kind.UNITS: tuple, Kind.LINKS: tuple}


def _fits(edit: Edit, value: Value) -> bool:
    """Whether what an edit names may hold this; `KeyError` when there is nothing of that name."""
    if edit.kind in ("meeting", "decision"):
        from itatui.store.format.meeting_documents import fits

        return fits(edit.kind, edit.id, edit.field, value)
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
        names = ("who", "from", "when", "run", "restores")
        who, origin, when, run, restores = _texts(document, names, f"history/{number}")
        undoes, redoes = document.get("undoes", 0), document.get("redoes", 0)
        if {type(undoes), type(redoes)} != {int}:
            raise TypeError
        return Change(edits, who, origin, when, run, undoes, redoes, number, restores)
    except (KeyError, TypeError, AttributeError):
        raise NotARegisterError(_("{place} is not a change").format(place=f"history/{number}")) from None


def change_document(change: Change) -> Document:
    """A change as the history keeps it; its number is the document's own."""
    document: Document = {"when": change.when, "who": change.who}
    optional: Document = {"from": change.origin, "run": change.run, "undoes": change.undoes, "redoes": change.redoes}
    optional["restores"] = change.restores
    document |= {name: value for name, value in optional.items() if value}
    document["edits"] = [{name: plain(value) for name, value in edit._asdict().items()} for edit in change.edits]
    return document


def tables_of(register: Register) -> Tables:
    """The tables of a new file with this register in it."""
    head = {
        "schema": SCHEMA,
        "agency": register.agency,
        "agency_short": register.agency_short,
        "fiscal_year": register.fiscal_year,
        "title": register.title,
        "subtitle": register.subtitle,
        "columns": register.headings._asdict(),
    }
    tables = {
        "register": {"1": head},
        "tracks": {str(n): track._asdict() for n, track in enumerate(register.tracks, 1)},
        "measures": {str(n): plain(measure) for n, measure in enumerate(register.measures, 1)},
        "history": {},
    }
    if register.meetings or register.decisions:
        head["schema"] = WITH_MEETINGS
        tables["meetings"] = {str(n): plain(meeting) for n, meeting in enumerate(register.meetings, 1)}
        tables["decisions"] = {str(n): plain(decision) for n, decision in enumerate(register.decisions, 1)}
    return tables
