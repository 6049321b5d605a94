"""New registers: empty, or for the next year with the plan of the last."""

from collections.abc import Container

from itatui.domain.apply import apply_all
from itatui.domain.edits import set_agency, set_year
from itatui.domain.fields import QUIET
from itatui.domain.fiscal_year import check_year, replace_year, years_in
from itatui.domain.measure import Measure
from itatui.domain.quarters import NONE
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.domain.values import NO_VALUES


def blank(pattern: Register, year: int, agency: str = "", short: str = "") -> Register:
    """Return an empty register for a year (Buddhist Era), with the tracks, titles and forms of a pattern.

    `short` is the agency's short name, by default its name. `UsageError` if the year is out of range.
    """
    register = _for_year(pattern, year)._replace(
        agency="", agency_short="", measures=(), meetings=(), decisions=(), scores=""
    )
    register = register._replace(tracks=tuple(track._replace(outcome="", more=NO_VALUES) for track in register.tracks))
    return with_agency(register, agency, short)


def next_year(
    last: Register, year: int, agency: str = "", short: str = "", chosen: Container[str] | None = None
) -> Register:
    """Return a register for a new year (Buddhist Era) with the plan of the last, and nothing carried out.

    Measures keep their ids, by which they are known in both years. `chosen` are the ids of those carried over; None:
    all. Ticks, results, outcomes, evidence, meetings and decisions stay in the last. `UsageError` if the year is out
    of range.
    """
    register, gone = _for_year(last, year), _by_quarter(last)
    register = register._replace(
        tracks=tuple(track._replace(outcome="", more=track.more.without(gone)) for track in register.tracks),
        measures=tuple(
            measure._replace(
                result="",
                reported_with="",
                done=NONE,
                outcome="",
                evidence=(),
                dropped="",
                more=measure.more.without(gone),
            )
            for measure in register.measures
            if chosen is None or measure.id in chosen
        ),
        rounds=tuple(each._replace(name=replace_year(each.name, last.fiscal_year, year)) for each in register.rounds),
        meetings=(),
        decisions=(),
        scores="",
    )
    return with_agency(register, agency, short)


def named_measures(last: Register, refs: str) -> tuple[Measure, ...]:
    """Return the measures of REFs such as `IIT, EIT-2`, in the order of the register; of an empty text, all.

    `UnknownRefError` if there is no such measure and no such track.
    """
    found = [last.find(ref.strip()) for ref in refs.split(",") if ref.strip()]
    if not found:
        return last.measures
    ids = {each.id for each in found if isinstance(each, Measure)}
    codes = {each.code for each in found if isinstance(each, Track)}
    return tuple(each for each in last.measures if each.id in ids or each.track in codes)


def places_of_year(last: Register, year: int) -> tuple[Measure, ...]:
    """Return the measures of a register whose activities tell its year and would tell another (Buddhist Era)."""
    return tuple(each for each in last.measures if replace_year(each.activity, last.fiscal_year, year) != each.activity)


def years_left(register: Register) -> tuple[tuple[Measure, str], ...]:
    """Return the measures whose activity tells another year than the register's, with the first such year."""
    found = []
    for measure in register.measures:
        others = [year for year in years_in(measure.activity) if int(year) != register.fiscal_year]
        found += [(measure, year) for year in others[:1]]
    return tuple(found)


def with_year_in_activities(register: Register, last: int) -> Register:
    """Return the register with its own year where an activity tells the year `last` (Buddhist Era)."""
    measures = (
        each._replace(activity=replace_year(each.activity, last, register.fiscal_year)) for each in register.measures
    )
    return register._replace(measures=tuple(measures))


def with_agency(register: Register, agency: str, short: str = "") -> Register:
    """Return the register of an agency. Titles that name the old one name the new one, else the title ends with it."""
    if not agency:
        return register
    register = apply_all(register, set_agency(register, agency))
    if agency not in register.title + register.subtitle:
        register = register._replace(title=f"{register.title} {agency}".strip())
    return register._replace(agency_short=short or agency)


def _by_quarter(register: Register) -> frozenset[str]:
    """Return the fields whose values belong to a year: results and own fields by quarter, and quieted rules."""
    return frozenset({"result", QUIET.name, *(field.name for field in register.fields if field.by_round)})


def _for_year(pattern: Register, year: int) -> Register:
    """Return a register with its year set, in titles, track names and forms too. `UsageError`."""
    check_year(year)
    pattern = pattern._replace(closed="", reopened="", more=NO_VALUES)
    return apply_all(pattern, set_year(pattern, year))
