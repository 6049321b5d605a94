"""Make the sheets on which units fill in their measures: for one unit, or for all into a folder."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from itatui.cli.document_options import chosen_look, made_document
from itatui.cli.filter_options import apply_filter, unit_of
from itatui.cli.output import print_answer, print_note, today
from itatui.cli.sample_notes import note_sample
from itatui.cli.terminal.progress_bar import with_progress
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.rounds import Round, find_round
from itatui.domain.unit_sheet import units_of
from itatui.errors import ItatuiError, UsageError
from itatui.locale import N_, _
from itatui.report.model import Report
from itatui.report.unit_sheet import unit_sheet_report
from itatui.store import RegisterFile
from itatui.store.errors import StoreError, os_failure
from itatui.store.paths import typed_path
from itatui.thai import clusters, fold, numerals, quote

FORMATS = ("xlsx", "docx")
"""Formats that can be filled in."""
_MAX_NAME = 200
"""Bytes of the longest name of a file, without its ending."""
_LISTED = 400
"""Cells of the units in an error."""


def add_sheet_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of sheets to a command's parser."""
    units = N_("a sheet to fill in for each unit, into this folder (xlsx, or --format docx)")
    parser.add_argument("--units", metavar="FOLDER", help=units)


def is_sheet(arguments: argparse.Namespace, endings: Sequence[str]) -> bool:
    """Return whether documents of a unit are sheets to be filled in, and not the report of its measures."""
    is_report = arguments.form or arguments.overview or arguments.draft or arguments.minutes is not None
    return bool(arguments.unit or arguments.mine) and not is_report and set(endings) <= set(FORMATS)


def chosen_sheet(arguments: argparse.Namespace, register: Register) -> Report:
    """Return the sheet of the unit that the options name. Raise `UsageError`, naming the units."""
    unit = _exact(register, unit_of(arguments, register))
    measures = _measures(arguments, register).get(unit, ())
    if not measures:
        raise ItatuiError(_("no measure of {unit} matches; no sheet was written").format(unit=quote(unit)))
    return unit_sheet_report(register, unit, measures, today(), _round(arguments, register))


def note_sheet(report: Report) -> None:
    """Tell that a document is a sheet, and how to get the report."""
    message = _("{title}; for the report of its measures, add --form report")
    print_note(message.format(title=quote(report.title, _LISTED)))


def write_sheets(arguments: argparse.Namespace, file: RegisterFile, register: Register) -> int:
    """Write a sheet for each unit into a folder, or none if one of the files exists. Print their measures."""
    ending = arguments.format or FORMATS[0]
    if arguments.files or arguments.unit or arguments.mine or ending not in FORMATS:
        raise UsageError(_("--units FOLDER takes no files and no unit, and --format xlsx or docx"))
    from itatui.store.exported_file import check_target, write_export

    folder, for_round = typed_path(arguments.units), _round(arguments, register)
    measures = _measures(arguments, register)
    if not measures:
        raise ItatuiError(_("no measure that matches has a unit; no sheet was written"))
    _make(folder)
    names = sheet_names(list(measures), register.fiscal_year, for_round)
    paths = {unit: folder / f"{name}.{ending}" for unit, name in names.items()}
    targets = {unit: check_target(path, file.path, force=arguments.force) for unit, path in paths.items()}
    for unit in with_progress(measures, len(measures)):
        report = unit_sheet_report(register, unit, measures[unit], today(), for_round)
        made = made_document(report, chosen_look(arguments, report, register), ending, str(paths[unit]))
        write_export(targets[unit], made, force=arguments.force)
    for unit, path in paths.items():
        words = _("{unit}, measures: {count}").format(unit=unit, count=len(measures[unit]))
        print_answer(f"{path}: {numerals(words)}")
    note_sample(file, register)
    if alone := sum(not measure.responsible for measure in register.measures):
        print_note(_("measures without a unit, which are on no sheet: {count}").format(count=alone))
    return 0


def sheet_names(units: Sequence[str], year: int, for_round: Round | None) -> dict[str, str]:
    """Return the name of the file of each unit, without its ending: the same units always get the same names."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for unit in units:
        name = _file_name("_".join(filter(None, (unit, str(year), for_round.name if for_round else ""))))
        number, wanted = 1, name
        while wanted.casefold() in taken:
            number += 1
            wanted = f"{name}_{number}"
        taken.add(wanted.casefold())
        found[unit] = wanted
    return found


def _file_name(text: str) -> str:
    """Return a text as every file system takes it for a name."""
    kept = "".join(sign if sign.isprintable() and sign not in '/\\:*?"<>|' else "_" for sign in text)
    name = "_".join(kept.split()).lstrip(".-~")
    while len(name.encode()) > _MAX_NAME:
        name = "".join(list(clusters(name))[:-1])
    return name or "_"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        message = _("{path} is a file; name a folder for the sheets")
        raise StoreError(message.format(path=quote(str(folder), _LISTED))) from None
    except OSError as error:
        raise os_failure(folder, error, writing=True) from None


def _measures(arguments: argparse.Namespace, register: Register) -> Mapping[str, tuple[Measure, ...]]:
    """Return the measures of each unit that match the options. Units without any are left out."""
    chosen = {measure.id for measure in apply_filter(arguments, register, today()).measures}
    found = {unit: tuple(each for each in group if each.id in chosen) for unit, group in units_of(register).items()}
    return {unit: group for unit, group in found.items() if group}


def _exact(register: Register, text: str) -> str:
    """Return the unit of this name, or the only one with it in its name. `UsageError` lists several."""
    named = [unit for unit in units_of(register) if fold(text) in fold(unit)]
    same = [unit for unit in named if fold(text) == fold(unit)]
    if len(same or named) != 1:
        message = _("several units match {name}; choose from: {units}")
        raise UsageError(message.format(name=quote(text), units=quote(", ".join(named), _LISTED)))
    return (same or named)[0]


def _round(arguments: argparse.Namespace, register: Register) -> Round | None:
    return None if arguments.round is None else find_round(register.rounds, arguments.round)
