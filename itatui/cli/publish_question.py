"""The check before a report goes out as final, as a file or on paper: open points are told, and only a yes goes on."""

import argparse
from typing import TYPE_CHECKING

from itatui.cli.output import print_note
from itatui.cli.question import agreed
from itatui.domain.named_tuple import NamedTuple
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.thai import safe

if TYPE_CHECKING:
    from itatui.domain.register import Register
    from itatui.report.model import Report
    from itatui.store import RegisterFile


class NotFinalError(ItatuiError):
    """A report has open points, and nobody said that it is to go out all the same."""


class FinalWords(NamedTuple):
    """The words of a command, in English."""

    yes: str
    """Help of the option that answers the question beforehand."""
    question: str
    refused: str


EXPORT = FinalWords(
    N_("export as final whatever the check finds, without asking"),
    N_("Export it as final all the same?"),
    N_("not exported; mark it as a draft with --draft, or export it all the same with --yes"),
)
PRINT = FinalWords(
    N_("print as final whatever the check finds, without asking"),
    N_("Print it as final all the same?"),
    N_("not printed; mark it as a draft with --draft, or print it all the same with --yes"),
)


def add_yes_option(parser: argparse.ArgumentParser, words: FinalWords) -> None:
    """Add the option that answers the question beforehand."""
    parser.add_argument("--yes", action="store_true", help=words.yes)


def require_final(
    arguments: argparse.Namespace, file: "RegisterFile", register: "Register", report: "Report", words: FinalWords
) -> None:
    """Tell what the check finds in a report that is no draft. Raise `NotFinalError` unless the user agrees to it."""
    if arguments.draft or not report.form:
        return
    from itatui.store.publish_check import open_findings  # lazy: only final reports are checked
    from itatui.wording.check import open_points

    lines = open_points(open_findings(report, register, file.path), register)
    for line in lines:
        print_note(safe(line))
    if not lines or arguments.yes:
        return
    print_note(_("all of them: {command}").format(command="itatui check"))
    if not agreed(_(words.question)):
        raise NotFinalError(_(words.refused))
