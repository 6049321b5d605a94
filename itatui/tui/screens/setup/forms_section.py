"""The forms on the register screen: the register's own, and those that itatui brings."""

from collections.abc import Sequence
from pathlib import Path

from itatui.domain.change import Edit
from itatui.domain.form import Column
from itatui.domain.form_edits import add_fields_of, add_form, move_form, remove_form
from itatui.domain.form_text import Source, parse_form
from itatui.domain.forms import form_label, form_names, form_of, form_text, own_form
from itatui.domain.protocols import RegisterStore
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import _
from itatui.report.layout.narrow import one_line_heading
from itatui.thai import clean, repair_text
from itatui.tui.dialogs.file_choices import choose_file
from itatui.tui.dialogs.form import FormField, RefusedError, Shape, Texts
from itatui.tui.dialogs.lacking_fields import lacking_fields, names_of, question_of
from itatui.tui.screens.setup.sections import EntryForm, Step, neighbour


def _heading(column: Column) -> str:
    """Return the heading of a column in a line, behind the one over it."""
    return " ".join(filter(None, (one_line_heading(column.over), one_line_heading(column.heading))))


class FormsSection:
    """The tables that can be printed."""

    name = "forms"

    def __init__(self, store: RegisterStore) -> None:
        """Files are named from the folder of the register."""
        self._store = store

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
        origin = _("of this register") if own_form(register, key) else _("comes with itatui")
        try:
            return key, f"{form_label(form_of(register, key))}  ({origin})"
        except UsageError as error:
            return key, str(error)

    def detail(self, register: Register, key: str) -> Sequence[tuple[str, str]]:
        """Return what a form prints, and its text."""
        text = form_text(register, key)
        try:
            form = form_of(register, key)
        except UsageError as error:
            keys = _("^E: change it in your own editor")
            return [("", str(error)), ("", keys), (_("Text of the form"), text)]
        own = own_form(register, key) is not None
        keys = _("^E: change it in your own editor") if own else _("^E: change a copy of it in your own editor")
        headings = "\n".join(f"{number}. {_heading(column)}" for number, column in enumerate(form.columns, 1))
        lacking = names_of(lacking_fields(register, key))
        parts = [
            (_("Fields that the register lacks"), lacking),
            ("", _("Enter: add them") if lacking else ""),
            ("", keys),
            (_("Title"), form_label(form)),
            (_("Number of the form"), form.number),
            (_("Columns"), headings),
            (_("Signatories"), ", ".join(form.signatures)),
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
            choose=lambda field: choose_file(field, self._store.path.absolute()),
            repairs=False,
        )
        return EntryForm(lambda: _("Add a form from a file"), ((path,),), self._added)

    def _added(self, register: Register, texts: Texts) -> Sequence[Edit]:
        if not texts["path"]:
            raise RefusedError("path", lambda: _("Enter the name of the file first"))
        path = self._store.path.absolute().parent / Path(texts["path"]).expanduser()
        text, _dropped = clean(self._store.read_form(path))
        text, _count = repair_text(text)
        form = parse_form(text, path.name, Source(register.fields, register.rounds))
        return add_form(register, form, text)

    def offer(self, register: Register, key: str) -> Step | None:
        """Return how the own fields are added that the form asks for; None: the register has all."""
        fields = lacking_fields(register, key)
        return Step(add_fields_of(register, form_of(register, key)), question_of(key, fields)) if fields else None

    def stays(self, register: Register, key: str) -> bool:
        """Test whether a form comes with itatui."""
        return own_form(register, key) is None

    def removal(self, register: Register, key: str) -> Step | None:
        """Return how a form of the register's own is removed; those of itatui stay."""
        own = own_form(register, key)
        return Step(remove_form(own)) if own is not None else None

    def moved(self, register: Register, key: str, by: int) -> Sequence[Edit]:
        """Return the edits that move a form of the register's own among these."""
        own = own_form(register, key)
        position = neighbour([form.name for form in register.forms], key, by)
        return move_form(register, own, position) if own is not None and position else ()
