"""The text of a form, in TOML: read strictly, so that a mistake is reported with its place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from itatui.domain.form import NUMBER_WORDS, PAPERS, ROWS, Column, Form, Part
from itatui.domain.form_templates import Scope, check_line, content, is_summed, template, tick, unknown
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.own_field import HOLDERS, OWN_KINDS, OwnField
from itatui.domain.own_field_edits import check_choices, check_new_name
from itatui.domain.own_form import MAX_NAME, is_form_name
from itatui.domain.rounds import Round
from itatui.errors import UsageError
from itatui.locale import _, language
from itatui.thai import clean, quote

MAX_TEXT = 100_000
"""Code points of the longest text."""
MAX_COLUMNS = 40
_HOLDS = ("holds", "text", "ticks")
"""Keys for the content of a column, which has one of them."""
FORM_KEYS = Form._fields
COLUMN_KEYS = ("heading", *_HOLDS, "over", "share", "sum", "empty", "mark", "merge")
FIELD_KEYS = tuple(name for name in OwnField._fields if name != "order")
"""Keys of a form, of `[[columns]]` and of `[[fields]]`."""

Read = TypeVar("Read")


class FormError(UsageError):
    """The text of a form is wrong; the message names the place."""


class _Table:
    """A table of the file. `FormError` if it has other keys than those known."""

    def __init__(self, place: str, values: Mapping[str, Any], known: Sequence[str]) -> None:
        self.place = place
        """Name of the file or form, and in it `columns[3]`."""
        self._values = values
        for key in values:
            if key not in known and key in FORM_KEYS:
                raise self.wrong(key, _("is a key of the form: write it above the first [[…]]"))
            if key not in known:
                raise self.wrong(key, unknown(key, known))

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def wrong(self, key: str, reason: object) -> FormError:
        """Return the error for the value of a key."""
        separator = "." if self.place.endswith("]") else ": "
        return FormError(f"{self.place}{separator}{quote(key)}: {reason}")

    def text(self, key: str, default: str | None = "") -> str:
        """Return a text; without a default, one that is not blank."""
        found = self._take(key, str, default or "", _("write a text in quotes"))
        if default is None and not found.strip():
            raise self.wrong(key, _("is missing"))
        return self._clean(key, found)

    def lines(self, key: str) -> tuple[str, ...]:
        """Return lines: of a list of texts, or of one text."""
        found = self._take(key, list | str, [], _('write lines in quotes, such as ["…", "…"]'))
        texts = [found] if isinstance(found, str) else found
        if not all(isinstance(each, str) for each in texts):
            raise self.wrong(key, _('write lines in quotes, such as ["…", "…"]'))
        return tuple(line for each in texts for line in self._clean(key, each).strip("\n").split("\n"))

    def flag(self, key: str) -> bool:
        """Return a flag, false if it is missing."""
        return bool(self._take(key, bool, default=False, reason=_("write true or false")))

    def count(self, key: str, last: int) -> int:
        """Return a number from 1 to `last`; 0 if it is missing."""
        reason = _("write a number from 1 to {last}").format(last=last)
        found = self._take(key, int, 0, reason)
        if key in self and not (1 <= found <= last and not isinstance(found, bool)):
            raise self.wrong(key, reason)
        return int(found)

    def word(self, key: str, known: tuple[str, ...]) -> str:
        """Return one of the known words; the first if it is missing."""
        found = self.text(key, known[0])
        if found not in known:
            raise self.wrong(key, unknown(found, known))
        return found

    def tables(self, key: str, known: Sequence[str]) -> "list[_Table]":
        """Return the tables of `[[key]]`, in order."""
        reason = _("write each of them as [[{key}]]").format(key=key)
        found = self._take(key, list, [], reason)
        if not all(isinstance(each, dict) for each in found):
            raise self.wrong(key, reason)
        return [_Table(f"{self.place}: {key}[{number}]", each, known) for number, each in enumerate(found, 1)]

    def read(self, key: str, reader: Callable[[str], Read]) -> Read:
        """Return what a reader makes of a text; its errors get the place."""
        return self.checked(key, lambda: reader(self.text(key, None)))

    def checked(self, key: str, reader: Callable[[], Read]) -> Read:
        """Return what a function returns; its errors get the place."""
        try:
            return reader()
        except FormError:
            raise
        except UsageError as error:
            raise self.wrong(key, error) from None

    def _take(self, key: str, kind: Any, default: Any, reason: str) -> Any:
        found = self._values.get(key, default)
        if not isinstance(found, kind):
            raise self.wrong(key, reason)
        return found

    def _clean(self, key: str, text: str) -> str:
        cleaned, dropped = clean(text)
        if dropped:
            raise self.wrong(key, _("has control characters"))
        return cleaned


class Source(NamedTuple):
    """The parts of a register that a form may refer to."""

    fields: tuple[OwnField, ...] = ()
    rounds: tuple[Round, ...] | None = None
    """None: any name of a round will do."""


def parse_form(text: str, place: str, source: Source | None = None) -> Form:
    """Return the form of a text. `FormError` in one line, which begins with `place`: the name of a file or form.

    Own fields are those of `source`, and those that the form brings.
    """
    table = _Table(place, _values(text, place), FORM_KEYS)
    source = source or Source()
    brought = tuple(_own_field(each) for each in table.tables("fields", FIELD_KEYS))
    for number, field in enumerate(brought, 1):
        if field.name in [other.name for other in brought[: number - 1]]:
            raise FormError(f"{place}: fields[{number}]: {_('two fields have the same name')}")
    owned = {field.name: field for field in (*brought, *source.fields)}  # those of the register hold the values
    scope = Scope(owned, source.rounds)
    rows = table.word("rows", ROWS)
    form = Form(
        name=table.read("name", check_form_name),
        label_th=table.text("label_th", None),
        label_en=table.text("label_en"),
        rows=rows,
        band=table.read("band", lambda written: _band(written, rows, scope)) if "band" in table else (),
        columns=tuple(_column(each, rows, scope) for each in table.tables("columns", COLUMN_KEYS)),
        number=_number(table),
        titles=_checked_lines(table, "titles"),
        foot=_checked_lines(table, "foot"),
        signatures=table.lines("signatures"),
        fields=brought,
        thai_digits=table.flag("thai_digits"),
        paper=table.word("paper", PAPERS),
    )
    if not 1 <= len(form.columns) <= MAX_COLUMNS:
        raise table.wrong("columns", _("a form has 1 to {limit} columns").format(limit=MAX_COLUMNS))
    return form


def _values(text: str, place: str) -> dict[str, Any]:
    """Return the keys and values of a TOML text. `FormError` names the line, and in English the reason."""
    import tomllib  # lazy: most commands read no form

    if len(text) > MAX_TEXT:
        raise FormError(f"{place}: {_('longer than {limit} letters').format(limit=MAX_TEXT)}")
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        reason, _at, spot = str(error).rpartition(" (at ")
        numbers = [part for part in spot.replace(",", " ").replace(")", " ").split() if part.isdigit()]
        if len(numbers) == 2:
            at = _("not TOML at line {line}, column {column}").format(line=numbers[0], column=numbers[1])
            reason = reason if language() == "en" else ""
        elif spot == "end of document)":
            at, reason = _("not TOML: something is missing at the end"), reason if language() == "en" else ""
        else:
            reason, at = "", _("not TOML: {reason}").format(reason=error)
        raise FormError(quote(": ".join(filter(None, (place, at, reason))), 200)) from None
    except RecursionError:
        raise FormError(f"{place}: {_('nested too deeply')}") from None
    except ValueError:
        raise FormError(f"{place}: {_('a number is too long')}") from None


def check_form_name(name: str) -> str:
    """Return the name of a form. `UsageError` unless people can type it."""
    if not is_form_name(name):
        message = _("{name} cannot be the name of a form: use up to {limit} lower-case letters a–z, digits, - and _")
        raise UsageError(message.format(name=quote(name), limit=MAX_NAME))
    return name


def _checked_lines(table: _Table, key: str) -> tuple[str, ...]:
    lines = table.lines(key)
    for number, line in enumerate(lines, 1):
        table.checked(f"{key}[{number}]", lambda line=line: check_line(line))  # type: ignore[misc]
    return lines


def _number(table: _Table) -> str:
    number = table.text("number")
    table.checked("number", lambda: check_line(number, NUMBER_WORDS))
    return number


def _band(written: str, rows: str, scope: Scope) -> tuple[Part, ...]:
    parts = template(written, scope)
    if rows == "track":
        raise UsageError(_("only a form with a row a measure has bands"))
    if any(part.content and part.content.of == "measure" for part in parts):
        raise UsageError(_("a band has values of the track alone, such as {example}").format(example="{track_name}"))
    return parts


def _column(table: _Table, rows: str, scope: Scope) -> Column:
    given = [key for key in _HOLDS if key in table]
    if len(given) != 1:
        reason = _("a column has one of holds, text and ticks")
        raise FormError(f"{table.place}: {reason}")
    parts = _parts(table, given[0], scope)
    only_marks = all(part.content is None or part.content.is_mark for part in parts)
    column = Column(
        heading=table.text("heading"),
        parts=parts,
        over=table.text("over"),
        share=table.count("share", 100),
        sum=table.flag("sum"),
        empty=table.text("empty") if "empty" in table else "" if only_marks else None,
        mark=table.text("mark", Column("", ()).mark),
        merge=table.flag("merge") if "merge" in table else None,
    )
    _check_column(table, column, rows, scope)
    return column


def _check_column(table: _Table, column: Column, rows: str, scope: Scope) -> None:
    if "heading" not in table:
        raise table.wrong("heading", _("is missing"))
    for key, line in (("heading", column.heading), ("over", column.over)):
        table.checked(key, lambda line=line: check_line(line))  # type: ignore[misc]
    if column.sum and not is_summed(column.parts, scope):
        raise table.wrong("sum", _("only a column of one number or amount of money has a sum"))
    if not column.mark.strip():
        raise table.wrong("mark", _("is missing"))
    if "merge" in table and rows == "track":
        raise table.wrong("merge", _("a form with a row a track merges by itself"))


def _parts(table: _Table, key: str, scope: Scope) -> tuple[Part, ...]:
    if key == "text":
        return table.read(key, lambda written: template(written, scope))
    reader = content if key == "holds" else tick
    return (Part("", table.read(key, lambda written: reader(written, scope))),)


def _own_field(table: _Table) -> OwnField:
    field = OwnField(
        name=table.text("name", None),
        of=table.word("of", HOLDERS),
        kind=table.word("kind", OWN_KINDS),
        heading_th=table.text("heading_th"),
        heading_en=table.text("heading_en"),
        choices=_choices(table),
        by_round=table.flag("by_round"),
    )
    table.checked("name", lambda: check_new_name(field.name))
    table.checked("choices", lambda: check_choices(field))
    return field


def _choices(table: _Table) -> tuple[str, ...]:
    return tuple(filter(None, (choice.strip() for choice in table.lines("choices"))))


def missing_fields(form: Form, fields: Iterable[OwnField]) -> tuple[OwnField, ...]:
    """Return the own fields that a form brings and a register with these `fields` lacks."""
    names = {field.name for field in fields}
    return tuple(field for field in form.fields if field.name not in names)
