"""Values of fields and quarters from the arguments of `set` and `add`."""

import argparse
import sys

from itatui.cli.output import say
from itatui.domain.change import Edit
from itatui.domain.edits import set_field, set_quarter
from itatui.domain.field_text import parse_value
from itatui.domain.fields import Kind, edited_fields
from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS, Quarters, parse_quarters
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import arabic_digits, clean, repair_marks, safe
from itatui.wording.changes import repaired_words

Thing = Measure | Track | Register


def quarter_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options for quarters to a parser; each takes `3` or `1-3`."""
    for option, does in (
        ("--tick", N_("carried out in this quarter")),
        ("--untick", N_("not carried out in this quarter")),
        ("--plan", N_("planned in this quarter")),
        ("--unplan", N_("not planned in this quarter")),
    ):
        parser.add_argument(option, action="append", default=[], metavar="Q", help=does)


def quarter_edits(thing: Thing, arguments: argparse.Namespace) -> list[Edit]:
    """Return the edits of the options for quarters. `UsageError` if they are invalid or `thing` has no quarters."""
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
            edits += [set_quarter(thing, name, quarter, wanted=wanted) for quarter in sorted(_quarters(text))]
    return edits


def _quarters(text: str) -> Quarters:
    return parse_quarters(arabic_digits(text))


def field_edits(register: Register, thing: Thing, pairs: list[str]) -> list[Edit]:
    """Return the edits of `FIELD=VALUE` arguments; `-` as a value is standard input. `UsageError`."""
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
        field = edited_fields(thing).get(name)
        links = field is not None and field.kind is Kind.LINKS
        text, mended = (text, 0) if links else repair_marks(text)  # the name of a file must stay as it is
        if mended:
            say(f"{safe(name)}: {repaired_words(mended)}")
        if field is None:
            raise _unknown_field(thing, name)
        if isinstance(thing, Measure) and field.kind is Kind.QUARTERS:
            wanted = _quarters(text)
            edits += [set_quarter(thing, name, quarter, wanted=quarter in wanted) for quarter in NUMBERS]
        else:
            edits.append(set_field(thing, name, parse_value(register, thing, field, text)))
    return edits


def _standard_input() -> str:
    try:
        return sys.stdin.read().removesuffix("\n")
    except UnicodeDecodeError:
        raise UsageError(_("standard input is not UTF-8")) from None


def _unknown_field(thing: Thing, name: str) -> UsageError:
    message = _("there is no field {name}; there are {known}")
    return UsageError(message.format(name=safe(name), known=", ".join(edited_fields(thing))))


def numbers(text: str, last: int) -> set[int]:
    """Return the numbers in a text such as `1,3` or `2-5`. `UsageError` if any is not from 1 to `last`."""
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
