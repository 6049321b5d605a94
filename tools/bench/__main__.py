"""Command line of the benchmark: `python -m tools.bench`."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from tools.bench import machine, table
from tools.bench.figures import FIGURES
from tools.bench.plan import PARTS, QUICK, Plan, part_of
from tools.bench.readings import Readings
from tools.bench.runner import run
from tools.bench.target import ROOT


def main() -> None:
    """Run the benchmark: progress on standard error, the table on standard output."""
    options = _parser().parse_args()
    description = machine.describe_machine()
    readings = run(_plan(options), lambda line: print(line, file=sys.stderr))
    form = table.markdown if options.markdown else table.text
    print(description, end="\n\n")
    print(form(table.rows(readings[ROOT])))
    if options.checkout:
        print("", form(table.comparison(readings[ROOT], readings[options.checkout])), sep="\n")
    if options.against:
        print("", form(table.comparison(readings[ROOT], _kept(options.against))), sep="\n")
    if options.json:
        plain = {str(root): values.plain() for root, values in readings.items()}
        options.json.write_text(json.dumps({"machine": description, "readings": plain}), encoding="utf-8")
    if options.checkout and not readings[options.checkout].has_own():
        sys.exit(f"No program of {options.checkout} could be measured.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench",
        description="Measure the speed of itatui as ratios to floors of the same run.",
        epilog="example: python -m tools.bench --only start,keys --sizes 9,10000 --runs 7",
    )
    parser.add_argument("--sizes", type=_sizes, metavar="9,1000", help="measures in the registers; 0: no register")
    parser.add_argument("--runs", type=int, metavar="N", help="runs of each program")
    single = "or single rows, such as command.set and freeze.help"
    parser.add_argument("--only", type=_names, metavar="start,keys", help=f"parts: {', '.join(PARTS)}; {single}")
    parser.add_argument("--quick", action="store_true", help="fewer runs: under a minute")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--checkout", type=_checkout, metavar="DIR", help="another checkout, measured side by side")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with the values of an earlier --json")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all values to a JSON file")
    return parser


def _kept(path: Path) -> Readings:
    """Return the values of this checkout in a file that `--json` wrote."""
    readings = json.loads(path.read_text(encoding="utf-8"))["readings"]
    return Readings.of_plain(next(iter(readings.values())))


def _checkout(word: str) -> Path:
    path = Path(word).resolve()
    if not (path / "itatui" / "__init__.py").exists():
        raise argparse.ArgumentTypeError(f"no checkout of itatui: {path}")
    return path


def _sizes(words: str) -> tuple[int, ...]:
    return tuple(size for word in words.split(",") if (size := int(word)))


def _names(words: str) -> frozenset[str]:
    names = frozenset(words.split(","))
    rows = {figure.name for figure in FIGURES if part_of(figure.name)}
    if unknown := names - set(PARTS) - rows:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}, a row")
    return names


def _plan(options: argparse.Namespace) -> Plan:
    plan = replace(QUICK if options.quick else Plan(), checkout=options.checkout)
    if options.sizes is not None:
        plan = replace(plan, sizes=options.sizes)
    if options.only:
        rows = frozenset(options.only - set(PARTS))
        plan = replace(plan, parts=(options.only - rows) | set(map(part_of, rows)), rows=rows)
    if options.runs:
        plan = replace(plan, runs=options.runs, starts=options.runs)
    return plan


if __name__ == "__main__":
    main()
