"""Make registers of many agencies: `python -m tools.rollup FOLDER --count 8000`."""

import argparse
from pathlib import Path

from tools.rollup.agencies import make_registers


def main() -> None:
    """Make the registers and print the damaged ones."""
    parser = argparse.ArgumentParser(prog="python -m tools.rollup", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=8_000)
    parser.add_argument("--measures", type=int, default=20)
    arguments = parser.parse_args()
    for path, damage in make_registers(arguments.folder, arguments.count, arguments.measures).items():
        print(f"{path}: {damage}")


if __name__ == "__main__":
    main()
