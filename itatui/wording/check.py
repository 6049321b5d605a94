"""Findings of the publish check in words, in the person's language."""

from itatui.domain.check.check import Checkup
from itatui.domain.check.facts import Checked, Finding
from itatui.domain.check.plan import MEASURE
from itatui.domain.check.rules import Rule
from itatui.domain.fields import kind_of, label_of
from itatui.domain.measure import Measure
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.track import Track
from itatui.locale import N_, _, language
from itatui.locale.dates import day

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


def ref_of(record: Checked, register: Register) -> str:
    """Return the REF of a record, as users type it."""
    if isinstance(record, Measure):
        return register.ref(record)
    return record.code if isinstance(record, Track) else REGISTER_REF


def field_label(finding: Finding, register: Register) -> str:
    """Return the label of the field of a finding."""
    if finding.field in _WHOLE:
        return _(_WHOLE[finding.field])
    return label_of(kind_of(finding.record), finding.field, register)


def ready_words(checkup: Checkup) -> str:
    """Say how many of the measures are ready to publish."""
    words = _("Ready to publish: {ready} of {count} measures")
    return words.format(ready=len(checkup.ready), count=len(checkup.measures))
