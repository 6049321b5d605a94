"""`itatui export`: the report, the minutes or the overview as PDF, DOCX, XLSX, HTML or CSV."""

import argparse

from itatui.cli.document_options import LATEST, add_document_options, chosen_look, chosen_printout, made_document
from itatui.cli.document_targets import STDOUT, add_force_option, format_of, targets_of, write_documents
from itatui.cli.given_sheets import add_sheet_options, chosen_sheet, is_sheet, note_sheet, write_sheets
from itatui.cli.output import print_note
from itatui.cli.publish_question import EXPORT, add_yes_option, require_final
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.report.documents import ATTACHES, ENDINGS

EXAMPLE = "itatui export report.pdf report.docx --draft"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `export`."""
    files = N_("the file to write: its ending (pdf, docx, xlsx, html or csv) is the format; - for standard output")
    parser.add_argument("files", metavar="FILE", nargs="*", help=files)
    parser.add_argument("--format", choices=ENDINGS, help=N_("the format of -"))
    add_force_option(parser)
    add_yes_option(parser, EXPORT)
    add_sheet_options(parser)
    add_document_options(parser)
    parser.set_defaults(form=None)


def run(arguments: argparse.Namespace) -> int:
    """Write each file, or none if one of them cannot be made. Print their paths."""
    if arguments.units:
        file = open_register(arguments)
        return write_sheets(arguments, file, file.load())
    _take_file_from_minutes(arguments)
    endings = [format_of(name, arguments.format) for name in arguments.files]
    file = open_register(arguments)
    register = file.load()
    targets = targets_of(arguments.files, endings, file.path, force=arguments.force)
    as_sheet = is_sheet(arguments, endings)
    report = chosen_sheet(arguments, register) if as_sheet else chosen_printout(arguments, file, register)
    require_final(arguments, file, register, report, EXPORT)
    note_sample(file, register)
    look = chosen_look(arguments, report, register)
    write_documents(targets, lambda each: made_document(report, look, each.ending, each.name), force=arguments.force)
    if as_sheet:
        note_sheet(report)
    if look.register and set(endings) & set(ATTACHES):
        print_note(
            _("the PDF holds the register, without history, meetings and decisions; to leave it out: --no-attachment")
        )
    return 0


def _take_file_from_minutes(arguments: argparse.Namespace) -> None:
    """Take a file name behind `--minutes` for the file: a meeting is named by a number or a date."""
    word = arguments.minutes or ""
    if word == STDOUT or word.rpartition(".")[2].lower() in ENDINGS:
        arguments.files.insert(0, word)
        arguments.minutes = LATEST
    if not arguments.files:
        raise UsageError(_("name a file, such as: itatui export report.pdf"))
