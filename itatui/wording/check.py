"""Findings of the publish check in words, in the person's language."""

from collections.abc import Sequence

from itatui.domain.check.check import Checkup
from itatui.domain.check.facts import Checked, Finding
from itatui.domain.check.plan import MEASURE
from itatui.domain.check.rules import SEVERITY_LABELS, Rule
from itatui.domain.fields import fields_of, kind_of, label_of
from itatui.domain.measure import Measure
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.track import Track
from itatui.locale import N_, _, language, ngettext
from itatui.locale.dates import day

SHOWN = 4
"""Most findings that are named before publishing, and most places of each."""
_WHOLE = {"decision": N_("Decision"), MEASURE: N_("Measure")}
"""Labels of findings that are about no field of their record."""


def rule_words(rule: Rule) -> str:
    """Return the words of a rule, with the places of its values."""
    return rule.en if language() == "en" else rule.th


def finding_words(finding: Finding) -> str:
    """Return the words of a finding. Values that an agency's own words misname stay as they are written."""
    words = rule_words(finding.rule)
    for name, value in finding.details:
        words = words.replace(f"{{{name}}}", day(str(value)) if name == "day" else str(value))
    return words


def open_points(findings: Sequence[Finding], register: Register) -> list[str]:
    """Return a line with the counts by severity, and lines with the most serious findings and their places.

    No lines without findings.
    """
    if not findings:
        return []
    counts = [
        f"{_(label)}: {count}"
        for severity, label in SEVERITY_LABELS.items()
        if (count := sum(each.rule.severity is severity for each in findings))
    ]
    places: dict[str, list[str]] = {}
    for each in findings:
        places.setdefault(finding_words(each), []).append(ref_of(each.record, register))
    lines = [f"{words}: {_some(refs)}" for words, refs in list(places.items())[:SHOWN]]
    more = len(places) - SHOWN
    rest = [_("and {count} more").format(count=more)] if more > 0 else []
    return [", ".join(counts), *lines, *rest]


def _some(refs: Sequence[str]) -> str:
    """Return the first of some places, and how many others there are."""
    first = ", ".join(refs[:SHOWN])
    return first if len(refs) <= SHOWN else f"{first} … ({len(refs)})"


def ref_of(record: Checked, register: Register) -> str:
    """Return the REF of a record, as users type it."""
    if isinstance(record, Measure):
        return register.ref(record)
    return record.code if isinstance(record, Track) else REGISTER_REF


def field_label(finding: Finding, register: Register) -> str:
    """Return the label of the field of a finding."""
    if finding.field in _WHOLE:
        return _(_WHOLE[finding.field])
    kind = kind_of(finding.record)
    field = fields_of(kind, register).get(finding.field)  # a rule may mean all quarters of a plan
    return _(field.label) if field and field.label else label_of(kind, finding.field, register)


def ready_words(checkup: Checkup) -> str:
    """Say how many of the measures are ready to publish."""
    count = len(checkup.measures)
    words = ngettext(
        "Ready to publish: {ready} of {count} measure", "Ready to publish: {ready} of {count} measures", count
    )
    return words.format(ready=len(checkup.ready), count=count)
