"""`itatui close`: close a published register to changes, or open it again with a reason."""

import argparse

from itatui.cli.output import print_answer, print_note, today
from itatui.cli.register_option import open_register
from itatui.domain.apply import closing_day
from itatui.domain.closure import close_register, reopen_register
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.locale.dates import day
from itatui.store.fingerprint import fingerprint
from itatui.store.paths import typed_path
from itatui.thai import typed_line

EXAMPLE = "itatui close"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `close`."""
    file = N_("the file that was published: its name and fingerprint are kept")
    parser.add_argument("file", metavar="FILE", nargs="?", help=file)
    parser.add_argument("--reopen", action="store_true", help=N_("open a closed register again"))
    parser.add_argument("--reason", metavar="TEXT", help=N_("with --reopen: why it is opened again"))


def run(arguments: argparse.Namespace) -> int:
    """Close the register, or open it again, as a change of the history."""
    reason = typed_line(arguments.reason or "")
    if arguments.reopen and not reason:
        raise UsageError(_("say why the register is opened again: itatui close --reopen --reason TEXT"))
    if arguments.reopen and arguments.file:
        raise UsageError(_("name the published file when closing, not with --reopen"))
    if reason and not arguments.reopen:
        raise UsageError(_("--reason needs --reopen"))
    file = open_register(arguments)
    register = file.load()
    if arguments.reopen:
        if not register.closed:
            raise UsageError(_("the register is open"))
        file.apply(*reopen_register(register, reason))
        print_note(_("the register is open again"))
        return 0
    if register.closed:
        raise UsageError(_("the register was closed on {day} already").format(day=day(closing_day(register))))
    published = fingerprint(typed_path(arguments.file)) if arguments.file else ""
    print_answer(file.apply(close_register(register, today(), published)).closed)
    print_note(_("closed; to change it: itatui close --reopen --reason TEXT"))
    return 0
