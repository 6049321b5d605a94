"""The man page in the current language: every command and option from the parsers, in the macros of man(7)."""

import argparse
from collections.abc import Iterable, Iterator
from itertools import pairwise

import itatui
from itatui.cli.parser import COMMANDS, actions_of, whole_parser
from itatui.locale import N_, _
from itatui.thai import break_points

DESCRIPTION = N_(
    "itatui keeps the register of integrity measures that a Thai state agency plans, carries out and reports each "
    "fiscal year. Without a command it opens the register on the screen, where F1 shows the keys."
)
ENVIRONMENT = {
    "ITATUI_REGISTER": N_("the register file, unless --register names one"),
    "NO_COLOR": N_("if set, no colours"),
    "FORCE_COLOR": N_("if set, colours in files and pipes too"),
    "COLUMNS": N_("the width of tables and lists, in cells"),
    "PAGER": N_("the program that shows tables taller than the terminal; cat shows them as they are"),
}
FILES = {
    "~/.config/itatui/config.toml": N_("the configuration file; $XDG_CONFIG_HOME replaces ~/.config"),
    "~/.local/share/itatui/": N_("your registers; $XDG_DATA_HOME replaces ~/.local/share"),
}
EXIT_STATUS = {
    "0": N_("done; changes are safe on the disk"),
    "1": N_("failed, and nothing was changed; of check, doctor, due and the like: something needs attention"),
    "2": N_("wrong arguments; nothing was changed"),
}


def manual() -> str:
    """Return the page as UTF-8 troff."""
    parser, commands = whole_parser()
    general = [action for action in actions_of(parser) if action.option_strings]
    common = {action.dest for action in general}
    lines = [
        "'\\\" -*- coding: UTF-8 -*-",
        '.\\" Written by python -m tools.share; do not edit.',
        ".nr HY 0",  # no hyphens: they would change options and Thai words
        f'.TH ITATUI 1 "" "itatui {itatui.__version__}" "{_("User commands")}"',
        ".ad l",
        *_section(_("NAME"), f"itatui \\- {_text(_(parser.description or ''))}"),
        *_section(_("SYNOPSIS"), *_synopsis("itatui", general, _("[COMMAND] [ARGUMENT...]"))),
        *_section(_("DESCRIPTION"), _text(_(DESCRIPTION))),
        *_section(_("OPTIONS"), *_arguments(general)),
        *_section(_("COMMANDS")),
    ]
    for name, command in commands.items():
        own = [action for action in actions_of(command) if action.dest not in common]
        lines += [f".SS {name}", *_synopsis(f"itatui {name}", own), ".PP", _text(_(COMMANDS[name])), *_arguments(own)]
        lines += [".PP", ".EX", _raw(command.format_help().rstrip().rpartition("\n")[2]), ".EE"]
    for title, entries in (
        (_("ENVIRONMENT"), ENVIRONMENT),
        (_("FILES"), FILES),
        (_("EXIT STATUS"), EXIT_STATUS),
    ):
        lines += _section(title, *(line for term, text in entries.items() for line in _entry(_raw(term), _(text))))
    return "\n".join(lines) + "\n"


def _section(title: str, *lines: str) -> list[str]:
    """Return a section. A Thai title is not bold: less would show each letter struck over the marks of the last."""
    return [f".SH {title}" if title.isascii() else rf".SH \fR{title}\fP", *lines]


def _synopsis(program: str, actions: Iterable[argparse.Action], rest: str = "") -> Iterator[str]:
    yield f".B {program}"
    for action in actions:
        form = _form(action, action.option_strings[-1:])
        # `\%` forbids to divide the word
        yield rf"\%{form}" if action.required and not action.option_strings else rf"\%[{form}]"
    if rest:
        yield _raw(rest)


def _arguments(actions: Iterable[argparse.Action]) -> Iterator[str]:
    for action in actions:
        yield from _entry(_form(action, action.option_strings), action.help or "")


def _entry(term: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield term
    yield _text(text)


def _form(action: argparse.Action, names: Iterable[str]) -> str:
    """Return the names of an option in bold and its value in italics."""
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
    bold = ", ".join(rf"\fB{_raw(name)}\fR" for name in names)
    italic = rf"\fI\%{_raw(str(value))}\fR" if value and action.nargs != 0 else ""
    return f"{bold} {italic}".strip() + ("..." if action.nargs == "*" else "")


def _text(text: str) -> str:
    """Return a text for filled lines, in which troff may end a line between Thai words."""
    points = [0, *(at for at in break_points(text) if text[at - 1] != " "), len(text)]
    pieces = [_raw(text[start:end]) for start, end in pairwise(points)]
    return "\\:".join(filter(None, pieces))


def _raw(text: str) -> str:
    """Return a text without meaning to troff."""
    escaped = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("~", "\\(ti").replace("^", "\\(ha")
    )
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
