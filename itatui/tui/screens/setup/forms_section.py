"""The forms on the register screen: the register's own, and those that itatui brings."""

import stat
from collections.abc import Sequence
from pathlib import Path

from itatui.domain.apply import apply
from itatui.domain.change import ORDER, WHOLE, Edit
from itatui.domain.edits import order_at, set_field
from itatui.domain.form import Form
from itatui.domain.form_text import MAX_TEXT, Source, missing_fields, parse_form
from itatui.domain.forms import form_names, form_of, form_text, own_form
from itatui.domain.own_field_edits import add_own_field
from itatui.domain.own_form import OwnForm
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import _, language
from itatui.thai import clean, one_line, quote
from itatui.tui.dialogs.file_choices import choose_file
from itatui.tui.dialogs.form import FormField, RefusedError, Shape, Texts
from itatui.tui.screens.setup.sections import EntryForm, Removal, neighbour

BYTES_A_LETTER = 4
"""Most bytes of a code point in UTF-8."""


class FormsSection:
    """The tables that can be printed."""

    name = "forms"

    def __init__(self, register: Path) -> None:
        """Files are named from the folder of `register`, which is absolute."""
        self._path = register

    def title(self) -> str:
        """Return the heading."""
        return _("Forms")

    def about(self) -> str:
        """Return what the section is for."""
        return _("The tables that can be printed. A form from a file is kept in the register, for everybody.")

    def keys(self, register: Register) -> Sequence[str]:
        """Return the names of the register's own forms, then of those that itatui brings."""
        return form_names(register)

    def row(self, register: Register, key: str) -> tuple[str, str]:
        """Return name and title of a form, and where it comes from."""
        origin = _("own") if own_form(register, key) else _("comes with itatui")
        try:
            return key, f"{_label(form_of(register, key))}  ({origin})"
        except UsageError as error:
            return key, str(error)

    def detail(self, register: Register, key: str) -> Sequence[tuple[str, str]]:
        """Return what a form prints, and its text."""
        text = form_text(register, key)
        try:
            form = form_of(register, key)
        except UsageError as error:
            return [("", str(error)), (_("Text of the form"), text)]
        headings = "\n".join(f"{number}. {one_line(column.heading)}" for number, column in enumerate(form.columns, 1))
        parts = [
            (_("Title"), _label(form)),
            (_("Number of the form"), form.number),
            (_("Columns"), headings),
            (_("Signatories"), ", ".join(form.signatures)),
            (
                _("Fields that the register lacks"),
                ", ".join(each.name for each in missing_fields(form, register.fields)),
            ),
            (_("Text of the form"), text),
        ]
        return [part for part in parts if part[1]]

    def form(self, register: Register, key: str) -> EntryForm | None:
        """Return the form of a new one: its file. One that is there is read below the list."""
        if key:
            return None
        path = FormField(
            "path",
            lambda: _("File, such as form.toml   F4: choose"),
            shape=Shape.PARAGRAPH,
            choose=lambda field: choose_file(field, self._path),
            repairs=False,
        )
        return EntryForm(lambda: _("Add a form from a file"), ((path,),), self._added)

    def _added(self, register: Register, texts: Texts) -> Sequence[Edit]:
        if not texts["path"]:
            raise RefusedError("path", lambda: _("Enter the name of the file first"))
        path = self._path.parent / Path(texts["path"]).expanduser()
        text = _text_of_file(path)
        form = parse_form(text, path.name, Source(register.fields, register.rounds or None))
        edits: list[Edit] = []
        for field in missing_fields(form, register.fields):
            made = add_own_field(register, field)
            for edit in made:
                register = apply(register, edit)
            edits += made
        if (before := own_form(register, form.name)) is not None:
            edit = set_field(before, "text", text)
            return [*edits, edit] if edit.before != edit.after else edits
        order, spread = order_at(register.forms, len(register.forms) + 1)
        return [*edits, *spread, Edit("form", form.name, WHOLE, None, OwnForm(form.name, text, order))]

    def removal(self, register: Register, key: str) -> Removal | None:
        """Return how a form of the register's own is removed; those of itatui stay."""
        own = own_form(register, key)
        return Removal((Edit("form", key, WHOLE, own, None),)) if own is not None else None

    def moved(self, register: Register, key: str, by: int) -> Sequence[Edit]:
        """Return the edits that move a form of the register's own among these."""
        own = own_form(register, key)
        position = neighbour([form.name for form in register.forms], key, by)
        if own is None or not position:
            return ()
        order, spread = order_at([form for form in register.forms if form is not own], position)
        return (*spread, Edit("form", key, ORDER, own.order, order))


def _label(form: Form) -> str:
    return (form.label_en if language() == "en" else form.label_th) or form.label_th


def _text_of_file(path: Path) -> str:
    """Return the text of a file. `UsageError` names the file and the cause."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # before opening: a device would be waited for
            raise UsageError(f"{quote(str(path))}: {_('not a regular file')}")
        with path.open("rb") as file:
            data = file.read(MAX_TEXT * BYTES_A_LETTER + 1)
        text, _dropped = clean(data.decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{quote(str(path))}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{quote(str(path))}: {_('not UTF-8')}") from None
    return text.replace("\r\n", "\n")
