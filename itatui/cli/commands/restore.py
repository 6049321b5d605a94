"""`itatui restore`: shows what the register was before its latest changes, and makes it so again."""

import argparse
from typing import Any

from itatui.cli.edit_lines import answer_edits, edit_picture
from itatui.cli.output import answer, answer_json, coloured, existing_register, say
from itatui.domain.backup import Backup
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.locale.dates import long_moment, moment
from itatui.store import RegisterFile
from itatui.thai import numerals, safe
from itatui.wording.changes import summary

EXAMPLE = "itatui restore 1 --preview"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `restore`."""
    number = N_("which one to go back to, counted from 1, the newest; all of them are listed when not given")
    parser.add_argument("number", metavar="N", nargs="?", type=int, help=number)
    parser.add_argument("--preview", action="store_true", help=N_("show what it would change, and change nothing"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Lists them, shows one, or goes back to it."""
    file = existing_register(arguments)
    if arguments.number is None:
        if arguments.preview:
            raise UsageError(_("--preview is of one of them: itatui restore N --preview"))
        found = file.backups()
        if arguments.json:
            answer_json([_picture(each) for each in found])
        else:
            for each in found:
                answer(_line(each))
            if not found:
                say(_("there is nothing to go back to: nothing was changed yet"))
    elif arguments.preview:
        _preview(file, file.preview(arguments.number), arguments)
    else:
        _restore(file, arguments)
    return 0


def _restore(file: RegisterFile, arguments: argparse.Namespace) -> None:
    if arguments.json:
        raise UsageError(_("--json is for the list, and for --preview"))
    done = file.restore(arguments.number)
    if done.aside is not None:
        say(_("the file that could not be read is kept: {path}").format(path=safe(str(done.aside))))
    if not done.changed:
        say(_("the register is so already; nothing was changed"))
    else:
        say(_("the register is as it was on {when}").format(when=numerals(long_moment(done.when))))
    if done.changed and not done.replaced:
        say(_("itatui undo takes it back"))


def _preview(file: RegisterFile, chosen: Backup, arguments: argparse.Namespace) -> None:
    register: Register | None = None if chosen.apart or chosen.damaged else file.load()
    if arguments.json:
        edits = [edit_picture(edit, register) for edit in chosen.edits] if register else []
        answer_json({**_picture(chosen), "edits": edits})
        return
    answer(_line(chosen))
    if register is not None:
        answer_edits(chosen.edits, register, "  ", words=True, colour=coloured(arguments))


def _line(each: Backup) -> str:
    number, when = f"{each.number:>3}", numerals(moment(each.when))  # the number as it is typed
    if each.damaged:
        return f"{number}  {when}  {_('damaged: {reason}').format(reason=each.damaged)}"
    count = _("{count} measures").format(count=each.measures)
    return f"{number}  {when}  {each.who or '-'}  {numerals(f'{count}  {each.apart or summary(each.edits)}')}"


def _picture(each: Backup) -> dict[str, Any]:
    return {
        "number": each.number,
        "file": str(each.path),
        "when": each.when,
        "who": each.who,
        "measures": each.measures,
        "good": not each.damaged,
        "words": each.damaged or each.apart or summary(each.edits),
    }
