"""The values that people type for fields, read as what each field holds."""

import argparse
import sys

from itatui.cli.output import say
from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.field_text import read_value
from itatui.domain.fields import Field, Kind, fields_of
from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS, Quarters, parse_quarters
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import arabic_digits, clean, repair_marks, safe
from itatui.wording.changes import mended_words

Thing = Measure | Track | Register


def quarter_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the words for quarters: each takes one or several, `3` or `1-3`."""
    for option, does in (
        ("--tick", N_("carried out in this quarter")),
        ("--untick", N_("not carried out in this quarter")),
        ("--plan", N_("planned in this quarter")),
        ("--unplan", N_("not planned in this quarter")),
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
        text, mended = (text, 0) if name == "evidence" else repair_marks(text)  # a file is found by its name as it is
        if mended:
            say(f"{safe(name)}: {mended_words(mended)}")
        if name in ("planned", "done") and isinstance(thing, Measure):
            wanted = _quarters(text)
            edits += [_flag(thing, name, quarter, quarter in wanted) for quarter in NUMBERS]
        else:
            edits.append(set_field(thing, name, read_value(register, thing, _field(thing, name), text)))
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


def numbers(text: str, last: int) -> set[int]:
    """The numbers that a text names, as 1,3 or 2-5; each from 1 to `last`. `UsageError`."""
    found: set[int] = set()
    for part in filter(None, (part.strip() for part in arabic_digits(text).split(","))):
        first, _dash, end = part.partition("-")
        if not all(each.isascii() and each.isdigit() and len(each) < 10 for each in (first, end or first)):
            raise UsageError(_("{word} is not a number").format(word=safe(part)))
        named = range(int(first), int(end or first) + 1)
        if not named or named[0] < 1 or named[-1] > last:
            raise UsageError(_("there is no {word}: they go from 1 to {last}").format(word=safe(part), last=last))
        found.update(named)
    return found
