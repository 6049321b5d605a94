"""Read `FIELD=VALUE` arguments and quarter options into edits."""

import argparse
import sys

from itatui.cli.output import print_note
from itatui.cli.refs import Thing
from itatui.domain.apply import apply_all
from itatui.domain.change import Edit
from itatui.domain.edits import FORM_TEXTS, REGISTER_TITLES, TRACK_NAMES, set_agency, set_field, set_quarter, set_year
from itatui.domain.field_text import parse_value
from itatui.domain.fields import edited_fields, value_of
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.own_field import OwnField
from itatui.domain.quarters import NUMBERS, Quarters, parse_quarters
from itatui.domain.register import Record, Register
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store.format.bounded_read import too_large
from itatui.store.format.json_reader import MAX_BYTES
from itatui.thai import arabic_digits, clean, quote, repair_text


def add_quarter_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for quarters; each takes quarters 1–4 such as `3`, `1,3` or `1-3`, and may be repeated."""
    for option, help_text in (
        ("--tick", N_("mark quarters as done: 3, 1,3 or 1-4")),
        ("--untick", N_("mark quarters as not done")),
        ("--plan", N_("add quarters to the plan")),
        ("--unplan", N_("remove quarters from the plan")),
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
            chosen = _quarters(text)
            if not chosen:
                raise UsageError(_("write quarters as 1-4 or 1,3, not {part}").format(part=quote(text)))
            edits += [set_quarter(thing, name, quarter, wanted=is_set) for quarter in sorted(chosen)]
    return edits


def _quarters(text: str) -> Quarters:
    return parse_quarters(arabic_digits(text))


def field_edits(register: Register, thing: Thing | OwnField, pairs: list[str]) -> list[Edit]:
    """Return the edits of `FIELD=VALUE` arguments; `-` as a value reads standard input. Raise `UsageError`.

    Control characters are dropped and misordered marks repaired, each with a note.
    """
    if sum(pair.partition("=")[2] == "-" for pair in pairs) > 1:
        raise UsageError(_("standard input can be the value of only one field"))
    edits: list[Edit] = []
    renamed = register
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise UsageError(_("{word} is not FIELD=VALUE").format(word=quote(pair)))
        if text == "-":
            text = _standard_input(name)
        text, dropped = clean(text)
        if dropped:
            print_note(_("control characters removed from {field}: {count}").format(count=dropped, field=quote(name)))
        field = edited_fields(thing, register).get(name)
        links = field is not None and field.kind in (Kind.LINKS, Kind.ADDRESSES)
        text, repaired = (text, 0) if links else repair_text(text)  # never change the name of a file
        if repaired:
            from itatui.wording.changes import repaired_words  # lazy: most texts are sound

            print_note(f"{quote(name)}: {repaired_words(repaired)}")
        if field is None:
            raise _unknown_field(register, thing, name)
        if isinstance(thing, Measure) and field.kind is Kind.QUARTERS:
            chosen = _quarters(text)
            edits += [set_quarter(thing, name, quarter, wanted=quarter in chosen) for quarter in NUMBERS]
            continue
        value = parse_value(register, thing, field, text)
        edits.append(set_field(thing, name, value))
        if field.kind is Kind.YEAR and isinstance(value, int):
            renamed = apply_all(renamed, set_year(renamed, value))
        elif thing is register and name == "agency":
            renamed = apply_all(renamed, set_agency(renamed, str(value)))
    return [*_titles(register, renamed), *edits]


def _titles(register: Register, renamed: Register) -> list[Edit]:
    """Return the edits of the titles, track names and forms that differ in `renamed`."""
    pairs: list[tuple[Record, Record, tuple[str, ...]]] = [(register, renamed, REGISTER_TITLES)]
    pairs += [(*tracks, TRACK_NAMES) for tracks in zip(register.tracks, renamed.tracks, strict=True)]
    pairs += [(*forms, FORM_TEXTS) for forms in zip(register.forms, renamed.forms, strict=True)]
    return [
        set_field(before, name, value_of(after, name))
        for before, after, names in pairs
        for name in names
        if value_of(before, name) != value_of(after, name)
    ]


def _standard_input(name: str) -> str:
    """Return the text of standard input for a field. `UsageError` if it is empty, as in a cron job, or too long."""
    empty = _("standard input is empty; to empty the field, type {field}=").format(field=quote(name))
    return read_standard_input(empty).removesuffix("\n")


def read_standard_input(empty: str) -> str:
    """Return the text of standard input. `UsageError` if it is over `MAX_BYTES`, or `empty`, in these words."""
    try:
        text = sys.stdin.read(MAX_BYTES + 1)
    except UnicodeDecodeError:
        raise UsageError(_("standard input is not UTF-8")) from None
    if len(text) > MAX_BYTES:
        raise UsageError(f"{_('standard input')}: {too_large()}")
    if not text.strip("\r\n"):
        raise UsageError(empty)
    return text


def _unknown_field(register: Register, thing: Thing | OwnField, name: str) -> UsageError:
    message = _("there is no field {name}; choose from: {known}")
    return UsageError(message.format(name=quote(name), known=", ".join(edited_fields(thing, register))))


def parse_numbers(text: str, last: int) -> set[int]:
    """Return the numbers of a text such as `1,3` or `2-5`. Raise `UsageError` outside 1 to `last`."""
    numbers: set[int] = set()
    for part in filter(None, (part.strip() for part in arabic_digits(text).split(","))):
        first, _dash, end = part.partition("-")
        if not all(text.isascii() and text.isdigit() and len(text) < 10 for text in (first, end or first)):
            raise UsageError(_("{word} is not a number").format(word=quote(part)))
        span = range(int(first), int(end or first) + 1)
        if not span or span[0] < 1 or span[-1] > last:
            raise UsageError(
                _("there is no suggestion {word}: choose from 1 to {last}").format(word=quote(part), last=last)
            )
        numbers.update(span)
    if not numbers:
        raise UsageError(_("{word} is not a number").format(word=quote(text)))
    return numbers
