"""Options that choose a report: its form, its round and the filter of its measures."""

import argparse
from typing import TYPE_CHECKING

from itatui.cli.filter_options import add_filter_options, apply_filter, filter_of
from itatui.cli.output import print_note, today
from itatui.domain.filter import Filter
from itatui.domain.form import Form
from itatui.domain.forms import DEFAULT, form_of, own_form
from itatui.domain.register import Register
from itatui.domain.rounds import find_round
from itatui.locale import N_, _
from itatui.thai import quote
from itatui.wording.filters import describe_filter

if TYPE_CHECKING:
    from itatui.report.model import Report


def add_form_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for the form and the round."""
    parser.add_argument("--form", metavar="FORM", default=DEFAULT, help=N_("form of the table (default: report)"))
    parser.add_argument(
        "--round", metavar="ROUND", help=N_("only the results of this round of reporting (default: of the year)")
    )


def add_measure_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for the measures of the report."""
    add_filter_options(parser)
    parser.add_argument("--empty-tracks", action="store_true", help=N_("print tracks without measures too"))


def chosen_report(arguments: argparse.Namespace, register: Register) -> "Report":
    """Return the report of the options as of today. Raise `UsageError` or `UnknownRefError`, naming what there is."""
    day = today()
    form = form_of(register, arguments.form or DEFAULT)
    for_round = find_round(register.rounds, arguments.round) if arguments.round is not None else None
    filter_ = filter_of(arguments, register)
    measures = apply_filter(arguments, register, day).measures if filter_ != Filter() else None
    _note_missing_fields(register, form)
    from itatui.report.build import build  # lazy: only after the arguments are known to be right

    return build(
        register,
        measures,
        form=form,
        for_round=for_round,
        today=day,
        narrowing=describe_filter(filter_, register),
        whole=not filter_.has_criteria,
        empty_tracks=arguments.empty_tracks,
    )


def _note_missing_fields(register: Register, form: Form) -> None:
    """Print a note beside the table if it asks for own fields that the register lacks."""
    known = {field.name for field in register.fields}
    if lacking := [field.name for field in form.fields if field.name not in known]:
        message = _("the register lacks fields of this form: {fields}; to add them: {command}")
        command = "itatui field add" if own_form(register, form.name) else f"itatui form add {form.name}"
        print_note(message.format(fields=quote(", ".join(lacking), 200), command=command))
