"""The text of a form while the user's own editor has it: kept as a draft until it is a form."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from itatui.domain.form_edits import add_form
from itatui.domain.form_text import FormError, Source, parse_form
from itatui.domain.forms import form_names, form_text
from itatui.domain.protocols import Draft
from itatui.locale import _
from itatui.thai import clean, repair_text
from itatui.tui.dialogs.prompts import Confirm
from itatui.tui.editors.outside_editor import OutsideEditor
from itatui.tui.protocols import register_app
from itatui.tui.session.session import RegisterSession
from itatui.wording.years import closed_words


class OutsideForm:
    """An `OutsideText`: a form of the register's own, or one that itatui brings, of which the register gets a copy."""

    def __init__(self, screen: Screen[Any], session: RegisterSession, name: str, added: Callable[[str], None]) -> None:
        """`added` is called with the name of the form that the register has got."""
        self._screen, self._session, self._name, self._added = screen, session, name, added
        self._before = form_text(session.register, name)
        self._place = session.own_drafts.place(f"setup form text {name}")
        draft = session.drafts.find(self._place)
        self.text = draft.texts["text"] if draft is not None else self._before
        """The text that the editor gets: one that was refused the last time, or else that of the form."""

    @property
    def is_open(self) -> bool:
        """Whether the register screen is still there."""
        return self._screen.is_attached

    def file_name(self) -> str:
        """Return a name such as `plan.toml`."""
        return f"{self._name}.toml"

    def begin(self) -> None:
        """Save nothing: nothing was typed before."""

    def keep(self, text: str) -> None:
        """Keep a text for the next time that the form is edited."""
        self.text = text
        title = _("Text of the form {name}").format(name=self._name)
        self._session.drafts.keep(Draft(self._place, title, {"text": text}))

    def take(self, text: str, *, at_end: bool) -> None:
        """Save the form of a text as a single change; ask whether to go on with one that is refused."""
        session = self._session
        text = repair_text(clean(text)[0])[0].rstrip("\n") + "\n"
        if at_end:
            self.keep(text)
            return
        if text.strip() == self._before.strip():
            session.drafts.drop(self._place)
            return
        register = session.register
        self.keep(text)
        if register.closed:
            session.tell(closed_words(register))
            return
        if self._name not in form_names(register) or form_text(register, self._name) != self._before:
            session.tell(lambda: _("Someone else changed this form. Your text is kept: ^E shows it again."))
            return
        try:
            form = parse_form(text, self.file_name(), Source(register.fields, register.rounds))
        except FormError as error:
            self._ask(str(error))
            return
        session.change(*add_form(register, form, text), draft=self._place)
        self._added(form.name)

    def _ask(self, fault: str) -> None:
        """Tell what is wrong with the text, and offer to go on with it."""

        def answer(sure: bool | None) -> None:
            if sure:
                write_form(self._screen, self._session, self._name, self._added)
            else:
                self._session.tell(lambda: _("The form is as it was. Your text is kept: ^E shows it again."))

        self._screen.app.push_screen(Confirm([fault], lambda: _("Go on editing")), answer)


def write_form(screen: Screen[Any], session: RegisterSession, name: str, added: Callable[[str], None]) -> None:
    """Edit the text of a form in the user's own editor."""
    editor = OutsideEditor(OutsideForm(screen, session, name, added), register_app(screen))
    screen.run_worker(editor.run(), group="outside", exclusive=True)
