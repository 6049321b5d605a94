"""The old registers on the screen: what going back to each would change, and going back, after a question.

It changes nothing itself: it asks whoever opened it.
"""

from collections.abc import Awaitable, Callable, Sequence

from textual.app import ComposeResult

from itatui.domain.backup import Backup
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.locale.dates import moment
from itatui.resources import resource
from itatui.thai import numerals, pad, safe
from itatui.tui.commands import bindings
from itatui.tui.screens.history import MOMENT, WHO, edits_lines
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.styling.spans import Run, laid_out
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.list_view import ListView, TextView
from itatui.wording.changes import summary


class BackupsScreen(ListDetailScreen):
    """The list of old registers above, and below it what going back to the one under the cursor would do."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [*bindings("restoring")]
    AUTO_FOCUS = "#generations"

    def __init__(
        self,
        read: Callable[[], Awaitable[tuple[Register, Sequence[Backup]]]],
        restore: Callable[[Backup], None],
    ) -> None:
        super().__init__()
        self._read = read
        self._restore = restore
        self._register: Register | None = None
        self._found: Sequence[Backup] = ()

    def compose(self) -> ComposeResult:
        """The list, the preview, and what can be done."""
        yield ListView("generations", self._line)
        yield TextView("preview")
        yield Footer(id="restoring_foot")

    def on_mount(self) -> None:
        """Reads them, without having anybody wait."""
        self.query_one(Footer).where = "restoring"
        self.query_one("#generations", ListView).entitle(_("Old registers"))
        self.query_one("#preview", TextView).entitle(_("What going back would do"))
        self.query_one(ListView).show(0, 0, _("reading…"))
        self.look_again()

    def look_again(self) -> None:
        """Reads them anew: something was changed."""
        self.run_worker(self._look(), group="restoring", exclusive=True)

    async def _look(self) -> None:
        try:
            self._register, found = await self._read()
        except ItatuiError as error:
            self.notify(safe(str(error)), severity="warning", markup=False)
            return
        listing = self.query_one("#generations", ListView)
        here = self._found[listing.at].path if listing.at < len(self._found) else None
        self._found = found
        places = (place for place, each in enumerate(found) if each.path == here)
        listing.show(len(found), next(places, 0), _("there is nothing to go back to: nothing was changed yet"))

    def _line(self, row: int, width: int) -> list[Run]:
        each = self._found[row]
        when = pad(numerals(safe(moment(each.when))), MOMENT) + "  "
        who = f"{pad(safe(each.who)[:WHO], WHO)} " if width >= 70 else ""
        return [(when, "text"), (who, "title"), (_what(each), "late" if each.damaged else "text")]

    def on_list_view_moved(self, message: ListView.Moved) -> None:
        """Shows below what going back would do."""
        message.stop()
        register = self._register
        if message.at < len(self._found) and register is not None:
            each = self._found[message.at]
            self.query_one("#preview", TextView).show(lambda width: _preview(each, register, width))

    def action_go_back_to(self) -> None:
        """Goes back to the register under the cursor, after a question."""
        at = self.query_one("#generations", ListView).at
        if at < len(self._found):
            each = self._found[at]
            if each.damaged or each.apart or not each.edits:
                self.notify(safe(_what(each)), severity="warning", markup=False)
            else:
                self._restore(each)

    def other_pane(self) -> tuple[str, str]:
        """The list and the text below it."""
        return "generations", "preview"


def _what(each: Backup) -> str:
    if each.damaged:
        return _("damaged: {reason}").format(reason=each.damaged)
    return each.apart or numerals(summary(each.edits))


def _preview(each: Backup, register: Register, width: int) -> list[list[Run]]:
    words = laid_out([(safe(_what(each)), "title")], width)
    return words + edits_lines(each.edits, register, width)
