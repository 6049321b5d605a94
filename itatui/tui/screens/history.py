"""The history screen: every change of a measure, a track or the register, latest first, with the text differences.

It changes nothing itself: the caller undoes the entry that is chosen.
"""

from collections.abc import Awaitable, Callable, Sequence

from itatui.domain.change import Change
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import numerals
from itatui.tui.commands import bindings
from itatui.tui.screens.change_lines import change_lines, time_and_name
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.styling.spans import Span
from itatui.tui.widgets.text_view import Lines
from itatui.wording.changes import describe_change


class HistoryScreen(ListDetailScreen):
    """The list of changes, and the differences of the change under the cursor."""

    BINDINGS = [*bindings("past")]
    PLACE = "past"

    def __init__(
        self,
        read: Callable[[], Awaitable[tuple[Register, Sequence[Change]]]],
        target: tuple[str, str] | None,
        undo: Callable[[int], None],
        show_backups: Callable[[], None],
    ) -> None:
        """`target` is the kind and the id of a record; `undo` takes the number of a change."""
        super().__init__()
        self._read = read
        self._target = target
        self._of_target_only = target is not None
        self._undo = undo
        self._show_backups = show_backups
        self._register: Register | None = None
        self._history: Sequence[Change] = ()
        self._entries: list[Change] = []
        """The changes in the list, latest first."""
        self._undone: frozenset[int] = frozenset()
        """Numbers of the changes that were undone, and not redone."""

    def title_of_list(self) -> str:
        """Return "History", and of which record."""
        return f"{_('History')} {self._target_name()}".strip()

    def _target_name(self) -> str:
        target = self._target if self._of_target_only else None
        if self._register is None:
            return ""
        if target is None:
            return _("of the whole register")
        measure = self._register.measure(target[1]) if target[0] == "measure" else None
        return self._register.ref(measure) if measure else target[1] if target[0] == "track" else ""

    def title_of_detail(self, at: int | None) -> str:
        """Return the number of the change."""
        return "" if at is None else _("Change {number}").format(number=self._entries[at].number)

    def reload(self) -> None:
        """Read the history in the background."""
        if self._register is None:
            self.list.show(0, 0, _("reading…"))
        self.run_worker(self._load(), group="history", exclusive=True)

    async def _load(self) -> None:
        try:
            self._register, self._history = await self._read()
        except ItatuiError as error:
            self.warn(str(error))
            return
        undone: set[int] = set()
        for change in self._history:
            undone.add(change.undoes)
            undone.discard(change.redoes)
        self._undone = frozenset(undone)
        self._show_entries()

    def _show_entries(self) -> None:
        target = self._target if self._of_target_only else None
        self._entries = [
            change
            for change in reversed(self._history)
            if target is None or any((edit.kind, edit.id) == target for edit in change.edits)
        ]
        self.show_rows([change.number for change in self._entries], self._no_entries())

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        if action == "undo_entry" and not self._entries:
            return self._no_entries()
        return (
            _("This is the history of the whole register") if action == "widen_history" and self._target is None else ""
        )

    def _no_entries(self) -> str:
        if self._target is not None and self._of_target_only:
            return _("No changes here yet. A: the whole register")
        return _("No changes yet. Each one will be listed here, to be undone")

    def row(self, at: int, width: int) -> list[Span]:
        """Return time, user and description."""
        change = self._entries[at]
        assert self._register is not None
        sign = "↶ " if change.number in self._undone else "  "
        words = numerals(describe_change(change, self._register).replace("\n", " "))
        return [*time_and_name(change.when, change.who, sign, width), (words, "text")]

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return the whole change with its text differences."""
        change, register = self._entries[at], self._register
        assert register is not None
        return lambda width: change_lines(change, register, width)

    def action_undo_entry(self) -> None:
        """Undo the change under the cursor."""
        if self.current_row is None:
            return
        number = self._entries[self.current_row].number
        if number in self._undone:
            self.warn(_("Already undone"))
        else:
            self._undo(number)

    def action_widen_history(self) -> None:
        """Switch between the history of the record and that of the whole register."""
        self._of_target_only = not self._of_target_only and self._target is not None
        self._show_entries()

    def action_restore(self) -> None:
        """Open the list of backups."""
        self._show_backups()
