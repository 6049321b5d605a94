"""The publish check as tables: what to fix, by severity, and what was quieted."""

from itatui.domain.check.check import Checkup
from itatui.domain.check.facts import Finding
from itatui.domain.check.rules import SEVERITY_LABELS, Severity
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.model import Entry, Report, Table, Tone
from itatui.report.text_tables import text_table
from itatui.wording.check import field_label, finding_words, ready_words, ref_of
from itatui.wording.titles import agency_and_year


def check_report(register: Register, checkup: Checkup) -> Report:
    """Return the findings of a register. Severities without a finding are left out."""
    tables = [_findings(register, checkup, severity) for severity in Severity]
    if checkup.quieted:
        tables.append(_quieted(register, checkup.quieted))
    notes = (ready_words(checkup),) if checkup.findings else (_("Nothing to fix."), ready_words(checkup))
    return Report(
        (_("Publish check"), "", agency_and_year(register)), tuple(table for table in tables if table.rows), notes
    )


def _findings(register: Register, checkup: Checkup, severity: Severity) -> Table:
    found = [each for each in checkup.findings if each.rule.severity is severity]
    tone = Tone.LATE if severity is Severity.MUST else Tone.TEXT
    return text_table(
        f"{_(SEVERITY_LABELS[severity])}: {len(found)}",
        (_("Measure"), _("Field"), _("Finding"), _("Rule")),
        tuple((*_place(register, each), (Entry(finding_words(each), tone=tone),), _rule(each)) for each in found),
    )


def _quieted(register: Register, quieted: tuple[Finding, ...]) -> Table:
    return text_table(
        _("Quieted: {count}").format(count=len(quieted)),
        (_("Measure"), _("Field"), _("Reason"), _("Rule")),
        tuple((*_place(register, each), (Entry(each.reason),), _rule(each)) for each in quieted),
    )


def _place(register: Register, finding: Finding) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    return (Entry(ref_of(finding.record, register)),), (Entry(field_label(finding, register)),)


def _rule(finding: Finding) -> tuple[Entry, ...]:
    return (Entry(finding.rule.name),)
