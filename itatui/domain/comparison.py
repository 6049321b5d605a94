"""Two registers compared, such as last year's and this year's: new, kept, reworded and dropped measures.

A measure carried into the next year keeps its id, by which it is known whatever its words and its place are. Measures
without a common id, such as those of an imported document, are paired by equal activities.
"""

from collections.abc import Collection, Sequence
from enum import Enum

from itatui.domain.fiscal_year import replace_year
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.locale import N_
from itatui.thai import fold

PLAN = ("activity", "responsible", "planned")
"""Fields that are compared: those of the plan. Results differ every year."""


class Fate(Enum):
    """What became of a measure."""

    NEW = "new"
    REWORDED = "reworded"
    """Its activity, units or plan changed; the year in it does not count."""
    DROPPED = "dropped"
    """The later register lacks it."""
    KEPT = "kept"


FATE_LABELS = {
    Fate.NEW: N_("New measures"),
    Fate.REWORDED: N_("Reworded measures"),
    Fate.DROPPED: N_("Measures no longer there"),
    Fate.KEPT: N_("Measures kept"),
}


class Pair(NamedTuple):
    """A measure before and after."""

    fate: Fate
    old: Measure | None
    """As in the earlier register, with the year of the later one in its activity."""
    new: Measure | None
    changed: tuple[str, ...] = ()
    """Fields of the plan that differ."""


def compare(old: Register, new: Register) -> tuple[Pair, ...]:
    """Return the pairs of two registers: in the order of the later one, then the measures that only the earlier has."""
    mended = {each.id: _in_year(each, old.fiscal_year, new.fiscal_year) for each in old.measures}
    partners = _partners(mended.values(), new.measures)
    pairs = []
    for measure in new.measures:
        partner = partners.get(measure.id, "")
        written = old.measure(partner)
        is_as_it_was = written is not None and written.activity == measure.activity  # the year in it was left
        pairs.append(_pair(written if is_as_it_was else mended.get(partner), measure))
    paired = set(partners.values())
    return (*pairs, *(Pair(Fate.DROPPED, each, None) for name, each in mended.items() if name not in paired))


def _in_year(measure: Measure, old: int, new: int) -> Measure:
    return measure._replace(activity=replace_year(measure.activity, old, new))


def _partners(old: Collection[Measure], new: Sequence[Measure]) -> dict[str, str]:
    """Return the id of the earlier measure by that of the later one."""
    ids = {measure.id for measure in old}
    partners = {measure.id: measure.id for measure in new if measure.id in ids}
    rest: dict[str, list[str]] = {}
    for measure in old:
        if measure.id not in partners:
            rest.setdefault(_key(measure), []).append(measure.id)
    for measure in new:
        if measure.id not in partners and (waiting := rest.get(_key(measure))):
            partners[measure.id] = waiting.pop(0)
    return partners


def _key(measure: Measure) -> str:
    return "".join(fold(measure.activity).split())


def _pair(old: Measure | None, new: Measure) -> Pair:
    if old is None:
        return Pair(Fate.NEW, None, new)
    changed = tuple(name for name in PLAN if getattr(old, name) != getattr(new, name))
    return Pair(Fate.REWORDED if changed else Fate.KEPT, old, new, changed)
