"""The form of an entry over the register screen: its draft, and the change that it makes."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.screen import Screen

from itatui.domain.apply import apply_all
from itatui.domain.change import Edit
from itatui.errors import UsageError
from itatui.locale import _
from itatui.tui.dialogs.form import FormDialog, FormField, Shape, Texts
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.screens.setup.sections import EntryForm, Section
from itatui.tui.session.session import RegisterSession


def ask_for_entry(
    screen: Screen[Any], session: RegisterSession, section: Section, key: str, added: Callable[[str], None]
) -> None:
    """Ask for an entry, new without a key, and save it; `added` takes the key of a new one.

    A text that is refused stays in the form.
    """
    form = section.form(session.register, key)
    if form is None:
        return
    kept = KeptText(session.drafts, session.own_drafts.place(f"setup {section.name} {key}".strip()), form.title)

    def take(texts: Texts) -> Sequence[Edit]:
        if key and key not in section.keys(session.register):
            raise UsageError(_("someone else deleted it; nothing was changed"))
        if key and _begun(section.form(session.register, key)) != _begun(form):
            words = _("someone else has changed it. Esc shows theirs and keeps yours; then Enter goes on with it")
            raise UsageError(words)
        edits = form.edits(session.register, texts)
        apply_all(session.register, edits)  # refused in the form, while the text is still there
        return edits

    def save(edits: Sequence[Edit] | None) -> None:
        before = section.keys(session.register)
        if edits is not None:
            session.change(*edits, draft=kept.place)
        for new in section.keys(session.register):
            if new not in before:
                added(new)

    dialog: FormDialog[Sequence[Edit]] = FormDialog(form.title, form.rows, kept, lambda: _keys(form.rows), take=take)
    screen.app.push_screen(dialog, save)


def _begun(form: EntryForm | None) -> dict[str, str]:
    """Return the texts with which a form begins, by field."""
    return {field.name: field.text for row in form.rows for field in row} if form is not None else {}


def _keys(rows: Sequence[Sequence[FormField]]) -> str:
    """Return the words about the keys of a form."""
    shapes = [field.shape for row in rows for field in row]
    if Shape.LINES in shapes:
        return _("^S: save   Esc: cancel")
    if Shape.CHOICE in shapes:
        return _("Enter: next field, then save   ← →: choose   ^S: save   Esc: cancel")
    if len(shapes) > 1:
        return _("Enter: next field, then save   ^S: save   Esc: cancel")
    return _("Enter: save   Esc: cancel")
