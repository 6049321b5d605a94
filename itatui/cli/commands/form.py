"""`itatui form`: list, show, add, move and remove forms."""

import argparse
from pathlib import Path
from typing import Any

from itatui.cli.field_args import read_standard_input
from itatui.cli.output import print_answer, print_json, print_note
from itatui.cli.question import agreed
from itatui.cli.shape_change import ShapeCommand, new_position
from itatui.domain.change import Edit
from itatui.domain.form import Form
from itatui.domain.form_edits import add_fields_of, add_form, move_form, remove_form
from itatui.domain.form_text import FormError, Source, missing_fields, parse_form
from itatui.domain.forms import (
    SHIPPED,
    find_form_name,
    form_label,
    form_names,
    form_of,
    form_text,
    own_form,
    shipped_text,
)
from itatui.domain.own_form import OwnForm
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store.form_files import read_form_file
from itatui.thai import clean, pad, quote, repair_text
from itatui.wording.changes import repaired_words

EXAMPLE = "itatui form show plan > my-plan.toml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `form`."""
    _COMMAND.add_action(parser, N_("list, show, add, move or remove (default: list)"))
    parser.add_argument(
        "form",
        metavar="FORM",
        nargs="?",
        help=N_("the form, such as plan; add: a file with its text, - (standard input), or a form of itatui to adapt"),
    )
    parser.add_argument("place", metavar="POSITION", nargs="?", help=N_("move: its new position among the own forms"))
    parser.add_argument(
        "--position", type=int, default=0, metavar="N", help=N_("add: its place among the own forms (default: last)")
    )
    parser.add_argument(
        "--yes", action="store_true", help=N_("add: add the own fields that the form asks for too, without asking")
    )
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List or show forms, or make the change and print the name of the form."""
    return _COMMAND.run(arguments)


def _list(register: Register, arguments: argparse.Namespace) -> None:
    names = [find_form_name(register, arguments.form)] if arguments.form else form_names(register)
    if arguments.json:
        print_json([_json_view(register, name) for name in names])
        return
    for name in names:
        owner = pad(_("own") if own_form(register, name) else "itatui", 8)
        try:
            words = form_label(form_of(register, name))
        except FormError as error:
            words = f"✗ {error}"
        print_answer(f"{name:<16} {owner} {words}")


def _show(register: Register, arguments: argparse.Namespace) -> None:
    name = find_form_name(register, arguments.form)
    if arguments.json:
        print_json(_json_view(register, name))
    else:
        print_answer(form_text(register, name).rstrip("\n"))


def _json_view(register: Register, name: str) -> dict[str, Any]:
    """Return a form as JSON; one that cannot be read has an `error` instead of its parts."""
    view: dict[str, Any] = {"name": name, "own": own_form(register, name) is not None}
    try:
        form = form_of(register, name)
    except FormError as error:
        return {**view, "error": str(error), "text": form_text(register, name)}
    about = {"label_th": form.label_th, "label_en": form.label_en, "number": form.number, "rows": form.rows}
    missing = [field.name for field in missing_fields(form, register.fields)]
    columns = [{"heading": column.heading, "over": column.over} for column in form.columns]
    return {**view, **about, "columns": columns, "missing_fields": missing, "text": form_text(register, name)}


def _add(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    text, place = _given_text(arguments.form)
    form = parse_form(text, place, Source(register.fields, register.rounds))
    return form.name, [*_added_fields(register, form, arguments), *add_form(register, form, text, arguments.position)]


def _given_text(name: str) -> tuple[str, str]:
    """Return the text of a form to add, its letters repaired with a note, and the name of its place for errors."""
    if name == "-":
        text, place = read_standard_input(_("standard input is empty")).removeprefix("\ufeff"), _("standard input")
    elif name in SHIPPED and not Path(name).exists():
        return shipped_text(name), name
    else:
        text, place = read_form_file(Path(name)), quote(name)
    text, dropped = clean(text)
    if dropped:
        print_note(_("control characters removed from {field}: {count}").format(count=dropped, field=place))
    text, repaired = repair_text(text)
    if repaired:
        print_note(f"{place}: {repaired_words(repaired)}")
    return text, place


def _added_fields(register: Register, form: Form, arguments: argparse.Namespace) -> tuple[Edit, ...]:
    """Return the edits of the own fields that the form asks for. `UsageError` unless the user agrees to them."""
    missing = missing_fields(form, register.fields)
    if missing and not arguments.yes:
        names = quote(", ".join(field.name for field in missing), 400)
        words = _("{form} asks for fields that the register lacks: {names}.").format(form=form.name, names=names)
        if not agreed(f"{words} {_('Add them too?')}"):
            message = _("{form} asks for fields that the register lacks ({names}); to add them too: {command}")
            command = f"itatui form add {quote(arguments.form, 400)} --yes"
            raise UsageError(message.format(form=form.name, names=names, command=command))
    return add_fields_of(register, form)


def _move(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    form = _own(register, arguments.form)
    refusal = _("name the new position: itatui form move FORM 1")
    position = new_position([arguments.place] if arguments.place else [], arguments.position, refusal)
    return form.name, list(move_form(register, form, position))


def _remove(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    form = _own(register, arguments.form)
    return form.name, list(remove_form(form))


def _own(register: Register, name: str) -> OwnForm:
    found = find_form_name(register, name)
    form = own_form(register, found)
    if form is None:
        message = _("{name} is a form of itatui, not of this register; a copy to adapt: itatui form add {name}")
        raise UsageError(message.format(name=found))
    return form


_COMMAND = ShapeCommand(
    "form",
    _list,
    {"add": _add, "move": _move, "remove": _remove},
    N_("name the form: itatui form {action} FORM"),
    views={"show": _show},
)
