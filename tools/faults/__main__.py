"""Command line of the fault suite: `python -m tools.faults`. Exits with 1 when a promise is broken."""

import argparse
import sys
import time
from dataclasses import replace

from itatui.locale import speak
from tools.bench.machine import describe_machine
from tools.bench.table import markdown, text
from tools.faults.parts import PARTS, run
from tools.faults.plan import SHORT, Plan
from tools.faults.table import rows


def main() -> int:
    """Inject the faults: progress on standard error, the table on standard output."""
    options = _parser().parse_args()
    plan = SHORT if options.short else Plan()
    if options.seed is not None:
        plan = replace(plan, seed=options.seed)
    speak("en")
    machine, start = describe_machine(), time.monotonic()
    results = list(run(plan, options.only or PARTS, lambda line: print(line, file=sys.stderr, flush=True)))
    print(machine, f"Took {round(time.monotonic() - start)} s.", end="\n\n")
    print((markdown if options.markdown else text)(rows(results)))
    return 1 if any(each.passed is False for each in results) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.faults",
        description="Inject faults into registers in temporary folders and check the result.",
        epilog="example: python -m tools.faults --short --only kills,errors",
    )
    parser.add_argument("--short", action="store_true", help="less of everything: about five minutes")
    parser.add_argument("--only", type=_parts, metavar="kills,pairs", help=f"parts: {', '.join(PARTS)}")
    parser.add_argument("--seed", type=int, metavar="N", help="another sequence of faults")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser


def _parts(words: str) -> list[str]:
    parts = words.split(",")
    if unknown := set(parts) - set(PARTS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}")
    return parts


if __name__ == "__main__":
    sys.exit(main())
