"""Indicators of the assessment, last year's scores, and the measures that answer each: the analysis of a plan."""

from collections.abc import Mapping
from typing import Any

from itatui.domain.fields import INDICATORS
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.scores import scores_of
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits


class Indicator(NamedTuple):
    """An indicator (ตัวชี้วัด)."""

    code: str
    """As typed in `indicators=1,3` and in scores."""
    track: str
    """Code of the track that asks for it."""
    th: str
    en: str


class Indicators(NamedTuple):
    """The indicators of a year."""

    line: float
    """Score from which one is good enough, 0 to 100."""
    each: tuple[Indicator, ...]


NO_INDICATORS = Indicators(0.0, ())


class Coverage(NamedTuple):
    """An indicator, its score and the measures that answer it."""

    indicator: Indicator
    score: float | None
    """Last year's, 0 to 100; None: unknown."""
    is_low: bool
    """Whether the score is below the line."""
    measures: tuple[Measure, ...]


def indicators_of(table: Mapping[str, Any]) -> Indicators:
    """Return the indicators of a TOML table. `UsageError` if it is not valid."""
    line, entries = table.get("line", 0), table.get("indicator", [])
    if type(line) not in (int, float) or not isinstance(entries, list):
        raise UsageError(_("write line = NUMBER and each indicator as [[indicator]]"))
    found = []
    for entry in entries:
        texts = [entry.get(name, "") if isinstance(entry, dict) else "" for name in Indicator._fields]
        if not all(isinstance(text, str) for text in texts) or not texts[0].strip() or not (texts[2] or texts[3]):
            raise UsageError(_("an indicator needs a code, and a name in th or en"))
        code, track, th, en = (text.strip() for text in texts)
        found.append(Indicator(code.casefold(), track, th or en, en or th))
    if len({each.code for each in found}) != len(found):
        raise UsageError(_("two indicators have the same code"))
    return Indicators(float(line), tuple(found))


def answered(measure: Measure) -> tuple[str, ...]:
    """Return the codes of the indicators that a measure answers."""
    return codes_of(measure.more.get(INDICATORS.name)) if measure.more.pairs else ()


def codes_of(text: str) -> tuple[str, ...]:
    """Return the codes in a text such as `1, 3`, each once."""
    return tuple(dict.fromkeys(arabic_digits(text).casefold().replace(",", " ").replace(";", " ").split()))


def coverage(register: Register, indicators: Indicators) -> tuple[Coverage, ...]:
    """Return the coverage of each indicator, in their order."""
    scores = scores_of(register.scores)
    answers: dict[str, list[Measure]] = {}
    for measure in register.measures:
        for code in answered(measure) if not measure.is_dropped else ():
            answers.setdefault(code, []).append(measure)
    rows = []
    for each in indicators.each:
        score = scores.get(each.code)
        rows.append(
            Coverage(each, score, score is not None and score < indicators.line, tuple(answers.get(each.code, ())))
        )
    return tuple(rows)
