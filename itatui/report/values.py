"""The values that the columns of a form ask for, as entries of cells."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from itatui.domain.field_text import format_value, parse_link
from itatui.domain.fields import fields_of
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.form import Column, Content
from itatui.domain.kinds import NUMERIC_KINDS, TEXT_KINDS, Kind
from itatui.domain.measure import Evidence, Measure, responsible_phrase
from itatui.domain.numbers import grouped, is_plain
from itatui.domain.quarters import ALL, NONE, NUMBERS, Quarters, phrase, quarters
from itatui.domain.rounds import Round, round_result, year_result
from itatui.domain.status import Status, status_of
from itatui.domain.track import Track, label_phrase
from itatui.report import phrases
from itatui.report.form_data import FormData, contents
from itatui.report.model import Entry, Tone

_MISSING = {
    "activity": phrases.NO_ACTIVITY,
    "responsible": phrases.NO_RESPONSIBLE,
    "result": phrases.NO_RESULT,
    "outcome": phrases.NO_OUTCOME,
    "period": phrases.NO_PERIOD,
    "planned": phrases.NO_PERIOD,
    "status": phrases.NO_PERIOD,
    "evidence": phrases.NO_EVIDENCE,
}
"""Words for values that a measure lacks."""
_MAY_LACK = ("done", "dropped", "reported_with", "round", "agency_short", "name_en")
"""Values that most measures lack: they are never missing."""


def measure_entries(data: FormData, column: Column, measure: Measure) -> tuple[Entry, ...]:
    """Return the entries of a measure in a column, worded as missing if the form asks for a value that it lacks."""
    found: list[tuple[Content, tuple[Entry, ...]]] = []
    for content in contents(column):
        values = tuple(_values_of(data, column, content, measure))
        if not values and measure.is_dropped and content.source in ("result", "outcome", "evidence"):
            values = (Entry(phrases.NOTHING),)
        found.append((content, values))
    return _joined(column, dict(found))


def track_entries(data: FormData, column: Column, track: Track) -> tuple[Entry, ...]:
    """Return the entries of a track in a column that asks for values of the track alone."""
    return _joined(column, {each: tuple(_track_values(data, each, track)) for each in contents(column)})


def missing(column: Column, words: str, numbers: tuple[int, ...] = ()) -> Entry:
    """Return the entry for a value that is missing: the words of the column, if it has any."""
    return Entry(words, numbers, Tone.MISSING) if column.empty is None else Entry(column.empty, numbers)


def result_of(measure: Measure, for_round: Round | None) -> str:
    """Return the result of a measure, of its own, in a round or in the year."""
    return year_result(measure) if for_round is None else round_result(measure, for_round.quarters)


def as_of(measure: Measure, for_round: Round | None) -> Measure:
    """Return the measure without the quarters carried out after a round."""
    if for_round is None or not for_round.quarters:
        return measure
    last = max(for_round.quarters)
    return measure._replace(done=quarters(number for number in measure.done if number <= last))


def period_entries(data: FormData, measure: Measure) -> Iterator[Entry]:
    """Yield the quarters carried out and, where it differs, the plan, so that every tick is printed."""
    measure, year = as_of(measure, data.for_round), data.register.fiscal_year
    planned, done = measure.planned, measure.done
    if data.is_plan:
        if planned:
            yield Entry(phrases.quarters_planned(planned))
    elif done == planned:
        if done:
            yield Entry(phrases.carried_out(done, year))
    elif not done and measure.is_dropped:
        yield Entry(phrases.dropped_plan(planned, year))
    elif not done:
        yield Entry(phrases.not_carried_out(planned, year), tone=Tone.MISSING)
    else:
        yield from (Entry(phrases.carried_out(done, year)), Entry(phrases.plan_beside(planned)))


def number_text(kind: Kind, value: str) -> str:
    """Return the text of a plain decimal: with commas, an amount of money with both of its decimals or none."""
    whole, point, fraction = value.partition(".")
    if kind is Kind.MONEY and point and is_plain(value):
        value = f"{whole}.{fraction:0<2}" if fraction.strip("0") else whole
    return grouped(value) + ("%" if kind is Kind.PERCENT else "")


def own_value(data: FormData, content: Content, record: Measure | Track) -> str:
    """Return the text that a record holds in an own field: of a quarter, a round, or the year.

    The year has its own value, else those of its quarters: amounts are added, of percentages it is the last. A round
    of all quarters has theirs, else the value of the year.
    """
    kind, name = data.kind(content), content.source
    if content.quarter:
        return record.more.get(f"{name}.{content.quarter}").strip()
    for_round = data.round_of(content)
    year = record.more.get(name).strip()
    if not data.is_by_round(content) or (year and for_round is None):
        return year
    wanted = for_round.quarters if for_round else ALL
    texts = [record.more.get(f"{name}.{number}").strip() for number in NUMBERS if number in wanted]
    texts = [text for text in texts if text]
    if not texts and wanted == ALL:
        return year
    if kind in (Kind.NUMBER, Kind.MONEY) and texts and all(map(is_plain, texts)):
        return str(sum(map(Decimal, texts)))
    return "\n".join(texts if kind in TEXT_KINDS else texts[-1:])


def _values_of(data: FormData, column: Column, content: Content, measure: Measure) -> Iterator[Entry]:
    register, source = data.register, content.source
    kind = data.kind(content)
    if content.of == "track":
        track = register.track(measure.track)
        yield from _track_values(data, content, track) if track else ()
    elif content.of == "page":
        yield from _text_entries(data.words[source])
    elif content.is_mark:
        if _is_marked(data, content, measure):
            yield Entry(column.mark)
    elif kind is not None:
        yield from _own_entries(data, content, kind, measure)
    elif source == "period":
        yield from period_entries(data, measure)
    elif source == "evidence":
        yield from _links(measure.evidence)
    elif source == "result":
        yield from _text_entries(_result_text(data, content, measure))
    else:
        yield from _text_entries(_text_of(data, source, measure))


def _text_of(data: FormData, source: str, measure: Measure) -> str:
    register = data.register
    if source == "responsible":
        return responsible_phrase(measure)
    if source == "number":
        return str(register.number(measure))
    if source == "row":
        return str(register.position(measure.id) + 1)
    if source == "ref":
        return register.ref(measure)
    if source == "status":
        return _status_text(data, measure)
    if source in ("planned", "done"):
        some: Quarters = getattr(as_of(measure, data.for_round), source)
        return phrase(some)
    if source == "reported_with":
        reporter = register.reporter(measure)
        return "" if reporter is measure else phrases.about((register.number(reporter),))
    return measure.outcome if source == "outcome" else measure.dropped if source == "dropped" else measure.activity


def _result_text(data: FormData, content: Content, measure: Measure) -> str:
    """Return the result of a measure, or of the one that it is reported with."""
    if content.quarter:
        return measure.more.get(f"result.{content.quarter}")
    for_round = data.round_of(content)
    reported = result_of(data.register.reporter(measure), for_round)
    own = reported if reported.strip() else result_of(measure, for_round)
    if own.strip() or not measure.is_dropped:
        return own
    return phrases.NOTHING if data.tells_dropped else phrases.dropped(measure.dropped.strip())


def _status_text(data: FormData, measure: Measure) -> str:
    measure = as_of(measure, data.for_round)
    if measure.is_dropped:
        return phrases.DROPPED if data.has_column_of_reasons else phrases.dropped(measure.dropped.strip())
    if not measure.planned:
        return phrases.UNDER_WAY if measure.done else ""
    if measure.planned <= measure.done:
        return phrases.DONE
    return phrases.UNDER_WAY if measure.done else phrases.NOT_STARTED


def _is_marked(data: FormData, content: Content, measure: Measure) -> bool:
    if content.equals and content.source == "status":
        wanted = Status(content.equals)  # a late measure is also one that is under way or not started
        ended = quarters_ended(data.register.fiscal_year, data.today) if wanted is Status.LATE else NONE
        return status_of(as_of(measure, data.for_round), ended) is wanted
    if content.equals:
        return own_value(data, content, measure) == content.equals
    measure = as_of(measure, data.for_round)
    some = {"planned": measure.planned, "done": measure.done}.get(content.source, measure.planned | measure.done)
    return content.quarter in some


def _track_values(data: FormData, content: Content, track: Track) -> Iterator[Entry]:
    kind = data.kind(content)
    if content.of == "page":
        yield from _text_entries(data.words[content.source])
    elif kind is not None:
        yield from _own_entries(data, content, kind, track)
    elif content.source == "number":
        yield Entry(str(data.register.tracks.index(track) + 1))
    elif content.source == "label":
        yield Entry(label_phrase(track))
    else:
        yield from _text_entries(str(getattr(track, content.source)))


def _own_entries(data: FormData, content: Content, kind: Kind, record: Measure | Track) -> Iterator[Entry]:
    value = own_value(data, content, record)
    if kind is Kind.ADDRESSES:
        yield from _links(tuple(parse_link(line) for line in value.splitlines() if line.strip(" \t|")))
    elif kind in NUMERIC_KINDS and value:
        yield Entry(number_text(kind, value), value=value if is_plain(value) else "")
    elif value:
        field = fields_of(content.of, data.register).get(content.source)
        yield Entry(format_value(data.register, field, value) if field else value)


def _text_entries(text: str) -> tuple[Entry, ...]:
    """Return the entry of a text; none if it is blank."""
    return (Entry(text),) if text.strip() else ()


def _links(links: tuple[Evidence, ...]) -> Iterator[Entry]:
    """Yield an entry for each link: its words and its address, numbered if there are several."""
    for number, link in enumerate(links, 1):
        text = "\n".join(filter(None, (link.label.strip(), link.target.strip())))
        yield Entry(text, mark=f"{number}." if len(links) > 1 else "", target=link.target.strip())


def _joined(column: Column, found: Mapping[Content, tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """Return the entries of a template. A missing value is named only if it has a line to itself.

    A cell without any value names the first as missing.
    """
    entries: list[Entry] = []
    has_value = False
    """Whether the part before has one."""
    for part in column.parts:
        if part.content is None:
            if has_value and entries:
                entries[-1] = entries[-1]._replace(text=entries[-1].text + part.before, value="")
            continue
        begins = not entries or "\n" in part.before
        values, lead = found[part.content], part.before.rpartition("\n")[2]
        has_value = bool(values)
        if not values:
            words = _missing_words(part.content)
            if begins and words and not lead.strip() and column.empty is None:
                entries.append(missing(column, words))
        elif begins or entries[-1].missing:
            entries += _led(lead, values)
        else:
            text = entries[-1].text + part.before + values[0].text
            entries[-1] = entries[-1]._replace(text=text, value="")
            entries += values[1:]
    words = _missing_words(contents(column)[0])
    if not entries and (column.empty or (words and column.empty is None)):
        return (missing(column, words),)
    return tuple(entries)


def _led(lead: str, values: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return values behind words: on their line, or on one before several."""
    if not lead.strip():
        return values
    if len(values) > 1 or values[0].mark:
        return Entry(lead.rstrip()), *values
    return (values[0]._replace(text=lead + values[0].text, value=""),)


def _missing_words(content: Content) -> str:
    """Return the words for a value that is missing; empty if it never is."""
    if content.is_mark or content.source in _MAY_LACK:
        return ""
    return _MISSING.get(content.source, phrases.NO_VALUE)
