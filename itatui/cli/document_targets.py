"""The files that a command writes documents to: all of them or none."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from itatui.cli.output import print_answer, print_note
from itatui.domain.named_tuple import NamedTuple
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.report.documents import ending_of
from itatui.store.paths import typed_path
from itatui.thai import safe

STDOUT = "-"
_TEXT_FORMATS = ("html", "csv")


class Target(NamedTuple):
    """A place that a document is written to."""

    ending: str
    """The format."""
    path: Path | None
    """As it was typed; None: standard output."""
    file: Path | None
    """With links followed."""

    @property
    def name(self) -> str:
        """The name for people."""
        return str(self.path or STDOUT)


def add_force_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that lets files be replaced."""
    parser.add_argument("--force", action="store_true", help=N_("replace files that exist"))


def format_of(name: str, chosen: str | None) -> str:
    """Return the format of a file, by its ending; that of `-` is `chosen` (None: no format was named).

    Raise `UsageError` for another ending, for `-` without a format, and for a document that would go to a terminal.
    """
    if name != STDOUT:
        return ending_of(name)
    if chosen is None:
        raise UsageError(_("name the format of -, such as: itatui export --format pdf -"))
    if chosen not in _TEXT_FORMATS and sys.stdout.isatty():
        raise UsageError(_("a document is not for a terminal; name a file, or redirect the output"))
    return chosen


def targets_of(names: Sequence[str], endings: Sequence[str], register: Path | None, *, force: bool) -> list[Target]:
    """Return the places of these names. Raise `StoreError` for a file that must not be written."""
    from itatui.store.exported_file import check_target  # lazy: only documents need it

    paths = [None if name == STDOUT else typed_path(name) for name in names]
    files = [path and check_target(path, register, force=force) for path in paths]
    return [Target(*each) for each in zip(endings, paths, files, strict=True)]


def write_documents(targets: Sequence[Target], make: Callable[[Target], bytes], *, force: bool) -> None:
    """Make each document, then write them, and tell their paths: none is written if one cannot be made."""
    from itatui.store.exported_file import write_export

    made = [make(target) for target in targets]
    for target, data in zip(targets, made, strict=True):
        if target.file is None:
            sys.stdout.buffer.write(data)
        else:
            write_export(target.file, data, force=force)
    tell = print_note if any(target.file is None for target in targets) else print_answer
    for target in targets:
        if target.file is not None:
            tell(safe(target.name))
