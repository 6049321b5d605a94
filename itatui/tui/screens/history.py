"""The past on the screen: every change of a measure, or of the register, latest first, with what became of the text.

It changes nothing itself: to take an entry back it asks whoever opened it.
"""

from collections.abc import Awaitable, Callable, Sequence

from textual.app import ComposeResult

from itatui.domain.change import WHOLE, Change, Edit
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.text_diff import GONE, NEW, DiffPart, edit_difference
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.locale.dates import long_moment, moment
from itatui.resources import resource
from itatui.thai import numerals, pad, safe
from itatui.tui.commands import bindings
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.styling.diff_lines import legible, marked_lines
from itatui.tui.styling.spans import Run, laid_out
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.list_view import ListView, TextView
from itatui.wording.changes import describe, describe_change

MOMENT = 19
"""Cells of the longest moment."""
WHO = 12
"""Cells for a name in the list; below the list it stands whole."""


class HistoryScreen(ListDetailScreen):
    """The list of changes above, and below it the one under the cursor."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [*bindings("past")]
    AUTO_FOCUS = "#entries"

    def __init__(
        self,
        read: Callable[[], Awaitable[tuple[Register, Sequence[Change]]]],
        target: tuple[str, str] | None,
        take_back: Callable[[int], None],
        restore: Callable[[], None],
    ) -> None:
        super().__init__()
        self._read = read
        self._target = target
        self._narrowed = target is not None
        self._take_back = take_back
        self._restore = restore
        self._register: Register | None = None
        self._history: Sequence[Change] = ()
        self._entries: list[Change] = []
        """Those in the list, latest first."""
        self._gone: frozenset[int] = frozenset()
        """The numbers of those that were taken back, and not made again."""

    def compose(self) -> ComposeResult:
        """The list, the entry, and what can be done."""
        yield ListView("entries", self._line)
        yield TextView("entry")
        yield Footer(id="past_foot")

    def on_mount(self) -> None:
        """Reads the history, without having anybody wait."""
        self.query_one(Footer).where = "past"
        self.query_one("#entries", ListView).entitle(_("History"))
        self.query_one(ListView).show(0, 0, _("reading…"))
        self.look_again()

    def look_again(self) -> None:
        """Reads the history anew: something was changed."""
        self.run_worker(self._look(), group="past", exclusive=True)

    async def _look(self) -> None:
        try:
            self._register, self._history = await self._read()
        except ItatuiError as error:
            self.notify(safe(str(error)), severity="warning", markup=False)
            return
        gone: set[int] = set()
        for change in self._history:
            gone.add(change.undoes)
            gone.discard(change.redoes)
        self._gone = frozenset(gone)
        self._list()

    def _list(self) -> None:
        listing = self.query_one("#entries", ListView)
        at = self._entries[listing.at].number if listing.at < len(self._entries) else 0
        target = self._target if self._narrowed else None
        self._entries = [
            change
            for change in reversed(self._history)
            if target is None or any((edit.kind, edit.id) == target for edit in change.edits)
        ]
        places = (place for place, change in enumerate(self._entries) if change.number == at)
        listing.entitle(f"{_('History')} {self._called(target)}".strip())
        listing.show(len(self._entries), next(places, 0), _("Nothing was changed yet"))

    def _called(self, target: tuple[str, str] | None) -> str:
        if target is None or self._register is None:
            return _("of the whole register")
        measure = self._register.measure(target[1]) if target[0] == "measure" else None
        return self._register.ref(measure) if measure else target[1] if target[0] == "track" else ""

    def _line(self, row: int, width: int) -> list[Run]:
        change = self._entries[row]
        assert self._register is not None
        sign = "↶ " if change.number in self._gone else "  "
        words = numerals(describe_change(change, self._register).replace("\n", " "))
        who = f"{pad(safe(change.who)[:WHO], WHO)} " if width >= 70 else ""
        return [(pad(numerals(safe(moment(change.when))), MOMENT) + sign, "text"), (who, "title"), (words, "text")]

    def on_list_view_moved(self, message: ListView.Moved) -> None:
        """Shows the entry under the cursor below."""
        message.stop()
        entries, register = self._entries, self._register
        if message.at < len(entries) and register is not None:
            change = entries[message.at]
            below = self.query_one("#entry", TextView)
            below.entitle(_("Change {number}").format(number=change.number))
            below.show(lambda width: entry_lines(change, register, width))

    def action_undo_entry(self) -> None:
        """Takes back the entry under the cursor."""
        at = self.query_one("#entries", ListView).at
        if at >= len(self._entries):
            return
        number = self._entries[at].number
        if number in self._gone:
            self.notify(_("It is taken back already"), severity="warning", markup=False)
        else:
            self._take_back(number)

    def action_widen(self) -> None:
        """The whole register's history, or the one's alone again."""
        self._narrowed = not self._narrowed and self._target is not None
        self._list()

    def action_restore(self) -> None:
        """On to the old registers."""
        self._restore()

    def other_pane(self) -> tuple[str, str]:
        """The list and the text below it."""
        return "entries", "entry"


def entry_lines(change: Change, register: Register, width: int) -> list[list[Run]]:
    """An entry in lines: who and when, what was done, and what became of each text."""
    who = f"{change.who}@{change.origin}" if change.origin else change.who
    lines = laid_out([(safe(f"{numerals(long_moment(change.when))}  {who}"), "text")], width)
    lines += laid_out([(numerals(safe(describe_change(change, register))), "title")], width)
    return lines + edits_lines(change.edits, register, width)


def edits_lines(edits: Sequence[Edit], register: Register, width: int) -> list[list[Run]]:
    """What becomes of each text by these edits, and, of more than one, which edit it is."""
    lines: list[list[Run]] = []
    for edit in edits:
        pieces = legible(edit_difference(edit, register)) or _whole(edit)
        if pieces or len(edits) > 1:
            lines.append([])
        if len(edits) > 1:
            lines += laid_out([(numerals(safe(describe(edit, register))), "title")], width)
        if pieces:
            lines += marked_lines(pieces, width)
    return lines


def _whole(edit: Edit) -> tuple[DiffPart, ...]:
    """The texts of a measure that was added or removed."""
    if edit.field != WHOLE:
        return ()
    kind, measure = (NEW, edit.after) if edit.before is None else (GONE, edit.before)
    if not isinstance(measure, Measure):
        return ()
    texts = [text for text in (measure.activity, measure.result, measure.outcome) if text]
    return (DiffPart(kind, "\n".join(texts)),) if texts else ()
