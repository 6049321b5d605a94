"""A change of the register's own shape, its tracks or fields, and the answer to it."""

from collections.abc import Sequence

from itatui.cli.output import print_answer, print_note
from itatui.domain.change import Edit
from itatui.errors import UsageError
from itatui.locale import _
from itatui.store import RegisterFile


def make_change(file: RegisterFile, command: str, action: str, name: str, edits: Sequence[Edit]) -> None:
    """Save the edits of an action of `itatui command` as a change, and print the name of what it changed.

    Raises `UsageError` if `set` changes nothing.
    """
    if edits:
        file.apply(*edits)
    elif action == "set":
        raise UsageError(_("nothing to change; see: itatui {command} --help").format(command=command))
    if action == "remove":
        print_note(_("deleted; undo with: itatui undo"))
    else:
        print_answer(name)
