"""The values that people type for fields, read as what each field holds."""

import argparse
import sys

from itatui.cli.session import say
from itatui.domain.change import Edit, Value
from itatui.domain.editing import set_field
from itatui.domain.fields import Field, Kind, fields_of
from itatui.domain.measure import Evidence, Measure
from itatui.domain.quarters import NUMBERS, Quarters, parse_quarters
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, clean, safe

Thing = Measure | Track | Register


def quarter_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the words for quarters: each takes one or several, `3` or `1-3`."""
    for option, does in (
        ("--tick", _("carried out in this quarter")),
        ("--untick", _("not carried out in this quarter")),
        ("--plan", _("planned in this quarter")),
        ("--unplan", _("not planned in this quarter")),
    ):
        parser.add_argument(option, action="append", default=[], metavar="Q", help=does)


def quarter_edits(thing: Thing, arguments: argparse.Namespace) -> list[Edit]:
    """The edits that the words for quarters ask for."""
    edits: list[Edit] = []
    for option, name, wanted in (
        ("tick", "done", True),
        ("untick", "done", False),
        ("plan", "planned", True),
        ("unplan", "planned", False),
    ):
        for text in getattr(arguments, option):
            if not isinstance(thing, Measure):
                raise UsageError(_("only a measure has quarters"))
            edits += [_flag(thing, name, quarter, wanted) for quarter in sorted(_quarters(text))]
    return edits


def _quarters(text: str) -> Quarters:
    return parse_quarters(arabic_digits(text))


def _flag(measure: Measure, name: str, quarter: int, wanted: bool) -> Edit:
    return set_field(measure, f"{name}.{quarter}", wanted)


def field_edits(register: Register, thing: Thing, pairs: list[str]) -> list[Edit]:
    """The edits that `FIELD=VALUE` words ask for; `-` as a value is standard input. `UsageError`."""
    edits: list[Edit] = []
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise UsageError(_("{word} is not FIELD=VALUE").format(word=safe(pair)))
        if text == "-":
            text = _standard_input()
        text, dropped = clean(text)
        if dropped:
            say(_("{count} control characters were left out of {field}").format(count=dropped, field=safe(name)))
        if name in ("planned", "done") and isinstance(thing, Measure):
            wanted = _quarters(text)
            edits += [_flag(thing, name, quarter, quarter in wanted) for quarter in NUMBERS]
        else:
            edits.append(set_field(thing, name, value_for(register, thing, _field(thing, name), text)))
    return edits


def _standard_input() -> str:
    try:
        return sys.stdin.read().removesuffix("\n")
    except UnicodeDecodeError:
        raise UsageError(_("standard input is not UTF-8")) from None


def _field(thing: Thing, name: str) -> Field:
    fields = fields_of(thing)
    if name not in fields or fields[name].kind is Kind.FLAG:
        known = [each for each, field in fields.items() if field.kind is not Kind.FLAG]
        if isinstance(thing, Measure):
            known += ["planned", "done"]
        message = _("there is no field {name}; there are {known}")
        raise UsageError(message.format(name=safe(name), known=", ".join(known)))
    return fields[name]


def value_for(register: Register, thing: Thing, field: Field, text: str) -> Value:
    """What a field is to hold when this text is typed for it. `UsageError` when it can hold no such thing."""
    if field.kind is Kind.UNITS:
        return tuple(unit for part in text.replace("\n", ",").split(",") if (unit := part.strip()))
    if field.kind is Kind.LINKS:
        return tuple(_link(line) for line in text.splitlines() if line.strip())
    if field.kind is Kind.REPORTER:
        return _reporter(register, thing, text.strip())
    if field.kind is Kind.YEAR:
        digits = arabic_digits(text.strip())
        if not (digits.isascii() and digits.isdigit()):
            raise UsageError(_("{word} is not a year").format(word=safe(text)))
        return int(digits)
    return text if field.kind is Kind.TEXT else " ".join(text.splitlines())


def _link(line: str) -> Evidence:
    label, bar, target = (part.strip() for part in line.rpartition("|"))
    return Evidence(label if bar else "", target)


def _reporter(register: Register, thing: Thing, text: str) -> str:
    if not text:
        return ""
    found = register.find(text)
    if not isinstance(thing, Measure) or not isinstance(found, Measure):
        raise UsageError(_("{word} is not a measure").format(word=safe(text)))
    if found.track != thing.track or found.id == thing.id or found.reported_with:
        raise UsageError(_("a measure is reported with another of its track that has a result of its own"))
    if any(other.reported_with == thing.id for other in register.measures_of(thing.track)):
        raise UsageError(_("other measures are reported with this one"))
    return found.id
