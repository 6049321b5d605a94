"""From a register to what the report says: pure, without layout.

The rules are those of the reference report: a row is a track; a result may report on several measures; what is
equal for all the measures of a row is said once; what is missing is said to be missing.
"""

from collections.abc import Sequence
from datetime import date

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register
from itatui.domain.track import Track, label_phrase
from itatui.report import phrases
from itatui.report.model import Duty, Entry, Outcome, Report, Row


def build(register: Register, measures: Sequence[Measure] | None = None, *, today: date, narrowing: str = "") -> Report:
    """The report, as of a day, on these measures of the register; None: on all of them.

    They stand in the given order within their tracks, and the tracks in theirs; `narrowing` says which ones they are.
    """
    chosen = register.measures if measures is None else measures
    whole = len(chosen) == len(register.measures)
    by_track: dict[str, list[Measure]] = {track.code: [] for track in register.tracks}
    for measure in chosen:
        by_track[measure.track].append(measure)
    notes = () if whole else (phrases.selected(len(chosen), len(register.measures), narrowing),)
    return Report(
        title=register.title if register.title.strip() else phrases.NO_TITLE,
        subtitle=register.subtitle,
        headings=register.headings,
        rows=tuple(_row(register, t, by_track[t.code]) for t in register.tracks if whole or by_track[t.code]),
        notes=notes,
        day=today,
    )


def _row(register: Register, track: Track, measures: list[Measure]) -> Row:
    label = Entry(label_phrase(track))
    if not measures:
        nothing = Entry(phrases.NO_MEASURES, missing=True)
        return Row(track.code, label, (nothing,), (), (), _outcomes(register, track, measures))
    return Row(
        code=track.code,
        label=label,
        measures=tuple(
            _entry(measure.activity, phrases.NO_ACTIVITY, (register.number(measure),)) for measure in measures
        ),
        results=_results(register, measures),
        duties=_duties(register, measures),
        outcomes=_outcomes(register, track, measures),
    )


def _entry(text: str, missing: str, numbers: tuple[int, ...] = ()) -> Entry:
    return Entry(text, numbers) if text.strip() else Entry(missing, numbers, missing=True)


def _results(register: Register, measures: list[Measure]) -> tuple[Entry, ...]:
    """A bullet for each result, in the order of the first measure that it reports on."""
    bullets: dict[str, tuple[str, list[int]]] = {}
    for measure in measures:
        source = register.reporter(measure)
        if not source.result.strip() and measure.result.strip():
            source = measure  # its own words are better than the other's silence
        bullets.setdefault(source.id, (source.result, []))[1].append(register.number(measure))
    return tuple(_entry(text, phrases.no_result(numbers), tuple(numbers)) for text, numbers in bullets.values())


def _duties(register: Register, measures: list[Measure]) -> tuple[Duty, ...]:
    """A block for each different pair of units and period, in the order of the first measure that has it."""
    groups: dict[tuple[str, tuple[Entry, ...]], list[int]] = {}
    for measure in measures:
        key = responsible_phrase(measure), _period(measure, register.fiscal_year)
        groups.setdefault(key, []).append(register.number(measure))
    return tuple(
        Duty(
            about=phrases.about(numbers) if len(groups) > 1 else "",
            numbers=tuple(numbers),
            responsible=_entry(units, phrases.NO_RESPONSIBLE),
            period=period,
        )
        for (units, period), numbers in groups.items()
    )


def _period(measure: Measure, year: int) -> tuple[Entry, ...]:
    """What was carried out, and the plan wherever it says something else: so every tick shows."""
    planned, done = measure.planned, measure.done
    if done == planned:
        return (Entry(phrases.carried_out(done, year)) if done else Entry(phrases.NO_PERIOD, missing=True),)
    if not done:
        return (Entry(phrases.not_carried_out(planned, year), missing=True),)
    return Entry(phrases.carried_out(done, year)), Entry(phrases.plan_beside(planned))


def _outcomes(register: Register, track: Track, measures: list[Measure]) -> tuple[Outcome, ...]:
    """The track's own, then those of single measures; what neither speaks of is missing."""
    own: list[Outcome] = []
    without: list[int] = []
    for measure in measures:
        number = register.number(measure)
        if measure.outcome.strip():
            own.append(Outcome(f"{phrases.about((number,))}:", Entry(measure.outcome, (number,))))
        else:
            without.append(number)
    if track.outcome.strip():
        return Outcome("", Entry(track.outcome)), *own
    if not own:
        return (Outcome("", Entry(phrases.NO_OUTCOME, missing=True)),)
    rest = (Outcome("", Entry(phrases.no_outcome(without), tuple(without), missing=True)),) if without else ()
    return *own, *rest
