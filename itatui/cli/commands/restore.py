"""`itatui restore`: list, preview and restore the backups of the register."""

import argparse
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from itatui.cli.edit_lines import edit_view, print_edits
from itatui.cli.output import print_answer, print_json, print_note, use_colour
from itatui.cli.pager import paged
from itatui.cli.register_option import chosen_register
from itatui.domain.backup import Backup
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.locale.dates import long_moment, moment
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from itatui.thai import numerals, safe
from itatui.wording.changes import backup_words, summary

EXAMPLE = "itatui restore 1 --preview"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `restore`."""
    number = N_("the version to restore, counted from 1, the newest; without it, all are listed")
    parser.add_argument("number", metavar="N", nargs="?", type=int, help=number)
    parser.add_argument("--preview", action="store_true", help=N_("show the changes without making them"))
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List the backups, preview a backup, or restore it."""
    file = chosen_register(arguments)
    if arguments.number is None:
        if arguments.preview:
            raise UsageError(_("--preview needs a version: itatui restore N --preview"))
        backups = file.backups()
        register = _register_of(file, backups)
        if arguments.json:
            print_json([_json_view(backup, register) for backup in backups])
        else:
            with paged():
                for backup in backups:
                    print_answer(_line(backup, register))
            if not backups:
                print_note(_("no earlier versions: nothing has been changed yet"))
    elif arguments.preview:
        _preview(file, file.preview(arguments.number), arguments)
    else:
        _restore(file, arguments)
    return 0


def _restore(file: RegisterFile, arguments: argparse.Namespace) -> None:
    if arguments.json:
        raise UsageError(_("--json works only for the list and with --preview"))
    restored = file.restore(arguments.number)
    if restored.aside is not None:
        print_note(_("the unreadable file was kept as {path}").format(path=safe(str(restored.aside))))
    if not restored.changed:
        print_note(_("the register already matches that version; nothing was changed"))
    else:
        print_note(_("restored the version of {when}").format(when=numerals(long_moment(restored.when))))
    if restored.changed and not restored.replaced:
        print_note(_("undo with: itatui undo"))


def _preview(file: RegisterFile, backup: Backup, arguments: argparse.Namespace) -> None:
    register: Register | None = None if backup.apart or backup.damaged else file.load()
    if arguments.json:
        edits = [edit_view(edit, register) for edit in backup.edits] if register else []
        print_json({**_json_view(backup, register), "edits": edits})
        return
    with paged():
        print_answer(_line(backup, register))
        if register is not None:
            print_edits(backup.edits, register, "  ", words=True, colour=use_colour(arguments))


def _register_of(file: RegisterFile, backups: Sequence[Backup]) -> Register | None:
    """Return the register, for the names of its measures; None if it cannot be read or there is nothing to name."""
    with suppress(StoreError):
        return file.load() if backups else None
    return None


def _line(backup: Backup, register: Register | None) -> str:
    number, when = f"{backup.number:>3}", numerals(moment(backup.when))  # in Arabic digits, to be typed
    return f"{number}  {when}  {backup.who or '-'}  {numerals(backup_words(backup, register))}"


def _json_view(backup: Backup, register: Register | None) -> dict[str, Any]:
    return {
        "number": backup.number,
        "file": str(backup.path),
        "when": backup.when,
        "who": backup.who,
        "measures": backup.measures,
        "good": not backup.damaged,
        "name": backup_words(backup, register),
        "words": backup.damaged or backup.apart or summary(backup.edits),
    }
