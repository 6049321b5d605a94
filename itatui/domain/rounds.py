"""Rounds of reporting: named sets of quarters; the words of a measure for a round and for the year."""

from typing import NamedTuple

from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS, Quarters, parse_quarters, phrase
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, one_line, quote


class Round(NamedTuple):
    """A round of reporting."""

    name: str
    """Such as `6 เดือน`."""
    quarters: Quarters
    """Quarters (1–4) that it reports on."""


def round_text(measure: Measure, quarters: Quarters, name: str = "result") -> str:
    """Return the texts of a field by quarter for these quarters, joined in their order, a line each."""
    texts = (measure.more.get(f"{name}.{number}").strip() for number in NUMBERS if number in quarters)
    return "\n".join(filter(None, texts))


def year_result(measure: Measure) -> str:
    """Return the result of the year; without one, the results of its quarters joined."""
    if not measure.more.pairs or measure.result.strip():  # the usual cases
        return measure.result
    return round_text(measure, frozenset(NUMBERS))


def find_round(rounds: tuple[Round, ...], text: str) -> Round:
    """Return the round of this name, or the only one whose name begins with it. `UsageError` lists the names."""
    wanted = arabic_digits(text.strip()).casefold()
    names = {arabic_digits(each.name).casefold(): each for each in rounds}
    found = [each for name, each in names.items() if wanted and name.startswith(wanted)]
    if (exact := names.get(wanted)) or len(found) == 1:
        return exact or found[0]
    message = _("there is no round {word}; choose from: {known}")
    known = ", ".join(each.name for each in rounds)
    raise UsageError(message.format(word=quote(text), known=quote(known) or "–"))


def parse_rounds(text: str) -> tuple[Round, ...]:
    """Return the rounds of typed lines such as `6 เดือน = 1-2`; a semicolon ends a line too. `UsageError`."""
    found: list[Round] = []
    for line in filter(None, (one_line(part).strip() for part in text.replace(";", "\n").splitlines())):
        name, equals, quarters = line.rpartition("=")
        chosen = parse_quarters(arabic_digits(quarters)) if equals else frozenset[int]()
        if not name.strip() or not chosen:
            raise UsageError(_("write a round as 6 months = 1-2, not {line}").format(line=quote(line)))
        if name.strip() in [each.name for each in found]:
            raise UsageError(_("there are two rounds {name}").format(name=quote(name.strip())))
        found.append(Round(name.strip(), chosen))
    return tuple(found)


def format_rounds(rounds: tuple[Round, ...]) -> str:
    """Return the text of rounds, a line each. `parse_rounds` returns the rounds again."""
    return "\n".join(f"{each.name} = {phrase(each.quarters)}" for each in rounds)
