"""`itatui field`: list, add, change, move and remove the register's own fields."""

import argparse
from typing import Any

from itatui.cli.field_args import field_edits
from itatui.cli.output import print_answer, print_json, print_note
from itatui.cli.question import agreed
from itatui.cli.shape_change import ShapeCommand, new_position
from itatui.domain.apply import apply_all, holders_of
from itatui.domain.change import Edit
from itatui.domain.fields import with_value
from itatui.domain.own_field import HOLDERS, OWN_KINDS, OwnField, heading
from itatui.domain.own_field_edits import add_own_field, check_own_field, move_own_field, remove_own_field
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import N_, _, language, ngettext
from itatui.thai import numerals, quote

EXAMPLE = "itatui field add budget kind=money heading_th='งบประมาณ (บาท)'"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `field`."""
    _COMMAND.add_action(parser, N_("list, add, set, move or remove (default: list)"))
    parser.add_argument("field", metavar="FIELD", nargs="?", help=N_("the name of the field, such as budget"))
    fields = N_(
        "heading_th='…', heading_en='…', choices='A, B', by_round=yes; add: also kind=KIND (text, line, number, money, "
        "percent, date, choice or links) and of=track; move: its new position"
    )
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", help=fields)
    parser.add_argument(
        "--position", type=int, default=0, metavar="N", help=N_("add: its place among the own fields (default: last)")
    )
    parser.add_argument("--yes", action="store_true", help=N_("remove: remove its values too, without asking"))
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List the fields, or make the change and print the name of the field."""
    return _COMMAND.run(arguments)


def _list(register: Register, arguments: argparse.Namespace) -> None:
    fields = [_find(register, arguments.field)] if arguments.field else register.fields
    if arguments.json:
        print_json([_json_view(register, field) for field in fields])
        return
    for field in fields:
        parts = [f"{field.name:<16} {field.of:<8} {field.kind:<8} {numerals(heading(field, language()))}"]
        parts += [_("choices: {choices}").format(choices=", ".join(field.choices))] if field.choices else []
        parts += [_("by quarter")] if field.by_round else []
        print_answer("  ".join(parts))
    if not fields:
        print_note(_("this register has no fields of its own; add one with: itatui field add"))


def _json_view(register: Register, field: OwnField) -> dict[str, Any]:
    shown = {name: value for name, value in field._asdict().items() if name != "order"}
    return {**shown, "choices": list(field.choices), "values": len(holders_of(register, field.name))}


def _find(register: Register, name: str) -> OwnField:
    for field in register.fields:
        if field.name == name.casefold():
            return field
    known = ", ".join(field.name for field in register.fields) or "–"
    raise UsageError(_("there is no own field {name}; choose from: {known}").format(name=quote(name), known=known))


def _add(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    given = dict(pair.split("=", 1) for pair in arguments.fields if pair.startswith(("kind=", "of=")))
    rest = [pair for pair in arguments.fields if not pair.startswith(("kind=", "of="))]
    kind, of = given.get("kind", OWN_KINDS[0]).strip().casefold(), given.get("of", HOLDERS[0]).strip().casefold()
    field = OwnField(arguments.field, of, kind)
    for edit in field_edits(register, field, rest):
        field = with_value(field, edit.field, edit.after)
    return field.name, list(add_own_field(register, field, arguments.position))


def _set(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    field = _find(register, arguments.field)
    if any(pair.startswith(("kind=", "of=", "name=")) for pair in arguments.fields):
        raise UsageError(_("name, kind and record of a field cannot change; remove it and add another"))
    edits = list({edit[:3]: edit for edit in field_edits(register, field, arguments.fields)}.values())
    changed = apply_all(register, edits)
    check_own_field(changed, _find(changed, field.name))
    return field.name, edits


def _move(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    field = _find(register, arguments.field)
    refusal = _("name the new position: itatui field move FIELD 1")
    position = new_position(arguments.fields, arguments.position, refusal)
    return field.name, list(move_own_field(register, field, position))


def _remove(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    field = _find(register, arguments.field)
    if (count := len(holders_of(register, field.name))) and not arguments.yes:
        words = ngettext("{name} holds {count} value.", "{name} holds {count} values.", count)
        words = words.format(name=quote(field.name), count=count)
        if not agreed(f"{words} {_('Remove them too?')}"):
            message = ngettext(
                "{name} holds {count} value; to remove it too: itatui field remove {name} --yes",
                "{name} holds {count} values; to remove them too: itatui field remove {name} --yes",
                count,
            )
            raise UsageError(message.format(name=quote(field.name), count=count))
    return field.name, list(remove_own_field(register, field))


_COMMAND = ShapeCommand(
    "field",
    _list,
    {"add": _add, "set": _set, "move": _move, "remove": _remove},
    N_("name the field: itatui field {action} FIELD"),
)
