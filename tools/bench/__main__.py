"""Command line of the benchmark: `python -m tools.bench`."""

import argparse
import sys
from dataclasses import replace

from tools.bench import machine, table
from tools.bench.plan import PARTS, QUICK, Plan
from tools.bench.runner import run


def main() -> None:
    """Run the benchmark: progress on standard error, the table on standard output."""
    options = _parser().parse_args()
    description = machine.describe_machine()
    rows = table.rows(run(_plan(options), lambda line: print(line, file=sys.stderr)))
    print(description, end="\n\n")
    print((table.markdown if options.markdown else table.text)(rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench",
        description="Measure the speed of itatui as ratios to floors of the same run.",
        epilog="example: python -m tools.bench --only start,keys --sizes 9,10000 --runs 7",
    )
    parser.add_argument("--sizes", type=_sizes, metavar="9,1000", help="measures in the registers; 0: no register")
    parser.add_argument("--runs", type=int, metavar="N", help="runs of each program")
    parser.add_argument("--only", type=_parts, metavar="start,keys", help=f"parts: {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="fewer runs: under a minute")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser


def _sizes(words: str) -> tuple[int, ...]:
    return tuple(size for word in words.split(",") if (size := int(word)))


def _parts(words: str) -> frozenset[str]:
    parts = frozenset(words.split(","))
    if unknown := parts - set(PARTS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}")
    return parts


def _plan(options: argparse.Namespace) -> Plan:
    plan = QUICK if options.quick else Plan()
    if options.sizes is not None:
        plan = replace(plan, sizes=options.sizes)
    if options.only:
        plan = replace(plan, parts=options.only)
    if options.runs:
        plan = replace(plan, runs=options.runs, starts=options.runs)
    return plan


if __name__ == "__main__":
    main()
