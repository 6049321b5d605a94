"""The publish check as tables: what to fix, by severity, and what was quieted."""

from itatui.domain.check.check import Checkup
from itatui.domain.check.facts import Finding
from itatui.domain.check.rules import SEVERITY_LABELS, Severity
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.layout.cells import Cell, CellText, Tone
from itatui.report.sheets import Sheet, Sheets
from itatui.wording.check import field_label, finding_words, ready_words, ref_of


def sheets_of(register: Register, checkup: Checkup) -> Sheets:
    """Return the findings of a register. Severities without a finding are left out."""
    sheets = [_sheet(register, checkup, severity) for severity in Severity]
    if checkup.quieted:
        sheets.append(_quieted(register, checkup.quieted))
    year = _("{agency}, fiscal year {year}").format(agency=register.agency, year=register.fiscal_year)
    notes = (ready_words(checkup),) if checkup.findings else (_("Nothing to fix."), ready_words(checkup))
    return Sheets((_("Publish check"), year), tuple(sheet for sheet in sheets if sheet.rows), notes)


def _sheet(register: Register, checkup: Checkup, severity: Severity) -> Sheet:
    found = [each for each in checkup.findings if each.rule.severity is severity]
    tone = Tone.LATE if severity is Severity.MUST else Tone.TEXT
    return Sheet(
        f"{_(SEVERITY_LABELS[severity])}: {len(found)}",
        (_("Measure"), _("Field"), _("Finding"), _("Rule")),
        tuple((*_place(register, each), (CellText(finding_words(each), tone),), _rule(each)) for each in found),
    )


def _quieted(register: Register, quieted: tuple[Finding, ...]) -> Sheet:
    return Sheet(
        _("Quieted: {count}").format(count=len(quieted)),
        (_("Measure"), _("Field"), _("Reason"), _("Rule")),
        tuple((*_place(register, each), (CellText(each.reason),), _rule(each)) for each in quieted),
    )


def _place(register: Register, finding: Finding) -> tuple[Cell, Cell]:
    return (CellText(ref_of(finding.record, register)),), (CellText(field_label(finding, register)),)


def _rule(finding: Finding) -> Cell:
    return (CellText(finding.rule.name),)
