"""The publish check by the rules and indicators of this agency: of a register, or of the part that a report prints."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from itatui.domain.check.check import Checkup, check
from itatui.domain.check.facts import Checked, Finding, facts_of
from itatui.domain.form import RESULTS
from itatui.domain.forms import form_of
from itatui.domain.last_year import last_year
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.report.model import Report
from itatui.store import config


def publish_check(
    register: Register,
    path: Path | None,
    today: date,
    last: Register | None = None,
    chosen: Iterable[Checked] | None = None,
    plan: Register | None = None,
) -> Checkup:
    """Return the findings of the check in the chosen records, by default in all.

    `path` is that of the register, beside which files of evidence are looked for; None: they are taken to exist.
    `last` is the register of the year before, `plan` that of the published plan.
    """
    where = config.config_path()
    facts = facts_of(register, today, path and path.parent, last, config.indicators(where), plan)
    return check(facts, config.rules(where), chosen)


def known_last_year(register: Register) -> Register | None:
    """Return last year's register, if the user has opened it and it shares measures with this one."""
    from itatui.store.recent import RecentRegisters  # lazy: rollups and the screen do not ask

    shelf = RecentRegisters()
    found = last_year(shelf, register, shelf.recent())
    return found[1] if found else None


def open_findings(report: Report, register: Register, path: Path | None) -> tuple[Finding, ...]:
    """Return the findings of the check in the part that a report by form prints, the most serious first.

    A plan has no results to be missed; what other forms ask for, and who signs them, does not matter.
    """
    printed = _printed_measures(report, register)
    chosen = None if len(printed) == len(register.measures) else printed
    is_plan = form_of(register, report.form).is_plan
    roles = {signature.role for signature in report.signatures}

    def concerns(finding: Finding) -> bool:
        details = dict(finding.details)
        if is_plan and finding.field.partition(".")[0] in RESULTS:
            return False
        return details.get("form", report.form) == report.form and ("role" not in details or details["role"] in roles)

    day = report.day or date.today()
    return tuple(filter(concerns, publish_check(register, path, day, known_last_year(register), chosen).findings))


def _printed_measures(report: Report, register: Register) -> tuple[Measure, ...]:
    printed = {(row.code, number) for table in report.tables for row in table.rows for number in row.numbers}
    return tuple(each for each in register.measures if (each.track, register.number(each)) in printed)
