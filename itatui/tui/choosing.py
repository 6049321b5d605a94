"""The question which measures a meeting goes through: all, the late ones, those of a track. It answers."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from itatui.domain.convening import selection_of
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.domain.selection import Selection, select
from itatui.domain.track import label_phrase
from itatui.locale import _
from itatui.resources import resource
from itatui.thai import pad, safe
from itatui.tui.marking import Run
from itatui.tui.reading import Listing


class Choose(ModalScreen[Selection | None]):
    """A list of selections with the number of measures of each."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [Binding("escape,f3", "dismiss(None)"), Binding("enter,space", "take")]
    AUTO_FOCUS = "#choices_of_meeting"

    def __init__(self, register: Register, meeting: Meeting, today: date) -> None:
        super().__init__()
        codes = ["", *(track.code for track in register.tracks)]
        self._register = register
        self._offered = [Selection(track=code, late=late) for code in codes for late in (False, True)]
        self._counts = [len(select(register, each, today)) for each in self._offered]
        self._now = selection_of(meeting)

    def compose(self) -> ComposeResult:
        """The list."""
        yield Listing("choices_of_meeting", self._line)

    def on_mount(self) -> None:
        """Begins at what it goes through now."""
        listing = self.query_one(Listing)
        listing.entitle(_("Which measures"))
        listing.styles.height = len(self._offered) + 2
        at = self._offered.index(self._now) if self._now in self._offered else 0
        listing.show(len(self._offered), at, "")

    def _line(self, row: int, width: int) -> Sequence[Run]:
        chosen = self._offered[row]
        track = self._register.track(chosen.track)
        words = safe(track.code) if track else _("all tracks")
        if chosen.late:
            words = f"{words}  {_('late only')}"
        label = f"   {safe(label_phrase(track))}" if track and not chosen.late else ""
        return [(f"{self._counts[row]:>4}  ", "strong"), (pad(words, 24), "text"), (label, "note")]

    def action_take(self) -> None:
        """Answers with what is under the cursor."""
        self.dismiss(self._offered[self.query_one(Listing).at])
