"""The cell of a column for a track: the entries of its measures, merged where they are equal."""

from collections.abc import Sequence

from itatui.domain.form import Column
from itatui.domain.measure import Measure
from itatui.domain.track import Track
from itatui.report import phrases
from itatui.report.form_data import FormData, contents
from itatui.report.model import Entry, Tone
from itatui.report.values import measure_entries, missing, result_of, track_entries


def track_cell(
    data: FormData, column: Column, track: Track, measures: Sequence[Measure], *, merges: bool
) -> tuple[Entry, ...]:
    """Return the entries of a column for a track with some of its measures.

    An entry about measures has their numbers. `merges`: equal ones of several measures are one entry.
    """
    held = contents(column)
    if all(content.of != "measure" for content in held):
        return track_entries(data, column, track)
    only = held[0].source if len(column.parts) == 1 and not held[0].quarter else ""
    if only == "outcome" and held[0].of == "measure":
        return _outcomes(data, column, track, measures)
    if not measures:
        return (Entry(phrases.NO_MEASURES, tone=Tone.MISSING),) if only == "activity" else ()
    if only == "activity":
        return _activities(data, column, measures)
    if only == "result":
        return _results(data, column, measures)
    return _groups(data, column, measures, merges=merges)


def _by_track(data: FormData) -> bool:
    return data.form.rows == "track"


def _activities(data: FormData, column: Column, measures: Sequence[Measure]) -> tuple[Entry, ...]:
    """Return the measures with their numbers, which a row a measure has in a column of their own, or nowhere."""
    entries: list[Entry] = []
    for measure in measures:
        number = data.register.number(measure)
        text, numbers = measure.activity, (number,)
        entry = Entry(text, numbers) if text.strip() else missing(column, phrases.NO_ACTIVITY, numbers)
        entries.append(entry._replace(mark=f"{number}." if _by_track(data) else ""))
    return tuple(entries)


def _results(data: FormData, column: Column, measures: Sequence[Measure]) -> tuple[Entry, ...]:
    """Return a bullet for each result, in the order of the first measure that it reports on."""
    register, for_round = data.register, data.round_of(contents(column)[0])
    bullets: dict[str, tuple[str, list[int]]] = {}
    for measure in measures:
        source = register.reporter(measure)
        if measure.is_dropped and not result_of(measure, for_round).strip():
            words = phrases.NOTHING if data.tells_dropped else phrases.dropped(measure.dropped.strip())
            bullets[f"dropped {measure.id}"] = words, [register.number(measure)]
            continue
        if not result_of(source, for_round).strip() and result_of(measure, for_round).strip():
            source = measure  # the reporter's result is empty: print the measure's own
        bullets.setdefault(source.id, (result_of(source, for_round), []))[1].append(register.number(measure))
    entries: list[Entry] = []
    for text, several in bullets.values():
        numbers = tuple(several)
        words = phrases.no_result(numbers) if _by_track(data) else phrases.NO_RESULT
        entry = Entry(text, numbers) if text.strip() else missing(column, words, numbers)
        entries.append(entry._replace(mark="-" if _by_track(data) else ""))
    return tuple(entries)


def _groups(data: FormData, column: Column, measures: Sequence[Measure], *, merges: bool) -> tuple[Entry, ...]:
    """Return a block for each distinct value, in the order of its first measure, or for each measure."""
    groups: dict[tuple[object, ...], tuple[tuple[Entry, ...], list[int]]] = {}
    for measure in measures:
        entries = measure_entries(data, column, measure)
        key = entries if merges or _by_track(data) else (measure.id,)
        groups.setdefault(key, (entries, []))[1].append(data.register.number(measure))
    found: list[Entry] = []
    for entries, several in groups.values():
        numbers = tuple(several)
        about = phrases.about(numbers) if _by_track(data) and len(groups) > 1 else ""
        for place, entry in enumerate(entries):
            found.append(entry._replace(numbers=numbers, about="" if place else about, apart=not place and bool(found)))
    return tuple(found)


def _outcomes(data: FormData, column: Column, track: Track, measures: Sequence[Measure]) -> tuple[Entry, ...]:
    """Return the track's outcome, then those of single measures; or a missing entry for measures without any."""
    own: list[Entry] = []
    without: list[int] = []
    for measure in measures:
        number = data.register.number(measure)
        if measure.outcome.strip():
            about = f"{phrases.about((number,))}:"
            own.append(Entry(measure.outcome, (number,), about=about, apart=bool(own)))
        elif not measure.is_dropped:
            without.append(number)
    if track.outcome.strip():
        return Entry(track.outcome), *(entry._replace(apart=True) for entry in own)
    if not own and measures and not without:  # none of them can be carried out
        return (Entry(phrases.NOTHING),)
    if not own:
        return (missing(column, phrases.NO_OUTCOME),)
    words = phrases.no_outcome(without) if _by_track(data) else phrases.NO_OUTCOME
    return *own, *([missing(column, words, tuple(without))._replace(apart=True)] if without else [])
