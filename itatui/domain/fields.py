"""The table of fields: kind, label and use of every field of every record.

To add a field, add an entry here and an attribute with a default to its record. The file format, search, command
line, screen, history and repair read this table. The order of the entries is the order in which fields are shown.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import lru_cache

from itatui.domain.change import Value
from itatui.domain.field_path import FieldPath
from itatui.domain.kinds import OWN, SETS, Kind
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.own_field import HOLDERS, OwnField, heading
from itatui.domain.own_form import OwnForm
from itatui.domain.quarters import NUMBERS, quarters
from itatui.domain.register import Record, Register
from itatui.domain.track import Track, label_phrase
from itatui.domain.values import Values
from itatui.locale import N_, _, language

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

    from itatui.domain.register import AnyRecord


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
DETAIL, SHOW = frozenset({View.DETAIL}), frozenset({View.SHOW})
NOT_JUMP = EVERYWHERE - {View.JUMP}
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
    phrase: "Callable[[Any], str] | None" = None
    """Wording of the value in the report, from the record, where it differs from the value."""
    beside: bool = False
    """Whether records hold its value, a text, in `more` instead of an attribute."""
    quarter: int = 0
    """Quarter (1-4) of the value; 0: the year."""
    choices: tuple[str, ...] = ()
    """Values of a choice."""

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
        if self.beside:
            more: Values = getattr(record, "more")  # noqa: B009 (records without it have no such fields)
            return more.get(f"{self.name}.{member}" if member else self.name)
        value: Any = getattr(record, self.name)
        return self._member(member) in value if member else value

    def set(self, record: "AnyRecord", value: Value, member: str = "") -> "AnyRecord":
        """Return the record with this value, or with `member` added to (True) or removed from (False) the set."""
        changed: Any = value
        if self.beside:
            return with_text(record, f"{self.name}.{member}" if member else self.name, str(value))
        if member:
            others: frozenset[Any] = getattr(record, self.name) - {self._member(member)}
            changed = others | {self._member(member)} if value else others
            changed = quarters(changed) if self.kind is Kind.QUARTERS else changed
        replaced: Any = record._replace(**{self.name: changed})
        return replaced  # type: ignore[no-any-return]

    def _member(self, text: str) -> int | str:
        return int(text) if self.kind is Kind.QUARTERS else text


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


QUIET = _internal("quiet", Kind.REASONS, N_("Quieted rule"))._replace(beside=True)
"""Reasons why rules of the check do not apply to a record, by rule: `quiet.claim`."""

INDICATORS = Field("indicators", Kind.LINE, N_("Indicators"), shown=SHOW | DETAIL, beside=True)
"""Codes of the indicators that a measure answers: `1, 3`."""

MEASURE_FIELDS = _table(
    _fixed("id", required=True),
    _internal("track", Kind.LINE, N_("Track")),
    _internal("order", Kind.ORDER, N_("Sort")),
    Field("activity", Kind.TEXT, N_("Activity"), expected=True),
    Field("planned", Kind.QUARTERS, N_("Planned"), shown=NOT_JUMP, expected=True, starts_group=True, searched=False),
    Field("done", Kind.QUARTERS, N_("Done"), expected=True, searched=False),
    Field("responsible", Kind.UNITS, N_("Responsible"), expected=True, starts_group=True, phrase=responsible_phrase),
    _plain("responsible_text", Kind.LINE, N_("Responsible (wording in the report)")),
    Field("result", Kind.TEXT, N_("Result"), expected=True),
    *(
        Field(f"result.{number}", Kind.TEXT, label, beside=True, quarter=number)
        for number, label in enumerate(
            (N_("Result, quarter 1"), N_("Result, quarter 2"), N_("Result, quarter 3"), N_("Result, quarter 4")), 1
        )
    ),
    Field("outcome", Kind.TEXT, N_("Outcome"), N_("Outcome of this measure"), starts_group=True),
    Field("evidence", Kind.LINKS, N_("Evidence"), shown=EVERYWHERE - {View.MEETING}, starts_group=True),
    _plain("reported_with", Kind.MEASURE, N_("Reported with"), frozenset({View.DETAIL, View.JUMP})),
    Field("dropped", Kind.TEXT, N_("Cannot be done"), shown=EVERYWHERE - {View.MEETING}),
    INDICATORS,
    QUIET,
    _fixed("more", Kind.VALUES),
)

TRACK_FIELDS = _table(
    _fixed("code"),
    _plain("name_th", Kind.LINE, N_("Name in Thai"), DETAIL),
    _plain("name_en", Kind.LINE, N_("Name in English"), DETAIL),
    _plain("label", Kind.LINE, N_("Name in the report"), DETAIL)._replace(phrase=label_phrase),
    Field("outcome", Kind.TEXT, N_("Outcome"), N_("Outcome of the whole track"), expected=True, starts_group=True),
    _internal("order", Kind.ORDER, N_("Sort")),
    QUIET,
    _fixed("more", Kind.VALUES),
)

FIELD_FIELDS = _table(
    _fixed("name", required=True),
    _fixed("of", required=True),
    _fixed("kind", required=True),
    _plain("heading_th", Kind.LINE, N_("Heading in Thai")),
    _plain("heading_en", Kind.LINE, N_("Heading in English")),
    _plain("choices", Kind.UNITS, N_("Choices")),
    _plain("by_round", Kind.FLAG, N_("By quarter")),
    _internal("order", Kind.ORDER, N_("Sort")),
)

FORM_FIELDS = _table(
    _fixed("name", required=True),
    _plain("text", Kind.TEXT, N_("Text of the form")),
    _internal("order", Kind.ORDER, N_("Sort")),
)

REGISTER_FIELDS = _table(
    _plain("agency", Kind.LINE, N_("Agency")),
    _plain("agency_short", Kind.LINE, N_("Short name")),
    _plain("fiscal_year", Kind.YEAR, N_("Fiscal year")),
    _plain("title", Kind.LINE, N_("Title")),
    _plain("subtitle", Kind.TEXT, N_("Subtitle")),
    _plain("rounds", Kind.ROUNDS, N_("Rounds"), SHOW),
    _plain("signatories", Kind.SIGNATORIES, N_("Signatories"), SHOW),
    _plain("scores", Kind.SCORES, N_("Scores of the year before"), SHOW),
    _internal("closed", Kind.LINE, N_("Closed"))._replace(shown=SHOW),
    _internal("reopened", Kind.LINE, N_("Opened again")),
    _internal("sent", Kind.REASONS, N_("Sheet received"))._replace(beside=True),
    QUIET,
    _fixed("more", Kind.VALUES),
)

MEETING_FIELDS = _table(
    _fixed("id", required=True),
    _fixed("date", Kind.DAY, required=True),
    _plain("no", Kind.LINE, N_("Meeting no."), SHOW),
    _plain("place", Kind.LINE, N_("Place"), SHOW),
    _plain("began", Kind.TIME, N_("Started at"), SHOW),
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
    "field": FIELD_FIELDS,
    "form": FORM_FIELDS,
    "register": REGISTER_FIELDS,
    "meeting": MEETING_FIELDS,
    "decision": DECISION_FIELDS,
}
"""By kind of record, then by name."""

_KINDS: dict[type, str] = {
    Measure: "measure",
    Track: "track",
    OwnField: "field",
    OwnForm: "form",
    Register: "register",
    Meeting: "meeting",
    Decision: "decision",
}


def kind_of(record: Record) -> str:
    """Return the kind of a record, as edits name it."""
    return _KINDS[type(record)]


def id_of(record: Record) -> str:
    """Return the id of a record, as edits name it."""
    if isinstance(record, Register | OwnField | OwnForm):
        return "" if isinstance(record, Register) else record.name
    return record.code if isinstance(record, Track) else record.id


def fields_of(kind: str, register: Register | None = None) -> Mapping[str, Field]:
    """Return the fields of a kind of record by name: the built-in ones, and those of the register's own."""
    return FIELDS[kind] if register is None or not register.fields else _joined(register.fields, language())[kind]


@lru_cache(8)
def _joined(own: tuple[OwnField, ...], spoken: str) -> dict[str, dict[str, Field]]:
    """Return the table of fields with own ones. Their headings are in the language `spoken`."""
    found = dict(FIELDS)
    for holder in HOLDERS:
        fields = [each for field in own if field.of == holder for each in _fields_of_own(field, spoken)]
        fields[:1] = [field._replace(starts_group=True) for field in fields[:1]]
        *most, last = FIELDS[holder].values()  # `more` stays the last
        found[holder] = _table(*most, *fields, last)
    return found


def _fields_of_own(own: OwnField, spoken: str) -> list[Field]:
    title = heading(own, spoken)
    field = Field(own.name, OWN[own.kind], title, beside=True, choices=own.choices)
    if not own.by_round:
        return [field]
    label = _("{field}, quarter {quarter}")
    numbers = {number: label.format(field=title, quarter=number) for number in NUMBERS}
    return [field, *(field._replace(name=f"{own.name}.{n}", label=words, quarter=n) for n, words in numbers.items())]


def is_own_path(kind: str, path: str) -> bool:
    """Return whether a path of a record is that of an own field, in this register or in another."""
    name, _member = FieldPath.parse(path)
    is_name = name.isascii() and name[:1].isalpha() and name.islower()
    return kind in HOLDERS and is_name and name not in FIELDS[kind] and path not in FIELDS[kind]


def own_paths(record: Record) -> tuple[str, ...]:
    """Return the paths of the own fields in which a record holds a text."""
    return tuple(path for path in paths_beside(record) if is_own_path(kind_of(record), path))


def paths_beside(record: Record) -> tuple[str, ...]:
    """Return the paths of all texts that a record holds beside its attributes."""
    return tuple(path for path, _text in record.more.pairs) if isinstance(record, Measure | Track | Register) else ()


def edited_fields(record: Record, register: Register | None = None) -> dict[str, Field]:
    """Return the fields of a record that users set, by name; with a register, its own fields too."""
    return {name: field for name, field in fields_of(kind_of(record), register).items() if field.edited}


def edited_paths(record: Record) -> tuple[str, ...]:
    """Return the paths of the edits that users can make in the built-in fields of a record: each quarter separately."""
    return tuple(path for field in edited_fields(record).values() for path in field.paths)


def fields_shown(kind: str, view: View, register: Register | None = None) -> tuple[Field, ...]:
    """Return the fields of a kind of record that a view lists, in order.

    Values by quarter are listed by `show`, and by the others where the register has rounds.
    """
    by_quarter = view is View.SHOW or (register is not None and bool(register.rounds))
    fields = fields_of(kind, register).values()
    return tuple(field for field in fields if view in field.shown and (by_quarter or not field.quarter))


def units_last(fields: Iterable[Field]) -> list[Field]:
    """Return fields with the responsible units last, the order of meetings and repairs."""
    return sorted(fields, key=lambda field: field.kind is Kind.UNITS)


def field_at(kind: str, path: str, register: Register | None = None) -> Field | None:
    """Return the field that an edit with this path sets; None if the path is `WHOLE`, unknown, or of a fixed field."""
    fields = fields_of(kind, register)
    if "." in path and (beside := fields.get(path)) is not None:
        return beside
    name, member = FieldPath.parse(path)
    field = fields.get(name)
    if field is None or field.fixed or bool(member) != (field.kind in SETS):
        return None
    return None if field.kind is Kind.QUARTERS and path not in field.paths else field


def value_of(record: Record, path: str) -> Value:
    """Return the value at a path of a record: for a member of a set, whether it is in the set."""
    field, member = _built_in(kind_of(record), path)
    if field is not None:
        return field.get(record, member)
    return record.more.get(path) if isinstance(record, Measure | Track) else ""


def with_value(record: "AnyRecord", path: str, value: Value) -> "AnyRecord":
    """Return the record with a value at a path."""
    field, member = _built_in(kind_of(record), path)
    return with_text(record, path, str(value)) if field is None else field.set(record, value, member)


def attribute_of(kind: str, path: str) -> str:
    """Return the attribute of a record that holds the value at a path."""
    field, _member = _built_in(kind, path)
    return "more" if field is None or field.beside else field.name


def with_text(record: "AnyRecord", path: str, text: str) -> "AnyRecord":
    """Return the record with a text beside its attributes."""
    whole: Any = record
    changed: Any = whole._replace(more=whole.more.put(path, text))
    return changed  # type: ignore[no-any-return]


def _built_in(kind: str, path: str) -> tuple[Field | None, str]:
    """Return the built-in field at a path, None for an own field, and the member of its set. `KeyError`."""
    if path in FIELDS[kind]:
        return FIELDS[kind][path], ""
    if is_own_path(kind, path):
        return None, ""
    name, member = FieldPath.parse(path)
    return FIELDS[kind][name], member


def label_of(kind: str, path: str, register: Register | None = None) -> str:
    """Return the label of a field in the current language; the path itself if there is no such field."""
    return _(field.label) if (field := field_at(kind, path, register)) and field.label else path
