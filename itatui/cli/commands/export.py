"""`itatui export`: the report, the minutes or the overview as PDF, DOCX, XLSX, HTML or CSV."""

import argparse
import sys
from pathlib import Path

from itatui.cli.document_options import LATEST, add_document_options, chosen_printout, made_document
from itatui.cli.given_sheets import add_sheet_options, chosen_sheet, is_sheet, note_sheet, write_sheets
from itatui.cli.output import print_answer, print_note
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.report.documents import ATTACHES, ENDINGS
from itatui.store.paths import typed_path
from itatui.thai import quote, safe

EXAMPLE = "itatui export report.pdf report.docx --track IIT"

_STDOUT = "-"
_TEXT_FORMATS = ("html", "csv")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `export`."""
    files = N_("the file to write: its ending (pdf, docx, xlsx, html or csv) is the format; - for standard output")
    parser.add_argument("files", metavar="FILE", nargs="*", help=files)
    parser.add_argument("--format", choices=ENDINGS, help=N_("the format of -"))
    parser.add_argument("--force", action="store_true", help=N_("replace files that exist"))
    add_sheet_options(parser)
    add_document_options(parser)
    parser.set_defaults(form=None)


def run(arguments: argparse.Namespace) -> int:
    """Write each file, or none if one of them cannot be made. Print their paths."""
    if arguments.units:
        file = open_register(arguments)
        return write_sheets(arguments, file, file.load())
    _take_file_from_minutes(arguments)
    endings = [_ending(name, arguments.format) for name in arguments.files]
    file = open_register(arguments)
    register = file.load()
    from itatui.store.exported_file import check_target, write_export

    paths = [None if name == _STDOUT else typed_path(name) for name in arguments.files]
    targets = [path and check_target(path, file.path, force=arguments.force) for path in paths]
    as_sheet = is_sheet(arguments, endings)
    report = chosen_sheet(arguments, register) if as_sheet else chosen_printout(arguments, file, register)
    made = [
        made_document(arguments, report, register, ending, str(path or _STDOUT))
        for ending, path in zip(endings, paths, strict=True)
    ]
    note_sample(file, register)
    for target, data in zip(targets, made, strict=True):
        if target is None:
            sys.stdout.buffer.write(data)
        else:
            write_export(target, data, force=arguments.force)
    _tell([path for path in paths if path], to_stdout=None not in paths)
    if as_sheet:
        note_sheet(report)
    if report.form and not arguments.no_attachment and set(endings) & set(ATTACHES):
        print_note(
            _("the PDF holds the register, without history, meetings and decisions; to leave it out: --no-attachment")
        )
    return 0


def _take_file_from_minutes(arguments: argparse.Namespace) -> None:
    """Take a file name behind `--minutes` for the file: a meeting is named by a number or a date."""
    word = arguments.minutes or ""
    if word == _STDOUT or word.rpartition(".")[2].lower() in ENDINGS:
        arguments.files.insert(0, word)
        arguments.minutes = LATEST
    if not arguments.files:
        raise UsageError(_("name a file, such as: itatui export report.pdf"))


def _tell(paths: list[Path], *, to_stdout: bool) -> None:
    """Print the paths: on standard error if a document is on standard output."""
    for path in paths:
        if to_stdout:
            print_answer(str(path))
        else:
            print_note(safe(str(path)))


def _ending(name: str, chosen: str | None) -> str:
    """Return the format of a file. Raise `UsageError` for another, and for `-` without one or on a terminal."""
    if name != _STDOUT:
        ending = name.rpartition(".")[2].lower()
        if ending not in ENDINGS:
            message = _("{file}: the ending of the file must be one of {endings}")
            raise UsageError(message.format(file=quote(name), endings=", ".join(ENDINGS)))
        return ending
    if chosen is None:
        raise UsageError(_("name the format of -, such as: itatui export --format pdf -"))
    if chosen not in _TEXT_FORMATS and sys.stdout.isatty():
        raise UsageError(_("a document is not for a terminal; name a file, or redirect the output"))
    return chosen
