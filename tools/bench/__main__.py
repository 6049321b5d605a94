"""`python -m tools.bench`: measures, and prints the table."""

import argparse
import sys
from dataclasses import replace

from tools.bench import machine, table
from tools.bench.plan import PARTS, QUICK, Plan
from tools.bench.runner import run


def main() -> None:
    """Reads the options, measures, prints: the narration on standard error, the table on standard output."""
    options = _parser().parse_args()
    before = machine.describe_machine()
    found = table.rows(run(_plan(options), lambda line: print(line, file=sys.stderr)))
    print(before, end="\n\n")
    print((table.markdown if options.markdown else table.text)(found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench",
        description="How fast itatui is, as ratios against floors measured in the same run.",
        epilog="example: python -m tools.bench --only start,keys --sizes 9,10000 --runs 7",
    )
    parser.add_argument("--sizes", type=_sizes, metavar="9,1000", help="measures in the registers; none: 0")
    parser.add_argument("--runs", type=int, metavar="N", help="runs of each program")
    parser.add_argument("--only", type=_parts, metavar="start,keys", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="fewer of everything: under a minute")
    parser.add_argument("--markdown", action="store_true", help="the table as Markdown")
    return parser


def _sizes(words: str) -> tuple[int, ...]:
    return tuple(size for word in words.split(",") if (size := int(word)))


def _parts(words: str) -> frozenset[str]:
    parts = frozenset(words.split(","))
    if unknown := parts - set(PARTS):
        raise argparse.ArgumentTypeError(f"not {', '.join(sorted(unknown))}, but any of {', '.join(PARTS)}")
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
