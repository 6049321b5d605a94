"""Entry point of `python -m itatui`, equal to the command `itatui`."""

import sys

from itatui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
