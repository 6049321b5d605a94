"""Floor of a command that prints lines: Python, argparse and json on the same register file."""

import argparse
import json
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--register", type=Path, required=True)
    file = json.loads(parser.parse_args().register.read_text(encoding="utf-8"))
    for measure in file["measures"].values():
        print(measure["track"], measure["activity"])


if __name__ == "__main__":
    main()
