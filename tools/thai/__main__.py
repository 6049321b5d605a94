"""`python -m tools.thai`: what the breaker does to a mass of texts, how often it errs, and what it costs; as a table.

It exits 1 when a promise is broken.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from multiprocessing import Pool

from tests.support.generated_texts import generated
from tests.support.thai_texts import divided
from tests.support.wrap_faults import Faults, faults, inside
from tools.bench.machine import describe_machine
from tools.bench.table import Row, markdown, text
from tools.thai.first_wrap import first_wraps

WIDTHS = (20, 30, 40)
"""Cells."""
_FILES = {
    "gold.txt": "the shared gold lines",
    "sentences.txt": "more lines divided by hand",
    "unseen.txt": "lines that nobody tuned the breaker on",
}
_KINDS = {
    "lost": "characters lost",
    "wide": "lines too wide",
    "cut": "clusters cut",
    "signs": "forbidden line starts or ends",
    "unsteady": "lines that wrap anew to something else",
}
_SHARE, _SECONDS, _MEGABYTES = 0.02, 0.030, 12.0
_PART = 2_500  # texts that one process takes at a time


def main() -> int:
    """Reads the options, tries, prints: the narration on standard error, the table on standard output."""
    parser = argparse.ArgumentParser(prog="python -m tools.thai", description="The figures of the Thai line breaker.")
    parser.add_argument("--quick", action="store_true", help="a twentieth of the texts, fewer starts")
    parser.add_argument("--seed", type=int, default=2567, metavar="N", help="other texts")
    parser.add_argument("--plain", action="store_true", help="the table in columns, not as Markdown")
    options = parser.parse_args()
    count, starts = (5_000, 20) if options.quick else (100_000, 100)
    machine = describe_machine()
    rows = [["figure", "of", "found", "goal", ""], *_starting(starts), *_breaks(), *_mass(count, options.seed)]
    print(machine, end="\n\n")
    print((text if options.plain else markdown)(rows))
    return 1 if any(row[-1] == "✗" for row in rows) else 0


def counted(count: int, seed: int) -> Faults:
    """The faults in so many made texts."""
    total = Faults()
    for made, width in generated(seed, count):
        total = total.plus(faults(made, width))
    return total


def _mass(count: int, seed: int) -> Iterator[Row]:
    total = Faults()
    parts = [(_PART, seed * 1000 + part) for part in range(count // _PART)]
    with Pool(len(os.sched_getaffinity(0))) as pool:
        for done, found in enumerate(pool.starmap(counted, parts, chunksize=1), 1):
            print(f"{done * _PART:,} texts", file=sys.stderr)
            total = total.plus(found)
    for kind, title in _KINDS.items():
        found_of_kind = getattr(total, kind)
        yield [title, f"{count:,} made texts and widths", f"{found_of_kind:,}", "0", _sign(not found_of_kind)]


def _breaks() -> Iterator[Row]:
    for name, called in _FILES.items():
        lines = divided(name)
        found = [inside(lines, width) for width in WIDTHS]
        shares = " / ".join(f"{bad / total:.1%}" for bad, total in found)
        breaks = " / ".join(f"{total}" for _bad, total in found)
        title = f"breaks inside a word at {', '.join(map(str, WIDTHS))} cells"
        kept = all(bad <= _SHARE * total for bad, total in found)
        yield [title, f"{called}: {len(lines)}, {breaks} breaks", shares, f"≤ {_SHARE:.0%}", _sign(kept)]


def _starting(times: int) -> Iterator[Row]:
    first = first_wraps(times)
    which = f"{times} programs, over a bare interpreter"
    told = f"{first.middle * 1e3:.1f} ms (least {first.least * 1e3:.1f}, on a core {first.worked * 1e3:.1f})"
    yield ["import and first wrap", which, told, f"≤ {_SECONDS * 1e3:.0f} ms", _sign(first.middle <= _SECONDS)]
    yield ["… memory", which, f"{first.memory:.1f} MB", f"≤ {_MEGABYTES:.0f} MB", _sign(first.memory <= _MEGABYTES)]


def _sign(*kept: bool) -> str:
    return "✓" if all(kept) else "✗"


if __name__ == "__main__":
    sys.exit(main())
