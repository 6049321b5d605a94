"""Measure the Thai line breaker and repair: `python -m tools.thai`.

Prints a table; exits with 1 when a promise is broken.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from multiprocessing import Pool

from itatui.thai import repair_text
from tests.support.clean_sentences import clean_sentences
from tests.support.generated_texts import generated
from tests.support.split_counts import count_split
from tests.support.thai_texts import divided
from tests.support.wrap_faults import Faults, faults, inside
from tools.bench.machine import describe_machine
from tools.bench.table import Row, markdown, text
from tools.thai.first_wrap import first_wraps

WIDTHS = (20, 30, 40)
"""Cells."""
_FILES = {
    "gold.txt": "reference lines",
    "sentences.txt": "lines segmented by hand",
    "unseen.txt": "held-out lines",
}
_KINDS = {
    "lost": "characters lost",
    "wide": "lines too wide",
    "cut": "clusters split",
    "signs": "forbidden line starts or ends",
    "unsteady": "lines that change when wrapped again",
}
_SHARE, _SECONDS, _MEGABYTES = 0.02, 0.030, 12.0
_SENTENCES, _RESTORED = 2_200, 0.95
_PART = 2_500  # texts per task


def main() -> int:
    """Measure: progress on standard error, the table on standard output."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.thai", description="Measure the Thai line breaker and repair."
    )
    parser.add_argument("--quick", action="store_true", help="a twentieth of the texts, fewer starts")
    parser.add_argument("--seed", type=int, default=2567, metavar="N", help="seed of the generated texts")
    parser.add_argument("--plain", action="store_true", help="print the table in columns instead of Markdown")
    options = parser.parse_args()
    count, starts = (5_000, 20) if options.quick else (100_000, 100)
    machine = describe_machine()
    rows = [
        ["figure", "sample", "result", "goal", ""],
        *_start_rows(starts),
        *_break_rows(),
        *_repair_rows(),
        *_generated_rows(count, options.seed),
    ]
    print(machine, end="\n\n")
    print((text if options.plain else markdown)(rows))
    return 1 if any(row[-1] == "✗" for row in rows) else 0


def count_faults(count: int, seed: int) -> Faults:
    """Return the faults in `count` generated texts."""
    total = Faults()
    for sample, width in generated(seed, count):
        total = total.plus(faults(sample, width))
    return total


def _generated_rows(count: int, seed: int) -> Iterator[Row]:
    total = Faults()
    parts = [(_PART, seed * 1000 + part) for part in range(count // _PART)]
    with Pool(len(os.sched_getaffinity(0))) as pool:
        for part, found in enumerate(pool.starmap(count_faults, parts, chunksize=1), 1):
            print(f"{part * _PART:,} texts", file=sys.stderr)
            total = total.plus(found)
    for kind, title in _KINDS.items():
        count_of_kind = getattr(total, kind)
        yield [title, f"{count:,} generated texts and widths", f"{count_of_kind:,}", "0", _mark(not count_of_kind)]


def _break_rows() -> Iterator[Row]:
    for name, sample in _FILES.items():
        lines = divided(name)
        found = [inside(lines, width) for width in WIDTHS]
        shares = " / ".join(f"{bad / total:.1%}" for bad, total in found)
        breaks = " / ".join(f"{total}" for _bad, total in found)
        figure = f"breaks inside a word at {', '.join(map(str, WIDTHS))} cells"
        passed = all(bad <= _SHARE * total for bad, total in found)
        yield [figure, f"{sample}: {len(lines)}, {breaks} breaks", shares, f"≤ {_SHARE:.0%}", _mark(passed)]


def _repair_rows() -> Iterator[Row]:
    sentences = clean_sentences(_SENTENCES)
    held_out = ["".join(line) for line in divided("unseen.txt")]
    for kind, texts in (("clean sentences", sentences), ("held-out lines", held_out)):
        counts = count_split(texts)
        sample = f"{len(set(texts)):,} {kind}, {counts.total:,} ำ"
        joined, restored = counts.automatic / counts.total, counts.restored / counts.total
        passed = restored >= _RESTORED
        yield [
            "split ำ joined automatically / with all suggestions",
            sample,
            f"{joined:.2%} / {restored:.2%}",
            f"– / ≥ {_RESTORED:.0%}",
            _mark(passed),
        ]
        yield ["… turned into another letter, such as plain า", sample, f"{counts.wrong}", "0", _mark(not counts.wrong)]
        changed = sum(repair_text(sentence)[1] > 0 for sentence in texts)
        yield ["undamaged texts changed by automatic repair", sample, f"{changed}", "0", _mark(not changed)]


def _start_rows(times: int) -> Iterator[Row]:
    first = first_wraps(times)
    sample = f"{times} processes, less a bare interpreter"
    result = f"{first.median * 1e3:.1f} ms (minimum {first.minimum * 1e3:.1f}, CPU {first.cpu * 1e3:.1f})"
    yield ["import and first wrap", sample, result, f"≤ {_SECONDS * 1e3:.0f} ms", _mark(first.median <= _SECONDS)]
    yield ["… memory", sample, f"{first.memory:.1f} MB", f"≤ {_MEGABYTES:.0f} MB", _mark(first.memory <= _MEGABYTES)]


def _mark(*passed: bool) -> str:
    return "✓" if all(passed) else "✗"


if __name__ == "__main__":
    sys.exit(main())
