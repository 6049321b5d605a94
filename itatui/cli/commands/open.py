"""`itatui`, `itatui open`: the register on the screen."""

import argparse
from pathlib import Path

from itatui.cli.other_register import register_in_pdf
from itatui.cli.output import print_note
from itatui.cli.register_option import is_first_start, open_register
from itatui.cli.screen import require_screen, show_screen
from itatui.locale import N_, _
from itatui.store import RegisterFile, create
from itatui.store.errors import StoreError
from itatui.store.paths import data_folder, typed_path
from itatui.thai import safe

EXAMPLE = "itatui --register register_2567.json"


_NAMES = 100
"""Names that are tried for the register of a PDF."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `open`."""
    attached = N_("a PDF that itatui exported: open a new register made of the one attached to it")
    parser.add_argument("report", metavar="FILE", nargs="?", help=attached)
    parser.add_argument("--anyway", action="store_true", help=N_("open even on a terminal that cannot show Thai"))


def run(arguments: argparse.Namespace) -> int:
    """Open the register until the user quits. A register that cannot be read is refused before the screen starts."""
    require_screen(arguments)
    if arguments.report is not None:
        return show_screen(arguments, _new_register(typed_path(arguments.report), arguments.register))
    file = None if is_first_start(arguments) else open_register(arguments)
    if file is not None:
        file.load()
    return show_screen(arguments, file)


def _new_register(report: Path, name: str | None) -> RegisterFile:
    """Make a new register of the one attached to a PDF, in the file of that name, else in the user's own folder."""
    register = register_in_pdf(report)
    path = typed_path(name) if name else _free_path(report)
    create(path, register)
    print_note(_("a new register of what is attached to the PDF: {path}").format(path=safe(str(path))))
    return RegisterFile(path)


def _free_path(report: Path) -> Path:
    """Return a name after that of the PDF which no file has yet."""
    folder = data_folder()
    for number in range(1, _NAMES):
        path = folder / (f"{report.stem}.json" if number == 1 else f"{report.stem}-{number}.json")
        if not path.exists():
            return path
    raise StoreError(_("{path} already exists; name another file with --register FILE").format(path=safe(str(path))))
