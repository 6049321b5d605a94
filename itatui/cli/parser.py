"""Which words there are, and what they mean: one module per command, found by its name.

Only the parser of the command that is called is made: the others' would cost more than most commands do.
"""

import argparse
import os
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn, Protocol

import itatui
from itatui.errors import UsageError
from itatui.locale import LANGUAGES, N_, _, speak
from itatui.store import config
from itatui.thai import safe

COMMANDS = {
    "open": N_("open the register on the screen (also when no command is given)"),
    "new": N_("make a register: empty, the sample, or next year's out of last year's"),
    "report": N_("print the bordered table"),
    "list": N_("list the measures, one a line"),
    "show": N_("show a measure, a track, or the whole register"),
    "set": N_("change a measure, a track or the register"),
    "add": N_("add a measure to a track"),
    "remove": N_("remove a measure"),
    "move": N_("give a measure another number in its track"),
    "history": N_("show what was changed, when and by whom"),
    "undo": N_("take back the last change, or one of the history"),
    "redo": N_("make again what was taken back"),
    "restore": N_("show what the register was before its latest changes, and go back"),
    "where": N_("show which files are used"),
    "doctor": N_("check the register, its disk and the language, and say what to do"),
}
"""Every command and what it does; `itatui.cli.NAME` is its module."""


class Command(Protocol):
    """What a command's module has."""

    EXAMPLE: str
    """A line that can be typed as it stands."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Adds the command's own words to its parser."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Does it; returns the exit code."""


_COMPLAINTS = {
    "unrecognized arguments": N_("these words mean nothing here"),
    "the following arguments are required": N_("these words are missing"),
}
"""What argparse complains of most, in words that the catalogues have."""


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the person's language, and whose errors are one line, raised like any other of itatui."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "add_help": False})
        self._positionals.title, self._optionals.title = _("words"), _("options")
        if options.get("add_help", True):
            self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def format_help(self) -> str:
        return super().format_help().replace("usage:", _("usage:"), 1)

    def error(self, message: str) -> NoReturn:
        complaint, colon, rest = message.partition(": ")
        if complaint in _COMPLAINTS:
            message = _(_COMPLAINTS[complaint]) + colon + rest
        raise UsageError(_("{message}; see: {program} --help").format(message=message, program=self.prog))


def parse(words: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """The command that the words call, and its arguments. `UsageError` when they call none."""
    chosen = _language(words)
    speak(chosen or LANGUAGES[0])
    settings = _settings(chosen)
    first = _first(words)
    if first and first not in COMMANDS:
        raise UsageError(_("there is no command {word}; see: itatui --help").format(word=safe(first)))
    name = first or "open"
    command: Command = import_module(f"itatui.cli.{name}")
    asks_for_all = not first and not {"-h", "--help", "--version"}.isdisjoint(words)
    defaults = argparse.Namespace(register=None, no_color=bool(os.environ.get("NO_COLOR")), config=settings)
    asked = words if first or asks_for_all else ["open", *words]
    return command, _parser(name, command).parse_args(asked, defaults)


def _first(words: Sequence[str]) -> str:
    """The first word that is neither an option nor an option's value."""
    values = {"--register", "--lang"}
    pairs = zip(["", *words], words, strict=False)
    return next((word for before, word in pairs if before not in values and not word.startswith("-")), "")


def _language(words: Sequence[str]) -> str:
    """The language that the words ask for: needed before they can be read, since their help is in it."""
    for word, after in zip(words, [*words[1:], ""], strict=False):
        asked = after if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if asked in LANGUAGES:
            return asked
    return ""


def _settings(chosen: str) -> config.Config:
    settings = config.load(config.config_path())
    speak(chosen or settings.language)
    if settings.words:
        from itatui.thai import add_words

        add_words(settings.words)
    return settings


def _parser(name: str, command: Command) -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    options = common.add_argument_group(_("for every command"))
    options.add_argument("--register", metavar="FILE", default=argparse.SUPPRESS, help=_("the register file"))
    options.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("Thai or English"))
    options.add_argument("--no-color", action="store_true", default=argparse.SUPPRESS, help=_("no colours"))
    top = _Parser(
        prog="itatui",
        description=_("A register of integrity measures: reviewed, updated and printed in a terminal."),
        epilog="\n".join(f"  {each:<9} {_(does)}" for each, does in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
    )
    top.add_argument("--version", action="version", version=f"itatui {itatui.__version__}", help=_("show the version"))
    commands = top.add_subparsers(metavar="COMMAND", dest="command", parser_class=_Parser, required=True)
    own = commands.add_parser(
        name,
        parents=[common],
        help=_(COMMANDS[name]),
        description=_(COMMANDS[name]),
        epilog=_("example: {line}").format(line=command.EXAMPLE),
    )
    command.arguments(own)
    return top
