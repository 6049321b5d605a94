"""The table of fields: kind, label and use of every field of every record.

To add a field, add an entry here and an attribute with a default to its record. The file format, search, command
line, screen, history and repair read this table. The order of the entries is the order in which fields are shown.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from itatui.domain.change import Value
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.quarters import NUMBERS, quarters
from itatui.domain.register import Record, Register
from itatui.domain.track import Track, label_phrase
from itatui.locale import N_, _

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Kind(Enum):
    """Type of the values of a field: decides how they are typed, compared, merged and stored."""

    TEXT = "text"
    """Text of any number of lines."""
    LINE = "line"
    """Single line of text."""
    UNITS = "units"
    """Tuple of names."""
    LINKS = "links"
    """Tuple of `Evidence`."""
    QUARTERS = "quarters"
    """Set of quarters (1-4). Each quarter is edited by itself, so that ticks of two users do not conflict."""
    MEASURES = "measures"
    """Set of measure ids. Each id is edited by itself."""
    MEASURE = "measure"
    """Id of another measure, or empty."""
    FLAG = "flag"
    """True or false."""
    YEAR = "year"
    """Fiscal year (Buddhist Era)."""
    DAY = "day"
    """ISO 8601 date, or empty."""
    TIME = "time"
    """Time of day as `09:30`, or empty."""
    ORDER = "order"
    """Sort key: a number."""


SETS = frozenset({Kind.QUARTERS, Kind.MEASURES})
"""Kinds whose members are edited separately, as `planned.3`."""


class View(Enum):
    """Part of the interface that lists the fields of a record."""

    DETAIL = "detail"
    """Detail pane of the screen, where fields are edited."""
    JUMP = "jump"
    """Dialog that jumps to a field of the detail pane."""
    MEETING = "meeting"
    """Meeting screen."""
    SHOW = "show"
    """`itatui show`."""


EVERYWHERE = frozenset(View)
DETAIL = frozenset({View.DETAIL})
SHOW = frozenset({View.SHOW})
NOWHERE = frozenset[View]()


class Field(NamedTuple):
    """A field of a kind of record."""

    name: str
    """Name in the file, in `set` and in the history; also the attribute of the record."""
    kind: Kind
    label: str = ""
    """English label, translated by `_`."""
    long_label: str = ""
    """Label beside a field of the same name of another record; empty: `label`."""
    shown: frozenset[View] = EVERYWHERE
    expected: bool = False
    """Whether `show` and the meeting name it as missing while it is empty, instead of leaving it out."""
    starts_group: bool = False
    """Whether an empty line precedes it in the detail pane."""
    searched: bool = True
    edited: bool = True
    """Whether users set it, by `set` or in the detail pane."""
    fixed: bool = False
    """Whether no edit sets it: it belongs to the record for good."""
    required: bool = False
    """Whether a record in a file is refused if it is empty."""
    phrase: Callable[[Any], str] | None = None
    """Wording of the value in the report, from the record, where it differs from the value."""

    @property
    def typed(self) -> bool:
        """Whether users type its value as text, rather than tick it."""
        return self.edited and self.kind not in SETS and self.kind is not Kind.FLAG

    @property
    def paths(self) -> tuple[str, ...]:
        """Paths of the edits that set it: the name, or a path for each quarter."""
        return tuple(f"{self.name}.{number}" for number in NUMBERS) if self.kind is Kind.QUARTERS else (self.name,)

    def get(self, record: Record, member: str = "") -> Value:
        """Return the value in a record, or whether `member` is in the set."""
        value: Any = getattr(record, self.name)
        return self._member(member) in value if member else value

    def set(self, record: AnyRecord, value: Value, member: str = "") -> AnyRecord:
        """Return the record with this value, or with `member` added to (True) or removed from (False) the set."""
        changed: Any = value
        if member:
            others: frozenset[Any] = getattr(record, self.name) - {self._member(member)}
            changed = others | {self._member(member)} if value else others
            changed = quarters(changed) if self.kind is Kind.QUARTERS else changed
        replaced: Any = record._replace(**{self.name: changed})
        return replaced  # type: ignore[no-any-return]

    def _member(self, text: str) -> int | str:
        return int(text) if self.kind is Kind.QUARTERS else text


class FieldPath(NamedTuple):
    """A field as named by an edit: `result`, or `planned.3` for a member of a set."""

    name: str
    member: str = ""
    """Quarter or measure id; empty: the whole field."""

    @classmethod
    def parse(cls, text: str) -> "FieldPath":
        """Split a path at the first dot."""
        name, _dot, member = text.partition(".")
        return cls(name, member)


def _table(*fields: Field) -> dict[str, Field]:
    return {field.name: field for field in fields}


def _internal(name: str, kind: Kind, label: str) -> Field:
    """Return a field that itatui sets by itself."""
    return Field(name, kind, label, shown=NOWHERE, searched=False, edited=False)


def _plain(name: str, kind: Kind, label: str, shown: frozenset[View] = NOWHERE) -> Field:
    """Return a field that users set, and that views lay out by themselves or not at all."""
    return Field(name, kind, label, shown=shown, searched=False)


def _fixed(name: str, kind: Kind = Kind.LINE, *, required: bool = False) -> Field:
    """Return a field that no edit sets."""
    return Field(name, kind, shown=NOWHERE, searched=False, edited=False, fixed=True, required=required)


MEASURE_FIELDS = _table(
    _fixed("id", required=True),
    _internal("track", Kind.LINE, N_("Track")),
    _internal("order", Kind.ORDER, N_("Sort")),
    Field("activity", Kind.TEXT, N_("Activity"), expected=True),
    Field(
        "planned",
        Kind.QUARTERS,
        N_("Planned"),
        shown=EVERYWHERE - {View.JUMP},
        expected=True,
        starts_group=True,
        searched=False,
    ),
    Field("done", Kind.QUARTERS, N_("Done"), expected=True, searched=False),
    Field("responsible", Kind.UNITS, N_("Responsible"), expected=True, starts_group=True, phrase=responsible_phrase),
    _plain("responsible_text", Kind.LINE, N_("Responsible (wording in the report)")),
    Field("result", Kind.TEXT, N_("Result"), expected=True),
    Field("outcome", Kind.TEXT, N_("Outcome"), N_("Outcome of this measure"), starts_group=True),
    Field("evidence", Kind.LINKS, N_("Evidence"), shown=EVERYWHERE - {View.MEETING}, starts_group=True),
    _plain("reported_with", Kind.MEASURE, N_("Reported with"), DETAIL),
    Field("dropped", Kind.TEXT, N_("Cannot be carried out"), shown=EVERYWHERE - {View.MEETING}),
)

TRACK_FIELDS = _table(
    _fixed("code"),
    _plain("name_th", Kind.LINE, N_("Name in Thai"), DETAIL),
    _plain("name_en", Kind.LINE, N_("Name in English"), DETAIL),
    _plain("label", Kind.LINE, N_("Name in the report"), DETAIL)._replace(phrase=label_phrase),
    Field("outcome", Kind.TEXT, N_("Outcome"), N_("Outcome of the whole track"), expected=True, starts_group=True),
    _internal("order", Kind.ORDER, N_("Sort")),
)

REGISTER_FIELDS = _table(
    _plain("agency", Kind.LINE, N_("Agency")),
    _plain("agency_short", Kind.LINE, N_("Short name")),
    _plain("fiscal_year", Kind.YEAR, N_("Fiscal year")),
    _plain("title", Kind.LINE, N_("Title")),
    _plain("subtitle", Kind.TEXT, N_("Subtitle")),
)

MEETING_FIELDS = _table(
    _fixed("id", required=True),
    _fixed("date", Kind.DAY, required=True),
    _plain("no", Kind.LINE, N_("Meeting no."), SHOW),
    _plain("place", Kind.LINE, N_("Place"), SHOW),
    _plain("began", Kind.TIME, N_("Began at"), SHOW),
    _plain("ended", Kind.TIME, N_("Ended at"), SHOW),
    _plain("chair", Kind.LINE, N_("Chair"), SHOW),
    _plain("note_taker", Kind.LINE, N_("Note-taker"), SHOW),
    _plain("present", Kind.TEXT, N_("Present"), SHOW),
    _internal("track", Kind.LINE, N_("Track")),
    _internal("late", Kind.FLAG, N_("Late only")),
    _internal("at", Kind.MEASURE, N_("Stopped at")),
    _internal("closed", Kind.LINE, N_("Ended")),
    _internal("reviewed", Kind.MEASURES, N_("Reviewed")),
)

DECISION_FIELDS = _table(
    _fixed("id", required=True),
    _fixed("meeting"),
    _fixed("measure"),
    _plain("text", Kind.TEXT, N_("Decision")),
    _plain("who", Kind.LINE, N_("Responsible")),
    _plain("due", Kind.DAY, N_("Due")),
    _plain("done", Kind.FLAG, N_("Decision done")),
)

FIELDS = {
    "measure": MEASURE_FIELDS,
    "track": TRACK_FIELDS,
    "register": REGISTER_FIELDS,
    "meeting": MEETING_FIELDS,
    "decision": DECISION_FIELDS,
}
"""By kind of record, then by name."""

_KINDS: dict[type, str] = {
    Measure: "measure",
    Track: "track",
    Register: "register",
    Meeting: "meeting",
    Decision: "decision",
}


def kind_of(record: Record) -> str:
    """Return the kind of a record, as edits name it."""
    return _KINDS[type(record)]


def id_of(record: Record) -> str:
    """Return the id of a record, as edits name it."""
    if isinstance(record, Register):
        return ""
    return record.code if isinstance(record, Track) else record.id


def edited_fields(record: Record) -> dict[str, Field]:
    """Return the fields of a record that users set, by name."""
    return {name: field for name, field in FIELDS[kind_of(record)].items() if field.edited}


def edited_paths(record: Record) -> tuple[str, ...]:
    """Return the paths of every edit that users can make in a record: each quarter separately."""
    return tuple(path for field in edited_fields(record).values() for path in field.paths)


def fields_shown(kind: str, view: View) -> tuple[Field, ...]:
    """Return the fields of a kind of record that a view lists, in order."""
    return tuple(field for field in FIELDS[kind].values() if view in field.shown)


def units_last(fields: Iterable[Field]) -> list[Field]:
    """Return fields with the responsible units last, the order of meetings and repairs."""
    return sorted(fields, key=lambda field: field.kind is Kind.UNITS)


def field_at(kind: str, path: str) -> Field | None:
    """Return the field that an edit with this path sets; None if the path is `WHOLE`, unknown, or of a fixed field."""
    name, member = FieldPath.parse(path)
    field = FIELDS[kind].get(name)
    if field is None or field.fixed or bool(member) != (field.kind in SETS):
        return None
    return None if field.kind is Kind.QUARTERS and path not in field.paths else field


def value_of(record: Record, path: str) -> Value:
    """Return the value at a path of a record: for a member of a set, whether it is in the set."""
    name, member = FieldPath.parse(path)
    return FIELDS[kind_of(record)][name].get(record, member)


def with_value(record: AnyRecord, path: str, value: Value) -> AnyRecord:
    """Return the record with a value at a path."""
    name, member = FieldPath.parse(path)
    return FIELDS[kind_of(record)][name].set(record, value, member)


def label_of(kind: str, path: str) -> str:
    """Return the label of a field in the current language; the path itself if there is no such field."""
    field = field_at(kind, path)
    return _(field.label) if field and field.label else path
