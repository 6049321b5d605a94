"""How a register begins: empty, or next year's out of last year's."""

from itatui.domain.fiscal_year import check_year
from itatui.domain.quarters import NONE
from itatui.domain.register import Register


def blank(pattern: Register, year: int, agency: str = "") -> Register:
    """An empty register for a year (Buddhist Era): the pattern's tracks, titles and headings, and no measure.

    `UsageError` when no register can be of that year.
    """
    return _for_year(pattern, year, agency, agency)._replace(
        tracks=tuple(track._replace(outcome="") for track in pattern.tracks), measures=()
    )


def next_year(last: Register, year: int, agency: str = "") -> Register:
    """A new year's register out of another's: the same plan, and nothing of it carried out yet.

    What was done, reported, achieved and proved stays behind. `UsageError` when no register can be of that year.
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
