"""The offer of the own fields that a form asks for and the register lacks."""

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from itatui.domain.form_edits import add_fields_of
from itatui.domain.form_text import missing_fields
from itatui.domain.forms import form_of
from itatui.domain.own_field import OwnField, heading
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import _, language
from itatui.tui.dialogs.prompts import Confirm
from itatui.tui.session.session import RegisterSession
from itatui.tui.words import Words


def lacking_fields(register: Register, form: str) -> tuple[OwnField, ...]:
    """Return the fields that a form asks for and the register lacks; none if the form cannot be read."""
    try:
        return tuple(missing_fields(form_of(register, form), register.fields))
    except UsageError:
        return ()


def names_of(fields: Sequence[OwnField]) -> str:
    """Return the headings of fields in the current language."""
    return ", ".join(heading(field, language()) for field in fields)


def question_of(form: str, fields: Sequence[OwnField]) -> tuple[Words, ...]:
    """Return the lines that ask whether to add the fields."""
    return (lambda: _("Add the fields that {form} asks for?").format(form=form), lambda: names_of(fields))


def offer_fields(screen: Screen[Any], session: RegisterSession, form: str) -> None:
    """Ask whether to add the fields that a form asks for, if the register lacks any, and add them."""
    fields = lacking_fields(session.register, form)
    if not fields or session.register.closed:
        return

    def answer(sure: bool | None) -> None:
        if sure and lacking_fields(session.register, form):
            session.change(*add_fields_of(session.register, form_of(session.register, form)))

    screen.app.push_screen(Confirm(question_of(form, fields), lambda: _("add")), answer)
