"""The backups screen: for each backup, the changes that restoring it would make.

It changes nothing itself: the caller restores the backup that is chosen.
"""

from collections.abc import Awaitable, Callable, Sequence

from itatui.domain.backup import Backup
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import numerals, safe
from itatui.tui.commands import bindings
from itatui.tui.screens.change_lines import edits_lines, time_and_name
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines
from itatui.wording.changes import backup_words, summary


class BackupsScreen(ListDetailScreen):
    """The list of backups, and the changes of restoring the backup under the cursor."""

    BINDINGS = [*bindings("restoring")]
    PLACE = "restoring"

    def __init__(
        self,
        read: Callable[[], Awaitable[tuple[Register, Sequence[Backup]]]],
        restore: Callable[[Backup], None],
    ) -> None:
        super().__init__()
        self._read = read
        self._restore = restore
        self._register: Register | None = None
        self._backups: Sequence[Backup] = ()

    def title_of_list(self) -> str:
        """Return "Earlier versions"."""
        return _("Earlier versions")

    def title_of_detail(self, at: int | None) -> str:
        """Return the same title for every backup."""
        return _("What would change")

    def reload(self) -> None:
        """Read the backups in the background."""
        if self._register is None:
            self.list.show(0, 0, _("reading…"))
        self.run_worker(self._load(), group="backups", exclusive=True)

    async def _load(self) -> None:
        try:
            self._register, self._backups = await self._read()
        except ItatuiError as error:
            self.warn(str(error))
            return
        self.show_rows([backup.path for backup in self._backups], _no_backups())

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        return _no_backups() if action == "go_back_to" and not self._backups else ""

    def row(self, at: int, width: int) -> list[Span]:
        """Return time, user, and the change that followed."""
        backup = self._backups[at]
        style = "late" if backup.damaged else "text"
        words = numerals(backup_words(backup, self._register))
        return [*time_and_name(backup.when, backup.who, "  ", width), (words, style)]

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return the changes in full."""
        backup, register = self._backups[at], self._register
        assert register is not None
        return lambda width: _changes(backup, register, width)

    def action_go_back_to(self) -> None:
        """Restore the backup under the cursor, if that is possible and changes anything."""
        if self.current_row is None:
            return
        backup = self._backups[self.current_row]
        if backup.damaged or backup.apart or not backup.edits:
            self.warn(_state(backup))
        else:
            self._restore(backup)


def _no_backups() -> str:
    return _("no earlier versions: nothing has been changed yet")


def _state(backup: Backup) -> str:
    if backup.damaged:
        return _("damaged: {reason}").format(reason=backup.damaged)
    return backup.apart or numerals(summary(backup.edits))


def _changes(backup: Backup, register: Register, width: int) -> list[list[Span]]:
    lines = wrap_spans([(safe(numerals(backup_words(backup, register))), "title")], width)
    if not (backup.damaged or backup.apart):
        lines += wrap_spans([(safe(_state(backup)), "text")], width)
    return lines + edits_lines(backup.edits, register, width)
