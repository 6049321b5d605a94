"""Imports in words: counts, roles of columns, and the texts of new measures."""

from collections.abc import Iterator, Sequence

from itatui.domain.fields import fields_of
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.quarters import phrase
from itatui.domain.register import Register
from itatui.locale import N_, _

_HEADS = {"track": N_("Track"), "number": N_("Number (not read)"), "ref": N_("REF, such as IIT-2")}


def count_words(added: int, changed: int, left: int) -> str:
    """Tell how many measures an import adds, changes and leaves."""
    words = _("measures added: {added}, changed: {changed}, left as they are: {left}")
    return words.format(added=added, changed=changed, left=left)


def refusal_words(name: str, reason: str) -> str:
    """Tell why a document is not read."""
    return _("{path}: {reason}; nothing was changed. {cure}").format(path=name, reason=reason, cure="").rstrip()


def nothing_new() -> str:
    """Tell that an import would change nothing."""
    return _("the register holds all of it already; nothing was changed")


def role_words(role: str, register: Register) -> str:
    """Return the name of the role of a column; empty: that it is not read."""
    if not role:
        return _("not read")
    if role in _HEADS:
        return _(_HEADS[role])
    fields = fields_of("measure", register)
    name, _dot, quarter = role.partition(".")
    if role in fields:
        return fields[role].label if name in {own.name for own in register.fields} else _(fields[role].label)
    label = _(fields[name].label) if name in fields else name
    return _("{field}, quarter {quarter}").format(field=label, quarter=quarter) if quarter else label


def measure_texts(register: Register, measure: Measure) -> list[str]:
    """Return the texts of a new measure: activity, results, outcome, own fields, units and quarters."""
    quarters = _("Quarter {quarters}").format(quarters=phrase(measure.planned)) if measure.planned else ""
    done = _("Done in quarter {quarters}").format(quarters=phrase(measure.done)) if measure.done else ""
    about = " · ".join(filter(None, (responsible_phrase(measure), quarters, done)))
    reporter = register.reporter(measure)
    reported = f"{_('Reported with')} {register.ref(reporter)}" if reporter.id != measure.id else ""
    texts: Sequence[str] = (measure.activity, measure.result, reported, measure.outcome, *_others(register, measure))
    return [text for text in (*texts, about) if text]


def _others(register: Register, measure: Measure) -> Iterator[str]:
    """Yield the values of own fields and of results by quarter, each after its name."""
    for path, text in measure.more.pairs:
        yield f"{role_words(path, register)}: {text}"
