"""Which words there are, and what they mean: one module per command, found by its name.

Only the parser of the command that is called is made: the others' would cost more than most commands do. What it says
of its words is looked up in the catalogue when help is asked for.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn, Protocol

import itatui
from itatui.cli.output import columns
from itatui.cli.terminal import output_spelling
from itatui.errors import UsageError
from itatui.locale import LANGUAGES, N_, _, speak
from itatui.store import config
from itatui.thai import choose_digits, safe

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
    "repair": N_("mend marks out of order, and offer what is doubtful in the texts"),
    "overview": N_("print the tracks by quarters, what is late, and what is due next"),
    "meeting": N_("hold the review meeting on the screen, one measure at a time"),
    "minutes": N_("print what a meeting decided, and how the measures stood"),
    "history": N_("show what was changed, when and by whom"),
    "undo": N_("take back the last change, or one of the history"),
    "redo": N_("make again what was taken back"),
    "restore": N_("show what the register was before its latest changes, and go back"),
    "where": N_("show which files are used"),
    "doctor": N_("check the register, its disk and the language, and say what to do"),
}
"""Every command and what it does; `itatui.cli.commands.NAME` is its module."""


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


class _Page(argparse.RawDescriptionHelpFormatter):
    """Help in the width of the terminal, told to argparse: it would import `shutil` to ask, for every command."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns() - 2)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the person's language, and whose errors are one line, raised like any other of itatui."""

    def __init__(self, foot: Callable[[], str], **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_Page)
        self._foot = foot
        self._positionals.title, self._optionals.title = N_("words"), N_("options")
        self.add_argument("-h", "--help", action="help", help=N_("show this help"))
        common = self.add_argument_group(N_("for every command"))
        common.add_argument("--register", metavar="FILE", help=N_("the register file"))
        common.add_argument("--lang", choices=LANGUAGES, help=N_("Thai or English"))
        common.add_argument("--no-color", action="store_true", help=N_("no colours"))

    def format_help(self) -> str:
        self.description, self.epilog = _(self.description or ""), self._foot()
        for group in self._action_groups:
            group.title = _(group.title or "")
        for action in self._actions:
            if action.help:
                action.help = _(action.help)
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
    place = _first(words)
    before, called, after = words[:place], words[place : place + 1], words[place + 1 :]
    if called and called[0] not in COMMANDS:
        raise UsageError(_("there is no command {word}; see: itatui --help").format(word=safe(called[0])))
    name = called[0] if called else "open"
    command: Command = import_module(f"itatui.cli.commands.{name}")
    defaults = argparse.Namespace(no_color=bool(os.environ.get("NO_COLOR")), config=settings)
    if not {"-h", "--help", "--version"}.isdisjoint(before):
        _parser_of_all().parse_args(before, defaults)
    program = " ".join(["itatui", *called])
    return command, _parser(program, COMMANDS[name], command).parse_args([*before, *after], defaults)


def _first(words: Sequence[str]) -> int:
    """Where the first word stands that is neither an option nor an option's value; behind the last if there is none."""
    values = {"--register", "--lang"}
    pairs = zip(["", *words], words, strict=False)
    found = (at for at, (one, word) in enumerate(pairs) if one not in values and not word.startswith("-"))
    return next(found, len(words))


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
    output_spelling.take(settings.sara_am)
    choose_digits(settings.digits)
    if settings.words:
        from itatui.thai import add_words

        add_words(settings.words)
    return settings


def _parser(program: str, does: str, command: Command) -> argparse.ArgumentParser:
    def foot() -> str:
        return _("example: {line}").format(line=command.EXAMPLE)

    parser = _Parser(foot, prog=program, description=does)
    command.arguments(parser)
    return parser


def _parser_of_all() -> argparse.ArgumentParser:
    """The parser of the words before any command, when they ask what there is."""

    def foot() -> str:
        return "\n".join(f"  {name:<9} {_(does)}" for name, does in COMMANDS.items())

    parser = _Parser(
        foot,
        prog="itatui",
        description=N_("A register of integrity measures: reviewed, updated and printed in a terminal."),
    )
    version = f"itatui {itatui.__version__}"
    parser.add_argument("--version", action="version", version=version, help=N_("show the version"))
    parser.add_argument("command", metavar="COMMAND", nargs=argparse.PARSER)
    return parser
