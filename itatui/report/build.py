"""Build the content of the report from a register, without any layout.

The rules are those of the reference report (`reference/report_2567.toml`): a row is a track; a result may report on
several measures; a value shared by all measures of a row is printed once; missing values are printed as missing.
"""

from collections.abc import Sequence
from datetime import date

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register
from itatui.domain.rounds import year_result
from itatui.domain.track import Track, label_phrase
from itatui.report import phrases
from itatui.report.track_model import Duty, Entry, Headings, Outcome, Report, TrackRow


def build(
    register: Register,
    measures: Sequence[Measure] | None = None,
    *,
    today: date,
    narrowing: str = "",
    whole: bool | None = None,
    empty_tracks: bool = False,
) -> Report:
    """Return the report as of `today` on these measures, or on all if `measures` is None.

    A report on the whole register has no note. `whole` is by default true without `measures`; all measures in an order
    of the user's are whole as well, a filter that all of them meet is not. Tracks without measures are left out unless
    `empty_tracks` or unless a whole register has no measures at all.
    Tracks keep their order in the register; within a track, measures keep the given order. `narrowing` describes the
    filter in words, for the note below the table.
    """
    chosen = register.measures if measures is None else measures
    whole = measures is None if whole is None else whole
    by_track: dict[str, list[Measure]] = {track.code: [] for track in register.tracks}
    for measure in chosen:
        by_track[measure.track].append(measure)
    empty = empty_tracks or (whole and not chosen)
    notes = () if whole else (phrases.selected(len(chosen), len(register.measures), narrowing),)
    return Report(
        title=register.title if register.title.strip() else phrases.NO_TITLE,
        subtitle=register.subtitle,
        headings=_headings(register),
        rows=tuple(
            _row(register, track, by_track[track.code]) for track in register.tracks if empty or by_track[track.code]
        ),
        notes=notes,
        day=today,
    )


def _headings(register: Register) -> Headings:
    """Return the headings of the form `report`: the register's own if it has five columns, else itatui's."""
    from itatui.domain.form_templates import pieces  # lazy: the screen starts without forms
    from itatui.domain.forms import form_of

    forms = (form_of(register), form_of(register._replace(forms=())))
    columns = next(form.columns for form in forms if len(form.columns) == len(Headings._fields))
    return Headings(*("".join(before for before, _name in pieces(column.heading)) for column in columns))


def _row(register: Register, track: Track, measures: list[Measure]) -> TrackRow:
    label = Entry(label_phrase(track))
    if not measures:
        no_measures = Entry(phrases.NO_MEASURES, missing=True)
        return TrackRow(track.code, label, (no_measures,), (), (), _outcomes(register, track, measures))
    return TrackRow(
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
    """Return a bullet for each result, in the order of the first measure that it reports on."""
    bullets: dict[str, tuple[str, list[int]]] = {}
    for measure in measures:
        source = register.reporter(measure)
        if measure.is_dropped and not year_result(measure).strip():
            bullets[f"dropped {measure.id}"] = phrases.dropped(measure.dropped.strip()), [register.number(measure)]
            continue
        if not year_result(source).strip() and year_result(measure).strip():
            source = measure  # the reporter's result is empty: print the measure's own
        bullets.setdefault(source.id, (year_result(source), []))[1].append(register.number(measure))
    return tuple(_entry(text, phrases.no_result(numbers), tuple(numbers)) for text, numbers in bullets.values())


def _duties(register: Register, measures: list[Measure]) -> tuple[Duty, ...]:
    """Return a block for each distinct pair of units and period, in the order of its first measure."""
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
    """Return the quarters carried out and, where it differs, the plan, so that every tick is printed."""
    planned, done = measure.planned, measure.done
    if done == planned:
        return (Entry(phrases.carried_out(done, year)) if done else Entry(phrases.NO_PERIOD, missing=True),)
    if not done and measure.is_dropped:
        return (Entry(phrases.dropped_plan(planned, year)),)
    if not done:
        return (Entry(phrases.not_carried_out(planned, year), missing=True),)
    return Entry(phrases.carried_out(done, year)), Entry(phrases.plan_beside(planned))


def _outcomes(register: Register, track: Track, measures: list[Measure]) -> tuple[Outcome, ...]:
    """Return the track's outcome, then those of single measures; or a missing entry for measures without any."""
    own: list[Outcome] = []
    without: list[int] = []
    for measure in measures:
        number = register.number(measure)
        if measure.outcome.strip():
            own.append(Outcome(f"{phrases.about((number,))}:", Entry(measure.outcome, (number,))))
        elif not measure.is_dropped:
            without.append(number)
    if track.outcome.strip():
        return Outcome("", Entry(track.outcome)), *own
    if not own and measures and not without:  # none of them can be carried out
        return (Outcome("", Entry(phrases.NOTHING)),)
    if not own:
        return (Outcome("", Entry(phrases.NO_OUTCOME, missing=True)),)
    rest = (Outcome("", Entry(phrases.no_outcome(without), tuple(without), missing=True)),) if without else ()
    return *own, *rest
