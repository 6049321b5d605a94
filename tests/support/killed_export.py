"""A process that is killed at a step of an export: `python -m tests.support.killed_export PATH STEP FORCE`."""

import sys
from pathlib import Path

import pytest

from itatui.store.exported_file import write_export
from tests.support.killed_save import KillingDisk


def main(path: str, step: str, force: str) -> None:
    """Export a document, and be killed at a step."""
    with pytest.MonkeyPatch.context() as patch:
        KillingDisk(patch, step)
        write_export(Path(path), b"new" * 1000, force=force == "1")


if __name__ == "__main__":
    main(*sys.argv[1:])
