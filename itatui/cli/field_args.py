"""Read `FIELD=VALUE` arguments and quarter options into edits."""

import argparse
import sys

from itatui.cli.output import print_note
from itatui.cli.refs import Thing
from itatui.domain.change import Edit
from itatui.domain.edits import set_field, set_quarter
from itatui.domain.field_text import parse_value
from itatui.domain.fields import Kind, edited_fields
from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS, Quarters, parse_quarters
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import arabic_digits, clean, repair_text, safe
from itatui.wording.changes import repaired_words


def add_quarter_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for quarters; each takes quarters 1–4 such as `3`, `1,3` or `1-3`, and may be repeated."""
    for option, help_text in (
        ("--tick", N_("mark this quarter as done")),
        ("--untick", N_("mark this quarter as not done")),
        ("--plan", N_("add this quarter to the plan")),
        ("--unplan", N_("remove this quarter from the plan")),
    ):
        parser.add_argument(option, action="append", default=[], metavar="Q", help=help_text)


def quarter_edits(thing: Thing, arguments: argparse.Namespace) -> list[Edit]:
    """Return the edits of the quarter options. Raise `UsageError` if `thing` has no quarters."""
    edits: list[Edit] = []
    for option, name, is_set in (
        ("tick", "done", True),
        ("untick", "done", False),
        ("plan", "planned", True),
        ("unplan", "planned", False),
    ):
        for text in getattr(arguments, option):
            if not isinstance(thing, Measure):
                raise UsageError(_("only measures have quarters"))
            edits += [set_quarter(thing, name, quarter, wanted=is_set) for quarter in sorted(_quarters(text))]
    return edits


def _quarters(text: str) -> Quarters:
    return parse_quarters(arabic_digits(text))


def field_edits(register: Register, thing: Thing, pairs: list[str]) -> list[Edit]:
    """Return the edits of `FIELD=VALUE` arguments; `-` as a value reads standard input. Raise `UsageError`.

    Control characters are dropped and misordered marks repaired, each with a note.
    """
    edits: list[Edit] = []
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise UsageError(_("{word} is not FIELD=VALUE").format(word=safe(pair)))
        if text == "-":
            text = _standard_input()
        text, dropped = clean(text)
        if dropped:
            print_note(_("removed {count} control characters from {field}").format(count=dropped, field=safe(name)))
        field = edited_fields(thing).get(name)
        links = field is not None and field.kind is Kind.LINKS
        text, repaired = (text, 0) if links else repair_text(text)  # never change the name of a file
        if repaired:
            print_note(f"{safe(name)}: {repaired_words(repaired)}")
        if field is None:
            raise _unknown_field(thing, name)
        if isinstance(thing, Measure) and field.kind is Kind.QUARTERS:
            chosen = _quarters(text)
            edits += [set_quarter(thing, name, quarter, wanted=quarter in chosen) for quarter in NUMBERS]
        else:
            edits.append(set_field(thing, name, parse_value(register, thing, field, text)))
    return edits


def _standard_input() -> str:
    try:
        return sys.stdin.read().removesuffix("\n")
    except UnicodeDecodeError:
        raise UsageError(_("standard input is not UTF-8")) from None


def _unknown_field(thing: Thing, name: str) -> UsageError:
    message = _("there is no field {name}; choose from: {known}")
    return UsageError(message.format(name=safe(name), known=", ".join(edited_fields(thing))))


def parse_numbers(text: str, last: int) -> set[int]:
    """Return the numbers of a text such as `1,3` or `2-5`. Raise `UsageError` outside 1 to `last`."""
    numbers: set[int] = set()
    for part in filter(None, (part.strip() for part in arabic_digits(text).split(","))):
        first, _dash, end = part.partition("-")
        if not all(text.isascii() and text.isdigit() and len(text) < 10 for text in (first, end or first)):
            raise UsageError(_("{word} is not a number").format(word=safe(part)))
        span = range(int(first), int(end or first) + 1)
        if not span or span[0] < 1 or span[-1] > last:
            raise UsageError(
                _("there is no suggestion {word}: choose from 1 to {last}").format(word=safe(part), last=last)
            )
        numbers.update(span)
    return numbers
