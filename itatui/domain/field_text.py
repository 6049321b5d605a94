"""The values of fields as text: the text that users read and type, on the command line and on the screen."""

import re

from itatui.domain.change import Value
from itatui.domain.fields import Field
from itatui.domain.fiscal_year import BUDDHIST_ERA
from itatui.domain.kinds import NUMERIC_KINDS, Kind
from itatui.domain.measure import Evidence, Measure
from itatui.domain.quarters import phrase
from itatui.domain.register import Record, Register
from itatui.domain.rounds import Round, format_rounds, parse_rounds
from itatui.domain.signatories import Signatory, format_signatories, parse_signatories
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, one_line, quote

_YES, _NO = ("yes", "y", "true", "1", "ใช่"), ("no", "n", "false", "0", "", "ไม่", "ไม่ใช่")
_ADDRESS = r"(?:(?i:https?|ftp|file)://|(?i:www)\.)\S+"
_ADDRESS_AT_END = rf"(?<![^\s|(\u0e00-\u0e7f]){_ADDRESS}$"
_ADDRESS_AT_START = rf"{_ADDRESS}\s"


def format_field(register: Register, record: Record, field: Field) -> str:
    """Return the text of a field of a record. `parse_value` returns the value again."""
    return format_value(register, field, field.get(record))


def format_value(register: Register, field: Field, value: Value) -> str:
    """Return the text of a value that a field holds or held."""
    if field.kind in NUMERIC_KINDS:
        from itatui.domain.numbers import grouped  # lazy: only own fields are numbers

        return grouped(str(value)) + ("%" if value and field.kind is Kind.PERCENT else "")
    if field.beside and field.kind is Kind.DAY:
        return day_text(str(value))
    if isinstance(value, tuple) and field.kind is Kind.ROUNDS:
        return format_rounds(tuple(each for each in value if isinstance(each, Round)))
    if isinstance(value, tuple) and field.kind is Kind.SIGNATORIES:
        return format_signatories(tuple(each for each in value if isinstance(each, Signatory)))
    if field.kind is Kind.FLAG:
        return _("yes") if value else _("no")
    if field.kind is Kind.MEASURE:
        other = register.measure(str(value))
        return register.ref(other) if other else ""
    if isinstance(value, tuple) and field.kind is Kind.UNITS:
        return ", ".join(map(str, value))
    if isinstance(value, tuple) and field.kind is Kind.LINKS:
        links = [link for link in value if isinstance(link, Evidence)]
        return "\n".join(map(_link_line, links))
    if isinstance(value, frozenset):
        return phrase(frozenset(each for each in value if isinstance(each, int)))
    return str(value)


def parse_value(register: Register, record: Record, field: Field, text: str) -> Value:
    """Return the value of a text that was typed for a field of a record. `UsageError` if it has none."""
    if field.beside:
        return _own_text(field, text)
    if field.kind is Kind.ROUNDS:
        return parse_rounds(text)
    if field.kind is Kind.SIGNATORIES:
        return parse_signatories(text)
    if field.kind is Kind.SCORES:
        from itatui.domain.scores import parse_scores  # lazy: typed once a year

        return parse_scores(text)
    if field.kind is Kind.FLAG:
        return _flag(text)
    if field.kind is Kind.UNITS:
        return parse_units(text)
    if field.kind is Kind.LINKS:
        return links_of(text)
    if field.kind is Kind.MEASURE:
        return _reporter(register, record, text.strip())
    if field.kind is Kind.TIME:
        from itatui.domain.dates import parse_time  # lazy: only meetings have times

        return parse_time(text)
    if field.kind is Kind.YEAR:
        digits = arabic_digits(text.strip())
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
            raise UsageError(_("{word} is not a year").format(word=quote(text)))
        return int(digits)
    return text if field.kind is Kind.TEXT else one_line(text)


def parse_units(text: str) -> tuple[str, ...]:
    """Return the units of a text, separated by commas or line ends."""
    return tuple(unit for part in text.replace("\n", ",").split(",") if (unit := part.strip()))


def _own_text(field: Field, text: str) -> str:
    """Return the text that a record keeps for a typed value beside its attributes. `UsageError` if it is none."""
    if field.kind in NUMERIC_KINDS:
        from itatui.domain import numbers  # lazy: only own fields are numbers

        parsers = {Kind.MONEY: numbers.parse_money, Kind.PERCENT: numbers.parse_percent}
        return parsers.get(field.kind, numbers.parse_number)(text)
    if field.kind is Kind.DAY:
        from itatui.domain.dates import parse_day

        day = parse_day(text)
        return day.isoformat() if day else ""
    if field.kind is Kind.CHOICE and (chosen := one_line(text).strip()):
        if chosen not in field.choices:
            message = _("{word} is none of the choices of {field}: {choices}")
            known = ", ".join(field.choices)
            raise UsageError(message.format(word=quote(text), field=quote(field.name), choices=quote(known, 400)))
        return chosen
    if field.kind is Kind.ADDRESSES:
        return "\n".join(map(_link_line, links_of(text)))
    return text if field.kind is Kind.TEXT else one_line(text).strip()


def day_text(value: str) -> str:
    """Return a kept date as it is shown, such as `15/1/2568`; another text as it is."""
    parts = value.split("-")
    if len(parts) != 3 or not value.isascii() or not all(part.isdigit() for part in parts):
        return value
    year, month, day = map(int, parts)
    return f"{day}/{month}/{year + BUDDHIST_ERA}"


def _flag(text: str) -> bool:
    word = text.strip().casefold()
    if word not in (*_YES, *_NO):
        raise UsageError(_("write yes or no, not {word}").format(word=quote(text)))
    return word in _YES


def _link_line(link: Evidence) -> str:
    """Return a link as `words | address`, or as its address alone. `parse_link` returns the link again."""
    if link.label or parse_link(link.target) != link:
        return f"{link.label} | {link.target}".lstrip()
    return link.target


def links_of(text: str) -> tuple[Evidence, ...]:
    """Return the links of a text, one a line."""
    return tuple(parse_link(line) for line in text.splitlines() if line.strip(" \t|"))


def parse_link(line: str) -> Evidence:
    """Return the link of a line: `words | address`, an address alone, or words with a web address after or before.

    A web address ends at a space; a bar in it belongs to it.
    """
    line = line.strip()
    if line.startswith("|"):
        return Evidence("", line[1:].strip())
    label, bar, target = line.rpartition(" | ")
    if not bar and (found := re.search(_ADDRESS_AT_END, line)):
        label, bar, target = line[: found.start()], "|", found[0]
        if label.endswith("(") and target.endswith(")"):
            label, target = label[:-1], target[:-1]
    if not bar:
        label, bar, target = line.rpartition("|")
    if not bar and (found := re.match(_ADDRESS_AT_START, line)):
        label, target = line[found.end() :], found[0]
    return Evidence(label.strip().removesuffix("|").strip(), target.strip())


def _reporter(register: Register, record: Record, text: str) -> str:
    if not text:
        return ""
    found = register.find(text)
    if not isinstance(record, Measure) or not isinstance(found, Measure):
        raise UsageError(_("{word} is not a measure").format(word=quote(text)))
    if found.track != record.track or found.id == record.id or found.reported_with:
        raise UsageError(_("a measure can only be reported with another measure of its track that has its own result"))
    if any(other.reported_with == record.id for other in register.measures_of(record.track)):
        raise UsageError(_("other measures are reported with this one"))
    return found.id
