"""The common part of commands on the register's own shape: its tracks, fields and forms."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from itatui.cli.output import print_answer, print_note
from itatui.cli.register_option import open_register
from itatui.domain.change import Edit
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import _
from itatui.store import RegisterFile
from itatui.thai import arabic_digits

MAX_DIGITS = 9
"""Digits of the largest position that is read."""

View: TypeAlias = Callable[[Register, argparse.Namespace], None]
"""Prints what there is."""
EditsOf: TypeAlias = Callable[[Register, argparse.Namespace], tuple[str, Sequence[Edit]]]
"""Returns the name of what an action changes, and the edits that change it. `UsageError`."""


class ShapeCommand(NamedTuple):
    """A command whose first argument is an action, and the second the name of what it is about."""

    name: str
    """Of the command, and of its second argument."""
    show_all: View
    """The action without which the command is called too."""
    edits: Mapping[str, EditsOf]
    """By action."""
    unnamed: str
    """Message, untranslated and with `{action}`, for an action without the second argument."""
    views: Mapping[str, View] = {}
    """Actions, beside the list, that change nothing."""

    @property
    def actions(self) -> tuple[str, ...]:
        """All actions, as its help names them."""
        return ("list", *self.views, *self.edits)

    def add_action(self, parser: argparse.ArgumentParser, explanation: str) -> None:
        """Add the first argument."""
        first = self.actions[0]
        parser.add_argument(
            "action", metavar="ACTION", nargs="?", default=first, choices=self.actions, help=explanation
        )

    def run(self, arguments: argparse.Namespace) -> int:
        """Print what there is, or make the change and print the name of what it changed."""
        file = open_register(arguments)
        register, action = file.load(), arguments.action
        if action == self.actions[0]:
            self.show_all(register, arguments)
            return 0
        if not getattr(arguments, self.name):
            raise UsageError(_(self.unnamed).format(action=action))
        if action in self.views:
            self.views[action](register, arguments)
            return 0
        name, edits = self.edits[action](register, arguments)
        self._make_change(file, action, name, edits)
        return 0

    def _make_change(self, file: RegisterFile, action: str, name: str, edits: Sequence[Edit]) -> None:
        """Save the edits as a change, and answer. Raises `UsageError` if `set` changes nothing."""
        if edits:
            file.apply(*edits)
        elif action == "set":
            raise UsageError(_("nothing to change; see: itatui {command} --help").format(command=self.name))
        if action == "remove":
            print_note(_("deleted; undo with: itatui undo"))
        else:
            print_answer(name)


def new_position(words: Sequence[str], option: int, refusal: str) -> int:
    """Return the position that `move` was given, in words or by the option `--position` (0: none).

    Raises `UsageError` with the words of `refusal` if it was given none, or several.
    """
    given = words or [str(option or "")]
    position = arabic_digits(given[0])
    if len(given) > 1 or not (position.isascii() and position.isdigit() and len(position) <= MAX_DIGITS):
        raise UsageError(refusal)
    return int(position)
