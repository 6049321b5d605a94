"""Sets of quarters (1-4), and their written form.

Each of the sixteen sets exists once, so that ten thousand measures share them.
"""

from collections.abc import Iterable
from itertools import combinations

from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import quote

Quarters = frozenset[int]
"""Set of quarters, each from 1 to 4."""

NUMBERS = (1, 2, 3, 4)
_SETS = {frozenset(some): frozenset(some) for size in range(5) for some in combinations(NUMBERS, size)}

NONE: Quarters = _SETS[frozenset()]
ALL: Quarters = _SETS[frozenset(NUMBERS)]


def quarters(numbers: Iterable[int]) -> Quarters:
    """Return the set of these quarters. `UsageError` if a number is not from 1 to 4."""
    wanted = frozenset(numbers)
    try:
        return _SETS[wanted]
    except KeyError:
        odd = ", ".join(str(number) for number in sorted(wanted - ALL))
        raise UsageError(_("a quarter must be 1, 2, 3 or 4, not {odd}").format(odd=quote(odd))) from None


def phrase(some: Quarters) -> str:
    """Return the wording of the reports: `1 – 4` for consecutive quarters, else `1, 3`."""
    ordered = sorted(some)
    if len(ordered) > 1 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]} – {ordered[-1]}"
    return ", ".join(map(str, ordered))


def parse_quarters(text: str) -> Quarters:
    """Parse typed quarters: `1-4`, `1 – 4`, `1,3`, `1 3` or blank. `UsageError` on anything else."""
    found: set[int] = set()
    for part in text.replace("–", "-").replace(" -", "-").replace("- ", "-").replace(",", " ").split():
        first, dash, last = part.partition("-")
        last = last if dash else first
        if not ({first, last} <= {"1", "2", "3", "4"} and first <= last):
            raise UsageError(_("write quarters as 1-4 or 1,3, not {part}").format(part=quote(part)))
        found.update(range(int(first), int(last) + 1))
    return quarters(found)
