"""The values that the columns of a form ask for, as entries of cells."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from itatui.domain.field_text import format_value, parse_link
from itatui.domain.fields import fields_of
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.form import Column, Content, Form
from itatui.domain.form_templates import fill, pieces
from itatui.domain.kinds import OWN, Kind
from itatui.domain.measure import Evidence, Measure, responsible_phrase
from itatui.domain.numbers import grouped, is_plain
from itatui.domain.quarters import ALL, NUMBERS, Quarters, phrase, quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round, find_round, round_text, year_result
from itatui.domain.status import Status, status_of
from itatui.domain.track import Track, label_phrase
from itatui.locale.dates import thai_day
from itatui.report import phrases
from itatui.report.model import Entry, Tone

NUMBER_KINDS = (Kind.NUMBER, Kind.MONEY, Kind.PERCENT)

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
"""Values that nobody misses."""
_OF_REPORTS = ("result", "outcome", "done", "evidence", "status", "dropped")
"""Values that a plan does not have."""


class Filling(NamedTuple):
    """What a form is filled in from."""

    register: Register
    form: Form
    for_round: Round | None
    """None: the year."""
    today: date
    measure_count: int
    """Number of measures that are printed."""

    @property
    def is_plan(self) -> bool:
        """Whether the form asks for what is planned alone."""
        return not self.holds(*_OF_REPORTS)

    @property
    def tells_dropped(self) -> bool:
        """Whether a column tells why a measure cannot be carried out, besides the results."""
        return self.holds("dropped", "status")

    def holds(self, *sources: str) -> bool:
        """Return whether a column asks for one of these values."""
        return any(content.source in sources for column in self.form.columns for content in contents(column))

    def round_of(self, content: Content) -> Round | None:
        """Return the round of a content; None: the year. `UsageError` if the register has no such round."""
        return find_round(self.register.rounds, content.round) if content.round else self.for_round

    def kind(self, content: Content) -> Kind | None:
        """Return the kind of an own field; None for other contents."""
        own = {field.name: field for field in (*self.form.fields, *self.register.fields) if field.of == content.of}
        return OWN[own[content.source].kind] if content.source in own else None


def contents(column: Column) -> tuple[Content, ...]:
    """Return what a column holds."""
    return tuple(part.content for part in column.parts if part.content)


def words(filling: Filling) -> dict[str, str]:
    """Return the words of placeholders in lines and headings."""
    register, form, rounds = filling.register, filling.form, filling.register.rounds
    told = filling.for_round or next((each for each in rounds if each.quarters == ALL), None)
    name = told.name if told else ""
    return {
        "agency": register.agency,
        "agency_short": register.agency_short,
        "year": str(register.fiscal_year),
        "year_before": str(register.fiscal_year - 1),
        "round": name,
        "rounds": phrases.ticked_rounds([each.name for each in rounds], name),
        "date": thai_day(filling.today),
        "title": register.title if register.title.strip() else phrases.NO_TITLE,
        "subtitle": register.subtitle,
        "number": form.number,
        "label": form.label_th,
        "count": str(filling.measure_count),
    }


def filled_lines(lines: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """Return lines with their placeholders filled in. A line of which all of them are empty is left out."""
    found = ((line, [name for _before, name in pieces(line) if name]) for line in lines)
    return tuple(fill(line, known) for line, names in found if not names or any(known[name].strip() for name in names))


def measure_entries(filling: Filling, column: Column, measure: Measure) -> tuple[Entry, ...]:
    """Return the entries of a measure in a column, told as missing if the form asks for a value that it lacks."""
    found: list[tuple[Content, tuple[Entry, ...]]] = []
    for content in contents(column):
        values = tuple(_values_of(filling, column, content, measure))
        if not values and measure.is_dropped and content.source in ("result", "outcome", "evidence"):
            values = (Entry(phrases.NOTHING),)
        found.append((content, values))
    return _joined(column, dict(found))


def track_entries(filling: Filling, column: Column, track: Track) -> tuple[Entry, ...]:
    """Return the entries of a track in a column that asks for values of the track alone."""
    return _joined(column, {each: tuple(_track_values(filling, each, track)) for each in contents(column)})


def missing(column: Column, words: str, numbers: tuple[int, ...] = ()) -> Entry:
    """Return the entry for a value that is missing: the words of the column, if it has any."""
    return Entry(words, numbers, Tone.MISSING) if column.empty is None else Entry(column.empty, numbers)


def result_of(measure: Measure, for_round: Round | None) -> str:
    """Return the result of a measure, of its own, in a round or in the year."""
    return year_result(measure) if for_round is None else round_text(measure, for_round.quarters)


def as_of(measure: Measure, for_round: Round | None) -> Measure:
    """Return the measure without the quarters carried out after a round."""
    if for_round is None or not for_round.quarters:
        return measure
    last = max(for_round.quarters)
    return measure._replace(done=quarters(number for number in measure.done if number <= last))


def period_entries(filling: Filling, measure: Measure) -> Iterator[Entry]:
    """Yield the quarters carried out and, where it differs, the plan, so that every tick is printed."""
    measure, year = as_of(measure, filling.for_round), filling.register.fiscal_year
    planned, done = measure.planned, measure.done
    if filling.is_plan:
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


def own_value(filling: Filling, content: Content, record: Measure | Track) -> str:
    """Return the text that a record holds in an own field: of a quarter, a round, or the year.

    The year has its own value, else those of its quarters: amounts are added, of percentages it is the last.
    """
    kind, name = filling.kind(content), content.source
    if content.quarter:
        return record.more.get(f"{name}.{content.quarter}").strip()
    told = filling.round_of(content)
    year = record.more.get(name).strip()
    by_round = any(field.name == name and field.by_round for field in (*filling.form.fields, *filling.register.fields))
    if not by_round or (year and told is None):
        return year
    wanted = told.quarters if told else ALL
    texts = [record.more.get(f"{name}.{number}").strip() for number in NUMBERS if number in wanted]
    texts = [text for text in texts if text]
    if kind in (Kind.NUMBER, Kind.MONEY) and texts and all(map(is_plain, texts)):
        return str(sum(map(Decimal, texts)))
    return "\n".join(texts if kind in (Kind.TEXT, Kind.LINE, Kind.ADDRESSES) else texts[-1:])


def _values_of(filling: Filling, column: Column, content: Content, measure: Measure) -> Iterator[Entry]:
    register, source = filling.register, content.source
    kind = filling.kind(content)
    if content.of == "track":
        track = register.track(measure.track)
        yield from _track_values(filling, content, track) if track else ()
    elif content.of == "page":
        yield from _told(words(filling)[source])
    elif content.is_mark:
        if _is_marked(filling, content, measure):
            yield Entry(column.mark)
    elif kind is not None:
        yield from _own_entries(filling, content, kind, measure)
    elif source == "period":
        yield from period_entries(filling, measure)
    elif source == "evidence":
        yield from _links(measure.evidence)
    elif source == "result":
        yield from _told(_result_text(filling, content, measure))
    else:
        yield from _told(_text_of(filling, source, measure))


def _text_of(filling: Filling, source: str, measure: Measure) -> str:
    register = filling.register
    if source == "responsible":
        return responsible_phrase(measure)
    if source == "number":
        return str(register.number(measure))
    if source == "row":
        return str(register.position(measure.id) + 1)
    if source == "ref":
        return register.ref(measure)
    if source == "status":
        return _status_text(filling, measure)
    if source in ("planned", "done"):
        some: Quarters = getattr(as_of(measure, filling.for_round), source)
        return phrase(some)
    if source == "reported_with":
        reporter = register.reporter(measure)
        return "" if reporter is measure else phrases.about((register.number(reporter),))
    return measure.outcome if source == "outcome" else measure.dropped if source == "dropped" else measure.activity


def _result_text(filling: Filling, content: Content, measure: Measure) -> str:
    """Return the result of a measure, or of the one that it is reported with."""
    if content.quarter:
        return measure.more.get(f"result.{content.quarter}")
    told = filling.round_of(content)
    reporter = result_of(filling.register.reporter(measure), told)
    own = reporter if reporter.strip() else result_of(measure, told)
    if own.strip() or not measure.is_dropped:
        return own
    return phrases.NOTHING if filling.tells_dropped else phrases.dropped(measure.dropped.strip())


def _status_text(filling: Filling, measure: Measure) -> str:
    measure = as_of(measure, filling.for_round)
    if measure.is_dropped:
        return phrases.DROPPED if filling.holds("dropped") else phrases.dropped(measure.dropped.strip())
    if not measure.planned:
        return phrases.UNDER_WAY if measure.done else ""
    if measure.planned <= measure.done:
        return phrases.DONE
    return phrases.UNDER_WAY if measure.done else phrases.NOT_STARTED


def _is_marked(filling: Filling, content: Content, measure: Measure) -> bool:
    if content.equals and content.source == "status":
        ended = quarters_ended(filling.register.fiscal_year, filling.today)
        return status_of(as_of(measure, filling.for_round), ended) is Status(content.equals)
    if content.equals:
        return own_value(filling, content, measure) == content.equals
    measure = as_of(measure, filling.for_round)
    some = {"planned": measure.planned, "done": measure.done}.get(content.source, measure.planned | measure.done)
    return content.quarter in some


def _track_values(filling: Filling, content: Content, track: Track) -> Iterator[Entry]:
    kind = filling.kind(content)
    if content.of == "page":
        yield from _told(words(filling)[content.source])
    elif kind is not None:
        yield from _own_entries(filling, content, kind, track)
    elif content.source == "number":
        yield Entry(str(filling.register.tracks.index(track) + 1))
    elif content.source == "label":
        yield Entry(label_phrase(track))
    else:
        yield from _told(str(getattr(track, content.source)))


def _own_entries(filling: Filling, content: Content, kind: Kind, record: Measure | Track) -> Iterator[Entry]:
    value = own_value(filling, content, record)
    if kind is Kind.ADDRESSES:
        yield from _links(tuple(parse_link(line) for line in value.splitlines() if line.strip(" \t|")))
    elif kind in NUMBER_KINDS and value:
        yield Entry(number_text(kind, value), value=value if is_plain(value) else "")
    elif value:
        field = fields_of(content.of, filling.register).get(content.source)
        yield Entry(format_value(filling.register, field, value) if field else value)


def _told(text: str) -> tuple[Entry, ...]:
    return (Entry(text),) if text.strip() else ()


def _links(links: tuple[Evidence, ...]) -> Iterator[Entry]:
    """Yield an entry for each link: its words and its address, numbered if there are several."""
    for number, link in enumerate(links, 1):
        text = "\n".join(filter(None, (link.label.strip(), link.target.strip())))
        yield Entry(text, mark=f"{number}." if len(links) > 1 else "", target=link.target.strip())


def _joined(column: Column, found: Mapping[Content, tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """Return the entries of a template. A value that begins a line is told if it is missing, words around none not."""
    entries: list[Entry] = []
    given = False
    """Whether the part before has a value."""
    for part in column.parts:
        if part.content is None:
            if given and entries:
                entries[-1] = entries[-1]._replace(text=entries[-1].text + part.before)
            continue
        begins = not entries or "\n" in part.before
        values, lead = found[part.content], part.before.rpartition("\n")[2]
        given = bool(values)
        if not values:
            words_ = _missing_words(part.content)
            if begins and words_ and column.empty is None:
                entries.append(missing(column, f"{lead}{words_}" if lead.rstrip().endswith(":") else words_))
        elif begins or not entries or entries[-1].missing:
            entries += _led(lead, values)
        else:
            entries[-1] = entries[-1]._replace(text=entries[-1].text + part.before + values[0].text)
            entries += values[1:]
    if not entries and column.empty:
        return (missing(column, ""),)
    return tuple(entries)


def _led(lead: str, values: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return values behind words: on their line, or on one before several."""
    if not lead.strip():
        return values
    if len(values) > 1 or values[0].mark:
        return Entry(lead.rstrip()), *values
    return (values[0]._replace(text=lead + values[0].text, value=""),)


def _missing_words(content: Content) -> str:
    if content.is_mark or content.source in _MAY_LACK:
        return ""
    return _MISSING.get(content.source, phrases.NO_VALUE)
