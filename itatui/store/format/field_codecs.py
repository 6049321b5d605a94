"""The values of fields in JSON: a codec for each `Kind` of the table of fields.

Codecs read a column, the values of a field in many documents, because checking a column at once is twice as fast as
checking value by value.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from math import isnan
from operator import itemgetter

from itatui.domain.fields import FIELDS, Field
from itatui.domain.kinds import BESIDE, Kind
from itatui.domain.measure import Evidence, Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.quarters import NUMBERS, Quarters, quarters
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.domain.track import Track
from itatui.domain.values import NO_VALUES, Values
from itatui.errors import UsageError
from itatui.locale import _
from itatui.store.format.json_reader import Document, NotARegisterError
from itatui.thai import quote

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

MAX_ORDER = 2.0**53
"""Largest absolute order: beyond it, neighbouring numbers are equal as floats."""

_CHUNK = 100
"""Documents read at once: few enough to stay in the cache of the processor while their columns are read."""

_OBJECTS = (Measure, Track, OwnField, OwnForm, Meeting, Decision, Evidence, Round, Signatory)
"""Values that are objects in JSON."""
_RECORDS: "dict[str, Any]" = {
    "measure": Measure,
    "track": Track,
    "field": OwnField,
    "form": OwnForm,
    "meeting": Meeting,
    "decision": Decision,
}
"""Types of the records that are documents of their own, by kind."""

Column = Sequence["Any"]


class _WrongKindError(Exception):
    """A value of a column is not of the kind of its field."""


class _Codec(NamedTuple):
    read: Callable[[Column], Column]
    """Return the values of a column. `_WrongKindError` if any is not of this kind."""
    default: "Any" = ""
    """JSON value of a document without the field."""


def _check(kind: type, values: "Iterable[Any]") -> None:
    """Raise `_WrongKindError` unless all values are of exactly this type: `isinstance` takes True for an int."""
    if set(map(type, values)) - {kind}:
        raise _WrongKindError


def _reader(kind: type) -> Callable[[Column], Column]:
    """Return the reader of values that are in JSON as in the domain, all of this type."""

    def read(values: Column) -> Column:
        _check(kind, values)
        return values

    return read


_read_texts = _reader(str)


def _read_units(values: Column) -> Column:
    _check(list, values)
    _check(str, chain.from_iterable(values))
    return list(map(tuple, values))


def _reader_of_parts(place: str, part: "Any", fields: Sequence[Field]) -> Callable[[Column], Column]:
    """Return the reader of lists of objects, each a `part` with these fields. Messages name `place`."""

    def read(values: Column) -> Column:
        _check(list, values)
        documents = list(chain.from_iterable(values))
        _check(dict, documents)
        made = map(part._make, zip(*read_columns(place, fields, documents), strict=True))
        return [tuple(islice(made, len(parts))) if parts else () for parts in values]

    return read


class _QuarterSets(dict[tuple[int, ...], Quarters]):
    """Cache of sets of quarters by their list in the file: a register has few different lists."""

    def __missing__(self, written: tuple[int, ...]) -> Quarters:
        if len(written) > len(NUMBERS):
            raise _WrongKindError
        try:
            return self.setdefault(written, quarters(written))
        except UsageError:
            raise _WrongKindError from None


_quarter_sets = _QuarterSets()


def _read_quarters(values: Column) -> Column:
    _check(list, values)
    _check(int, chain.from_iterable(values))
    return list(map(_quarter_sets.__getitem__, map(tuple, values)))


def _read_ids(values: Column) -> Column:
    _check(list, values)
    _check(str, chain.from_iterable(values))
    sets = list(map(frozenset, values))
    if list(map(len, sets)) != list(map(len, values)):
        raise _WrongKindError
    return sets


def _read_orders(values: Column) -> Column:
    if set(map(type, values)) - {int, float}:
        raise _WrongKindError
    sizes = list(map(abs, values))
    if max(sizes) > MAX_ORDER or isnan(sum(sizes)):
        raise _WrongKindError
    return values


def _read_days(values: Column) -> Column:
    from itatui.domain.dates import parse_day  # lazy: only meetings have days

    def written(value: str) -> str:
        day = parse_day(value)
        return day.isoformat() if day else ""

    return _read_written(values, written)


def _read_times(values: Column) -> Column:
    from itatui.domain.dates import parse_time  # lazy: only meetings have times

    return _read_written(values, parse_time)


def _read_written(values: Column, written: Callable[[str], str]) -> Column:
    """Return texts, each empty or as `written` writes it."""
    _check(str, values)
    for value in filter(None, values):
        try:
            if written(value) != value:
                raise _WrongKindError
        except UsageError:
            raise _WrongKindError from None
    return values


def _read_values(values: Column) -> Column:
    _check(dict, values)
    if not any(values):
        return [NO_VALUES] * len(values)
    _check(str, chain.from_iterable(each.values() for each in values))
    return [Values(tuple(sorted(each.items()))) if each else NO_VALUES for each in values]


def texts(*names: str) -> tuple[Field, ...]:
    """Return fields of text for documents that are not records."""
    return tuple(Field(name, Kind.LINE) for name in names)


_ROUND_FIELDS = (*texts("name"), Field("quarters", Kind.QUARTERS))

_CODECS = {
    Kind.TEXT: _Codec(_read_texts),
    Kind.LINE: _Codec(_read_texts),
    Kind.SCORES: _Codec(_read_texts),
    Kind.UNITS: _Codec(_read_units, []),
    Kind.LINKS: _Codec(_reader_of_parts("evidence", Evidence, texts(*Evidence._fields)), []),
    Kind.QUARTERS: _Codec(_read_quarters, []),
    Kind.MEASURES: _Codec(_read_ids, []),
    Kind.MEASURE: _Codec(_read_texts),
    Kind.FLAG: _Codec(_reader(bool), default=False),
    Kind.YEAR: _Codec(_reader(int), None),
    Kind.DAY: _Codec(_read_days),
    Kind.TIME: _Codec(_read_times),
    Kind.ORDER: _Codec(_read_orders, None),
    Kind.ROUNDS: _Codec(_reader_of_parts("rounds", Round, _ROUND_FIELDS), []),
    Kind.SIGNATORIES: _Codec(_reader_of_parts("signatories", Signatory, texts(*Signatory._fields)), []),
    Kind.VALUES: _Codec(_read_values, {}),
    **dict.fromkeys(BESIDE, _Codec(_read_texts)),
}


def read_columns(place: str, fields: Sequence[Field], documents: Sequence[Document]) -> list[Column]:
    """Return the values of fields (at least two) in documents, a column for each field; missing fields are defaulted.

    `NotARegisterError` names `place` and the field of the first column that is wrong.
    """
    if not documents:
        return [() for _field in fields]
    names = [field.name for field in fields]
    rows: Iterable[tuple[Any, ...]]
    try:
        rows = list(map(itemgetter(*names), documents))
        columns: Iterable[Column] = zip(*rows, strict=True)
    except KeyError:  # an older itatui knew fewer fields
        defaults = ((field.name, _CODECS[field.kind].default) for field in fields)
        columns = [[document.get(name, default) for document in documents] for name, default in defaults]
    return [read_column(place, *pair) for pair in zip(fields, columns, strict=True)]


def read_column(place: str, field: Field, values: Column) -> Column:
    """Return the values of a column. `NotARegisterError` names `place` and the field."""
    try:
        if not field.required or all(values):
            return _CODECS[field.kind].read(values)
    except _WrongKindError:
        pass
    raise wrong_kind(place, field.name)


def wrong_kind(place: str, name: str) -> NotARegisterError:
    """Return the error for a field with a value of the wrong kind."""
    return NotARegisterError(_("{place}: {field} has the wrong type").format(place=quote(place), field=name))


def read_texts(place: str, fields: Sequence[Field], document: Document) -> list[str]:
    """Return the values of fields of text in a document. `NotARegisterError`."""
    return [value for (value,) in read_columns(place, fields, [document])]


def read_records(kind: str, documents: Sequence[Document]) -> "list[Any]":
    """Return the measures, tracks, meetings or decisions in documents. `NotARegisterError`."""
    make = _RECORDS[kind]
    fields = [FIELDS[kind][name] for name in make._fields]
    found: list[Any] = []
    for start in range(0, len(documents), _CHUNK):
        columns = read_columns(kind, fields, documents[start : start + _CHUNK])
        found += map(make._make, zip(*columns, strict=True))
    return found


def plain(value: "Any") -> "Any":
    """Return a value of the domain as JSON: records as objects, sets sorted."""
    if isinstance(value, Values):
        return dict(value.pairs)
    if isinstance(value, _OBJECTS):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [plain(part) for part in value] if isinstance(value, tuple) else value
