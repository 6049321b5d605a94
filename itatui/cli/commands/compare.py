"""`itatui compare`: tell what is new, reworded, kept and no longer there, such as against last year's register."""

import argparse
from typing import Any

from itatui.cli.edit_lines import print_diff
from itatui.cli.other_register import other_register
from itatui.cli.output import print_answer, print_json, use_colour
from itatui.cli.pager import paged
from itatui.cli.register_option import open_register
from itatui.domain.comparison import FATE_LABELS, PLAN, Fate, Pair, compare
from itatui.domain.fields import MEASURE_FIELDS
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.locale import N_, _
from itatui.report.comparison import change_parts, place_words, refs
from itatui.store.format.field_codecs import plain
from itatui.thai import numerals

EXAMPLE = "itatui compare register_2567.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `compare`."""
    parser.add_argument("old", metavar="FILE", help=N_("the earlier register, such as last year's"))
    parser.add_argument("new", metavar="FILE", nargs="?", help=N_("the later register (default: see itatui where)"))
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the measures by what became of them."""
    old = other_register(arguments.old)
    new = other_register(arguments.new) if arguments.new else open_register(arguments).load()
    pairs = compare(old, new)
    if arguments.json:
        print_json([_view(pair, old, new) for pair in pairs])
        return 0
    colour = use_colour(arguments)
    with paged():
        for fate in Fate:
            if group := [pair for pair in pairs if pair.fate is fate]:
                print_answer(numerals(f"{_(FATE_LABELS[fate])}: {len(group)}"))
            for pair in group:
                _print(pair, old, new, colour=colour)
    return 0


def _print(pair: Pair, old: Register, new: Register, *, colour: bool) -> None:
    place = place_words(pair, old, new)
    if pair.old is None or pair.new is None or not pair.changed:
        measure = pair.new or pair.old
        print_answer(f"  {place}  {numerals(' '.join(measure.activity.split()) if measure else '')}")
        return
    print_answer(f"  {place}")
    for name in pair.changed:
        print_answer(f"     {_(MEASURE_FIELDS[name].label)}:")
        parts = change_parts(name, pair, new)
        print_diff(tuple(part._replace(text=numerals(part.text)) for part in parts), " " * 7, colour=colour)


def _refs(pair: Pair, old: Register, new: Register) -> dict[str, str | None]:
    """Return the REFs of both measures, each in its own register."""
    before, after = refs(pair, old, new)
    return {"old": before or None, "new": after or None}


def _plan(measure: Measure) -> dict[str, Any]:
    return {name: plain(getattr(measure, name)) for name in ("id", *PLAN)}


def _view(pair: Pair, old: Register, new: Register) -> dict[str, Any]:
    return {
        "fate": pair.fate.value,
        "refs": _refs(pair, old, new),
        "old": pair.old and _plan(pair.old),
        "new": pair.new and _plan(pair.new),
        "changed": list(pair.changed),
    }
