"""`itatui show`: one measure, one track, or the whole register."""

import argparse

from itatui.cli.picture import measure_picture, register_picture, track_picture
from itatui.cli.session import answer, answer_json, open_register, today
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.quarters import Quarters, phrase
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.track import Track, label_phrase
from itatui.locale import N_, _

EXAMPLE = "itatui show IIT-2 --json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `show`."""
    parser.add_argument("ref", metavar="REF", nargs="?", default=REGISTER_REF, help=N_("IIT-2, or IIT for the track"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Shows it."""
    register = open_register(arguments).load()
    thing = register if arguments.ref.casefold() == REGISTER_REF else register.find(arguments.ref)
    if arguments.json:
        if isinstance(thing, Measure):
            answer_json(measure_picture(register, thing, today()))
        elif isinstance(thing, Track):
            answer_json(track_picture(register, thing, today()))
        else:
            answer_json(register_picture(register, today()))
        return 0
    answer("\n".join(_lines(register, thing)))
    return 0


def _lines(register: Register, thing: Measure | Track | Register) -> list[str]:
    if isinstance(thing, Measure):
        return _measure_lines(register, thing)
    if isinstance(thing, Track):
        lines = [label_phrase(thing), *_field(_("Outcome"), thing.outcome)]
        for measure in register.measures_of(thing.code):
            lines += ["", *_measure_lines(register, measure)]
        return lines
    year = _("fiscal year {year}").format(year=thing.fiscal_year)
    lines = [thing.agency, year, thing.title]
    for track in thing.tracks:
        lines += ["", *_lines(register, track)]
    return lines


def _measure_lines(register: Register, measure: Measure) -> list[str]:
    reporter = register.reporter(measure)
    result = measure.result
    if reporter is not measure:
        result = _("(reported with {ref})").format(ref=register.ref(reporter))
    lines = [f"{register.ref(measure)}  {measure.activity}"]
    lines += _field(_("Planned"), _quarters(measure.planned))
    lines += _field(_("Done"), _quarters(measure.done))
    lines += _field(_("Responsible"), responsible_phrase(measure))
    lines += _field(_("Result"), result)
    if measure.outcome:
        lines += _field(_("Outcome"), measure.outcome)
    for link in measure.evidence:
        lines += _field(_("Evidence"), f"{link.label} {link.target}".strip())
    return lines


def _quarters(some: Quarters) -> str:
    return _("quarters {quarters}").format(quarters=phrase(some)) if some else ""


def _field(title: str, text: str) -> list[str]:
    return [f"  {title}: {text or _('(none yet)')}"]
