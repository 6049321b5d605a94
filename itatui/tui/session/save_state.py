"""The save state of a register, as the header shows it: saving, saved, not saved."""

from enum import Enum

from itatui.locale import _


class SaveState(Enum):
    """How far the latest change has come. The value names the style of the header's words."""

    UNCHANGED = ""
    """Nothing was changed since the register was opened."""
    SAVING = "saving"
    SAVED = "saved"
    REFUSED = "failed"
    """The store refused a change, which is given up."""
    CONFLICT = "failed conflict"
    """A text waits for the user's choice."""
    FAILING = "failed failing"
    """A save failed and is tried again."""

    @property
    def style(self) -> str:
        """The style name of `itatui.tui.styling`; empty for plain text."""
        return self.value.partition(" ")[0]

    def label(self, saved_at: str) -> str:
        """Return the words of the header in the user's language. `saved_at` is a time such as 09:30."""
        if self is SaveState.SAVED:
            return _("saved {time}").format(time=saved_at)
        if self is SaveState.SAVING:
            return _("saving…")
        if self is SaveState.REFUSED:
            return _("not saved")
        if self is SaveState.CONFLICT:
            return _("not saved: choose")
        return _("NOT SAVED, trying again") if self is SaveState.FAILING else ""
