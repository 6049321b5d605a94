"""Tables of commands as documents: `--export FILE` instead of printing."""

import argparse
from typing import TYPE_CHECKING, Any

from itatui.cli.document_options import made_document
from itatui.cli.document_targets import add_force_option, targets_of, write_documents
from itatui.cli.table_options import print_report, print_tables, use_thai_digits
from itatui.locale import N_, _
from itatui.report.documents import ending_of

if TYPE_CHECKING:
    from itatui.domain.register import Register
    from itatui.report.model import Report
    from itatui.store import RegisterFile


def add_export_option(parser: argparse.ArgumentParser, others: Any) -> None:
    """Add the option to a command's parser, in the group of the `others` that exclude it."""
    files = N_("write the table to a file instead: a PDF, DOCX, XLSX, HTML or CSV by its ending; may be repeated")
    others.add_argument("--export", metavar="FILE", action="append", default=[], type=_named, help=files)
    add_force_option(parser)


def _named(name: str) -> str:
    """Return the name of a file. Refuse an empty one, and an ending of no format (`UsageError`), at once."""
    if not name.strip():
        raise argparse.ArgumentTypeError(_("the value is empty"))
    ending_of(name)
    return name


def give_report(
    report: "Report",
    arguments: argparse.Namespace,
    file: "RegisterFile | None" = None,
    register: "Register | None" = None,
) -> None:
    """Print a report with the options of the command, or write it to the files that are named."""
    if arguments.export:
        _write(report, arguments, file)
    elif file is None or register is None:
        print_tables(report, arguments)
    else:
        print_report(report, arguments, file, register)


def _write(report: "Report", arguments: argparse.Namespace, file: "RegisterFile | None") -> None:
    from itatui.report.look import Look

    endings = [ending_of(name) for name in arguments.export]
    targets = targets_of(arguments.export, endings, file.path if file else None, force=arguments.force)
    look = Look(thai_digits=use_thai_digits(arguments, report))
    write_documents(targets, lambda each: made_document(report, look, each.ending, each.name), force=arguments.force)
