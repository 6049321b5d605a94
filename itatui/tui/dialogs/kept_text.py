"""The text of a dialog, kept as a draft until it is confirmed: after every second of typing, and however it ends."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from textual.binding import Binding
from textual.screen import Screen

from itatui.domain.change import Edit
from itatui.domain.protocols import Draft, DraftPlace
from itatui.locale import _
from itatui.locale.dates import moment
from itatui.thai import clean, numerals
from itatui.tui.keyboard import bound, shown
from itatui.tui.protocols import register_app
from itatui.tui.session.drafts import Drafts
from itatui.tui.session.save_state import SaveState
from itatui.tui.text_input.autosave import Autosave
from itatui.tui.widgets.caption import Caption
from itatui.tui.words import Words, words_of

CLEAR_KEY = "ctrl+r"
CLEAR_BINDING = Binding(bound(CLEAR_KEY), "clear_kept", show=False, priority=True)
"""Binding of a dialog that calls `KeptText.clear`."""


class KeptField(Protocol):
    """A field of a dialog."""

    @property
    def text(self) -> str:
        """Its value in writing."""

    def fill(self, text: str) -> None:
        """Put another value into it."""


class KeptText:
    """What is typed in the fields of a dialog."""

    def __init__(self, drafts: Drafts, place: DraftPlace, title: Words) -> None:
        """`title` is the question; it tells the user later which draft this is."""
        self.place = place
        self._drafts = drafts
        self._title = title
        self._fields: Mapping[str, KeptField] = {}
        self._start: Mapping[str, str] = {}
        self._autosave: Autosave | None = None
        self.note = Caption("", classes="kept")
        """The line about a kept text, for the dialog to show."""
        self.note.display = False

    # In the dialog -------------------------------------------------------------------------------

    def begin(self, dialog: Screen[Any], fields: Mapping[str, KeptField]) -> None:
        """Follow these fields from now on, and put the texts of an earlier time into them."""
        self._fields = dict(fields)
        self._start = self._texts()
        self._autosave = Autosave(dialog, self.keep)
        self._drafts.texts.append(self)
        draft = self._drafts.find(self.place)
        if draft is not None:
            self._fill(draft.texts)
            self.note.say(lambda: _kept_words(draft.when))
            self.note.display = True

    def begin_again(self) -> None:
        """Follow the fields for another text: the one before was confirmed, and the dialog stays open."""
        self._start = self._texts()
        self._drafts.texts.append(self)
        self.note.display = False

    def typed(self) -> None:
        """Keep the texts a little later: a letter was typed."""
        if self._autosave is not None and not self._is_untouched():
            self._autosave.start()
        self._drafts.on_change()

    def clear(self) -> None:
        """Put the texts into the fields with which the dialog began. Undo brings the typed ones back."""
        self._fill(self._start)
        self._drafts.drop(self.place)
        self.note.display = False

    def leave(self) -> None:
        """Keep the texts for the next time, and say so."""
        if self.keep():
            tell = register_app(self.note.screen).tell
            if self._drafts.fails:
                tell(lambda: _("Your text is kept here only until you quit"))
            else:
                tell(lambda: _("Your text is kept for the next time you come here"))
        self._forget()

    def confirm(self) -> None:
        """Keep the texts only until they are saved: `RegisterSession.change` drops them then, or the caller `drop`."""
        self.keep()
        self._drafts.confirm(self.place)
        self._forget()

    def end(self) -> None:
        """Keep the texts, unless the dialog was left or confirmed before."""
        if self in self._drafts.texts:
            self.keep()
            self._forget()

    def _forget(self) -> None:
        if self in self._drafts.texts:
            self._drafts.texts.remove(self)
        self._drafts.on_change()

    def drop(self) -> None:
        """Delete the draft: its text is saved."""
        self._drafts.drop(self.place)

    def restore(self) -> None:
        """Offer a confirmed text again: it could not be saved."""
        self._drafts.restore(self.place)

    # `TypedText` ---------------------------------------------------------------------------------

    def state(self) -> SaveState | None:
        """Return whether the latest letters are kept; None if nothing was typed."""
        if self._is_untouched():
            return None
        if self.is_safe():
            return SaveState.DRAFT
        return SaveState.UNKEPT if self._drafts.fails else SaveState.SAVING

    def is_safe(self) -> bool:
        """Return whether the next run of the program would find the latest letters."""
        return self._drafts.is_safe(self.place, self._texts())

    def unless_safe(self, edits: Callable[[], tuple[Edit, ...]]) -> tuple[Edit, ...]:
        """Return the edits that save the texts at the end of the program, if the store has not kept them."""
        made = () if self.is_safe() else edits()
        if made:
            self._drafts.confirm(self.place)
        return made

    def keep(self) -> bool:
        """Keep the texts now. Return False if there are none beyond those with which the dialog began."""
        texts = self._texts()
        if self._autosave is not None:
            self._autosave.cancel()
        if self._is_untouched() or not any(text.strip() for text in texts.values()):
            self._drafts.drop(self.place)
            return False
        self._drafts.keep(Draft(self.place, words_of(self._title), texts))
        return True

    def _texts(self) -> dict[str, str]:
        return {name: field.text for name, field in self._fields.items()}

    def _is_untouched(self) -> bool:
        """Return whether the fields hold, apart from spaces around them, the texts with which the dialog began."""
        return all(text.strip() == self._start[name].strip() for name, text in self._texts().items())

    def _fill(self, texts: Mapping[str, str]) -> None:
        for name, field in self._fields.items():
            text, _dropped = clean(texts.get(name, field.text))  # an older draft may lack a field
            if text != field.text:
                field.fill(text)


def _kept_words(when: str) -> str:
    words = _("Kept from last time, {when}   {key}: clear")
    return words.format(when=numerals(moment(when)), key=shown(CLEAR_KEY))
