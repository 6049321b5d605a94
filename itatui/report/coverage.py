"""Indicators, last year's scores and the measures that answer them, as a table."""

from collections.abc import Sequence

from itatui.domain.indicators import Coverage, Indicators
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.model import Entry, Report, Tone
from itatui.report.text_tables import Texts, text_table
from itatui.wording.indicators import indicator_name
from itatui.wording.titles import agency_and_year


def coverage_report(register: Register, indicators: Indicators, rows: Sequence[Coverage]) -> Report:
    """Return the coverage of a register, with the indicators that nothing answers counted below."""
    table = text_table(
        "",
        (_("Indicator"), _("Track"), _("Score"), _("Measures")),
        tuple(_row(register, indicators, row) for row in rows),
        _("(no indicators)"),
    )
    open_ = [row.indicator.code for row in rows if row.is_low and not row.measures]
    notes = [_("Scores below {line} are low.").format(line=f"{indicators.line:g}")]
    if all(row.score is None for row in rows):
        notes.append(_("No scores of last year yet."))
    elif open_:
        notes.append(_("Low scores without a measure: {codes}").format(codes=", ".join(open_)))
    else:
        notes.append(_("Each low score has a measure."))
    return Report((_("Indicators and measures"), "", agency_and_year(register)), (table,), tuple(notes))


def _row(register: Register, indicators: Indicators, row: Coverage) -> Texts:
    if row.score is None:
        score = Entry("–")
    else:
        words = _("! {score}, below {line}") if row.is_low else "{score}"
        tone = Tone.LATE if row.is_low else Tone.TEXT
        score = Entry(words.format(score=f"{row.score:g}", line=f"{indicators.line:g}"), tone=tone)
    refs = ", ".join(map(register.ref, row.measures))
    none = Entry(_("(no measure)"), tone=Tone.MISSING if row.is_low else Tone.TEXT)
    texts = (
        Entry(indicator_name(row.indicator)),
        Entry(row.indicator.track or "–"),
        score,
        Entry(refs) if refs else none,
    )
    return tuple((text,) for text in texts)
