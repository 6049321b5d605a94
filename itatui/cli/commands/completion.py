"""`itatui completion`: the script that lets a shell complete commands, options and the words of the register."""

import argparse
import os

from itatui.cli.completion import SHELLS
from itatui.errors import UsageError
from itatui.locale import N_, _

EXAMPLE = "itatui completion bash >> ~/.bash_completion"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `completion`. The scripts themselves call it with the hidden options."""
    shell = N_("the shell (default: your login shell)")
    parser.add_argument("shell", nargs="?", choices=SHELLS, help=shell)
    parser.add_argument("--words", help=argparse.SUPPRESS)
    parser.add_argument("--line", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Print the script, or the words for an argument, each with its description after a tab."""
    from itatui.cli.output import print_answer

    if arguments.words:
        from itatui.cli.completion.register_words import words

        for word, description in words(arguments.words, arguments.line or "", arguments.config):
            print_answer(f"{word}\t{description}")
        return 0
    shell = arguments.shell or os.environ.get("SHELL", "").rpartition("/")[2]
    if shell not in SHELLS:
        raise UsageError(_("name a shell: {shells}").format(shells=", ".join(SHELLS)))
    from itatui.cli.completion.scripts import script

    print_answer(script(shell).removesuffix("\n"))
    return 0
