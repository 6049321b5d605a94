"""Options of the commands that make documents: what is printed, and how it looks on paper."""

import argparse
from typing import TYPE_CHECKING

from itatui.cli.output import today
from itatui.cli.report_options import add_form_options, add_measure_options, chosen_report
from itatui.cli.table_options import add_digit_options, use_thai_digits
from itatui.cli.terminal.progress_bar import ProgressBar
from itatui.domain.agenda import meeting_on, register_at_end
from itatui.locale import N_

if TYPE_CHECKING:
    from itatui.domain.register import Register
    from itatui.report.look import Look
    from itatui.report.model import Report
    from itatui.store import RegisterFile

LATEST = "latest"
"""Value of `--minutes` without a meeting."""
PATIENCE_S = 1.0
"""Seconds before the progress of a long document is shown."""


def add_document_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command's parser."""
    other = parser.add_mutually_exclusive_group()
    other.add_argument(
        "--minutes",
        metavar="MEETING",
        nargs="?",
        const=LATEST,
        help=N_("the minutes of a meeting, by its number or date (default: the latest), instead of the report"),
    )
    other.add_argument("--overview", action="store_true", help=N_("the overview instead of the report"))
    add_form_options(parser)
    add_digit_options(parser)
    parser.add_argument("--draft", action="store_true", help=N_("mark each page as a draft"))
    parser.add_argument("--no-signatures", action="store_true", help=N_("leave out the places to sign"))
    parser.add_argument("--no-attachment", action="store_true", help=N_("do not attach the register to a PDF"))
    add_measure_options(parser)


def chosen_printout(arguments: argparse.Namespace, file: "RegisterFile", register: "Register") -> "Report":
    """Return the report, the minutes or the overview that the options ask for."""
    if arguments.minutes is not None:
        meeting = meeting_on(register, "" if arguments.minutes == LATEST else arguments.minutes)
        from itatui.report.minutes import minutes

        return minutes(register_at_end(register, meeting, file.history() if meeting.closed else ()), register, meeting)
    if arguments.overview:
        from itatui.domain.overview import overview
        from itatui.report.overview import overview_report

        return overview_report(register, overview(register, today()), ascii=True)
    return chosen_report(arguments, register)


def chosen_look(arguments: argparse.Namespace, report: "Report", register: "Register") -> "Look":
    """Return the look of a document. Only the report has the register attached."""
    from itatui.report.look import Look

    if report.hidden:
        return Look()
    attachment = b""
    if report.form and not arguments.no_attachment:
        from itatui.store.attached_register import attachable

        attachment = attachable(register)
    return Look(
        thai_digits=use_thai_digits(arguments, report),
        draft=arguments.draft,
        signatures=not arguments.no_signatures,
        register=attachment,
        register_name=f"register_{register.fiscal_year}.json",
    )


def made_document(report: "Report", look: "Look", ending: str, name: str) -> bytes:
    """Return a report as a document, and show how far it is if that takes longer than a second."""
    from itatui.report.documents import document

    bar = ProgressBar(name, PATIENCE_S)
    try:
        return document(report, look._replace(on_progress=bar.show), ending)
    finally:
        bar.end()
