"""Two registers compared as tables: new, reworded and kept measures, and those no longer there."""

from collections.abc import Sequence

from itatui.domain.comparison import FATE_LABELS, Fate, Pair
from itatui.domain.field_text import format_value
from itatui.domain.fields import MEASURE_FIELDS
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.text_diff import GONE, NEW, DiffPart, marked, text_difference
from itatui.locale import _
from itatui.report.model import Entry, Report, Table
from itatui.report.text_tables import Texts, text_table

_FATES = (Fate.NEW, Fate.REWORDED, Fate.DROPPED, Fate.KEPT)
_WHAT_CHANGED = "[-…-] {+…+}"
"""Signs of the words that went and of those that came."""


def comparison_report(old: Register, new: Register, pairs: Sequence[Pair]) -> Report:
    """Return the tables of two registers, one for each fate that a measure has. Changed words have signs."""
    tables = [_table(fate, [pair for pair in pairs if pair.fate is fate], old, new) for fate in _FATES]
    titles = (
        _("Comparison of fiscal years {old} and {new}").format(old=old.fiscal_year, new=new.fiscal_year),
        new.agency,
    )
    is_reworded = any(pair.changed for pair in pairs)
    notes = (_("{signs}: words that went, and words that came").format(signs=_WHAT_CHANGED),) if is_reworded else ()
    return Report(titles, tuple(table for table in tables if table.rows), notes)


def change_parts(name: str, pair: Pair, register: Register) -> tuple[DiffPart, ...]:
    """Return what changed in a field of the plan: an activity word by word, another value as a whole."""
    if pair.old is None or pair.new is None:
        return ()
    before, after = (_text(register, measure, name) for measure in (pair.old, pair.new))
    return text_difference(before, after) if name == "activity" else (DiffPart(GONE, before), DiffPart(NEW, after))


def refs(pair: Pair, old: Register, new: Register) -> tuple[str, str]:
    """Return the REFs of a measure before and after, each in its own register; empty where it is not there."""
    earlier = old.measure(pair.old.id) if pair.old else None
    return old.ref(earlier) if earlier else "", new.ref(pair.new) if pair.new else ""


def _table(fate: Fate, pairs: Sequence[Pair], old: Register, new: Register) -> Table:
    heads = (str(old.fiscal_year), str(new.fiscal_year), _("Activity"))
    return text_table(f"{_(FATE_LABELS[fate])}: {len(pairs)}", heads, tuple(_row(pair, old, new) for pair in pairs))


def _row(pair: Pair, old: Register, new: Register) -> Texts:
    before, after = (Entry(ref or "–") for ref in refs(pair, old, new))
    measure = pair.new or pair.old
    texts = [Entry(measure.activity)] if measure and "activity" not in pair.changed else []
    for name in pair.changed:
        text = marked(change_parts(name, pair, new))
        texts.append(Entry(text if name == "activity" else f"{_(MEASURE_FIELDS[name].label)}: {text}"))
    return (before,), (after,), tuple(texts)


def _text(register: Register, measure: Measure, name: str) -> str:
    field = MEASURE_FIELDS[name]
    return format_value(register, field, field.get(measure))
