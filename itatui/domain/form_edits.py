"""Make edits of the register's own forms: add, replace, move and remove them."""

from itatui.domain.apply import apply_all
from itatui.domain.change import WHOLE, Edit
from itatui.domain.edits import order_at, place, set_field
from itatui.domain.form import Form
from itatui.domain.form_text import missing_fields
from itatui.domain.forms import own_form
from itatui.domain.own_field_edits import add_own_field
from itatui.domain.own_form import OwnForm
from itatui.domain.register import Register


def add_form(register: Register, form: Form, text: str, position: int = 0) -> tuple[Edit, ...]:
    """Return the edits that keep a form in the register with its text, at a position from 1; 0: last.

    A form of the same name gets the text; its position stays unless one is given. No edits if nothing differs.
    `UsageError` if there is no such position.
    """
    old = own_form(register, form.name)
    if old is None:
        order, spread = order_at(register.forms, position or len(register.forms) + 1)
        return (*spread, Edit("form", form.name, WHOLE, None, OwnForm(form.name, text, order)))
    written = (set_field(old, "text", text),) if old.text != text else ()
    return (*written, *move_form(register, old, position)) if position else written


def add_fields_of(register: Register, form: Form) -> tuple[Edit, ...]:
    """Return the edits that add the own fields which a form asks for and the register lacks. `UsageError`."""
    edits: list[Edit] = []
    for field in missing_fields(form, register.fields):
        added = add_own_field(register, field)
        register = apply_all(register, added)
        edits += added
    return tuple(edits)


def move_form(register: Register, form: OwnForm, position: int) -> tuple[Edit, ...]:
    """Return the edits that give a form a position (from 1) among the own forms; none if it has that position.

    `UsageError` if there is no such position.
    """
    return place(form, register.forms, position)


def remove_form(form: OwnForm) -> tuple[Edit, ...]:
    """Return the edit that removes a form of the register's own. A shipped form of that name is then printed again."""
    return (Edit("form", form.name, WHOLE, form, None),)
