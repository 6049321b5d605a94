"""Rounds of reporting: named sets of quarters; the words of a measure for a round and for the year."""

from collections.abc import Iterator

from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.quarters import ALL, NONE, NUMBERS, Quarters, parse_quarters, phrase
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
    return round_text(measure, ALL)


def round_result(measure: Measure, quarters: Quarters) -> str:
    """Return the results of these quarters joined; of a whole year without any by quarter, the result of the year."""
    joined = round_text(measure, quarters)
    return joined or (measure.result if quarters == ALL else "")


def find_round(rounds: tuple[Round, ...], text: str) -> Round:
    """Return the round of this name, or the only one whose name begins with it. `UsageError` lists the names.

    Where there are none, it tells how to make them.
    """
    wanted = arabic_digits(text.strip()).casefold()
    names = {arabic_digits(each.name).casefold(): each for each in rounds}
    found = [each for name, each in names.items() if wanted and name.startswith(wanted)]
    if (exact := names.get(wanted)) or len(found) == 1:
        return exact or found[0]
    if not rounds:
        message = _("there is no round {word}: the register has no rounds; {command} makes them")
        command = _("itatui set register rounds='6 months = 1-2; 12 months = 1-4'")
        raise UsageError(message.format(word=quote(text), command=command))
    message = _("there is no round {word}; choose from: {known}")
    known = ", ".join(each.name for each in rounds)
    raise UsageError(message.format(word=quote(text), known=quote(known)))


def parse_rounds(text: str) -> tuple[Round, ...]:
    """Return the rounds of typed lines such as `6 เดือน = 1-2`. `UsageError`.

    A semicolon ends a line too, and so does a comma before a further round.
    """
    found: list[Round] = []
    for line in filter(None, (one_line(part).strip() for part in _round_lines(text))):
        name, equals, quarters = line.rpartition("=")
        chosen = parse_quarters(arabic_digits(quarters)) if equals else NONE
        if not name.strip() or "=" in name or not chosen:
            message = _("write a round as 6 months = 1-2, one on each line, or separated by ; – not {line}")
            raise UsageError(message.format(line=quote(line)))
        if name.strip() in [each.name for each in found]:
            raise UsageError(_("there are two rounds {name}").format(name=quote(name.strip())))
        found.append(Round(name.strip(), chosen))
    return tuple(found)


def _round_lines(text: str) -> Iterator[str]:
    """Yield the lines of rounds. `1, 2` are quarters: a comma ends a line only between two equals signs."""
    for line in text.replace(";", "\n").splitlines():
        held, *parts = line.split(",")
        for part in parts:
            if "=" in held and "=" in part:
                yield held
                held = part
            else:
                held = f"{held},{part}"
        yield held


def format_rounds(rounds: tuple[Round, ...]) -> str:
    """Return the text of rounds, a line each. `parse_rounds` returns the rounds again."""
    return "\n".join(f"{each.name} = {phrase(each.quarters)}" for each in rounds)
