"""New registers: empty, or for the next year with the plan of the last."""

from itatui.domain.fiscal_year import check_year
from itatui.domain.quarters import NONE
from itatui.domain.register import Register


def blank(pattern: Register, year: int, agency: str = "") -> Register:
    """Return an empty register for a year (Buddhist Era), with the tracks, titles and headings of a pattern.

    `UsageError` if the year is out of range.
    """
    return _for_year(pattern, year, agency, agency)._replace(
        tracks=tuple(track._replace(outcome="") for track in pattern.tracks), measures=()
    )


def next_year(last: Register, year: int, agency: str = "") -> Register:
    """Return a register for a new year (Buddhist Era) with the plan of the last, and nothing carried out.

    Ticks, results, outcomes and evidence are left out. `UsageError` if the year is out of range.
    """
    return _for_year(last, year, agency or last.agency, agency or last.agency_short)._replace(
        tracks=tuple(track._replace(outcome="") for track in last.tracks),
        measures=tuple(
            measure._replace(result="", reported_with="", done=NONE, outcome="", evidence=())
            for measure in last.measures
        ),
    )


def _for_year(pattern: Register, year: int, agency: str, short: str) -> Register:
    check_year(year)
    old, new = str(pattern.fiscal_year), str(year)
    return pattern._replace(
        agency=agency,
        agency_short=short,
        fiscal_year=year,
        title=pattern.title.replace(old, new),
        subtitle=pattern.subtitle.replace(old, new),
    )
