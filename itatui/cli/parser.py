"""The arguments of the command line: one module per command, found by its name.

Only the parser of the given command is built: building all of them would take longer than most commands. Help texts
are translated when help is printed.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from importlib import import_module

import itatui
from itatui.cli.output import print_note, terminal_width
from itatui.cli.terminal import output_spelling
from itatui.errors import UsageError
from itatui.locale import LANGUAGES, N_, _, speak
from itatui.store import config
from itatui.store.errors import StoreError
from itatui.store.paths import REGISTER_VARIABLE
from itatui.thai import choose_digits, quote

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from itatui.cli.command_module import CommandModule

COMMANDS = {
    "open": N_("open the register on the screen (also when no command is given)"),
    "new": N_("create a register: empty, the sample, or next year's from last year's"),
    "report": N_("print the report as a bordered table"),
    "export": N_("write the report, the minutes or the overview as PDF, DOCX, XLSX, HTML or CSV"),
    "print": N_("print the report, the minutes or the overview on paper"),
    "list": N_("list the measures, one per line"),
    "show": N_("show a measure, a track, or the whole register"),
    "set": N_("change a measure, a track or the register"),
    "add": N_("add a measure to a track"),
    "remove": N_("delete a measure"),
    "move": N_("move a measure within its track or to another"),
    "track": N_("list, add, change, move or remove tracks"),
    "field": N_("list, add, change, move or remove the register's own fields"),
    "form": N_("list, show, add, move or remove forms, the tables that circulars ask for"),
    "repair": N_("fix damaged letters and list places to check"),
    "check": N_("list what to fix before publishing, the most serious first"),
    "coverage": N_("print indicators, last year's scores, and the measures that answer them"),
    "compare": N_("compare two registers, such as last year's and this year's, word by word"),
    "close": N_("close a published register to changes, or open it again with a reason"),
    "evidence": N_("print the evidence of all measures by item, as it is handed in"),
    "due": N_("list late, overdue and coming work, for a mail or a calendar too"),
    "rollup": N_("put many registers into one table, a line each"),
    "overview": N_("print progress by track and quarter, late measures and the next due date"),
    "import": N_("take measures from a Word, Excel, PDF, CSV or text document, after a preview"),
    "sheets": N_("list which units have sent their sheets, and which have not"),
    "meeting": N_("hold the review meeting on the screen, one measure at a time"),
    "minutes": N_("print the minutes of a meeting"),
    "history": N_("show the changes made, when and by whom"),
    "undo": N_("undo your last change, or one from the history"),
    "redo": N_("redo the change that you undid last"),
    "restore": N_("list earlier versions of the register, and restore one"),
    "where": N_("show which files are used"),
    "doctor": N_("check the register, disk, language and terminal, and suggest fixes"),
    "completion": N_("print a script that completes commands, options and REFs in your shell"),
}
"""Each command with its summary; the module is `itatui.cli.commands.NAME`, or that of `_MODULES`."""
_MODULES = {"import": "import_document"}
"""Modules of commands whose names are keywords of Python."""


_COMPLAINTS = {
    "unrecognized arguments": N_("unrecognized arguments"),
    "the following arguments are required": N_("missing arguments"),
}
"""The commonest error messages of argparse, with the texts of the catalogue."""
_HEADINGS = {"positional arguments": N_("arguments"), "options": N_("options")}
"""The headings of argparse's own groups, with the texts of the catalogue."""


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Translated help in the width of the terminal. argparse would import `shutil` to find the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_width() - 2)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_(_HEADINGS.get(heading, heading)) if heading else heading)

    def add_argument(self, action: argparse.Action) -> None:
        if action.help:
            action.help = _(action.help)
        super().add_argument(action)


def _not_empty(text: str) -> str:
    """Return the value of an argument without a type of its own. Refuse an empty value, such as an unset variable's."""
    if not text.strip():
        raise argparse.ArgumentTypeError(_("the value is empty"))
    return text


class _Parser(argparse.ArgumentParser):
    """A parser with help in the user's language; its errors are `UsageError`s."""

    def __init__(self, make_epilog: Callable[[], str], **options: "Any") -> None:
        super().__init__(**options, add_help=False, formatter_class=_HelpFormatter)
        self.register("type", None, _not_empty)
        self._make_epilog = make_epilog
        self.add_argument("-h", "--help", action="help", help=N_("show this help"))
        common = self.add_argument_group(N_("common options"))
        common.add_argument("--register", metavar="FILE", help=N_("the register file (default: see itatui where)"))
        common.add_argument(
            "--lang",
            choices=LANGUAGES,
            help=N_("language of messages; texts of the register, such as the report's headings, stay as they are"),
        )
        common.add_argument("--no-color", action="store_true", help=N_("no colours"))

    def format_help(self) -> str:
        self.description, self.epilog = _(self.description or ""), self._make_epilog()
        return super().format_help().replace("usage:", _("usage:"), 1)

    def error(self, message: str) -> "NoReturn":
        complaint, colon, rest = message.partition(": ")
        if complaint in _COMPLAINTS:
            complaint = _(_COMPLAINTS[complaint])
        raise UsageError(
            _("{message}; see: {program} --help").format(
                message=f"{quote(complaint)}{colon}{quote(rest)}", program=self.prog
            )
        )


def parse(words: Sequence[str]) -> "tuple[CommandModule, argparse.Namespace]":
    """Return the command of these words with its arguments, and apply the configuration.

    Raise `UsageError` for an unknown command or wrong arguments. `--help` and `--version` print and raise `SystemExit`.
    """
    chosen_language = _language_option(words)
    speak(chosen_language or LANGUAGES[0])
    settings = _load_config(chosen_language, words)
    at = _command_index(words)
    before, command_word, after = words[:at], words[at : at + 1], words[at + 1 :]
    if command_word and command_word[0] not in COMMANDS:
        raise UsageError(_("there is no command {word}; see: itatui --help").format(word=quote(command_word[0])))
    name = command_word[0] if command_word else "open"
    command = module_of(name)
    defaults = argparse.Namespace(no_color=bool(os.environ.get("NO_COLOR")), config=settings)
    if not {"-h", "--help", "--version"}.isdisjoint(before):
        general = _general_parser()
        general.add_argument(
            "command", metavar="COMMAND", nargs=argparse.PARSER, help=N_("one of the commands below (default: open)")
        )
        general.parse_args(before, defaults)
    program = " ".join(["itatui", *command_word])
    parser = _command_parser(program, COMMANDS[name], command)
    arguments = [*before, *after]
    _refuse_dashes(parser, arguments)
    return command, parser.parse_intermixed_args(arguments, defaults)


def module_of(name: str) -> "CommandModule":
    """Return the module of a command."""
    command: CommandModule = import_module(f"itatui.cli.commands.{_MODULES.get(name, name)}")
    return command


def _refuse_dashes(parser: argparse.ArgumentParser, words: Sequence[str]) -> None:
    """Refuse `--` as the value of an option. In Python 3.11 and 3.12 argparse drops it and raises `ValueError`."""
    for word in words:
        option, equals, value = word.partition("=")
        if word == "--":
            return
        if option.startswith("--") and equals and value == "--":
            parser.error(_("argument {option}: -- is not a value").format(option=quote(option)))


def _command_index(words: Sequence[str]) -> int:
    """Return the index of the first word that is neither an option nor an option's value; `len(words)` if none is."""
    with_value = {"--register", "--lang"}
    pairs = zip(["", *words], words, strict=False)
    found = (at for at, (previous, word) in enumerate(pairs) if previous not in with_value and not word.startswith("-"))
    return next(found, len(words))


def _names_register(words: Sequence[str]) -> bool:
    """Return whether the register is named without the configuration."""
    return bool(os.environ.get(REGISTER_VARIABLE)) or any(word.startswith("--register") for word in words)


def _language_option(words: Sequence[str]) -> str:
    """Return the value of `--lang`, or "". It is needed before parsing, for help and errors."""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        value = following if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if value in LANGUAGES:
            return value
    return ""


def _load_config(chosen_language: str, words: Sequence[str]) -> config.Config:
    path = config.config_path()
    try:
        config.check_reachable(path)
    except config.UnreachableError as error:
        if error.may_name_register and not _names_register(words):  # the default register may be another than theirs
            raise StoreError(_("{reason}; name the register with --register").format(reason=error)) from None
        print_note(_("{reason}; the default settings are used").format(reason=error))
    settings = config.load(path)
    speak(chosen_language or settings.language)
    output_spelling.configure(settings.sara_am)
    choose_digits(settings.digits)
    if settings.words:
        from itatui.thai import add_words

        add_words(settings.words)
    return settings


def whole_parser() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """Return the parser of the general options, and its subparsers by command, for completion and manual.

    It is complete but slow to build, so no command is parsed with it.
    """
    parser, parsers = _general_parser(), {}
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = module_of(name)
        options = _command_options(f"itatui {name}", summary, command)
        parsers[name] = commands.add_parser(name, help=_(summary), **options)
        command.add_arguments(parsers[name])
    return parser, parsers


def actions_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments and options of a parser, with their help translated; hidden ones are left out.

    A formatter collects them, since argparse shows them to nothing else in public.
    """
    found: list[argparse.Action] = []

    class Collector(_HelpFormatter):
        def add_argument(self, action: argparse.Action) -> None:
            super().add_argument(action)
            if action.help != argparse.SUPPRESS:
                found.append(action)

    usual, parser.formatter_class = parser.formatter_class, Collector
    parser.format_help()
    parser.formatter_class = usual
    return found


def _command_parser(program: str, summary: str, command: "CommandModule") -> argparse.ArgumentParser:
    parser = _Parser(**_command_options(program, summary, command))
    command.add_arguments(parser)
    return parser


def _command_options(program: str, summary: str, command: "CommandModule") -> "dict[str, Any]":
    """Return the arguments of `_Parser` for a command."""

    def epilog() -> str:
        return _("example: {line}").format(line=command.EXAMPLE)

    return {"make_epilog": epilog, "prog": program, "description": summary}


def _general_parser() -> argparse.ArgumentParser:
    """Return the parser of `itatui --help` and `itatui --version`, without the command."""

    def epilog() -> str:
        lines = [f"  {name:<10} {_(summary)}" for name, summary in COMMANDS.items()]
        return "\n".join([*lines, "", _("options and an example of each: itatui COMMAND --help")])

    parser = _Parser(
        epilog,
        prog="itatui",
        description=N_("Review, update and print a register of integrity measures in a terminal."),
    )
    version = f"itatui {itatui.__version__}"
    parser.add_argument("--version", action="version", version=version, help=N_("show the version"))
    return parser
