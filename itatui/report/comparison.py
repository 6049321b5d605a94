"""Two registers compared as tables: new, reworded and kept measures, and those no longer there."""

from collections.abc import Sequence

from itatui.domain.comparison import FATE_LABELS, Fate, Pair
from itatui.domain.field_text import format_field
from itatui.domain.fields import MEASURE_FIELDS
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.text_diff import GONE, NEW, DiffPart, marked, text_difference
from itatui.locale import _
from itatui.report.model import Entry, Report, Table
from itatui.report.text_tables import Texts, text_table

_WHAT_CHANGED = "[-…-] {+…+}"
"""Signs of removed and of added words."""


def comparison_report(old: Register, new: Register, pairs: Sequence[Pair]) -> Report:
    """Return the tables of two registers, one for each fate that a measure has. Changed words have signs."""
    tables = [_table(fate, [pair for pair in pairs if pair.fate is fate], old, new) for fate in Fate]
    titles = (
        _("Comparison of fiscal years {old} and {new}").format(old=old.fiscal_year, new=new.fiscal_year),
        new.agency,
    )
    is_reworded = any(pair.changed for pair in pairs)
    notes = (_("{signs}: words that went, and words that came").format(signs=_WHAT_CHANGED),) if is_reworded else ()
    return Report(titles, tuple(table for table in tables if table.rows), notes)


def change_parts(name: str, pair: Pair, register: Register) -> tuple[DiffPart, ...]:
    """Return the difference of a field of the plan: of an activity word by word, of another value as a whole.

    Empty values have no part.
    """
    if pair.old is None or pair.new is None:
        return ()
    before, after = (plan_text(register, measure, name) for measure in (pair.old, pair.new))
    if name == "activity":
        return text_difference(before, after)
    return tuple(DiffPart(kind, text) for kind, text in ((GONE, before), (NEW, after)) if text)


def plan_text(register: Register, measure: Measure, name: str) -> str:
    """Return the text of a field of the plan."""
    return format_field(register, measure, MEASURE_FIELDS[name])


def refs(pair: Pair, old: Register, new: Register) -> tuple[str, str]:
    """Return the REFs of a measure before and after, each in its own register; empty where it is not there."""
    earlier = old.measure(pair.old.id) if pair.old else None
    return old.ref(earlier) if earlier else "", new.ref(pair.new) if pair.new else ""


def place_words(pair: Pair, old: Register, new: Register) -> str:
    """Return the REF of a measure as it is now, with the earlier one where that differs."""
    before, after = refs(pair, old, new)
    if before and after and before != after:
        return _("{ref} (earlier {old})").format(ref=after, old=before)
    return after or before


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
