"""Choose the register file: `--register`, `$ITATUI_REGISTER`, the configuration, or a copy of the sample."""

import argparse

from itatui.cli.output import print_note
from itatui.locale import _
from itatui.store import RegisterFile
from itatui.store.paths import choose_register, create_sample_copy, is_first_use
from itatui.thai import safe


def chosen_register(arguments: argparse.Namespace) -> RegisterFile:
    """Return the chosen register, which may be missing or damaged. Create nothing."""
    return _with_notes(RegisterFile(choose_register(arguments.register, arguments.config).path))


def is_first_start(arguments: argparse.Namespace) -> bool:
    """Return whether no register is chosen and there is no copy of the sample yet."""
    return is_first_use(choose_register(arguments.register, arguments.config))


def open_register(arguments: argparse.Namespace) -> RegisterFile:
    """Return the chosen register; on first use, copy the sample and say so."""
    place = choose_register(arguments.register, arguments.config)
    if create_sample_copy(place):
        print_note(_("created your own copy of the sample register: {path}").format(path=safe(str(place.path))))
    return _with_notes(RegisterFile(place.path))


def _with_notes(file: RegisterFile) -> RegisterFile:
    file.on_note = print_note
    return file
