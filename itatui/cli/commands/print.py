"""`itatui print`: the report, the minutes or the overview on paper, through the printing system's `lp`."""

import argparse

from itatui.cli.document_options import add_document_options, chosen_look, chosen_printout, made_document
from itatui.cli.output import print_answer, print_note
from itatui.cli.publish_question import PRINT, add_yes_option, require_final
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store.printer import print_pdf
from itatui.thai import safe

EXAMPLE = "itatui print --copies 2 --draft"

_MOST_COPIES = 999


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `print`."""
    parser.add_argument("--printer", metavar="NAME", help=N_("the printer (default: that of the system)"))
    parser.add_argument("--copies", metavar="N", type=int, default=1, help=N_("number of copies (default: 1)"))
    add_yes_option(parser, PRINT)
    add_document_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the document as a PDF, and return the exit code of `lp`."""
    if not 1 <= arguments.copies <= _MOST_COPIES:
        raise UsageError(_("--copies must be a number from 1 to {most}").format(most=_MOST_COPIES))
    file = open_register(arguments)
    register = file.load()
    report = chosen_printout(arguments, file, register)
    require_final(arguments, file, register, report, PRINT)
    arguments.no_attachment = True  # paper has none
    data = made_document(report, chosen_look(arguments, report, register), "pdf", "PDF")
    note_sample(file, register)
    from itatui.report.look import sheet_size

    answer = print_pdf(data, report.title, arguments.printer or "", arguments.copies, sheet_size(report))
    for line in answer.out:
        print_answer(line)
    for line in answer.err:
        print_note(safe(line))
    if answer.code:
        print_note(_("not printed; to print elsewhere: itatui export report.pdf"))
    return answer.code
